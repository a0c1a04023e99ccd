"""A table brought down to a few rows in its own engine, for rules over whole tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import narwhals as nw

from peelcheck.conditions import ALWAYS, Condition
from peelcheck.engines.compiling import true_where
from peelcheck.engines.plain import eager, plain_rows
from peelcheck.returns import ROW, Frame

__all__ = [
    "BLANK",
    "COUNT",
    "DISTINCT",
    "EXACT",
    "aggregated",
    "as_kept",
    "distinct_rows",
    "row_count",
    "summed",
]

COUNT = "__rows__"

BLANK = "blank."
"""What stands before the name of a column whose empty cells are counted."""

DISTINCT = "distinct."
"""What stands before the name of a column whose different values are counted."""

EXACT = 6
"""The decimals that a sum is kept to; libraries add up in different orders."""


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
    return _grouped(marked, by, nw.col(value).sum(), nw.col(COUNT).sum(), cells)


def aggregated(
    frame: Frame,
    by: Sequence[str],
    *,
    sums: Sequence[str] = (),
    blanks: Sequence[str] = (),
    distinct: Sequence[str] = (),
    when: Condition = ALWAYS,
    partly: bool = False,
) -> list[dict[str, Any]]:
    """Return a row for each group of the rows where a bound condition holds.

    Args:
        frame: The typed table, with its row numbers.
        by: The columns that tell groups apart; a missing value counts as a value.
            Where there is none, all rows are one group.
        sums: Columns added up; a sum that lacks a cell is missing.
        blanks: Columns whose empty cells are counted, as `blank.x`.
        distinct: Columns whose different values are counted, as `distinct.x`, decimals
            as sums are kept; an empty cell is none.
        when: Which rows are taken.
        partly: Whether a sum may lack cells, so long as it has one.

    Returns:
        Rows with `by`, `sums`, `rows`, `blank.x` for each x of `blanks`, `distinct.x`
        for each x of `distinct`, and the first row, in the order of that.

    """
    kept = frame
    if when != ALWAYS:
        kept = frame.filter(true_where(when, dict(frame.collect_schema())))
    # Marked first and then summed: engines group by simple aggregates only.
    watched = dict.fromkeys((*sums, *blanks))
    gaps = [
        nw.col(name).is_null().cast(nw.Int64).alias(f"{BLANK}{name}")
        for name in watched
    ]
    marked = kept.select(ROW, *dict.fromkeys((*by, *sums)), *gaps)
    added = [nw.col(name).sum() for name in (*sums, *(BLANK + n for n in watched))]
    rows = _grouped(marked, by, nw.len().alias("rows"), *added)
    told = [_told(row, sums, blanks, partly=partly) for row in rows]
    for name in distinct:
        found = _different(kept, by, name)
        for row in told:
            row[f"{DISTINCT}{name}"] = found[_key(row, by)]
    return told


def _different(frame: Frame, by: Sequence[str], name: str) -> Counter[tuple[Any, ...]]:
    """Return how many different values of a column each group has.

    Each value of a group is brought down to one row first: that every engine can.
    Decimals that agree to `EXACT` places are one value.
    """
    pairs = _grouped(frame, list(dict.fromkeys((*by, name))))
    found = {
        (_key(row, by), as_kept(row[name])) for row in pairs if row[name] is not None
    }
    return Counter(key for key, _ in found)


def _key(row: dict[str, Any], by: Sequence[str]) -> tuple[Any, ...]:
    return tuple(row[name] for name in by)


def _told(
    row: dict[str, Any], sums: Sequence[str], blanks: Sequence[str], *, partly: bool
) -> dict[str, Any]:
    """Return a group's row without sums that lack a cell, and counts not asked for."""
    few = row["rows"] if partly else 1
    told = row | {name: None for name in sums if row[f"{BLANK}{name}"] >= few}
    for name in sums:
        told[name] = as_kept(told[name])
        if name not in blanks:
            del told[f"{BLANK}{name}"]
    return told


def as_kept(added: Any) -> Any:
    """Return a sum to the decimals that sums are kept to; whole ones as they are."""
    return round(added, EXACT) if isinstance(added, float) else added


def row_count(frame: Frame) -> int:
    """Return the number of rows."""
    return int(eager(frame.select(nw.len())).item())


def _grouped(
    frame: Frame, by: Sequence[str], *aggregates: nw.Expr
) -> list[dict[str, Any]]:
    made = (nw.col(ROW).min(), *aggregates)
    if not by:
        # No rows make one row without a first one; they are no group.
        rows = plain_rows(frame.select(*made))
        return [row for row in rows if row[ROW] is not None]
    grouped = frame.group_by(*by, drop_null_keys=False)
    return sorted(plain_rows(grouped.agg(*made)), key=lambda row: row[ROW])
