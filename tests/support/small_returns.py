"""The small valid return changed in one place, and what a rule says of it."""

from __future__ import annotations

from typing import Any

import peelcheck
from peelcheck import Verdict
from peelcheck.rules.rulebook import rulebook
from peelcheck.strategies import DrawnReturn, valid_return

__all__ = ["verdict", "verdict_where_it_says", "with_cells"]


def verdict(rule: str, drawn: DrawnReturn) -> Verdict:
    return peelcheck.check(drawn.read()).of(rule).verdict


def with_cells(table: str, kind: str = "submission", **cells: Any) -> DrawnReturn:
    """Return the small valid return, with some cells of a table's first row changed."""
    drawn = valid_return("peel-2018-19", kind, [table])
    return drawn.with_row(table, 0, {**drawn.tables[table][0], **cells})


def verdict_where_it_says(rule: str, drawn: DrawnReturn, **fields: Any) -> Verdict:
    """Return the verdict where the manifest says something else of the rule's table."""
    table, entries = rulebook()[rule].table, drawn.manifest["tables"]
    changed = {**entries, table: {**entries[table], **fields}}
    said = {**drawn.manifest, "tables": changed}
    return peelcheck.check(drawn.frames(), manifest=said).of(rule).verdict
