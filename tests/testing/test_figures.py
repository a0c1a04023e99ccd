"""A job's figures are held to the annex's definition, and what made them is told."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest

import peelcheck
from peelcheck import UnknownNameError, UsageError
from peelcheck.strategies.valid import valid_return
from peelcheck.testing import assert_figures

RETURN = "sample_data/police_powers_ye_mar_2018"
RATE = 1_000 * 3_004 / 1_820_379


def told(figures: Any, **how: object) -> str:
    """Return what the assertion says of figures that do not come out."""
    with pytest.raises(AssertionError) as caught:
        assert_figures(figures, RETURN, metric="stop_search_rate", **how)  # type: ignore[arg-type]
    return str(caught.value)


def test_figures_of_the_annex_pass_and_are_returned() -> None:
    figures = assert_figures({"Essex": RATE}, RETURN, metric="stop_search_rate")
    assert figures.of("stop_search_rate", "Essex").value == RATE
    assert {one.metric for one in figures} == {"stop_search_rate"}


def test_a_force_may_have_another_accepted_name() -> None:
    assert_figures({"essex police": 1.65}, RETURN, metric="stop_search_rate", places=2)


def test_rounding_passes_where_it_is_said() -> None:
    assert_figures({"Essex": 1.65}, RETURN, metric="stop_search_rate", places=2)
    assert "1 of 1 figures" in told({"Essex": 1.65})
    assert "1 of 1 figures" in told({"Essex": 1.66}, places=2)
    assert "1 of 1 figures" in told({"Essex": 1.64}, places=2)


def test_both_values_the_way_and_what_made_the_other_are_told() -> None:
    text = told({"Essex": 1.795, "England and Wales": 9.6}, places=3)
    first = text.split("\n\n")[1].split("\n")
    assert first[0] == "Essex"
    assert first[1] == "  - 1.795  the job's"
    assert first[2].startswith("  + 1.65021  3,004 / 1,820,379, searches per 1,000")
    assert "      vehicle only: 3,242" in first
    assert first[-1] == (
        "  the job's would be: vehicle only kept in; ethnicity not stated kept in"
    )


def test_groups_are_named_beside_the_force() -> None:
    black = {("Essex", "Black or Black British"): 8.8}
    assert_figures(black, RETURN, metric="stop_search_ratio", places=1)
    with pytest.raises(AssertionError, match="Essex, Black or Black British"):
        assert_figures(dict.fromkeys(black, 9.0), RETURN, metric="stop_search_ratio")


def test_none_and_nan_are_figures_that_cannot_be_made() -> None:
    drawn = valid_return("peel-2018-19", "submission", ["outcome_counts"])
    row = {**drawn.tables["outcome_counts"][0], "outcome_type": "2"}
    given = drawn.with_row("outcome_counts", 0, row).read()
    key = ("Essex", "Charged or summonsed")
    for value in (None, math.nan):
        assert_figures({key: value}, given, metric="outcome_share_of_counts")
    with pytest.raises(AssertionError, match="the group has no row"):
        assert_figures({key: 0.0}, given, metric="outcome_share_of_counts")
    assert "  - none  the job's" in told({"Essex": None})


def test_a_figure_that_is_not_there_is_told_with_those_that_are() -> None:
    text = told({"Rutland": 1.0})
    assert "  + no figure: there is no force 'Rutland'; known: Avon and " in text


def test_a_series_of_pandas_is_held_as_a_mapping_is() -> None:
    assert_figures(pd.Series({"Essex": RATE}), RETURN, metric="stop_search_rate")
    assert "  - 9  the job's" in told(pd.Series({"Essex": 9.0}))


def test_a_force_that_was_lost_is_told_where_all_are_asked_for() -> None:
    text = told({"Essex": RATE}, every_force=True)
    assert text.startswith("42 of 43 figures of stop_search_rate do not come out")
    assert "  - none  left out by the job" in text
    figures = assert_figures({"Essex": RATE}, RETURN, metric="stop_search_rate")
    whole = {one.force: one.value for one in figures if not one.total}
    assert len(whole) == 43
    assert_figures(whole, RETURN, metric="stop_search_rate", every_force=True)


def test_digits_enough_to_tell_two_values_apart_are_shown() -> None:
    lines = told({"Essex": RATE + 1e-7}).split("\n")
    assert lines[3] == "  - 1.6502059  the job's"
    assert lines[4].startswith("  + 1.6502058  3,004 / 1,820,379")


def test_a_value_that_is_only_rounded_is_told_what_to_say() -> None:
    text = told({"Essex": 1.65})
    assert "  the job's is rounded: say so by places=2" in text


def test_one_basis_divided_by_another_is_told() -> None:
    given = valid_return("peel-2018-19", "submission", ["outcome_counts"]).read()
    charged = {("Essex", "Charged or summonsed"): 100 * 1_000 / 144_036}
    with pytest.raises(AssertionError) as caught:
        assert_figures(charged, given, metric="outcome_share_of_counts")
    assert str(caught.value).endswith(
        "one basis over another, 1,000 of closed_outcome_share / "
        "144,036 of outcome_share_of_counts"
    )


def test_another_metric_of_the_same_table_is_told() -> None:
    given = "sample_data/crime_outcomes_2018_19"
    theirs = peelcheck.recompute(given).of(
        "closed_outcome_share", "Essex", "Charged or summonsed"
    )
    with pytest.raises(AssertionError) as caught:
        assert_figures(
            {("Essex", "Charged or summonsed"): theirs.value},
            given,
            metric="outcome_share_of_counts",
        )
    assert "  the job's is closed_outcome_share: " in str(caught.value)


@pytest.mark.parametrize(
    ("figures", "message"),
    [
        ({"Essex": "1.65"}, "the figure of 'Essex' is '1.65': give a number"),
        ({7: 1.65}, "figures are by force, or by force and group, not by 7"),
        ({("Essex", 7): 1.65}, "not by \\('Essex', 7\\)"),
    ],
)
def test_what_is_no_figure_is_refused(figures: dict[Any, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        assert_figures(figures, RETURN, metric="stop_search_rate")


def test_a_metric_the_return_does_not_give_is_told_with_those_it_gives() -> None:
    with pytest.raises(UsageError, match=r"cannot be recomputed .* stop_search_rate"):
        assert_figures({"Essex": 1.0}, RETURN, metric="recorded_crime_rate")


def test_only_the_first_are_told_in_full() -> None:
    names = ["Essex", "Kent", "Surrey", "Sussex", "Dorset", "Durham", "Norfolk"]
    text = told(dict.fromkeys(names, -1.0))
    assert text.startswith("7 of 7 figures of stop_search_rate do not come out")
    assert text.endswith("and 2 more")


def test_no_figures_are_no_pass() -> None:
    with pytest.raises(UsageError, match="no figures to hold"):
        assert_figures({}, RETURN, metric="stop_search_rate")
    with pytest.raises(UnknownNameError, match="there is no metric"):
        assert_figures({"Essex": 1.0}, RETURN, metric="stop_rate")
