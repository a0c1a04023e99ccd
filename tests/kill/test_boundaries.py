"""The first and the last that a rule allows are allowed; one beyond is not.

The days and sizes stand here as the annex has them, so that a window moved by a day in
the edition is found.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from small_returns import verdict, verdict_where_it_says, with_cells

import peelcheck
from peelcheck import Verdict
from peelcheck.rules.rulebook import rulebook
from peelcheck.strategies.valid import valid_return

ESSEX_OFFICERS = 2957.8204
ESSEX_IN_ALL = 5032.4992
"""Full-time equivalents first published for 31 March 2018, of all kinds together."""

INSIDE = {
    # rule and column: what the first row of the small valid return may hold
    ("STR001", "searched_on"): (date(2017, 4, 1), date(2018, 3, 31)),
    ("CRM001", "recorded_on"): (date(2017, 10, 1), date(2018, 9, 30)),
    ("WOR004", "as_at"): (date(2014, 3, 31), date(2018, 3, 31)),
    ("WOR003", "as_at"): (date(2014, 3, 31), date(2018, 3, 31)),
    ("POP001", "year"): (2017,),
    ("POP002", "population"): (1_456_304, 2_275_473),
    ("ETH001", "census_year"): (2011,),
    ("CRI014", "months"): (12, 18),
    ("CRR001", "population_year"): (2017,),
    ("STS.searches.minimum", "searches"): (0,),
    ("STS006", "resultant_arrests"): (10,),
    ("CRI.months.minimum", "months"): (1,),
    ("CRI005", "crimes"): (114,),
    ("POP.population.minimum", "population"): (1,),
    ("OUT.quarter.minimum", "quarter"): (1,),
    ("OUT014", "quarter"): (4,),
    ("OUT003", "of_offences_recorded"): (0,),
    ("WOR008", "headcount"): (2_958,),
    ("JUD009", "last_inspected"): ("2017/18",),
    ("FIL004", "recorded_on"): (date(2018, 1, 1), date(2018, 3, 31)),
    ("SSV005", "agreeing"): (200,),
    ("PUB014", "deprivation"): (1, 5),
    ("PUB015", "age"): (16,),
    ("WOR009", "fte"): (0.9995 * ESSEX_OFFICERS, 1.0005 * ESSEX_OFFICERS),
    ("CAL004", "month"): (date(2017, 4, 30), date(2018, 2, 28), date(2018, 9, 30)),
    ("CAL005", "month"): (date(2017, 4, 1), date(2017, 4, 30), date(2018, 9, 30)),
    ("CAL007", "calls"): (1,),
    ("VET004", "as_at"): (date(2018, 4, 1),),
    ("VET005", "without_clearance"): (0.0, 1.01 * ESSEX_IN_ALL),
    # The heads that the report's 875, at 16.48 per cent, can be of.
    ("VET007", "workforce"): (1.01 * ESSEX_IN_ALL, 5308.0, 5311.0, 5324.0),
    ("SPE004", "year_ending"): (date(2018, 3, 31),),
    ("SPE005", "year_ending"): (date(2014, 3, 31), date(2019, 3, 31)),
    ("SPE007", "amount"): (93.0, 107.0),
    ("SPE009", "amount"): (0.01,),
    ("SPE013", "deflator"): (0.0001,),
}
OUTSIDE = {
    ("STR001", "searched_on"): (date(2017, 3, 31), date(2018, 4, 1)),
    ("CRM001", "recorded_on"): (date(2017, 9, 30), date(2018, 10, 1)),
    ("WOR004", "as_at"): (date(2013, 3, 31), date(2019, 3, 31)),
    ("WOR003", "as_at"): (date(2018, 3, 30), date(2018, 4, 1)),
    ("POP001", "year"): (2016, 2018),
    ("POP002", "population"): (1_456_303, 2_275_474),
    ("ETH001", "census_year"): (2010, 2012),
    ("CRI014", "months"): (11, 13, 17, 19),
    ("CRR001", "population_year"): (2016, 2018),
    ("STS.searches.minimum", "searches"): (-1,),
    ("STS006", "resultant_arrests"): (11,),
    ("CRI.months.minimum", "months"): (0,),
    ("CRI005", "crimes"): (113, 115),
    ("POP.population.minimum", "population"): (0,),
    ("OUT.quarter.minimum", "quarter"): (0,),
    ("OUT014", "quarter"): (5,),
    ("OUT003", "of_offences_recorded"): (-1,),
    ("WOR008", "headcount"): (2_957,),
    ("JUD009", "last_inspected"): ("2016/17", "2018/19", "2017"),
    ("FIL004", "recorded_on"): (date(2017, 12, 31), date(2018, 4, 1)),
    ("SSV005", "agreeing"): (201,),
    ("PUB011", "weight"): (0.0, -1.0),
    ("PUB014", "deprivation"): (6,),
    ("PUB015", "age"): (15,),
    ("WOR009", "fte"): (0.9994 * ESSEX_OFFICERS, 1.0006 * ESSEX_OFFICERS),
    ("CAL004", "month"): (date(2017, 4, 29), date(2018, 9, 1), date(2018, 9, 29)),
    ("CAL005", "month"): (date(2017, 3, 31), date(2018, 10, 1), date(2018, 10, 31)),
    ("CAL007", "calls"): (0,),
    ("VET004", "as_at"): (date(2018, 3, 31), date(2018, 4, 2), date(2019, 4, 1)),
    ("VET005", "without_clearance"): (1.0101 * ESSEX_IN_ALL,),
    ("VET007", "workforce"): (1.0099 * ESSEX_IN_ALL, 5032.5, 3052.0),
    ("SPE004", "year_ending"): (date(2018, 3, 30), date(2018, 4, 1)),
    ("SPE005", "year_ending"): (date(2013, 3, 31), date(2020, 3, 31)),
    ("SPE007", "amount"): (92.9, 107.1),
    ("SPE009", "amount"): (0.0, -1.0),
    ("SPE013", "deflator"): (0.0, -0.98),
}


def each(
    known: dict[tuple[str, str], tuple[Any, ...]],
) -> list[tuple[str, str, Any]]:
    return [(*key, value) for key, values in known.items() for value in values]


@pytest.mark.parametrize(("rule", "column", "value"), each(INSIDE))
def test_the_first_and_the_last_are_allowed(rule: str, column: str, value: Any) -> None:
    drawn = with_cells(rulebook()[rule].table, **{column: value})
    assert verdict(rule, drawn) is Verdict.PASSED


@pytest.mark.parametrize(("rule", "column", "value"), each(OUTSIDE))
def test_one_beyond_is_not(rule: str, column: str, value: Any) -> None:
    drawn = with_cells(rulebook()[rule].table, **{column: value})
    assert verdict(rule, drawn) is Verdict.FAILED


@pytest.mark.parametrize(
    ("day", "holds"), [(date(2019, 4, 1), True), (date(2019, 3, 31), False)]
)
def test_outcome_type_22_begins_on_a_day(day: date, holds: bool) -> None:  # noqa: FBT001
    tables = ["crimes", "outcomes"]
    drawn = valid_return("peel-2018-19", "submission", tables)
    row = {**drawn.tables["outcomes"][0], "outcome_type": "22", "assigned_on": day}
    wanted = Verdict.PASSED if holds else Verdict.FAILED
    assert verdict("OCM004", drawn.with_row("outcomes", 0, row)) is wanted


@pytest.mark.parametrize(
    ("day", "holds"), [(date(2017, 10, 1), True), (date(2017, 9, 30), False)]
)
def test_an_outcome_may_be_given_on_the_day_of_its_crime(
    day: date,
    holds: bool,  # noqa: FBT001
) -> None:
    tables = ["crimes", "outcomes"]
    drawn = valid_return("peel-2018-19", "submission", tables)
    assert drawn.tables["crimes"][0]["recorded_on"] == date(2017, 10, 1)
    row = {**drawn.tables["outcomes"][0], "assigned_on": day}
    wanted = Verdict.PASSED if holds else Verdict.FAILED
    assert verdict("OCM003", drawn.with_row("outcomes", 0, row)) is wanted


@pytest.mark.parametrize(("share", "holds"), [(95, True), (94, False)])
def test_outcomes_may_be_a_twentieth_below_recorded_crime(
    share: int,
    holds: bool,  # noqa: FBT001
) -> None:
    drawn = valid_return("peel-2018-19", "submission", ["outcome_counts"])
    rows = [
        {**row, "of_offences_recorded": -(-row["of_offences_recorded"] * share // 100)}
        for row in drawn.tables["outcome_counts"]
    ]
    wanted = Verdict.PASSED if holds else Verdict.FAILED
    assert verdict("OUT009", drawn.with_rows("outcome_counts", rows)) is wanted


@pytest.mark.parametrize(
    ("day", "holds"),
    [(date(2017, 4, 1), True), (date(2017, 3, 31), False), (date(2017, 4, 2), False)],
)
def test_the_year_of_searches_begins_on_1_april(
    day: date,
    holds: bool,  # noqa: FBT001
) -> None:
    drawn = valid_return("peel-2018-19", "submission", ["stop_search"])
    wanted = Verdict.PASSED if holds else Verdict.FAILED
    assert verdict_where_it_says("STS009", drawn, period_start=day) is wanted


@pytest.mark.parametrize(("less", "rule"), [(0, ""), (1, "SUB001"), (-1, "SUB001")])
def test_37_forces_go_through_the_hub(less: int, rule: str) -> None:
    drawn = valid_return("peel-2018-19", "collection", ["outcome_submissions"])
    rows = drawn.tables["outcome_submissions"]
    at = 0 if less > 0 else 42
    route = {"route": "manual" if less > 0 else "HODH"} if less else {}
    changed = drawn.with_row("outcome_submissions", at, {**rows[at], **route})
    report = peelcheck.check(changed.read())
    failed = {one.rule.id for one in report.results if one.verdict is Verdict.FAILED}
    assert failed == ({rule, "SUB002"} if rule else set())


@pytest.mark.parametrize(("months", "holds"), [(12, True), (11, False)])
def test_a_force_sends_twelve_months(months: int, holds: bool) -> None:  # noqa: FBT001
    drawn = valid_return("peel-2018-19", "collection", ["outcome_submissions"])
    days = sorted({row["month"] for row in drawn.tables["outcome_submissions"]})
    kept = [
        row
        for row in drawn.tables["outcome_submissions"]
        if row["month"] in days[:months]
    ]
    wanted = Verdict.PASSED if holds else Verdict.FAILED
    assert verdict("SUB003", drawn.with_rows("outcome_submissions", kept)) is wanted


@pytest.mark.parametrize(("months", "holds"), [(18, True), (17, False)])
def test_a_force_has_calls_of_18_months(months: int, holds: bool) -> None:  # noqa: FBT001
    drawn = valid_return("peel-2018-19", "submission", ["calls_999"])
    kept = drawn.with_rows("calls_999", drawn.tables["calls_999"][:months])
    wanted = Verdict.PASSED if holds else Verdict.FAILED
    assert verdict("CAL006", kept) is wanted


@pytest.mark.parametrize(
    ("basis", "workforce", "rule"),
    [
        ("headcount", 5308.0, ""),
        ("headcount", 5032.5, "VET007"),
        ("full-time equivalents", 5032.5, ""),
        ("full-time equivalents", 5082.824192, ""),
        ("full-time equivalents", 5082.83, "VET008"),
        ("full-time equivalents", 5308.0, "VET008"),
    ],
)
def test_heads_and_equivalents_of_essex_are_not_taken_for_one_another(
    basis: str, workforce: float, rule: str
) -> None:
    cells: dict[str, Any] = {"basis": basis, "workforce": workforce}
    cells["without_clearance"] = 875.0
    report = peelcheck.check(with_cells("vetting", **cells).read())
    failed = {one.rule.id for one in report.results if one.verdict is Verdict.FAILED}
    assert failed == ({rule} if rule else set())


@pytest.mark.parametrize("forces", [42, 43])
def test_43_forces_are_there_or_noted(forces: int) -> None:
    drawn = valid_return("peel-2018-19", "collection", ["population"])
    kept = drawn.with_rows("population", drawn.tables["population"][:forces])
    wanted = Verdict.PASSED if forces == 43 else Verdict.FAILED
    assert verdict("POP004", kept) is wanted
