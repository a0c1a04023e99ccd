"""What stands apart from the other forces, and what does not, on either side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import log
from time import perf_counter

import pytest
from forces_apart import (
    BEFORE,
    DAY,
    FORCES,
    doubled,
    edge,
    figure,
    parts,
    rule_of,
    spread,
    years,
)
from scipy.stats import median_abs_deviation

from peelcheck.engines.notable import apart_from, notable
from peelcheck.engines.outcome import Outcome

SHARE = rule_of("VET009")
CHANGE = rule_of("STS015")
MONEY = rule_of("SPE018")


def names(outcome: Outcome) -> list[str]:
    return [hit.values["force"] for hit in outcome.hits]


@pytest.mark.parametrize(("more", "found"), [(2, True), (-2, False)])
def test_the_distance_has_two_sides(more: int, found: bool) -> None:  # noqa: FBT001
    outcome = notable(SHARE, parts(spread(round(edge(4)) + more)))
    assert names(outcome) == ([FORCES[0]] if found else [])
    assert (outcome.evaluated, outcome.failed) == (43, int(found))


@pytest.mark.parametrize(("limit", "found"), [(5.9, True), (6.1, False)])
def test_the_distance_is_the_one_assumed(limit: float, found: bool) -> None:  # noqa: FBT001
    rule = rule_of("VET009", distance=limit)
    assert bool(notable(rule, parts(spread(round(edge(6))))).failed) is found


@pytest.mark.parametrize(("count", "found"), [(11_001, True), (10_999, False)])
def test_the_share_has_two_sides_and_others_alike_no_division_by_nought(
    count: int,
    found: bool,  # noqa: FBT001
) -> None:
    alike = dict.fromkeys(FORCES, 10_000) | {FORCES[0]: count}
    outcome = notable(SHARE, parts(alike))
    assert names(outcome) == ([FORCES[0]] if found else [])
    assert outcome.compared[-1].distance is None
    assert {one.distance for one in outcome.compared[:-1]} == {0.0}
    if found:
        assert "most of them hardly differ" in outcome.hits[0].message


@pytest.mark.parametrize("times", [2, 1 / 2])
def test_twice_and_half_are_equally_far(times: float) -> None:
    outcome = notable(SHARE, parts(spread(round(10_000 * times))))
    assert names(outcome) == [FORCES[0]]
    far = {one.force: one.distance for one in outcome.compared}[FORCES[0]]
    assert far == pytest.approx(9.6, abs=0.1)


@pytest.mark.parametrize(("base", "found"), [(100_000, True), (100, False)])
def test_a_handful_is_no_alarm(base: int, found: bool) -> None:  # noqa: FBT001
    """A tenth of a hundred is 10; 18 of them are far, and yet by chance."""
    rows = parts(spread(18_000))
    for row in rows:
        row["without_clearance"] = round(row["without_clearance"] * base / 100_000)
        row["workforce"] = base
    assert bool(notable(SHARE, rows).failed) is found


@pytest.mark.parametrize(("base", "found"), [(100_000, True), (20, False)])
def test_none_at_all_is_found_where_many_are_expected(base: int, found: bool) -> None:  # noqa: FBT001
    rows = parts(spread(0))
    for row in rows:
        row["without_clearance"] = round(row["without_clearance"] * base / 100_000)
        row["workforce"] = base
    outcome = notable(SHARE, rows)
    assert bool(outcome.failed) is found
    if found:
        assert outcome.hits[0].message.startswith(
            "0.00 per cent of the workforce, 0.00 times the median 10.0"
        )


def test_where_none_of_the_others_has_any_one_that_has_is_found() -> None:
    outcome = notable(SHARE, parts(dict.fromkeys(FORCES, 0) | {"Kent": 500}))
    assert names(outcome) == ["Kent"]
    assert notable(SHARE, parts(dict.fromkeys(FORCES, 0))).failed == 0


@pytest.mark.parametrize(("forces", "looked_at"), [(11, 11), (10, 0)])
def test_too_few_forces_give_no_verdict(forces: int, looked_at: int) -> None:
    few = dict([*spread(90_000).items()][:forces])
    outcome = notable(SHARE, parts(few))
    assert (outcome.evaluated, outcome.failed) == (looked_at, int(bool(looked_at)))
    assert ("fewer than 10 other forces" in outcome.reason) is not bool(looked_at)


@pytest.mark.parametrize("cell", ["without_clearance", "workforce"])
def test_a_figure_that_lacks_a_number_is_left_open_and_out_of_the_median(
    cell: str,
) -> None:
    rows = parts(spread(18_000))
    rows[5][cell] = None
    outcome = notable(SHARE, rows)
    assert (outcome.evaluated, outcome.failed, outcome.undecided) == (42, 1, 1)
    assert FORCES[5] not in {one.force for one in outcome.compared}


def test_a_figure_that_may_lack_cells_says_how_many_it_lacks() -> None:
    outcome = notable(CHANGE, years(doubled(), "searches"))
    assert "no number" not in outcome.hits[0].message
    rows = years(doubled(), "searches")
    rows[1]["blank.searches"] = 29
    assert "; 29 of its cells have no number" in notable(CHANGE, rows).hits[0].message


def test_a_force_is_held_against_its_own_year_before() -> None:
    (hit,) = notable(CHANGE, years(doubled(), "searches")).hits
    assert hit.message.startswith(
        "2,000 searches, 2.00 times the 1,000 of 31 March 2017; 1.00 times is the "
        "median of 42 others, from 0.98 (Cleveland) to 1.02 ("
    )


@pytest.mark.parametrize(("last", "found"), [(2_000, True), (1_090, False)])
@pytest.mark.parametrize("small", [1, 100])
def test_a_move_of_a_few_is_none(last: int, found: bool, small: int) -> None:  # noqa: FBT001
    pairs = {
        force: (first // small, second // small)
        for force, (first, second) in doubled().items()
    } | {FORCES[0]: (1000 // small, last // small)}
    outcome = notable(CHANGE, years(pairs, "searches"))
    assert bool(outcome.failed) is (found and small == 1)


def test_money_is_not_held_against_chance() -> None:
    pairs = {name: (float(a), float(b)) for name, (a, b) in doubled().items()}
    assert names(notable(MONEY, years(pairs, "amount"))) == [FORCES[0]]
    few = {name: (a / 1000, b / 1000) for name, (a, b) in pairs.items()}
    assert names(notable(MONEY, years(few, "amount"))) == [FORCES[0]]


@pytest.mark.parametrize(
    ("first", "second", "compared"),
    [(BEFORE, DAY, 43), (date(2017, 3, 30), DAY, 0), (None, DAY, 0), (None, None, 0)],
)
def test_twelve_months_before_and_no_other_day_is_the_year_before(
    first: date | None, second: date | None, compared: int
) -> None:
    rows = years(doubled(), "searches")
    for row in rows:
        row["year_ending"] = first if row["year_ending"] == BEFORE else second
    outcome = notable(CHANGE, rows)
    assert outcome.evaluated == compared
    assert bool(outcome.reason) is not bool(compared)


def test_the_first_year_of_the_calendar_has_none_before() -> None:
    rows = [row | {"year_ending": date.min} for row in years(doubled(), "searches")]
    assert notable(CHANGE, rows).evaluated == 0


def test_a_year_before_without_a_number_is_left_open() -> None:
    outcome = notable(CHANGE, years(doubled() | {"Kent": (None, 1000)}, "searches"))
    assert (outcome.evaluated, outcome.undecided) == (42, 1)


def test_a_force_without_a_year_before_is_not_compared() -> None:
    rows = years(doubled(), "searches")
    outcome = notable(CHANGE, [row for row in rows[1:] if row["force"] != "Kent"])
    assert (outcome.evaluated, outcome.undecided) == (41, 0)


def test_a_figure_of_another_number_of_rows_is_left_alone() -> None:
    calls = rule_of("CAL008")
    rows = [
        {"force": force, "calls": 1000, "rows": 12, "blank.calls": 0}
        for force in FORCES
    ]
    assert notable(calls, rows).evaluated == 43
    outcome = notable(calls, [{**rows[0], "rows": 11}, *rows[1:]])
    assert (outcome.evaluated, outcome.undecided) == (42, 1)
    assert "too few or too many rows" in outcome.reason


@pytest.mark.parametrize("doubled_at", [0, 1])
def test_a_row_that_stands_twice_is_no_move(doubled_at: int) -> None:
    rows = years(doubled(), "amount")
    rows[doubled_at] |= {"rows": 2, "amount": 2 * rows[doubled_at]["amount"]}
    outcome = notable(MONEY, rows)
    assert (outcome.evaluated, outcome.failed, outcome.undecided) == (42, 0, 1)


@pytest.mark.parametrize("pair", [(0.0, 1000.0), (1000.0, 0.0), (-5.0, 9.0)])
def test_money_of_0_or_below_is_left_open(pair: tuple[float, float]) -> None:
    outcome = notable(MONEY, years(doubled() | {FORCES[0]: pair}, "amount"))
    assert (outcome.evaluated, outcome.failed, outcome.undecided) == (42, 0, 1)


def test_small_amounts_are_as_far_apart_as_large_ones() -> None:
    pairs = {name: (a / 1e9, b / 1e9) for name, (a, b) in doubled().items()}
    assert names(notable(MONEY, years(pairs, "amount"))) == [FORCES[0]]


@pytest.mark.parametrize("workforce", [0, -1])
def test_a_whole_of_nothing_is_left_open(workforce: int) -> None:
    rows = parts(spread(18_000))
    rows[0]["workforce"] = workforce
    outcome = notable(SHARE, rows)
    assert (outcome.evaluated, outcome.failed, outcome.undecided) == (42, 0, 1)


def test_of_none_before_there_is_no_number_of_times() -> None:
    outcome = notable(CHANGE, years(doubled() | {FORCES[0]: (0, 900)}, "searches"))
    (hit,) = outcome.hits
    assert hit.message.startswith("900 searches, none before; 1.00 times is the median")
    (one,) = (one for one in outcome.compared if one.found)
    assert (one.figure, one.count, one.base) == (None, 900, 0)


def test_an_end_of_none_before_is_told_so() -> None:
    pairs = doubled() | {FORCES[1]: (0, 900), FORCES[2]: (900, 0)}
    hits = {
        hit.values["force"]: hit.message
        for hit in notable(CHANGE, years(pairs, "searches")).hits
    }
    span = f"from 0.00 ({FORCES[2]}) to none before ({FORCES[1]}); "
    assert span in hits[FORCES[0]]
    assert hits[FORCES[2]].startswith("0 searches, 0.00 times the 900 of 31 March")


def test_a_median_of_none_is_told_so() -> None:
    none = dict.fromkeys(FORCES, 0) | {FORCES[0]: 500}
    (hit,) = notable(SHARE, parts(none)).hits
    assert hit.message.startswith(
        "0.50 per cent of the workforce; none is the median of 42 others, from 0.00 ("
    )
    before = {force: (1000, count) for force, count in none.items()}
    (hit,) = notable(CHANGE, years(before, "searches")).hits
    assert "; none is the median of 42 others" in hit.message


def test_where_there_is_no_figure_at_all_that_is_the_reason() -> None:
    nothing = "no force has a figure that can be compared"
    assert notable(SHARE, []).reason == nothing
    outcome = notable(SHARE, parts(dict.fromkeys(FORCES)))
    assert (outcome.undecided, outcome.reason) == (43, nothing)
    lacking = years(dict.fromkeys(FORCES, (None, 5)), "searches")
    assert notable(CHANGE, lacking).reason == nothing
    assert notable(CHANGE, []).reason == "there is no figure of the year before"


def test_no_body_but_the_forces_is_compared() -> None:
    rows = parts(spread(18_000) | {"British Transport Police": 90_000, "": 1})
    outcome = notable(SHARE, rows)
    assert outcome.evaluated == 43
    assert names(outcome) == [FORCES[0]]


def test_a_force_is_not_measured_against_itself() -> None:
    pool = [replace(figure(count, 1), force=str(count)) for count in (1, 2, 4, 8, 900)]
    far = apart_from(pool[-1], pool)
    others = [log(count) for count in (1, 2, 4, 8)]
    usual = median_abs_deviation(others, scale="normal")
    assert far.middle == pytest.approx(8**0.5)
    assert far.times == pytest.approx(900 / 8**0.5)
    assert far.distance == pytest.approx((log(900) - log(8) / 2) / usual)


def test_all_that_were_compared_are_told_from_the_lowest_to_the_highest() -> None:
    outcome = notable(SHARE, parts(spread(18_000)))
    figures = [one.figure or 0 for one in outcome.compared]
    assert figures == sorted(figures)
    assert len(figures) == 43
    assert [one.force for one in outcome.compared if one.found] == [FORCES[0]]
    assert outcome.compared[-1].figure == pytest.approx(18)
    assert outcome.compared[-1].key == {"as_at": DAY}


def test_43_forces_take_milliseconds() -> None:
    rows = parts(spread(18_000))
    notable(SHARE, rows)
    start = perf_counter()
    for _ in range(10):
        notable(SHARE, rows)
    assert (perf_counter() - start) / 10 < 0.1
