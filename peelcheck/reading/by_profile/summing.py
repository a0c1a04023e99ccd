"""Counts of a finer breakdown added up, as text, so that nothing unread is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars as pl

from peelcheck.returns import ROW
from peelcheck.shape import Mark

__all__ = ["summed"]

_AGAIN = "__again__"
_WHOLE = r"^-?[0-9]{1,15}$"


def summed(
    frame: pl.DataFrame, columns: Sequence[str], over: str, marks: Mapping[str, Mark]
) -> tuple[pl.DataFrame, int]:
    """Add up some columns over all rows that agree in the others but one.

    That one is the finer breakdown, and leaves the table. Rows that agree in it too are
    not added up but go into a sum of their own, so that the doubled key is found.

    A group in which no cell has a number keeps its first mark. A cell that is neither
    a number nor a mark stands in place of its group's sum, to be found there.

    Returns:
        The frame, each row numbered as the first of its group; and how many cells
        without a number were taken for none beside others that have one.

    """
    there = [name for name in columns if name in frame.columns]
    key = [name for name in frame.columns if name not in {*there, over, ROW}]
    numbers = {name: _number(name, marks) for name in there}
    again = pl.int_range(pl.len()).over(*key, over).alias(_AGAIN)
    frame = frame.with_columns(again)
    grouped = [*key, _AGAIN]
    total = frame.group_by(grouped, maintain_order=True).agg(
        pl.col(ROW).min(),
        *(_sum(name, number, marks) for name, number in numbers.items()),
    )
    blank = (
        (_is_blank(name, number, marks) & number.is_not_null().any().over(grouped))
        .sum()
        .alias(name)
        for name, number in numbers.items()
    )
    filled = frame.select(*blank).row(0) if there else ()
    return total.select(ROW, *key, *there), sum(filled)


def _plain(name: str) -> pl.Expr:
    return pl.col(name).str.strip_chars().str.replace_all(",", "", literal=True)


def _number(name: str, marks: Mapping[str, Mark]) -> pl.Expr:
    plain = _plain(name)
    nil = [mark for mark, meaning in marks.items() if meaning is Mark.NIL]
    number = pl.when(plain.str.contains(_WHOLE)).then(plain).cast(pl.Int64)
    return pl.when(plain.is_in(nil)).then(0).otherwise(number)


def _is_blank(name: str, number: pl.Expr, marks: Mapping[str, Mark]) -> pl.Expr:
    """Say which cells are empty or hold a mark; any other is no number, but odd."""
    return number.is_null() & (pl.col(name).is_null() | _plain(name).is_in(list(marks)))


def _sum(name: str, number: pl.Expr, marks: Mapping[str, Mark]) -> pl.Expr:
    cell = pl.col(name)
    odd = number.is_null() & ~_is_blank(name, number, marks)
    added = pl.when(number.is_not_null().any()).then(number.sum()).cast(pl.String)
    return pl.coalesce(
        cell.filter(odd).first(), added, cell.drop_nulls().first()
    ).alias(name)
