"""What lies just before or after what a rule names is found, or left to another rule.

Mutation testing showed that the examples of these rules look to one side only.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from small_returns import verdict, verdict_where_it_says, with_cells

import peelcheck
from peelcheck import Verdict
from peelcheck.rules.rulebook import rulebook
from peelcheck.strategies import DrawnReturn
from peelcheck.strategies.valid import valid_return
from peelcheck.tables import TABLES

DAY = timedelta(days=1)


def changed(rule: str, **cells: Any) -> DrawnReturn:
    """Return the small valid return of a rule's table, its first row changed."""
    return with_cells(rulebook()[rule].table, **cells)


@pytest.mark.parametrize("years", [-1, 1])
@pytest.mark.parametrize(
    ("rule", "column", "day"),
    [
        ("STS010", "year_ending", date(2018, 3, 31)),
        ("CRI015", "period_end", date(2018, 9, 30)),
        ("OUT012", "year_ending", date(2018, 9, 30)),
    ],
)
def test_a_row_of_the_year_before_or_after_is_found(
    rule: str, column: str, day: date, years: int
) -> None:
    assert verdict(rule, changed(rule, **{column: day})) is Verdict.PASSED
    other = day.replace(year=day.year + years)
    assert verdict(rule, changed(rule, **{column: other})) is Verdict.FAILED


@pytest.mark.parametrize("moved", [-DAY, DAY])
@pytest.mark.parametrize("side", ["period_start", "period_end"])
@pytest.mark.parametrize("rule", ["STS009", "OUT011", "CRI013"])
def test_a_window_moved_by_a_day_on_either_side_is_another(
    rule: str, side: str, moved: timedelta
) -> None:
    table = rulebook()[rule].table
    drawn = valid_return("peel-2018-19", "submission", [table])
    day = drawn.manifest["tables"][table][side] + moved
    assert verdict_where_it_says(rule, drawn, **{side: day}) is Verdict.FAILED


def test_an_arrest_without_any_search_is_found() -> None:
    drawn = changed("STS006", searches=0, resultant_arrests=1)
    assert verdict("STS006", drawn) is Verdict.FAILED


def test_a_single_person_is_no_force_s_population() -> None:
    drawn = changed("POP002", population=1)
    assert verdict("POP002", drawn) is Verdict.FAILED


@pytest.mark.parametrize(
    ("rule", "column", "count"),
    [
        ("STS006", "searches", -1),
        ("POP002", "population", 0),
        ("WOR008", "headcount", -1),
        ("ETH003", "population", -1),
    ],
)
def test_an_impossible_count_is_left_to_the_rule_of_its_column(
    rule: str, column: str, count: int
) -> None:
    report = peelcheck.check(changed(rule, **{column: count}).read())
    failed = {one.rule.id for one in report.results if one.verdict is Verdict.FAILED}
    assert failed == {f"{TABLES[rulebook()[rule].table].prefix}.{column}.minimum"}


def test_a_place_is_looked_for_among_the_populations_of_the_vintage() -> None:
    """Nine tenths of a force's mid-2017 population are less of its mid-2018 one."""
    drawn = valid_return("peel-2018-19", "collection", ["population"])
    given = {"Avon and Somerset": 1_525_488, "Lancashire": 1}
    rows = [
        {**row, "population": given.get(row["force"], row["population"])}
        for row in drawn.tables["population"]
    ]
    placed = drawn.with_rows("population", rows)
    assert verdict("POP003", placed) is Verdict.PASSED
    rows = [
        {**row, "population": row["population"] - (row["force"] in given)}
        for row in rows
    ]
    moved = drawn.with_rows("population", rows)
    assert verdict("POP003", moved) is Verdict.FAILED


def test_which_rules_a_noted_exception_excuses() -> None:
    excused = {rule.id for rule in rulebook() if rule.notable}
    assert excused == {"CRM006", "CRR001", "ETH001", "POP001", "STR005"}


def test_which_rules_ask_for_the_release_of_the_edition_s_own_period() -> None:
    bound = {rule.id for rule in rulebook() if rule.period_bound}
    assert bound == {"CRI012", "OUT010", "STS008"}


def test_a_group_of_nobody_is_far_from_its_census_population() -> None:
    drawn = changed("ETH003", population=0)
    assert verdict("ETH003", drawn) is Verdict.FAILED


@pytest.mark.parametrize(
    ("grouping", "wanted"),
    [("2001 grouping", Verdict.FAILED), ("2011 grouping", Verdict.PASSED)],
)
def test_places_are_told_by_the_whole_of_one_grouping(
    grouping: str, wanted: Verdict
) -> None:
    table = "population_by_ethnic_group"
    drawn = valid_return("peel-2018-19", "collection", [table])
    wholes = {
        row["force"]: row["population"]
        for row in drawn.tables[table]
        if row["ethnic_group"] == "All"
    }
    swapped = {"Gwent": wholes["Cheshire"], "Cheshire": wholes["Gwent"]}
    rows = [
        {**row, "population": swapped[row["force"]]}
        if row["force"] in swapped
        and (row["classification"], row["ethnic_group"]) == (grouping, "All")
        else row
        for row in drawn.tables[table]
    ]
    assert verdict("ETH004", drawn.with_rows(table, rows)) is wanted


def test_no_people_make_no_full_time_equivalents() -> None:
    drawn = changed("WOR008", headcount=0, fte=0.0)
    assert verdict("WOR008", drawn) is Verdict.PASSED
