"""Rows checked beside the row of another table that they point to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import narwhals as nw
import polars as pl

from peelcheck.conditions import columns_of
from peelcheck.engines.outcome import Outcome
from peelcheck.engines.rows import row_outcomes
from peelcheck.model import LinkRule
from peelcheck.returns import ROW, Frame, mark_of, text_of

__all__ = ["LINKED", "beside_targets", "linked_outcomes"]

LINKED = "reference."
"""What stands before the name of a column of the other table."""

_HASH = "__hash__"


def linked_outcomes(
    frame: Frame,
    target: Frame,
    rules: Sequence[LinkRule],
    key: Sequence[str],
) -> list[Outcome]:
    """Count and list the rows that break rules of one target and one `on`.

    The tables are joined once for all the rules, with no more columns than they read.

    Args:
        frame: The typed table, with its row numbers.
        target: The other table, in the same library.
        rules: Bound rules.
        key: Columns to show beside those a rule reads.

    """
    on = rules[0].on
    wanted = dict.fromkeys(name for rule in rules for name in _read(rule))
    schema = frame.collect_schema()
    there = [name for name in (ROW, *key, *on, *_told_of(wanted)) if name in schema]
    brought = dict.fromkeys(n.removeprefix(LINKED) for n in wanted if LINKED in n)
    rows = beside_targets(
        frame.select(*dict.fromkeys(there)), target, on, tuple(brought)
    )
    return row_outcomes(rows, rules, key, in_order=False)


def _read(rule: LinkRule) -> tuple[str, ...]:
    return (*columns_of(rule.when), *columns_of(rule.then))


def _told_of(names: Sequence[str] | dict[str, None]) -> list[str]:
    """Return columns with those that say how their cells were written."""
    return [one for name in names for one in (name, mark_of(name), text_of(name))]


def beside_targets(
    frame: Frame, target: Frame, on: tuple[str, ...], brought: tuple[str, ...]
) -> Frame:
    """Return the rows with the columns brought from what they point to, as `LINKED`.

    No row is lost or doubled; one that lacks a key points to nothing.
    """
    rows, native = frame.to_native(), target.drop_nulls(list(on)).to_native()
    if isinstance(native, pl.LazyFrame) and _all_differ(native, on):
        return nw.from_native(_joined_by_hash(rows, native, on, brought))
    columns = [nw.col(name).alias(f"{LINKED}{name}") for name in brought]
    others: Any = target.drop_nulls(list(on)).select(*on, *columns)
    # Where a key is doubled, its least values stand for it.
    least = [nw.col(f"{LINKED}{name}").min() for name in brought]
    once = others.group_by(*on).agg(*least)
    if frame.implementation.is_pyarrow():  # it joins long texts to no short ones
        types = {name: frame.collect_schema()[name] for name in on}
        frame, once = (
            one.with_columns(nw.col(name).cast(types[name]) for name in on)
            for one in (frame, once)
        )
    return frame.join(once, on=list(on), how="left")


def _all_differ(target: pl.LazyFrame, on: tuple[str, ...]) -> bool:
    """Say whether the keys of a table have 64-bit hashes that all differ."""
    hashes = target.select(_hash(on)).collect(engine="streaming").to_series().sort()
    return not (hashes == hashes.shift(1)).any()


def _joined_by_hash(
    rows: pl.LazyFrame,
    target: pl.LazyFrame,
    on: tuple[str, ...],
    brought: tuple[str, ...],
) -> pl.LazyFrame:
    """Join by hashes, and compare whole keys where they meet.

    Texts make a slow join; the hash finds at most one row, and the comparison decides.
    """
    named = dict.fromkeys((*on, *brought))
    columns = [pl.col(name).alias(f"{LINKED}{name}") for name in named]
    others = target.select(_hash(on), *columns)
    met = rows.with_columns(_hash(on)).join(others, on=_HASH, how="left").drop(_HASH)
    same = pl.all_horizontal(pl.col(name) == pl.col(f"{LINKED}{name}") for name in on)
    kept = [pl.when(same).then(pl.col(f"{LINKED}{name}")) for name in brought]
    unread = [f"{LINKED}{name}" for name in named if name not in brought]
    return met.with_columns(kept).drop(unread)


def _hash(on: tuple[str, ...]) -> pl.Expr:
    return pl.struct(on).hash().alias(_HASH)
