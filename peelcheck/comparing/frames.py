"""The rows of two deliveries side by side: matched by key, or counted where alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import polars as pl

from peelcheck.engines.plain import eager
from peelcheck.returns import ROW, TableData, mark_of, text_of
from peelcheck.shape import ColumnType, Mark
from peelcheck.tables import TABLES

__all__ = [
    "AFTER",
    "ALIKE",
    "SAME",
    "TIMES",
    "Parts",
    "alike",
    "matched",
    "plain",
    "why_of",
]

AFTER = ".after"
"""What stands behind the name of a column of the second delivery."""

SAME = "same."
"""What stands before the name of a column whose cells are the same in both."""

TIMES = "__times__"

ALIKE = "__alike__"
"""How many rows of a doubled key are the same in both."""

BLANK = "blank"
"""Why a cell holds no value, where it says nothing."""

_TYPES = {
    ColumnType.TEXT: pl.String,
    ColumnType.INTEGER: pl.Int64,
    ColumnType.NUMBER: pl.Float64,
    ColumnType.DATE: pl.Date,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The rows of a table, parted by what became of them."""

    unchanged: int
    corrected: pl.DataFrame
    new: pl.DataFrame
    withdrawn: pl.DataFrame
    doubled: pl.DataFrame


def why_of(column: str) -> str:
    """Return the name of the column that says why a cell holds no value."""
    return f"{column}.why"


def plain(data: TableData, columns: Sequence[str]) -> pl.LazyFrame:
    """Return columns of a table in their declared types, each with why a cell is empty.

    Frames of other libraries are taken over; a plan of polars stays one.
    """
    native = data.frame.to_native()
    lazy = (
        native
        if isinstance(native, pl.LazyFrame)
        else eager(data.frame).to_polars().lazy()
    )
    schema = lazy.collect_schema()
    typed = []
    for name in columns:
        value = pl.col(name)
        if schema[name].is_float():  # pandas holds whole numbers with gaps so
            value = value.fill_nan(None)
        kind = TABLES[data.table].column(name).type
        value = value.cast(_TYPES[kind])
        typed += [value, _why(name, value, marked=mark_of(name) in schema)]
    return lazy.select(pl.col(ROW).cast(pl.Int64), *typed)


def _why(name: str, value: pl.Expr, *, marked: bool) -> pl.Expr:
    """Return why cells are empty; an unreadable one is told by its text."""
    why = pl.lit(BLANK)
    if marked:
        mark = pl.col(mark_of(name)).cast(pl.String)
        text = pl.concat_str(pl.lit("unreadable: "), text_of(name))
        unreadable = pl.when(mark == Mark.UNREADABLE.value)
        why = unreadable.then(text).otherwise(mark.fill_null(BLANK))
    return pl.when(value.is_null()).then(why).alias(why_of(name))


def matched(
    first: pl.LazyFrame,
    second: pl.LazyFrame,
    key: Sequence[str],
    columns: Sequence[str],
) -> Parts:
    """Match rows by their key; where one stands more than once, count rows alike.

    A cell without a value in the key matches one that has none for the same reason.
    Of a key that stands more than once in either, what is not alike is set apart.
    """
    by = [*key, *map(why_of, key)]
    doubled, unchanged = _doubled(first, second, by), 0
    if not doubled.is_empty():
        known = doubled.lazy().select(by)
        one, other = (_of(frame, known, by, "semi") for frame in (first, second))
        doubled = _with_alike(doubled, _counted(one, other, [*key, *columns]), by)
        unchanged = int(doubled[ALIKE].sum())
        first, second = (_of(frame, known, by, "anti") for frame in (first, second))
    whole = first.join(
        second, on=by, how="full", nulls_equal=True, coalesce=True, suffix=AFTER
    ).collect(engine="streaming")
    before, after = pl.col(ROW), pl.col(f"{ROW}{AFTER}")
    both = whole.filter(before.is_not_null() & after.is_not_null())
    both = both.with_columns(_same(name) for name in columns)
    told = [pl.col(f"{SAME}{name}") for name in columns]
    corrected = both.filter(~pl.all_horizontal(told)) if told else both.clear()
    return Parts(
        unchanged=both.height - corrected.height + unchanged,
        corrected=corrected.sort(after),
        new=whole.filter(before.is_null()).sort(after),
        withdrawn=whole.filter(after.is_null()).sort(before),
        doubled=_unlike(doubled),
    )


def _of(
    frame: pl.LazyFrame,
    known: pl.LazyFrame,
    by: Sequence[str],
    how: Literal["semi", "anti"],
) -> pl.LazyFrame:
    """Return the rows that have a known key, or those that have none."""
    return frame.join(known, on=by, how=how, nulls_equal=True)


def _with_alike(
    doubled: pl.DataFrame, counted: pl.DataFrame, by: Sequence[str]
) -> pl.DataFrame:
    """Return doubled keys with how many of their rows are the same in both."""
    both = pl.min_horizontal(TIMES, f"{TIMES}{AFTER}")
    same = counted.group_by(by).agg(both.sum().alias(ALIKE))
    return doubled.join(
        same, on=by, how="left", nulls_equal=True, maintain_order="left"
    )


def _unlike(doubled: pl.DataFrame) -> pl.DataFrame:
    """Return the doubled keys of which some row is not the same in both."""
    if doubled.is_empty():
        return doubled
    most = pl.max_horizontal(TIMES, f"{TIMES}{AFTER}")
    return doubled.filter(pl.col(ALIKE) < most)


def _same(name: str) -> pl.Expr:
    pairs = [(one, f"{one}{AFTER}") for one in (name, why_of(name))]
    equal = (pl.col(one).eq_missing(pl.col(other)) for one, other in pairs)
    return pl.all_horizontal(equal).alias(f"{SAME}{name}")


def _doubled(
    first: pl.LazyFrame, second: pl.LazyFrame, by: Sequence[str]
) -> pl.DataFrame:
    """Return the keys that stand more than once, and how often in each delivery."""
    counted = [_times(frame, by) for frame in (first, second)]
    many = [one.filter(pl.col(TIMES) > 1).select(by) for one in counted]
    keys = pl.concat(many).unique().collect(engine="streaming").lazy()
    for frame, end in zip(counted, ("", AFTER), strict=True):
        named = frame.rename({name: f"{name}{end}" for name in (TIMES, ROW)})
        keys = keys.join(named, on=by, how="left", nulls_equal=True)
    rows = keys.with_columns(pl.col(TIMES, f"{TIMES}{AFTER}").fill_null(0))
    return rows.sort(ROW, f"{ROW}{AFTER}", nulls_last=True).collect()


def alike(first: pl.LazyFrame, second: pl.LazyFrame, columns: Sequence[str]) -> Parts:
    """Count rows that are alike, in a table that has no key to match them by."""
    whole = _counted(first, second, columns)
    before, after = pl.col(TIMES), pl.col(f"{TIMES}{AFTER}")
    # Which of the rows that are alike is the new one cannot be said: the first is told.
    nowhere, gone = pl.lit(None).alias(ROW), pl.lit(None).alias(f"{ROW}{AFTER}")
    more = whole.filter(after > before).with_columns(
        (after - before).alias(TIMES), nowhere
    )
    less = whole.filter(before > after).with_columns(
        (before - after).alias(TIMES), gone
    )
    return Parts(
        unchanged=int(whole.select(pl.min_horizontal(before, after).sum()).item()),
        corrected=whole.clear(),
        new=more.sort(f"{ROW}{AFTER}"),
        withdrawn=less.sort(ROW),
        doubled=whole.clear(),
    )


def _counted(
    first: pl.LazyFrame, second: pl.LazyFrame, columns: Sequence[str]
) -> pl.DataFrame:
    """Return each row once, with how often it stands in either delivery."""
    by = [*columns, *map(why_of, columns)]
    one, other = (_times(frame, by) for frame in (first, second))
    whole = one.join(
        other, on=by, how="full", nulls_equal=True, coalesce=True, suffix=AFTER
    )
    filled = pl.col(TIMES, f"{TIMES}{AFTER}").fill_null(0)
    return whole.with_columns(filled).collect(engine="streaming")


def _times(frame: pl.LazyFrame, by: Sequence[str]) -> pl.LazyFrame:
    """Return how often each combination of values stands, and where first."""
    return frame.group_by(by).agg(
        pl.len().cast(pl.Int64).alias(TIMES), pl.col(ROW).min()
    )
