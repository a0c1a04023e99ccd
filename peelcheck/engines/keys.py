"""Doubled keys: counted as members (rows that have a twin), listed in source order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import narwhals as nw
import polars as pl

from peelcheck.conditions import ALWAYS, Condition
from peelcheck.engines.compiling import true_where
from peelcheck.engines.groups import COUNT, distinct_rows, row_count
from peelcheck.engines.outcome import FIRST, Hit, Outcome
from peelcheck.engines.plain import eager, plain_rows
from peelcheck.returns import ROW, Frame

__all__ = ["unique_outcome"]

_AT_ONCE = 1 << 22
"""Keys compared in one pass."""


def unique_outcome(
    frame: Frame, columns: Sequence[str], when: Condition = ALWAYS
) -> Outcome:
    """Count the rows whose key stands in another row too, and list the first.

    Only rows where a bound condition holds are looked at.
    """
    if when != ALWAYS:
        frame = frame.filter(true_where(when, dict(frame.collect_schema())))
    native = frame.to_native()
    if isinstance(native, pl.LazyFrame):
        return _by_hash(native, columns)
    return _by_group(frame, columns)


def _by_hash(frame: pl.LazyFrame, columns: Sequence[str]) -> Outcome:
    """Sort 64-bit hashes of the keys; compare whole keys only where hashes meet.

    The hash is a filter: the exact comparison decides, so no key is doubled falsely.
    Each pass takes a share of the hashes, so that memory does not grow with the rows.
    """
    rows, key = row_count(nw.from_native(frame)), _hash(columns)
    shares = -(-rows // _AT_ONCE)
    failed, doubled = 0, []
    for share in range(shares):
        hashes = frame.select(key).filter(pl.nth(0) % shares == share)
        met = _met(hashes.collect(engine="streaming").to_series())
        if len(met):
            suspects = frame.filter(key.is_in(met.implode())).group_by(columns)
            counted = suspects.agg(pl.len().alias(COUNT), pl.col(ROW).min())
            keys = counted.filter(pl.col(COUNT) > 1).collect(engine="streaming")
            failed += int(keys[COUNT].sum())
            doubled.append(keys.bottom_k(FIRST, by=ROW))
    first = _first(frame, pl.concat(doubled)) if doubled else ()
    return _outcome(rows, failed, first)


def _hash(columns: Sequence[str]) -> pl.Expr:
    return pl.struct(columns).hash()


def _met(hashes: pl.Series) -> pl.Series:
    """Return the hashes that stand more than once."""
    ordered = hashes.sort()
    return ordered.filter(ordered == ordered.shift(1)).unique()


def _first(frame: pl.LazyFrame, doubled: pl.DataFrame) -> list[dict[str, Any]]:
    """Return the first rows that hold a doubled key, in the order of the source.

    Only the keys that come first can stand in them.
    """
    keys = doubled.bottom_k(FIRST, by=ROW).drop(ROW)
    columns = [name for name in keys.columns if name != COUNT]
    rows = frame.select(ROW, *columns).join(keys.lazy(), on=columns, nulls_equal=True)
    return plain_rows(nw.from_native(rows.bottom_k(FIRST, by=ROW).sort(ROW)))


def _by_group(frame: Frame, columns: Sequence[str]) -> Outcome:
    rows = eager(frame)
    doubled = rows.filter(~rows.select(*columns).is_unique())
    times = {
        tuple(row[name] for name in columns): row[COUNT]
        for row in distinct_rows(doubled, columns)
    }
    first = [
        {**row, COUNT: times[tuple(row[name] for name in columns)]}
        for row in plain_rows(doubled.select(ROW, *columns).sort(ROW).head(FIRST))
    ]
    return _outcome(len(rows), len(doubled), first)


def _outcome(
    evaluated: int, failed: int, first: Iterable[Mapping[str, Any]]
) -> Outcome:
    hits = tuple(
        Hit(
            row[ROW],
            {name: value for name, value in row.items() if name not in (ROW, COUNT)},
            f"this key stands {row[COUNT]} times",
        )
        for row in first
    )
    return Outcome(evaluated=evaluated, failed=failed, hits=hits)
