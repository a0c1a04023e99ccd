"""Rules over groups, sums and linked rows say of their examples the same everywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import pytest
from bound_rules import ready

from peelcheck.conditions import columns_of, holds
from peelcheck.engines.beside import sums_beside
from peelcheck.engines.deciding import groups
from peelcheck.engines.groups import aggregated
from peelcheck.engines.notable import notable, sums_of
from peelcheck.engines.pointing import LINKED, linked_outcomes
from peelcheck.model import (
    Example,
    GroupRule,
    LinkRule,
    NotableRule,
    ReferenceRule,
    Rule,
)
from peelcheck.reference.populations import reference_rows
from peelcheck.returns import Frame
from peelcheck.rules.other_tables import read_there
from peelcheck.rules.rulebook import columns_read, rulebook
from peelcheck.shape import ColumnType
from peelcheck.tables import TABLES

Row: TypeAlias = Mapping[str, Any]
FrameOf: TypeAlias = Callable[..., Frame]


def examples(kind: type[Rule]) -> list[Any]:
    """Return the bound rules of a kind with their examples, and which they are."""
    return [
        pytest.param(ready(rule), one, side, id=f"{rule.id}-{side}-{n}")
        for rule in rulebook()
        if isinstance(rule, kind)
        if not isinstance(rule, ReferenceRule) or rule.sums
        for side in ("passes", "fails")
        for n, one in enumerate(getattr(rule, side))
    ]


def types_of(table: str, names: Any) -> dict[str, ColumnType]:
    return {name: TABLES[table].column(name).type for name in names}


def rows_of(example: Example) -> tuple[Row, ...]:
    return example if isinstance(example, tuple) else (example,)


@pytest.mark.parametrize(("rule", "example", "side"), examples(GroupRule))
def test_a_group_rule_answers_alike(
    rule: GroupRule, example: Example, side: str, library: str, frame_of: FrameOf
) -> None:
    types = types_of(rule.table, columns_read(rule))
    frame = frame_of(library, rows_of(example), types)
    rows = aggregated(
        frame,
        rule.by,
        sums=rule.sums,
        blanks=rule.blanks,
        distinct=rule.distinct,
        when=rule.when,
    )
    assert (groups(rule, rows).failed == 0) is (side == "passes")


@pytest.mark.parametrize(("rule", "example", "side"), examples(ReferenceRule))
def test_a_rule_over_sums_answers_alike(
    rule: ReferenceRule, example: Example, side: str, library: str, frame_of: FrameOf
) -> None:
    types = types_of(rule.table, columns_read(rule))
    frame = frame_of(library, rows_of(example), types)
    rows = aggregated(frame, [*rule.on], sums=rule.sums, when=rule.when)
    outcome = sums_beside(rule, rows, reference_rows(rule.reference))
    assert (outcome.failed == 0) is (side == "passes")


@pytest.mark.parametrize(("rule", "example", "side"), examples(NotableRule))
def test_forces_stand_apart_alike(
    rule: NotableRule, example: Example, side: str, library: str, frame_of: FrameOf
) -> None:
    types = types_of(rule.table, columns_read(rule))
    frame = frame_of(library, rows_of(example), types)
    sums, gaps = sums_of(rule), [rule.value]
    rows = aggregated(
        frame, rule.by, sums=sums, blanks=gaps, when=rule.when, partly=rule.partly
    )
    outcome = notable(rule, rows)
    assert (outcome.failed == 0) is (side == "passes")
    assert outcome.evaluated == len(outcome.compared) > 10


@pytest.mark.parametrize(("rule", "example", "side"), examples(LinkRule))
def test_a_link_rule_answers_as_the_plain_evaluator_does(
    rule: LinkRule, example: Row, side: str, library: str, frame_of: FrameOf
) -> None:
    own = {name: value for name, value in example.items() if LINKED not in name}
    pointed = {n.removeprefix(LINKED): v for n, v in example.items() if LINKED in n}
    other = {name: own[name] for name in rule.on} | pointed
    # An example that points nowhere has nothing to point to.
    rows = [] if pointed.get(rule.on[-1], "") is None else [other]
    frame = frame_of(library, [own], types_of(rule.table, columns_read(rule)))
    target = frame_of(library, rows, types_of(rule.to, read_there(rule)))
    (outcome,) = linked_outcomes(frame, target, [rule], rule.on)
    read = (*columns_of(rule.when), *columns_of(rule.then))
    row = {name: example.get(name) for name in read}
    answer = holds(rule.then, row) if holds(rule.when, row) else None
    assert (outcome.evaluated, outcome.failed) == (
        int(answer is not None),
        int(answer is False),
    )
    assert (outcome.failed == 0) is (side == "passes")
