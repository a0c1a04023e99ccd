"""A table brought down to a few rows in its own engine, for rules over whole tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import narwhals as nw

from peelcheck.engines.plain import eager, plain_rows
from peelcheck.returns import ROW, Frame

__all__ = ["COUNT", "distinct_rows", "row_count", "summed"]

COUNT = "__rows__"


def distinct_rows(frame: Frame, columns: Sequence[str]) -> list[dict[str, Any]]:
    """Return each combination of values once, with its first row and its row count.

    The rows come in the order of the source. Missing values count as a value.
    """
    return _grouped(frame, columns, nw.len().alias(COUNT))


def summed(frame: Frame, value: str, by: Sequence[str]) -> list[dict[str, Any]]:
    """Return the sum of a column by some others, with the cells that make it.

    `cells` counts them, and `COUNT` those of them that have no value.
    """
    # Marked first and then summed: engines group by simple aggregates only.
    gaps = nw.col(value).is_null().cast(nw.Int64).alias(COUNT)
    marked = frame.select(ROW, *by, value, gaps)
    cells = nw.len().alias("cells")
    rows = _grouped(marked, by, nw.col(value).sum(), nw.col(COUNT).sum(), cells)
    return [row | {value: row[value] or 0} for row in rows]


def row_count(frame: Frame) -> int:
    """Return the number of rows."""
    return int(eager(frame.select(nw.len())).item())


def _grouped(
    frame: Frame, by: Sequence[str], *aggregates: nw.Expr
) -> list[dict[str, Any]]:
    grouped = frame.group_by(*by, drop_null_keys=False)
    rows = plain_rows(grouped.agg(nw.col(ROW).min(), *aggregates))
    return sorted(rows, key=lambda row: row[ROW])
