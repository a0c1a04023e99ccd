"""The rows of two deliveries side by side: matched by key, or counted where alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from peelcheck.engines.plain import eager
from peelcheck.returns import ROW, TableData, mark_of, text_of
from peelcheck.shape import ColumnType, Mark
from peelcheck.tables import TABLES

__all__ = ["AFTER", "SAME", "TIMES", "Parts", "alike", "matched", "plain", "why_of"]

AFTER = ".after"
"""What stands behind the name of a column of the second delivery."""

SAME = "same."
"""What stands before the name of a column whose cells are the same in both."""

TIMES = "__times__"

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
    """Match rows by their key; keys that stand more than once in either are set apart.

    A cell without a value in the key matches one that has none for the same reason.
    """
    by = [*key, *map(why_of, key)]
    doubled = _doubled(first, second, by)
    if not doubled.is_empty():
        known = doubled.lazy().select(by)
        first = first.join(known, on=by, how="anti", nulls_equal=True)
        second = second.join(known, on=by, how="anti", nulls_equal=True)
    whole = first.join(
        second, on=by, how="full", nulls_equal=True, coalesce=True, suffix=AFTER
    ).collect(engine="streaming")
    before, after = pl.col(ROW), pl.col(f"{ROW}{AFTER}")
    both = whole.filter(before.is_not_null() & after.is_not_null())
    both = both.with_columns(_same(name) for name in columns)
    told = [pl.col(f"{SAME}{name}") for name in columns]
    corrected = both.filter(~pl.all_horizontal(told)) if told else both.clear()
    return Parts(
        unchanged=both.height - corrected.height,
        corrected=corrected.sort(after),
        new=whole.filter(before.is_null()).sort(after),
        withdrawn=whole.filter(after.is_null()).sort(before),
        doubled=doubled,
    )


def _same(name: str) -> pl.Expr:
    pairs = [(one, f"{one}{AFTER}") for one in (name, why_of(name))]
    equal = (pl.col(one).eq_missing(pl.col(other)) for one, other in pairs)
    return pl.all_horizontal(equal).alias(f"{SAME}{name}")


def _doubled(
    first: pl.LazyFrame, second: pl.LazyFrame, by: Sequence[str]
) -> pl.DataFrame:
    """Return the keys that stand more than once, and how often in each delivery."""
    counted = [
        frame.group_by(by).agg(pl.len().cast(pl.Int64).alias(TIMES), pl.col(ROW).min())
        for frame in (first, second)
    ]
    many = [one.filter(pl.col(TIMES) > 1).select(by) for one in counted]
    keys = pl.concat(many).unique().collect(engine="streaming").lazy()
    for frame, end in zip(counted, ("", AFTER), strict=True):
        named = frame.rename({name: f"{name}{end}" for name in (TIMES, ROW)})
        keys = keys.join(named, on=by, how="left", nulls_equal=True)
    rows = keys.with_columns(pl.col(TIMES, f"{TIMES}{AFTER}").fill_null(0))
    return rows.sort(ROW, f"{ROW}{AFTER}", nulls_last=True).collect()


def alike(first: pl.LazyFrame, second: pl.LazyFrame, columns: Sequence[str]) -> Parts:
    """Count rows that are alike, in a table that has no key to match them by."""
    by = [*columns, *map(why_of, columns)]
    counted = [
        frame.group_by(by).agg(pl.len().cast(pl.Int64).alias(TIMES), pl.col(ROW).min())
        for frame in (first, second)
    ]
    whole = (
        counted[0]
        .join(
            counted[1], on=by, how="full", nulls_equal=True, coalesce=True, suffix=AFTER
        )
        .with_columns(pl.col(TIMES, f"{TIMES}{AFTER}").fill_null(0))
        .collect(engine="streaming")
    )
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
