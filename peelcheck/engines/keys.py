"""Doubled keys: counted as members (rows that have a twin), listed in source order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import narwhals as nw
import numpy as np
import polars as pl

from peelcheck.engines.outcome import FIRST, Hit, Outcome
from peelcheck.returns import ROW, Frame

__all__ = ["unique_outcome"]


def unique_outcome(frame: Frame, columns: Sequence[str]) -> Outcome:
    """Count the rows whose key stands in another row too, and list the first."""
    native = frame.to_native()
    if isinstance(native, pl.LazyFrame):
        return _by_hash(native, list(columns))
    return _by_group(frame, list(columns))


def _by_hash(frame: pl.LazyFrame, columns: list[str]) -> Outcome:
    """Sort 64-bit hashes of the keys; compare whole keys only where hashes meet.

    The hash is a filter: the exact comparison decides, so no key is doubled falsely.
    """
    key = pl.struct(columns).hash().alias("__hash__")
    hashes = frame.select(key).collect(engine="streaming").to_series().to_numpy()
    ordered = np.sort(hashes)
    met = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    if not len(met):
        return Outcome(evaluated=len(hashes), failed=0)
    suspects = frame.filter(key.is_in(pl.Series(met).implode()))
    doubled = (
        suspects.filter(pl.len().over(columns) > 1)
        .select(ROW, *columns, pl.len().over(columns).alias("__times__"))
        .sort(ROW)
        .collect()
    )
    return _outcome(len(hashes), doubled.height, doubled.head(FIRST).to_dicts())


def _by_group(frame: Frame, columns: list[str]) -> Outcome:
    eager = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    doubled = eager.filter(~eager.select(*columns).is_unique())
    times = doubled.group_by(*columns).agg(nw.len().alias("__times__"))
    listed = doubled.sort(ROW).select(ROW, *columns).head(FIRST)
    found = {tuple(row[:-1]): row[-1] for row in times.iter_rows()}
    first = [
        {**row, "__times__": found[tuple(row[name] for name in columns)]}
        for row in listed.rows(named=True)
    ]
    return _outcome(len(eager), len(doubled), first)


def _outcome(evaluated: int, failed: int, first: list[dict[str, Any]]) -> Outcome:
    hits = []
    for row in first:
        values = {n: v for n, v in row.items() if n not in (ROW, "__times__")}
        says = f"this key stands {row['__times__']} times"
        hits.append(Hit(row[ROW], values, says))
    return Outcome(evaluated=evaluated, failed=failed, hits=tuple(hits))
