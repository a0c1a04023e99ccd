"""Drawn tables: valid by construction, or broken by exactly one rule."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings

import peelcheck
from peelcheck import UnknownNameError, Verdict
from peelcheck.strategies import BrokenTable, breakable, broken_by, tables
from peelcheck.tables import TABLES

CARRIED = [rule.id for rule in breakable("stop_search")]


def failing(rows: Any, table: str = "stop_search") -> dict[str, list[int | None]]:
    frame = pl.DataFrame(list(rows), infer_schema_length=None)
    report = peelcheck.check(frame, table=table)
    rules = {rule.id for rule in breakable(table)}
    return {
        result.rule.id: [finding.row for finding in result.findings]
        for result in report.results
        if result.verdict is Verdict.FAILED and result.rule.id in rules
    }


@settings(max_examples=50, deadline=None)
@given(tables("stop_search"))
def test_a_drawn_table_keeps_every_rule_its_rows_can_break(
    rows: list[dict[str, Any]],
) -> None:
    assert 1 <= len(rows) <= 20
    assert failing(rows) == {}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_every_kind_can_be_drawn_and_keeps_its_rules(name: str) -> None:
    @settings(max_examples=5, deadline=None)
    @given(tables(name, max_rows=5))
    def kept(rows: list[dict[str, Any]]) -> None:
        assert failing(rows, name) == {}

    kept()


@pytest.mark.parametrize("rule", CARRIED)
def test_a_broken_table_breaks_its_rule_there_and_no_other(rule: str) -> None:
    @settings(max_examples=10, deadline=None)
    @given(broken_by(rule))
    def found(broken: BrokenTable) -> None:
        assert broken.rule == rule
        assert failing(broken.rows) == {rule: list(broken.positions)}

    found()


@settings(max_examples=20, deadline=None)
@given(tables("stop_search", min_rows=3, max_rows=5))
def test_the_number_of_rows_can_be_said(rows: list[dict[str, Any]]) -> None:
    assert 3 <= len(rows) <= 5


def test_rows_alone_can_break_these_rules() -> None:
    assert {"STS001", "STS005", "STS006", "STS.key"} <= set(CARRIED)
    assert "STS002" not in CARRIED


@pytest.mark.parametrize("name", ["stop", "STS002"])
def test_an_unknown_name_is_told(name: str) -> None:
    with pytest.raises(UnknownNameError):
        tables(name)
    with pytest.raises(UnknownNameError):
        broken_by(name)
