"""What a rule comes down to in core expectations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from exported import carried

from peelcheck.authoring import column
from peelcheck.conditions import ALWAYS, All, Condition, Literal, Name, Scaled
from peelcheck.interop.core_expectations import asked_where
from peelcheck.interop.expectations import Expectation, expectations_of
from peelcheck.interop.texts import CannotSayError
from peelcheck.model import Basis, RowRule, Severity, UniqueRule
from peelcheck.tables import TABLES

DAY = date(2018, 3, 31)


def said(table: str, rule_id: str) -> list[Expectation]:
    rule = next(rule for rule in carried(table).rules if rule.id == rule_id)
    return expectations_of(TABLES[table], rule, date.isoformat)


def made(then: Condition, when: Condition = ALWAYS) -> list[Expectation]:
    rule = RowRule(
        id="X",
        statement="A1",
        basis=Basis.DERIVED,
        severity=Severity.QUERY,
        table="stop_search",
        says="",
        mend="",
        when=when,
        then=then,
    )
    return expectations_of(TABLES["stop_search"], rule, date.isoformat)


def comparison(name: str, sign: str, value: Any) -> dict[str, Any]:
    return {
        "type": "comparison",
        "column": {"name": name},
        "operator": sign,
        "parameter": value,
    }


def given(name: str) -> dict[str, Any]:
    return {"type": "nullity", "column": {"name": name}, "is_null": False}


COLUMN = "expect_column_values_to_"


@pytest.mark.parametrize(
    ("then", "kind", "arguments"),
    [
        (column("a").is_present(), "not_be_null", {}),
        (column("a").is_missing(), "be_null", {}),
        (column("a").is_in((1, 2)), "be_in_set", {"value_set": [1, 2]}),
        (~column("a").is_in((1, 2)), "not_be_in_set", {"value_set": [1, 2]}),
        (column("a") == 1, "be_in_set", {"value_set": [1]}),
        (column("a") != 1, "not_be_in_set", {"value_set": [1]}),
        (column("a") >= 1, "be_between", {"min_value": 1}),
        (column("a") > 1, "be_between", {"min_value": 1, "strict_min": True}),
        (column("a") <= 1, "be_between", {"max_value": 1}),
        (column("a") < 1, "be_between", {"max_value": 1, "strict_max": True}),
        (column("a") >= DAY, "be_between", {"min_value": "2018-03-31"}),
        (column("a").matches("x.*"), "match_regex", {"regex": "^(?:x.*)$"}),
        (~column("a").matches("x.*"), "not_match_regex", {"regex": "^(?:x.*)$"}),
        (
            (column("a") >= 1) & (column("a") <= 3),
            "be_between",
            {"min_value": 1, "max_value": 3},
        ),
    ],
    ids=str,
)
def test_a_test_of_one_column(
    then: Condition, kind: str, arguments: dict[str, Any]
) -> None:
    assert made(then) == [(COLUMN + kind, {"column": "a", **arguments})]


@pytest.mark.parametrize(
    ("then", "large", "small", "or_equal"),
    [
        (column("a") <= column("b"), "b", "a", True),
        (column("a") < column("b"), "b", "a", False),
        (column("a") >= column("b"), "a", "b", True),
        (column("a") > column("b"), "a", "b", False),
    ],
    ids=str,
)
def test_a_test_of_two_columns(
    then: Condition, large: str, small: str, *, or_equal: bool
) -> None:
    ((kind, arguments),) = made(then)
    assert kind == "expect_column_pair_values_a_to_be_greater_than_b"
    assert (arguments["column_A"], arguments["column_B"]) == (large, small)
    assert arguments["or_equal"] is or_equal


def test_a_condition_on_rows_says_when() -> None:
    assert said("stop_search_records", "STS004") == [
        (
            COLUMN + "be_null",
            {
                "column": "self_defined_ethnicity",
                "row_condition": comparison("search_type", "==", "Vehicle search"),
            },
        )
    ]


def test_pandas_is_told_that_a_gap_does_not_differ() -> None:
    ((_, blank), (_, unstated)) = said("stop_search_records", "STR003")
    where = {
        "type": "and",
        "conditions": [
            given("search_type"),
            comparison("search_type", "!=", "Vehicle search"),
        ],
    }
    assert blank["row_condition"] == unstated["row_condition"] == where


def test_a_row_with_two_faults_is_told_once() -> None:
    then = (column("a") >= 0) & (column("b") >= 0)
    (_, (kind, arguments)) = made(then)
    assert (kind, arguments["column"]) == (COLUMN + "be_between", "b")
    missing = {"type": "nullity", "column": {"name": "a"}, "is_null": True}
    assert arguments["row_condition"] == {
        "type": "or",
        "conditions": [comparison("a", ">=", 0), missing],
    }


def test_what_a_condition_on_rows_cannot_say_is_expected_instead() -> None:
    ((kind, arguments),) = said("workforce", "WOR014")
    assert (kind, arguments["column"]) == (COLUMN + "not_match_regex", "rank")


def test_a_key_is_compared_apart_by_the_parts_that_are_blank() -> None:
    (whole, without) = said("recorded_crime", "CRI.key")
    assert whole[0] == without[0] == "expect_compound_columns_to_be_unique"
    assert "release" in whole[1]["column_list"]
    assert "release" not in without[1]["column_list"]
    assert len(said("workforce", "WOR.key")) == 2**5


def test_a_key_of_one_column_is_no_compound_one() -> None:
    rule = next(r for r in carried("population").rules if isinstance(r, UniqueRule))
    one = replace(rule, columns=("force",))
    found = expectations_of(TABLES["population"], one, date.isoformat)
    (only,) = found
    assert only[0] == COLUMN + "be_unique"


@pytest.mark.parametrize(
    "then",
    [
        column("a") <= Scaled(Literal(1.5), Name("b")),
        column("a") == column("b"),
        column("a") != DAY,
    ],
    ids=str,
)
def test_what_core_expectations_have_no_word_for_is_refused(then: Condition) -> None:
    with pytest.raises(CannotSayError):
        made(then)


def test_many_cases_are_told_some_at_a_time() -> None:
    days = tuple(date(year, 3, 31) for year in range(1900, 1960))
    found = made(column("a").is_in(days), when=column("b") == 1)
    assert {kind for kind, _ in found} == {COLUMN + "be_null"}
    told = [arguments["row_condition"]["conditions"] for _, arguments in found]
    # Before, between and after the days: of three tests each between them.
    assert [*map(len, told)] == [33, 28]


def test_cases_that_meet_are_told_once_however_many_there_are() -> None:
    bounds = [column("a") >= number for number in range(51)]
    (_, first), (_, second) = made(All(tuple(bounds)), when=column("b") == 1)
    assert len(first["row_condition"]["conditions"]) == 50
    rest = second["row_condition"]["conditions"]
    told = {one["operator"]: one["parameter"] for one in rest}
    assert told == {"<": 50, "==": 1, ">=": 49}


def test_too_many_conditions_on_rows_are_refused() -> None:
    many = tuple(column(f"c{number}") != "x" for number in range(60))
    with pytest.raises(CannotSayError, match="more than 100 conditions"):
        asked_where([many], date.isoformat)


def test_many_cases_that_share_no_column_are_refused() -> None:
    given_all = All(tuple(column(name).is_present() for name in "abcdefghij"))
    with pytest.raises(CannotSayError, match="share no column"):
        made(given_all)
