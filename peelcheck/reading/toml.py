"""TOML files a person wrote: read, or refused with where they go wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from peelcheck.errors import UnreadableError
from peelcheck.reading.shown import shown

__all__ = ["parsed_toml"]

_DOTS = 60


def parsed_toml(path: Path, text: str, remedy: str) -> dict[str, Any]:
    """Return the contents of a TOML file.

    Args:
        path: The file, for messages.
        text: What stands in it.
        remedy: What to do about a line that is not TOML.

    Raises:
        UnreadableError: It is not TOML, or goes deeper than a person writes.

    """
    if any(line.count(".") > _DOTS for line in text.split("\n")):
        # Python takes the square of a dotted key's length, in time and memory.
        fault = f"a line of it has more than {_DOTS} full stops"
        raise UnreadableError.of(path, fault, "Write each field on its own line.")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        fault = "it is not TOML: it is nested too deeply"
        raise UnreadableError.of(path, fault, remedy) from error
    except ValueError as error:  # a malformed file, or a number of too many digits
        fault = f"it is not TOML: {shown(str(error))}"
        raise UnreadableError.of(path, fault, remedy) from error
