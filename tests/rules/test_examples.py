"""Every rule passes and fails its own examples, by the plain evaluator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, cast

import narwhals as nw
import polars as pl
import pytest
from bound_rules import ready

from peelcheck.binding import worded
from peelcheck.conditions import columns_of, holds
from peelcheck.engines import beside, deciding
from peelcheck.engines.agreeing import agreement
from peelcheck.engines.groups import aggregated
from peelcheck.engines.notable import notable, sums_of
from peelcheck.engines.outcome import Outcome
from peelcheck.engines.pointing import LINKED
from peelcheck.engines.totals import totals
from peelcheck.model import (
    AgreementRule,
    CoverageRule,
    Example,
    GroupRule,
    LinkRule,
    ManifestRule,
    NotableRule,
    PlacementRule,
    ReferenceRule,
    RowRule,
    Rule,
    StructureRule,
    SumRule,
    TotalsRule,
    UniqueRule,
)
from peelcheck.reference.editions import edition_named
from peelcheck.reference.forces import forces
from peelcheck.reference.populations import reference_rows
from peelcheck.returns import ROW, Frame, Total
from peelcheck.rules.rulebook import columns_read, rulebook
from peelcheck.shape import Missing
from peelcheck.tables import TABLES

Row = Mapping[str, Any]

PERIOD = date(2018, 3, 31)
OWN = deciding.Answered([force.name for force in forces()], periods=[PERIOD])


def rows_of(example: Example) -> tuple[Row, ...]:
    return example if isinstance(example, tuple) else (example,)


def outcome_of(rule: Rule, example: Example) -> Outcome:
    """Return what a rule says of one example."""
    match rule:
        case RowRule() | LinkRule():
            return _row(rule, cast("Row", example))
        case StructureRule():
            return _structure(rule, cast("Row", example))
        case AgreementRule():
            return _agreeing(rule, cast("Row", example))
        case TotalsRule():
            return totals(rule, [_total(cast("Row", example))])
        case ManifestRule():
            return deciding.manifest_rule(rule, cast("Row", example))
        case _:
            return _of_rows(rule, rows_of(example))


def _of_rows(rule: Rule, rows: Sequence[Row]) -> Outcome:
    match rule:
        case UniqueRule():
            return _unique(rule, rows)
        case CoverageRule():
            return deciding.coverage(rule, rows, OWN)
        case SumRule():
            return deciding.sums(rule, rows)
        case GroupRule(by=by):
            counted = {"blanks": rule.blanks, "distinct": rule.distinct}
            return deciding.groups(rule, _added(rows, rule, by, **counted))
        case NotableRule():
            return notable(rule, _compared(rule, rows))
        case ReferenceRule(on=on, sums=sums) if sums:
            added = _added(rows, rule, [*on])
            return beside.sums_beside(rule, added, reference_rows(rule.reference))
        case ReferenceRule():
            return beside.reference(rule, rows, reference_rows(rule.reference))
        case PlacementRule():
            return beside.placement(rule, rows, reference_rows(rule.reference))
        case _:
            raise TypeError(type(rule).__name__)


def _row(rule: RowRule | LinkRule, example: Row) -> Outcome:
    names = (*columns_of(rule.when), *columns_of(rule.then))
    row = {name: example.get(name) for name in names}
    applies = holds(rule.when, row)
    answer = holds(rule.then, row) if applies else None
    if answer is None and applies is not False and rule.missing is Missing.INVALID:
        answer = False
    return Outcome(evaluated=int(answer is not None), failed=int(answer is False))


def _agreeing(rule: AgreementRule, example: Row) -> Outcome:
    """Return what a rule says of what a group makes here and in the other table."""
    own = {"rows": 1} | {n: v for n, v in example.items() if not n.startswith(LINKED)}
    there = {name: own[mine] for mine, name in rule.on.items()} | {"rows": 1}
    there |= {n.removeprefix(LINKED): v for n, v in example.items() if n not in own}
    return agreement(rule, [own], [there])


def _unique(rule: UniqueRule, rows: Sequence[Row]) -> Outcome:
    asked = [row for row in rows if holds(rule.when, row)]
    times = Counter(tuple(row[name] for name in rule.columns) for row in asked)
    members = sum(count for count in times.values() if count > 1)
    return Outcome(evaluated=len(asked), failed=members)


def _added(
    rows: Sequence[Row],
    rule: GroupRule | ReferenceRule,
    by: Sequence[str],
    **counted: Any,
) -> list[dict[str, Any]]:
    """Return the groups of some rows, brought down in polars."""
    frame = _framed(rows, columns_read(rule))
    return aggregated(frame, by, sums=rule.sums, when=rule.when, **counted)


def _compared(rule: NotableRule, rows: Sequence[Row]) -> list[dict[str, Any]]:
    sums, gaps, partly = sums_of(rule), [rule.value], rule.partly
    frame = _framed(rows, (*rule.by, *sums, *columns_of(rule.when)))
    return aggregated(
        frame, rule.by, sums=sums, blanks=gaps, when=rule.when, partly=partly
    )


def _framed(rows: Sequence[Row], names: Sequence[str]) -> Frame:
    numbered = [
        {name: row.get(name) for name in dict.fromkeys(names)} | {ROW: number}
        for number, row in enumerate(rows)
    ]
    return nw.from_native(pl.DataFrame(numbered, infer_schema_length=None).lazy())


def _total(example: Row) -> Total:
    printed, summed = example["printed"], example["summed"]
    beyond = example.get("beyond")
    return Total(
        area=example["total"],
        members="its 4 forces",
        column="crimes",
        key={},
        printed=printed,
        summed=summed,
        lacks=(),
        agrees=example.get("agrees", printed == summed),
        row=1,
        beyond=dict.fromkeys(beyond.split(", "), 1) if beyond else {},
    )


def _structure(rule: StructureRule, header: Row) -> Outcome:
    required = [one.name for one in TABLES[rule.table].columns if one.required]
    missing = [name for name in required if name not in header]
    return Outcome(evaluated=len(required), failed=len(missing))


def examples(side: str) -> list[Any]:
    """Return each rule with each of its examples of one side."""
    return [
        pytest.param(ready(rule), example, id=f"{rule.id}-{number}")
        for rule in rulebook()
        for number, example in enumerate(getattr(rule, side))
    ]


@pytest.mark.parametrize(("rule", "example"), examples("passes"))
def test_a_rule_finds_nothing_in_an_example_it_passes(
    rule: Rule, example: Example
) -> None:
    outcome = outcome_of(rule, example)
    assert (outcome.failed, outcome.undecided) == (0, 0)


@pytest.mark.parametrize(("rule", "example"), examples("fails"))
def test_a_rule_finds_the_fault_in_an_example_it_fails(
    rule: Rule, example: Example
) -> None:
    assert outcome_of(rule, example).failed > 0


@pytest.mark.parametrize(("rule", "example"), examples("undecided"))
def test_a_rule_leaves_open_what_a_missing_value_leaves_open(
    rule: Rule, example: Example
) -> None:
    outcome = outcome_of(rule, example)
    assert outcome.failed == 0
    assert outcome.undecided > 0


@pytest.mark.parametrize("rule", [pytest.param(r, id=r.id) for r in rulebook()])
def test_a_rule_looks_at_some_example_it_passes(rule: Rule) -> None:
    bound_rule = ready(rule)
    assert any(outcome_of(bound_rule, one).evaluated for one in rule.passes)


@pytest.mark.parametrize("rule", [pytest.param(r, id=r.id) for r in rulebook()])
def test_a_rule_s_sentences_say_the_values_of_the_edition(rule: Rule) -> None:
    told = worded(rule, edition_named("peel-2018-19"))
    assert not {"{", "}"} & {*told.says, *told.mend}


@pytest.mark.parametrize("rule_id", ["STS002"])
def test_every_period_of_the_rows_is_to_have_its_own_keys(rule_id: str) -> None:
    rule = cast("CoverageRule", ready(rulebook()[rule_id]))
    rows = rows_of(rule.passes[0])
    one = deciding.coverage(rule, rows, OWN)
    own = replace(OWN, periods=[PERIOD, date(2019, 3, 31)])
    two = deciding.coverage(rule, rows, own)
    assert (two.evaluated, two.failed) == (2 * one.evaluated, one.evaluated)
    assert {hit.values["year_ending"] for hit in two.hits} == {date(2019, 3, 31)}


@pytest.mark.parametrize(("rule_id", "failed"), [("STS002", 0), ("STS003", 63)])
def test_a_force_noted_as_unable_to_supply_is_excused_where_the_rule_says_so(
    rule_id: str, failed: int
) -> None:
    rule = cast("CoverageRule", ready(rulebook()[rule_id]))
    rows = [row for row in rows_of(rule.passes[0]) if row["force"] != "Kent"]
    outcome = deciding.coverage(rule, rows, replace(OWN, excused=["Kent"]))
    assert outcome.failed == failed
