"""Footnote digits glued to names and years: dropped where a known one remains."""

from __future__ import annotations

import re
from collections.abc import Container

from peelcheck.reference.spelling import fold

__all__ = ["plain_name", "with_footnote"]

_DIGITS = re.compile(r"\s*[0-9]+(\s*,\s*[0-9]+)*\s*$")
_INSIDE = re.compile(r"[0-9]+(\s*,\s*[0-9]+)*(?=\)\s*$)")
_GLUED = re.compile(r"[)\]]?[0-9]*(,[0-9]+)*")


def plain_name(text: str, known: Container[str]) -> str:
    """Return a name without footnote digits, where only that is a known name.

    Args:
        text: The name as printed, such as `Essex10`.
        known: The known names, folded.

    """
    if fold(text) in known:
        return text
    for digits in (_DIGITS, _INSIDE):
        plain = digits.sub("", text)
        if fold(plain) in known:
            return plain
    return text


def with_footnote(text: str, found: re.Match[str]) -> str:
    """Return what a pattern found in a text, with the footnote digits glued to it."""
    glued = _GLUED.match(text, found.end())
    return found[0] + (glued[0] if glued else "")
