"""Values of somebody else's making, fit to be shown in a message."""

from __future__ import annotations

import reprlib
from typing import Any

__all__ = ["quoted", "shown"]

_LONGEST = 80


def shown(value: Any) -> str:
    """Return a value as a text to be shown: short, and without what does not print."""
    text = value if isinstance(value, str) else _written(value)
    printed = "".join(one if one.isprintable() else " " for one in text[:_LONGEST])
    return printed if len(text) <= _LONGEST else f"{printed} ..."


def quoted(value: Any) -> str:
    """Return a value as Python would write it, as short as `shown`."""
    return shown(repr(value[:_LONGEST]) if isinstance(value, str) else _written(value))


def _written(value: Any) -> str:
    try:
        return reprlib.repr(value)
    except ValueError:  # Python writes no whole number of so many digits
        return "a number of thousands of digits"
