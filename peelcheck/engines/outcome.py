"""What an engine says of one rule: exact counts, and the first rows at fault."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peelcheck.results import Compared

__all__ = ["FIRST", "Hit", "Outcome"]

FIRST = 10
"""How many failing rows are listed; all are counted."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One row, or one key, at fault; with its cell in a sheet, where one is known."""

    row: int | None
    values: Mapping[str, Any]
    message: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Counts over `counted`, and the first hits in the order of the source.

    Where forces are held against one another, all that were are in `compared`, from the
    lowest figure to the highest; `reason` says why nothing could be evaluated.
    """

    evaluated: int
    failed: int
    undecided: int = 0
    counted: str = "rows"
    hits: tuple[Hit, ...] = ()
    compared: tuple[Compared, ...] = ()
    reason: str = ""
