"""Small deliveries of 999 calls, and what comparing them counts."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl

import peelcheck
from peelcheck.comparing.changes import What
from peelcheck.comparing.comparison import TableComparison

__all__ = ["FEBRUARY", "FIRST", "JANUARY", "SECOND", "calls", "counts", "of_calls"]

JANUARY, FEBRUARY = date(2018, 1, 31), date(2018, 2, 28)


def calls(*rows: tuple[Any, Any, Any]) -> pl.DataFrame:
    """Return 999 calls as a file has them: as texts."""
    texts = [tuple(None if one is None else str(one) for one in row) for row in rows]
    return pl.DataFrame(texts, schema=["month", "force", "calls"], orient="row")


FIRST = calls(
    (JANUARY, "Essex", ".."),
    (JANUARY, "Kent", 12),
    (JANUARY, "Surrey", 5),
    (FEBRUARY, "Essex", 7),
    (FEBRUARY, "Kent", 30),
)
SECOND = calls(
    (FEBRUARY, "Kent", 31),
    (JANUARY, "Sussex", 9),
    (JANUARY, "Kent", 12),
    (JANUARY, "Essex", 12),
)


def of_calls(first: Any, second: Any) -> TableComparison:
    """Return the comparison of two tables of 999 calls."""
    return peelcheck.compare(first, second, table="calls_999").of("calls_999")


def counts(one: TableComparison) -> tuple[int, ...]:
    """Return how many rows are unchanged, corrected, new and withdrawn."""
    return one.unchanged, *(one.count(what) for what in What)
