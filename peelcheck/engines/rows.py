"""Row rules over one table: one pass counts for all, and rows that fail are fetched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals as nw

from peelcheck.conditions import columns_of
from peelcheck.engines.compiling import masks_of
from peelcheck.engines.outcome import FIRST, Hit, Outcome
from peelcheck.engines.plain import plain_rows
from peelcheck.model import LinkRule, RowRule
from peelcheck.returns import ROW, Frame, marked_column, text_of

__all__ = ["row_outcomes", "shown_columns"]


def row_outcomes(
    frame: Frame,
    rules: Sequence[RowRule | LinkRule],
    key: Sequence[str],
    *,
    in_order: bool = True,
) -> list[Outcome]:
    """Count rows evaluated, failed and undecided by each rule, and list the first.

    Args:
        frame: The typed table, with its row numbers.
        rules: Rules bound to an edition and a manifest.
        key: Columns to show beside those a rule reads.
        in_order: Whether the rows come in the order of the source.

    """
    schema = dict(frame.collect_schema())
    read = {name for rule in rules for name in (*_read(rule), *key)}
    absent = [nw.lit(None).alias(name) for name in sorted(read - schema.keys())]
    frame = frame.with_columns(absent) if absent else frame
    masked = frame.with_columns(*_masks(rules, schema))
    names = [name for name in masked.collect_schema() if name.startswith(_OWN)]
    (counted,) = plain_rows(masked.select(*(nw.col(name).sum() for name in names)))
    return [
        _outcome(
            counted, number, masked, shown_columns(rule, key, schema), in_order=in_order
        )
        for number, rule in enumerate(rules)
    ]


def shown_columns(
    rule: RowRule | LinkRule, key: Sequence[str], schema: Any
) -> list[str]:
    """Return the columns a finding of the rule shows: row, key, and what it read."""
    read = [name for name in _read(rule) if name in schema]
    texts = [text_of(name) for name in _read(rule) if text_of(name) in schema]
    keys = [name for name in key if name in schema]
    return list(dict.fromkeys([ROW, *keys, *read, *texts]))


def _read(rule: RowRule | LinkRule) -> tuple[str, ...]:
    names = (*columns_of(rule.when), *columns_of(rule.then))
    return tuple(marked_column(name) for name in names) + names


def _masks(rules: Sequence[RowRule | LinkRule], schema: Any) -> list[nw.Expr]:
    columns: list[nw.Expr] = []
    for number, rule in enumerate(rules):
        masks = masks_of(rule, schema)
        columns.append(masks.evaluated.alias(f"__evaluated_{number}"))
        columns.append(masks.failed.alias(f"__failed_{number}"))
        if masks.undecided is not None:
            columns.append(masks.undecided.alias(f"__undecided_{number}"))
    return columns


_COUNTS = ("evaluated", "failed", "undecided")
_OWN = tuple(f"__{count}_" for count in _COUNTS)


def _outcome(
    counts: Mapping[str, Any],
    number: int,
    masked: Frame,
    shown: Sequence[str],
    *,
    in_order: bool,
) -> Outcome:
    evaluated, failed, undecided = (
        int(counts.get(f"__{count}_{number}", 0)) for count in _COUNTS
    )
    first: list[dict[str, Any]] = []
    if failed:
        failing = masked.filter(nw.col(f"__failed_{number}")).select(*shown)
        # A join does not keep the order, and a table that has it need not be sorted.
        ordered: Any = failing if in_order else failing.sort(ROW)
        first = plain_rows(ordered.head(FIRST))
    hits = tuple(
        Hit(one[ROW], {name: value for name, value in one.items() if name != ROW})
        for one in first
    )
    return Outcome(evaluated=evaluated, failed=failed, undecided=undecided, hits=hits)
