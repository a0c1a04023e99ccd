"""What other libraries are given of a table, and what they are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from exported import carried

from peelcheck.interop.carried import carried_rules
from peelcheck.model import RowRule
from peelcheck.reference.editions import edition_named
from peelcheck.rules.rulebook import rulebook
from peelcheck.shape import Missing
from peelcheck.tables import TABLES


@pytest.mark.parametrize("table", TABLES)
def test_every_rule_of_a_table_is_carried_or_left_out_with_a_reason(
    table: str,
) -> None:
    rules = [rule.id for rule in rulebook() if rule.table == table]
    found = carried(table)
    named = [rule.id for rule in found.rules]
    assert sorted(
        [*named, *(rule.id for rule in found.by_shape), *found.left_out]
    ) == sorted(rules)
    assert all(one.why for one in found.left_out.values())


def test_the_edition_is_written_into_the_conditions() -> None:
    rules = carried("population").rules
    vintage = next(rule for rule in rules if rule.id == "POP001")
    assert "2017" in str(vintage)


@pytest.mark.parametrize(
    ("table", "rule", "why"),
    [
        ("stop_search", "STS002", "it looks for rows that are not there"),
        ("stop_search", "STS008", "it looks at the manifest"),
        ("stop_search", "STS010", "it compares with a value of the manifest"),
        ("population", "POP002", "it looks at a reference table"),
        (
            "population",
            "POP003",
            "it compares each row with the others of a reference table",
        ),
        ("recorded_crime", "CRI005", "it adds rows up"),
        ("recorded_crime", "CRI018", "it looks at totals printed beside the rows"),
        ("outcomes", "OCM001", "it looks at rows of another table"),
        ("outcome_counts", "OUT004", "it looks at groups of rows"),
    ],
)
def test_a_rule_that_looks_beyond_a_row_is_left_out_and_says_why(
    table: str, rule: str, why: str
) -> None:
    assert carried(table).left_out[rule].why == why


def test_a_rule_of_some_rows_only_to_be_unique_is_carried() -> None:
    assert {"OCM002", "OCM.key"} <= {rule.id for rule in carried("outcomes").rules}


@pytest.mark.parametrize("missing", [Missing.UNDECIDED, Missing.INVALID])
def test_a_rule_to_which_a_missing_value_means_more_is_left_out(
    missing: Missing,
) -> None:
    rule = replace(rulebook()["STS001"], missing=missing)
    edition = edition_named("peel-2018-19")
    found = carried_rules("stop_search", [rule], edition)
    assert found.rules == ()
    why = "a missing value means more to it than to keep it"
    assert found.left_out["STS001"].why == why


def test_no_rule_that_is_carried_can_be_undecided() -> None:
    rules = [rule for table in TABLES for rule in carried(table).rules]
    assert {rule.missing for rule in rules} == {Missing.IGNORED}


def test_a_value_of_the_manifest_stays_one() -> None:
    left_out = carried("recorded_crime").left_out["CRI015"].rule
    assert isinstance(left_out, RowRule)
    assert str(left_out.then) == "period_end == manifest('period_end')"
