"""What PATH and the options of a command give: a return and an edition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from peelcheck.reference.editions import Edition
    from peelcheck.returns import Return

__all__ = ["given_in"]

_READ = ("edition", "kind", "table", "columns", "constants", "manifest", "profile")


def given_in(
    path: Path, options: Mapping[str, Any], told: Callable[[str], None]
) -> tuple[Return, Edition]:
    """Return what PATH holds, and the edition that the options ask for."""
    from peelcheck.binding import edition_for  # noqa: PLC0415 - when needed
    from peelcheck.reading import read  # noqa: PLC0415 - when needed

    told(f"reading {path.name}")
    given = read(path, **{name: options[name] for name in _READ})
    return given, edition_for(given.manifest, options["edition"], options["assume"])
