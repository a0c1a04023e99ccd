"""Every rule over rows says of its examples, in every library, what the oracle says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

import pytest
from bound_rules import ready

from peelcheck.conditions import columns_of, holds
from peelcheck.engines.keys import unique_outcome
from peelcheck.engines.rows import row_outcomes
from peelcheck.model import RowRule, UniqueRule
from peelcheck.returns import Frame, mark_of
from peelcheck.rules.rulebook import rulebook
from peelcheck.shape import ColumnType, Missing
from peelcheck.tables import TABLES

Row: TypeAlias = Mapping[str, Any]
Counts: TypeAlias = tuple[int, int, int, list[int]]
FrameOf: TypeAlias = Callable[..., Frame]


def read_by(rule: RowRule) -> tuple[str, ...]:
    return (*columns_of(rule.when), *columns_of(rule.then))


def expected_counts(rule: RowRule, rows: Sequence[Row]) -> Counts:
    """Return what is evaluated, failed and undecided, and which rows fail."""
    evaluated, undecided, failing = 0, 0, []
    for number, given in enumerate(rows):
        row = {name: given.get(name) for name in read_by(rule)}
        applies = holds(rule.when, row)
        answer = holds(rule.then, row) if applies else None
        if applies is False or (answer is None and rule.missing is Missing.IGNORED):
            continue
        if answer is None and rule.missing is Missing.UNDECIDED:
            undecided += 1
            continue
        evaluated += 1
        failing += [] if answer else [number]
    return evaluated, len(failing), undecided, failing


def counts(rule: RowRule, frame: Frame) -> Counts:
    (outcome,) = row_outcomes(frame, [rule], ())
    rows = [hit.row for hit in outcome.hits if hit.row is not None]
    return outcome.evaluated, outcome.failed, outcome.undecided, rows


ROW_RULES = [ready(rule) for rule in rulebook() if isinstance(rule, RowRule)]


@pytest.mark.parametrize("missing", Missing)
@pytest.mark.parametrize("rule", [pytest.param(one, id=one.id) for one in ROW_RULES])
def test_a_row_rule_counts_alike_in_every_library(
    rule: RowRule, missing: Missing, library: str, frame_of: FrameOf
) -> None:
    table = TABLES[rule.table]
    types = {one.name: one.type for one in table.columns}
    types |= {mark_of(one.name): ColumnType.TEXT for one in table.columns}
    held = RowRule(**{**_fields(rule), "missing": missing})
    rows: list[Any] = [*rule.passes, *rule.fails, dict.fromkeys(read_by(rule))]
    columns = {name: types[name] for row in rows for name in row}
    frame = frame_of(library, rows, columns)
    assert counts(held, frame) == expected_counts(held, rows)


def _fields(rule: RowRule) -> dict[str, Any]:
    return {name: getattr(rule, name) for name in rule.__dataclass_fields__}


@pytest.mark.parametrize("table", TABLES)
def test_the_rules_of_a_table_count_together_as_they_do_alone(
    table: str, library: str, frame_of: FrameOf
) -> None:
    rules = [rule for rule in ROW_RULES if rule.table == table]
    types = {one.name: one.type for one in TABLES[table].columns}
    samples: list[Any] = [row for rule in rules for row in (*rule.passes, *rule.fails)]
    rows = [row for row in samples if _typed(row, types)]
    frame = frame_of(library, rows, types)
    together = row_outcomes(frame, rules, TABLES[table].key)
    for rule, outcome in zip(rules, together, strict=True):
        expected = expected_counts(rule, rows)
        assert (outcome.evaluated, outcome.failed, outcome.undecided) == expected[:3]
        assert [hit.row for hit in outcome.hits] == expected[3][:10]


def _typed(row: Mapping[str, Any], types: Mapping[str, ColumnType]) -> bool:
    """Say whether a row's values are of the declared types."""
    kinds: dict[ColumnType, Any] = {
        ColumnType.TEXT: str,
        ColumnType.INTEGER: int,
        ColumnType.NUMBER: float | int,
        ColumnType.DATE: date,
    }
    return all(
        value is None or isinstance(value, kinds[types.get(name, ColumnType.TEXT)])
        for name, value in row.items()
    )


UNIQUE = [
    pytest.param(rule, rows, id=f"{rule.id}-{number}")
    for rule in rulebook()
    if isinstance(rule, UniqueRule)
    for number, rows in enumerate((*rule.passes, *rule.fails))
]


@pytest.mark.parametrize(("rule", "rows"), UNIQUE)
def test_a_key_rule_counts_alike_in_every_library(
    rule: UniqueRule, rows: tuple[Row, ...], library: str, frame_of: FrameOf
) -> None:
    keys = [tuple(row[name] for name in rule.columns) for row in rows]
    times = Counter(keys)
    members = [number for number, key in enumerate(keys) if times[key] > 1]
    outcome = unique_outcome(frame_of(library, rows), rule.columns)
    assert (outcome.evaluated, outcome.failed) == (len(rows), len(members))
    assert [hit.row for hit in outcome.hits] == members
