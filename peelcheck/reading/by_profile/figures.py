"""Printed figures as numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from peelcheck.shape import Mark

__all__ = ["figure_of"]

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?")


def figure_of(text: str | None, marks: Mapping[str, Mark]) -> int | float | None:
    """Return the number a cell holds, if it holds one; of marks only nil is one."""
    plain = (text or "").strip()
    if marks.get(plain) is Mark.NIL:
        return 0
    plain = plain.replace(",", "")
    if not _NUMBER.fullmatch(plain):
        return None
    number = float(plain)
    return int(number) if number.is_integer() else number
