"""peelcheck, the pandera models and the suites find the same rows, rule by rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import cycle
from typing import Any

import pandas as pd
import pytest
from drawn_tables import ASTRAY, SPOILT
from exported import (
    PANDERA,
    UNSAID,
    by_pandera,
    by_suite,
    carried,
    did_not_run,
    drawn_rows,
    drawn_together,
    examples,
    expected,
    expected_of_suite,
    framed,
    pandas_frame,
    suite_results,
    told,
    valid_rows,
)
from hypothesis import given, settings

import peelcheck
from peelcheck.model import UniqueRule
from peelcheck.strategies import Broken, broken_by
from peelcheck.tables import TABLES

Rows = Sequence[Mapping[str, Any]]

CAREFUL = settings(max_examples=len(PANDERA), deadline=None)
ONCE = settings(max_examples=1, deadline=None)  # suites are slow


def assert_pandera_agrees(library: str, table: str, rows: Rows) -> None:
    found = by_pandera(library, table, framed(library, table, rows))
    assert found == expected(table, rows)


def assert_suite_agrees(family: str, table: str, data: Any, rows: Rows) -> None:
    assert by_suite(family, table, data) == expected_of_suite(table, rows)


@pytest.mark.parametrize("library", PANDERA)
@pytest.mark.parametrize("table", TABLES)
class TestPandera:
    """The models of both libraries; a row that breaks a rule is told once."""

    @pytest.mark.parametrize("seed", [*SPOILT, *ASTRAY])
    def test_it_finds_the_same_rows_of_drawn_tables(
        self, library: str, table: str, seed: int
    ) -> None:
        assert_pandera_agrees(library, table, drawn_rows(table, seed))

    def test_it_finds_the_same_rows_of_the_examples(
        self, library: str, table: str
    ) -> None:
        assert_pandera_agrees(library, table, examples(table))


@pytest.mark.parametrize("table", TABLES)
class TestSuites:
    """The suites over frames of pandas; those of databases have a file of their own."""

    @pytest.mark.parametrize("seeds", [SPOILT, *([seed] for seed in ASTRAY)], ids=str)
    def test_they_count_the_same_rows_of_drawn_tables(
        self, table: str, seeds: Sequence[int]
    ) -> None:
        rows = drawn_together(table, seeds)
        assert_suite_agrees("pandas", table, pandas_frame(table, rows), rows)

    def test_they_count_the_same_rows_of_the_examples(self, table: str) -> None:
        rows = examples(table)
        assert_suite_agrees("pandas", table, pandas_frame(table, rows), rows)

    def test_they_list_the_rows_they_count(self, table: str) -> None:
        rows = examples(table)
        places: dict[str, list[int]] = {rule.id: [] for rule in carried(table).rules}
        for result in suite_results("pandas", table, pandas_frame(table, rows)):
            rule = result.expectation_config.meta["rule"]
            if rule in places:
                places[rule] += result.result["unexpected_index_list"]
        wanted = {n: sorted(found) for n, found in expected(table, rows).items()}
        wanted |= {n: [] for n in UNSAID & wanted.keys()}
        assert {name: sorted(found) for name, found in places.items()} == wanted


@pytest.mark.parametrize("table", TABLES)
def test_every_rule_carried_is_broken_by_an_example(table: str) -> None:
    found = expected(table, examples(table))
    assert [rule for rule, places in found.items() if not places] == []


CARRIED = [rule.id for table in TABLES for rule in carried(table).rules]


@pytest.mark.parametrize("rule", CARRIED)
def test_pandera_finds_the_rows_that_peelcheck_finds(rule: str) -> None:
    libraries = cycle(PANDERA)  # each has the rule broken in another way

    @CAREFUL
    @given(broken_by(rule))
    def found(broken: Broken) -> None:
        table = broken.table
        rows = told(table, broken.rows)
        wanted = expected(table, rows)
        assert {name for name, places in wanted.items() if places} <= broken.falls
        result = peelcheck.check(broken.given.read()).of(rule)
        assert result.failed == wanted[rule].total() > 0
        assert {one.row for one in result.findings} <= set(wanted[rule])
        assert_pandera_agrees(next(libraries), table, rows)

    found()


@pytest.mark.parametrize("rule", CARRIED)
def test_a_suite_counts_the_rows_that_break_a_rule(rule: str) -> None:
    @ONCE
    @given(broken_by(rule))
    def found(broken: Broken) -> None:
        table, rows = broken.table, told(broken.table, broken.rows)
        # Keys that are not broken take most of a suite's time: samples tell of them.
        kept = {one.id for one in carried(table).rules if isinstance(one, UniqueRule)}
        kept -= broken.falls
        counted = by_suite("pandas", table, pandas_frame(table, rows), but=kept)
        wanted = expected_of_suite(table, rows)
        assert counted == {name: wanted[name] for name in wanted.keys() - kept}

    found()


def without(frame: Any, names: list[str]) -> Any:
    """Return a frame of either library without some columns."""
    if isinstance(frame, pd.DataFrame):
        return frame.drop(columns=names)
    return frame.drop(names)


class TestWhatHasNoRowsOrColumns:
    """An empty table and a missing column are failures, and never passes."""

    @pytest.mark.parametrize("library", PANDERA)
    @pytest.mark.parametrize("table", TABLES)
    def test_pandera_refuses_an_empty_table(self, library: str, table: str) -> None:
        found = by_pandera(library, table, framed(library, table, []))
        rule = f"{TABLES[table].prefix}.columns"
        assert {name for name, places in found.items() if places} == {rule}

    @pytest.mark.parametrize("table", TABLES)
    def test_a_suite_refuses_an_empty_table(self, table: str) -> None:
        results = suite_results("pandas", table, pandas_frame(table, []))
        failed = [one.expectation_config for one in results if not one.success]
        assert [one.meta["rule"] for one in failed] == [
            f"{TABLES[table].prefix}.columns"
        ]

    @pytest.mark.parametrize("library", PANDERA)
    @pytest.mark.parametrize("table", TABLES)
    def test_pandera_takes_a_table_without_its_optional_columns(
        self, library: str, table: str
    ) -> None:
        frame = framed(library, table, valid_rows(table))
        names = [c.name for c in TABLES[table].columns if not c.required]
        frame = without(frame, names)
        report = peelcheck.check({table: frame}, kind="submission")
        found = by_pandera(library, table, frame)
        assert {name: places.total() for name, places in found.items()} == {
            rule.id: report.of(rule.id).failed for rule in carried(table).rules
        }

    @pytest.mark.parametrize("library", PANDERA)
    def test_pandera_names_a_missing_column(self, library: str) -> None:
        frame = framed(library, "population", valid_rows("population"))
        frame = without(frame, ["force"])
        found = by_pandera(library, "population", frame)
        assert {name for name, places in found.items() if places} == {
            "column_in_dataframe",
            "POP.columns",
        }

    @pytest.mark.parametrize("library", PANDERA)
    @pytest.mark.parametrize(
        ("table", "absent", "changes", "rule"),
        [
            ("outcomes", ["current"], {"outcome_type": "2"}, "OCM002"),
            (
                "outcome_counts",
                ["quarter", "offence_group", "offence_code"],
                {"of_offences_recorded": -5},
                "OUT003",
            ),
            ("recorded_crime", ["release", "months"], {}, "CRI.key"),
        ],
    )
    def test_a_column_of_the_key_is_taken_as_check_takes_it(
        self,
        library: str,
        table: str,
        absent: list[str],
        changes: dict[str, Any],
        rule: str,
    ) -> None:
        rows = valid_rows(table)
        frame = framed(library, table, [*rows, {**rows[0], **changes}])
        frame = without(frame, absent)
        wanted = peelcheck.check({table: frame}, kind="submission").of(rule)
        assert by_pandera(library, table, frame)[rule].total() == wanted.failed > 0

    @pytest.mark.parametrize("library", PANDERA)
    def test_no_key_is_compared_without_a_part_that_must_be_there(
        self, library: str
    ) -> None:
        table = "stop_search"
        frame = framed(library, table, valid_rows(table))
        frame = without(frame, ["force"])
        found = by_pandera(library, table, frame)
        assert {name for name, places in found.items() if places} == {
            "column_in_dataframe",
            "STS.columns",
        }

    def test_an_expectation_of_a_missing_column_did_not_run(self) -> None:
        frame = pandas_frame("population", valid_rows("population"))
        results = suite_results("pandas", "population", without(frame, ["force"]))
        stopped = {
            one.expectation_config.meta["rule"] for one in results if did_not_run(one)
        }
        assert stopped == {"POP.force.missing", "POP.force.domain", "POP.key"}
        failed = [one for one in results if not one.success and not did_not_run(one)]
        assert [one.expectation_config.kwargs["column"] for one in failed] == ["force"]
