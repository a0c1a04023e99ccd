"""What small valid tables are made for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from peelcheck.reference.editions import Edition

__all__ = ["Making", "times_of"]

_LARGEST, _TIMES = "Metropolitan Police", 5


def times_of(force: str) -> int:
    """Return how many times the count of another force a force has.

    London has seven times the people of most forces, and would all but stand apart
    from them with as small a count as theirs.
    """
    return _TIMES if force == _LARGEST else 1


@dataclass(frozen=True, slots=True)
class Making:
    """What tables are made for: an edition, its forces, and whether of all together."""

    edition: Edition
    forces: tuple[str, ...]
    collected: bool

    def last_day(self, table: str) -> date:
        """Return the last day of the window that the edition gives a table."""
        return cast("date", self.edition.value(f"{table}.window.end"))

    def first_day(self, table: str) -> date:
        """Return the first day of the window that the edition gives a table."""
        return cast("date", self.edition.value(f"{table}.window.start"))
