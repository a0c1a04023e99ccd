"""Doubled keys: counted as members (rows that have a twin), listed in source order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import narwhals as nw
import numpy as np
import polars as pl

from peelcheck.engines.groups import COUNT, distinct_rows
from peelcheck.engines.outcome import FIRST, Hit, Outcome
from peelcheck.engines.plain import eager, plain_rows
from peelcheck.returns import ROW, Frame

__all__ = ["unique_outcome"]


def unique_outcome(frame: Frame, columns: Sequence[str]) -> Outcome:
    """Count the rows whose key stands in another row too, and list the first."""
    native = frame.to_native()
    if isinstance(native, pl.LazyFrame):
        return _by_hash(native, columns)
    return _by_group(frame, columns)


def _by_hash(frame: pl.LazyFrame, columns: Sequence[str]) -> Outcome:
    """Sort 64-bit hashes of the keys; compare whole keys only where hashes meet.

    The hash is a filter: the exact comparison decides, so no key is doubled falsely.
    """
    key = _hash(columns)
    hashes = frame.select(key).collect(engine="streaming").to_series().to_numpy()
    ordered = np.sort(hashes)
    met = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    if not len(met):
        return Outcome(evaluated=len(hashes), failed=0)
    suspects = frame.filter(key.is_in(pl.Series(met).implode()))
    doubled = (
        suspects.select(ROW, *columns, pl.len().over(columns).alias(COUNT))
        .filter(pl.col(COUNT) > 1)
        .sort(ROW)
        .collect()
    )
    first = plain_rows(nw.from_native(doubled.head(FIRST)))
    return _outcome(len(hashes), doubled.height, first)


def _hash(columns: Sequence[str]) -> pl.Expr:
    return pl.struct(columns).hash()


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
