"""Conditions and figures in plain English."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from peelcheck.authoring import column, edition, manifest
from peelcheck.conditions import ALWAYS, Condition
from peelcheck.figures import Figure, Step
from peelcheck.measures import Caveat
from peelcheck.metrics import METRICS
from peelcheck.wording import (
    condition_in_words,
    figure_in_words,
    number,
    period_in_words,
)

force, searches = column("force"), column("searches")


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (ALWAYS, "in every row"),
        (force == "Essex", "force is Essex"),
        (force != "Essex", "force is not Essex"),
        (searches < 5, "searches is less than 5"),
        (searches <= 5, "searches is at most 5"),
        (searches > 5, "searches is more than 5"),
        (searches >= 5, "searches is at least 5"),
        (
            column("year_ending") == date(2018, 3, 31),
            "year ending is 2018-03-31",
        ),
        (
            column("year_ending") == manifest("period_end"),
            "year ending is the manifest's period end",
        ),
        (
            column("year") == edition("population.vintage"),
            "year is the edition's population.vintage",
        ),
        (
            column("population")
            >= edition("assumptions.band_low") * column("reference.population"),
            "population is at least the edition's band_low times published population",
        ),
        (force.is_in(("Essex", "Kent")), "force is one of Essex, Kent"),
        (searches.is_in(tuple(range(6))), "searches is one of 0, 1, 2, 3, 4, 5"),
        (
            searches.is_in(tuple(range(8))),
            "searches is one of 0, 1, 2, 3, 4, 5 and 2 more",
        ),
        (force.matches("[A-Z]+"), "force looks like [A-Z]+"),
        (force.is_missing(), "force is empty"),
        (force.is_present(), "force is given"),
        (~(force == "Essex"), "it is not so that force is Essex"),
    ],
)
def test_each_kind_of_condition_reads_as_a_clause(
    condition: Condition, words: str
) -> None:
    assert condition_in_words(condition) == words


def test_a_joined_condition_within_another_stands_in_brackets() -> None:
    one, two, three = force == "Essex", searches > 5, force.is_present()
    given = "force is Essex", "searches is more than 5", "force is given"
    both = f"({given[0]} and {given[1]})"
    either = f"({given[0]}, or {given[1]})"
    assert condition_in_words((one & two) | three) == f"{both}, or {given[2]}"
    assert condition_in_words((one | two) & three) == f"{either} and {given[2]}"
    assert condition_in_words(~(one & two)) == f"it is not so that {both}"
    assert condition_in_words(~(one | two)) == f"it is not so that {either}"


@pytest.mark.parametrize(
    ("value", "places", "printed"),
    [(None, 2, "-"), (1234.5, 2, "1,234.50"), (0.0004, 3, "0.000"), (7.0, 0, "7")],
)
def test_a_number_is_printed_with_its_places(
    value: float | None, places: int, printed: str
) -> None:
    assert number(value, places) == printed


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2017, 4, 1), date(2018, 3, 31), "1 April 2017 to 31 March 2018"),
        (date(2018, 3, 31), date(2018, 3, 31), "31 March 2018"),
        (None, date(2018, 3, 31), "31 March 2018"),
        (None, None, ""),
    ],
)
def test_a_period_is_told_by_its_days(
    start: date | None, end: date | None, words: str
) -> None:
    assert period_in_words(start, end) == words


RATE = METRICS["stop_search_rate"]
RATIO = METRICS["stop_search_ratio"]
FIGURE = Figure(
    metric="stop_search_rate",
    force="Essex",
    value=2.5,
    unit="searches per 1,000 people",
    period_end=date(2018, 3, 31),
    numerator=4_500,
    denominator=1_800_000,
    vintage="ONS mid-2017",
    period="year ending 31 March 2018",
    as_stated=True,
    steps=(
        Step("all searches", "", 0, 5_000),
        Step("vehicle only", "A48", -500, 4_500),
        Step("ethnicity not stated", "A48", 0, 4_500),
    ),
)


def test_a_rate_has_three_decimals_and_a_ratio_two() -> None:
    assert (RATE.places, RATIO.places) == (3, 2)


def test_a_rate_is_told_step_by_step() -> None:
    assert figure_in_words(FIGURE, RATE).splitlines() == [
        "Stops and searches per 1,000 people: Essex",
        "year ending 31 March 2018",
        "",
        f"  {'all searches':<44}{'':>12}{'5,000':>14}",
        f"  {'vehicle only':<44}{'-500':>12}{'4,500':>14}   (A48)",
        f"  {'ethnicity not stated':<44}{'0':>12}{'4,500':>14}   (A48)",
        "",
        "  4,500 / 1,800,000 (ONS mid-2017) x 1,000 = 2.500 searches per 1,000 people",
    ]


def test_what_is_to_be_known_of_a_figure_follows_it() -> None:
    figure = replace(
        FIGURE,
        share_unknown=0.125,
        bounds=(2.5, 2.75),
        caveats=(Caveat(id="SMALL_NUMBER", source="A5", says="Few."),),
        lacks=("Kent", "Sussex"),
    )
    assert figure_in_words(figure, RATE).splitlines()[-4:] == [
        "  not stated: 12.5% of searches of people",
        "  were all of them known, it could lie from 2.500 to 2.750",
        "  SMALL_NUMBER: Few. (A5)",
        "  without 2 forces: Kent, Sussex",
    ]


def test_a_ratio_is_told_as_a_rate_over_a_rate() -> None:
    figure = replace(
        FIGURE,
        group="Mixed",
        value=2.0,
        unit="times",
        reference_numerator=3_000,
        reference_denominator=2_400_000,
        vintage="Census 2011",
        interval=(1.5, 3.25),
    )
    lines = figure_in_words(figure, RATIO).splitlines()
    assert lines[0] == f"{RATIO.title}: Essex, Mixed"
    assert lines[-3:] == [
        "  (4,500 / 1,800,000) / (3,000 / 2,400,000) = 2.00 times",
        "  Mixed against White, Census 2011",
        "  exact 95% interval 1.50 to 3.25",
    ]


def test_a_figure_without_a_value_says_why() -> None:
    figure = replace(FIGURE, value=None, undefined="there is no population")
    said = figure_in_words(figure, RATE).splitlines()
    assert said[-1] == "  no value: there is no population"
