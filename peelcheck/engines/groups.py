"""A table brought down to a few rows in its own engine, for rules over whole tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import narwhals as nw

from peelcheck.conditions import ALWAYS, Condition
from peelcheck.engines.compiling import true_where
from peelcheck.returns import ROW, Frame

__all__ = ["COUNT", "distinct_rows", "row_count", "summed"]

COUNT = "__rows__"


def distinct_rows(
    frame: Frame, columns: Sequence[str], when: Condition = ALWAYS
) -> list[dict[str, Any]]:
    """Return each combination of values once, with its first row and its row count.

    The rows come in the order of the source. Missing values count as a value.
    """
    if when != ALWAYS:
        frame = frame.filter(true_where(when, dict(frame.collect_schema())))
    grouped = frame.group_by(*columns, drop_null_keys=False).agg(
        nw.col(ROW).min().alias(ROW), nw.len().alias(COUNT)
    )
    return _rows(grouped)


def summed(frame: Frame, value: str, by: Sequence[str]) -> list[dict[str, Any]]:
    """Return the sum of a column by some others, and how many cells had no value."""
    column = nw.col(value)
    grouped = frame.group_by(*by, drop_null_keys=False).agg(
        column.sum().alias(value),
        column.is_null().sum().alias(COUNT),
        nw.col(ROW).min().alias(ROW),
    )
    return _rows(grouped)


def row_count(frame: Frame) -> int:
    """Return the number of rows."""
    counted = frame.select(nw.len())
    eager = counted.collect() if isinstance(counted, nw.LazyFrame) else counted
    return int(eager.item())


def _rows(grouped: Frame) -> list[dict[str, Any]]:
    eager = grouped.collect() if isinstance(grouped, nw.LazyFrame) else grouped
    rows = [
        {name: _plain(value) for name, value in row.items()}
        for row in eager.rows(named=True)
    ]
    return sorted(rows, key=lambda row: row[ROW])


def _plain(value: Any) -> Any:
    """Return a value as Python has it: pandas gives dates as datetimes, gaps as NaN."""
    if isinstance(value, datetime):
        return None if value != value else value.date()  # noqa: PLR0124 - NaT
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return None if value != value else value  # noqa: PLR0124 - NaN
