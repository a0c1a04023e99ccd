"""Rows of two tables linked by their keys, in the library that both are held in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import narwhals as nw

from peelcheck.conditions import Condition, columns_of
from peelcheck.counts import ROWS, Link
from peelcheck.engines.compiling import true_where
from peelcheck.engines.pointing import LINKED, beside_targets
from peelcheck.returns import Frame

__all__ = ["both_or_none", "brought", "flagged", "of_one_library", "with_ones"]


def of_one_library(one: Frame, other: Frame) -> bool:
    """Say whether two frames can be joined where they are."""
    return type(one) is type(other) and one.implementation == other.implementation


def brought(frame: Frame, other: Frame, link: Link) -> Frame:
    """Return the rows with the column that a link brings; no row is lost or doubled.

    Rows that lack a value of the key are linked to none.
    """
    chosen = true_where(link.when, dict(other.collect_schema()))
    linked = other.filter(chosen).select(*link.on, link.brings)
    joined = beside_targets(frame, linked, link.on, (link.brings,))
    found = nw.col(f"{LINKED}{link.brings}").fill_null(link.otherwise)
    return joined.with_columns(found.alias(link.brings))


def flagged(frame: Frame, flags: dict[str, Condition]) -> Frame:
    """Return the rows with a column for each condition: true, false or missing."""
    schema = dict(frame.collect_schema())
    columns = []
    for name, condition in flags.items():
        read = [~nw.col(one).is_null() for one in columns_of(condition)]
        known = reduce(lambda one, another: one & another, read)
        said = nw.when(known).then(true_where(condition, schema))
        columns.append(said.alias(name))
    return frame.with_columns(*columns) if columns else frame


def with_ones(frame: Frame) -> Frame:
    """Return the rows with a column of ones, to be added up."""
    return frame.with_columns(nw.lit(1, dtype=nw.Int64).alias(ROWS))


def both_or_none(frame: Frame, names: Sequence[str]) -> Frame:
    """Return the rows with some columns empty wherever one of them is."""
    if len(names) < 2:
        return frame
    there = reduce(
        lambda one, another: one & another, (~nw.col(n).is_null() for n in names)
    )
    return frame.with_columns(*(nw.when(there).then(nw.col(n)).alias(n) for n in names))
