"""How figures are shown: decimals, caveats, exclusions, and groups without a row."""

from __future__ import annotations

import pytest
from crimes import crimes_and_outcomes

import peelcheck
from peelcheck.conditions import holds
from peelcheck.metrics import METRICS
from peelcheck.metrics.printed import PRINTED


@pytest.mark.parametrize("name", METRICS)
def test_rates_have_three_decimals_and_ratios_shares_and_staff_two(name: str) -> None:
    expected = 3 if METRICS[name].per == 1000 else 2
    assert METRICS[name].places == expected


@pytest.mark.parametrize("name", METRICS)
def test_equivalents_and_weights_have_two_decimals_and_counts_none(name: str) -> None:
    counted = METRICS[name].numerator
    whole = not counted.unit.endswith(("full-time equivalents", "weighted"))
    assert counted.places == (0 if whole else 2)


def test_a_printed_rate_is_held_to_the_base_and_decimals_of_its_table() -> None:
    shown = {name: (one.per, one.places) for name, one in PRINTED.items()}
    assert shown == {
        "recorded_crime_rate": (1000, 6),
        "stop_search_by_group": (1000, 2),
    }


def test_which_caveats_are_said_figure_by_figure() -> None:
    caveats = [one for metric in METRICS.values() for one in metric.caveats]
    assert {one.id for one in caveats if not one.general} == {
        "CATEGORY_ABSENT",
        "DESIGNATED_AMONG_STAFF",
        "DISPOSALS_PILOT",
        "FAULTY_DATA",
        "FEW_RESIDENTS",
        "GROUP_ABSENT",
        "INCOMPLETE",
        "KIND_ABSENT",
        "LOCAL_FUNCTIONS",
        "NOTED_VINTAGE",
        "NOT_AS_PUBLISHED",
        "NOT_RECONCILED",
        "NOT_STATED_UNTOLD",
        "PUBLISHED_WITH_SECTION_39",
        "SMALL_NUMBER",
        "THEME_ABSENT",
    }


@pytest.mark.parametrize(
    ("group", "agrees", "said"),
    [
        ("All kinds", False, True),
        ("Designated officers", False, True),
        ("Police officers", False, False),
        ("All kinds", True, False),
        ("Designated officers", True, False),
    ],
)
def test_section_39_staff_explain_a_difference_and_nothing_else(
    *, group: str, agrees: bool, said: bool
) -> None:
    caveats = {one.id: one for one in METRICS["workforce_in_post"].caveats}
    when = caveats["PUBLISHED_WITH_SECTION_39"].when
    assert holds(when, {"group": group, "agrees": agrees}) is said


def test_outcomes_that_are_recorded_are_not_provisional() -> None:
    provisional = {
        name
        for name, metric in METRICS.items()
        if any(caveat.id == "PROVISIONAL" for caveat in metric.caveats)
    }
    assert provisional == {"outcome_share", "outcome_share_of_counts"}


@pytest.mark.parametrize(
    "name", ["outcome_share", "outcome_share_of_counts", "closed_outcome_share"]
)
def test_each_share_of_outcomes_tells_of_the_disposals_a_force_uses(name: str) -> None:
    told = {caveat.id for caveat in METRICS[name].caveats}
    assert {"DISPOSALS_PILOT", "DISPOSALS_VARY"} <= told


def test_which_exclusions_are_told_where_nothing_is_left_out() -> None:
    outs = [out for one in METRICS.values() for out in one.numerator.exclusions]
    assert {out.name for out in outs if not out.if_found} == {
        "ethnic group not stated",
        "ethnicity not stated",
        "staff under section 39",
        "vehicle only",
    }


def test_rows_of_a_group_that_cannot_be_named_are_unknown() -> None:
    outs = [out for one in METRICS.values() for out in one.numerator.exclusions]
    assert {out.name for out in outs if out.unknown} == {
        "ethnic group missing or not known",
        "ethnic group not stated",
        "ethnicity not stated",
    }


def test_single_crimes_tell_of_every_group_and_counts_of_those_with_a_row() -> None:
    figures = peelcheck.recompute(crimes_and_outcomes(["1", "1"]), kind="submission")
    assert figures.of("outcome_share", "Essex", "No suspect identified").value == 0
