"""Drawn rows, tables and returns: valid by construction."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import find, given, settings

import peelcheck
from peelcheck import Report, UnknownNameError, UsageError, Verdict
from peelcheck.model import Kind, RowRule, UniqueRule
from peelcheck.strategies import DrawnReturn, records, returns, tables
from peelcheck.strategies.returned import framed_rows
from peelcheck.strategies.valid import valid_return
from peelcheck.tables import TABLES


def broken(report: Report) -> dict[str, list[str]]:
    """Return what each rule that is broken, or crashed, says."""
    return {
        result.rule.id: [finding.message for finding in result.findings]
        for result in report.results
        if result.verdict in {Verdict.FAILED, Verdict.CRASHED}
    }


def one_by_one(rows: list[dict[str, Any]], table: str) -> list[str]:
    """Return the rules over single rows, or over keys, that a table breaks."""
    report = peelcheck.check(framed_rows(table, rows), table=table)
    kinds = RowRule | UniqueRule
    own = {
        one.rule.id
        for one in report.results
        if isinstance(one.rule, kinds) and one.rule.kinds == frozenset(Kind)
    }
    return sorted(own & set(broken(report)))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_every_kind_keeps_its_rules_row_by_row(name: str) -> None:
    @settings(max_examples=10, deadline=None)
    @given(tables(name, rows=(1, 8)))
    def kept(rows: list[dict[str, Any]]) -> None:
        assert one_by_one(rows, name) == []

    kept()


@settings(max_examples=10, deadline=None)
@given(tables("crimes", rows=20))
def test_the_number_of_rows_can_be_said(rows: list[dict[str, Any]]) -> None:
    assert len(rows) == 20


@settings(max_examples=10, deadline=None)
@given(tables("crimes", rows=(3, 5)))
def test_the_fewest_and_the_most_rows_can_be_said(rows: list[dict[str, Any]]) -> None:
    assert 3 <= len(rows) <= 5


@settings(max_examples=20, deadline=None)
@given(records("stop_search_records"))
def test_a_single_search_keeps_its_rules(row: dict[str, Any]) -> None:
    assert set(row) == {one.name for one in TABLES["stop_search_records"].columns}
    assert one_by_one([row], "stop_search_records") == []


@settings(max_examples=30, deadline=None)
@given(returns())
def test_a_submission_keeps_every_rule_notes_included(drawn: DrawnReturn) -> None:
    report = peelcheck.check(drawn.read())
    assert report.ok
    assert broken(report) == {}
    assert {one.table for one in report.tables} == set(TABLES)


@pytest.mark.parametrize("kind", ["collection", "publication"])
def test_a_return_of_all_forces_keeps_every_rule(kind: str) -> None:
    @settings(max_examples=5, deadline=None)
    @given(returns(kind=kind))
    def kept(drawn: DrawnReturn) -> None:
        report = peelcheck.check(drawn.read())
        assert report.ok
        assert broken(report) == {}

    kept()


@settings(max_examples=20, deadline=None)
@given(returns(kind="collection", tables=["outcomes", "crimes"]))
def test_outcomes_point_to_crimes(drawn: DrawnReturn) -> None:
    known = {(row["force"], row["crime"]) for row in drawn.tables["crimes"]}
    pointed = {(row["force"], row["crime"]) for row in drawn.tables["outcomes"]}
    assert pointed <= known
    assert {force for force, _ in known} == {
        row["force"]
        for row in valid_return("peel-2018-19", "collection").tables["crimes"]
    }


@settings(max_examples=20, deadline=None)
@given(returns(tables=["population_by_ethnic_group"], force="Kent"))
def test_parts_add_up_to_wholes(drawn: DrawnReturn) -> None:
    rows = drawn.tables["population_by_ethnic_group"]
    for grouping in {row["classification"] for row in rows}:
        own = [row for row in rows if row["classification"] == grouping]
        whole = [row["population"] for row in own if row["ethnic_group"] == "All"]
        assert 2 * whole[0] == sum(row["population"] for row in own)
        assert {row["force"] for row in own} == {"Kent"}


def test_returns_differ_from_one_another_in_most_tables() -> None:
    start = valid_return("peel-2018-19", "submission")
    differs: set[str] = set()

    @settings(max_examples=80, deadline=None, derandomize=True)
    @given(returns())
    def drawn_once(drawn: DrawnReturn) -> None:
        differs.update(n for n in TABLES if drawn.tables[n] != start.tables[n])

    drawn_once()
    assert len(differs) > 9, differs


@pytest.mark.parametrize("seed", [4, 11, 23, 28, 36, 52])
def test_a_failing_example_shrinks_to_the_small_return_and_one_change(
    seed: int,
) -> None:
    """Each seed once ended with a change too many."""
    start = valid_return("peel-2018-19", "submission", ["crimes", "outcomes"])

    def robbed(drawn: DrawnReturn) -> bool:
        return [row["offence"] for row in drawn.tables["crimes"]].count("Robbery") > 1

    drawn = returns(tables=["crimes", "outcomes"])
    found = find(drawn, robbed, random=Random(seed))  # noqa: S311
    pairs = zip(found.tables["crimes"], start.tables["crimes"], strict=False)
    assert sum(new != old for new, old in pairs) <= 1
    assert found.tables["outcomes"] == start.tables["outcomes"]
    assert str(found).count("Robbery") == 2


@pytest.mark.parametrize("rows", [0, -1, (5, 3), (0, 0)])
def test_a_number_of_rows_that_cannot_be_is_refused(rows: Any) -> None:
    with pytest.raises(UsageError, match="rows= is a number above 0"):
        tables("crimes", rows=rows)


def test_unknown_names_are_told() -> None:
    with pytest.raises(UnknownNameError, match="did you mean 'crimes'"):
        tables("crime")
    with pytest.raises(UnknownNameError, match="did you mean 'crimes'"):
        records("crime")
    with pytest.raises(UnknownNameError, match="did you mean 'crimes'"):
        returns(tables=["crime"])
    with pytest.raises(UnknownNameError, match="there is no kind 'draft'"):
        returns(kind="draft")
    with pytest.raises(UnknownNameError, match="there is no edition"):
        returns(edition="peel-1999")
    with pytest.raises(UnknownNameError):
        returns(force="Rutland")
