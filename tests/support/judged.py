"""One rule over a few rows of a table: what tests of rules look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

import peelcheck
from peelcheck import RuleResult

__all__ = ["judged"]


def judged(
    rule_id: str,
    rows_of: Mapping[str, Iterable[Mapping[str, Any]]],
    *,
    kind: str = "collection",
    **said: Any,
) -> RuleResult:
    """Return what a rule says of some rows, under a manifest of these entries."""
    frames = {
        name: pl.DataFrame(list(rows), infer_schema_length=None)
        for name, rows in rows_of.items()
    }
    manifest = {"edition": "peel-2018-19", "kind": kind, **said}
    return peelcheck.check(frames, manifest=manifest).of(rule_id)
