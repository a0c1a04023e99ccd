"""Which departures are tried on a metric, how many together; shares of nought."""

from __future__ import annotations

from fractions import Fraction

import polars as pl
import pytest
from crimes import counts, workforce
from ways_made import ways_of

from peelcheck.claims import Departure
from peelcheck.metrics import METRICS
from peelcheck.reference.editions import Edition
from peelcheck.verifying.departures import BASE, TWICE, departures_from
from peelcheck.verifying.joint import _RANKED
from peelcheck.verifying.rivals import LISTED, MOST


@pytest.mark.parametrize("name", METRICS)
def test_only_a_rate_per_head_is_tried_on_other_numbers_of_people(
    name: str, edition: Edition
) -> None:
    metric = METRICS[name]
    group = metric.groups[0].name if metric.groups else ""
    kinds = {one.kind for one in departures_from(metric, group, "Essex", edition)}
    assert (BASE in kinds) is (metric.base == "people")
    assert (TWICE in kinds) is (metric.base != "whole")


def test_four_are_combined_eight_of_each_number_listed_and_ten_ranked() -> None:
    assert (MOST, LISTED, _RANKED) == (4, 8, 10)


def test_a_number_counted_twice_is_twice_as_large() -> None:
    force = pl.DataFrame([workforce(headcount=10)])
    ways = ways_of("workforce_in_post", "Police officers", workforce=force)
    own, twice = ways.made(), ways.made([Departure(TWICE, "twice", TWICE, 2)])
    assert own is not None
    assert twice is not None
    assert [own.value, twice.value] == [Fraction(10), Fraction(20)]


CHARGED, ACTION = "Charged or summonsed", "Action taken"


@pytest.mark.parametrize(
    ("group", "held", "share"),
    [
        (CHARGED, {"1": 0, "18": 5}, (0, 5)),
        (CHARGED, {"1": 1}, (1, 1)),
        (ACTION, {"1": 3, "18": 1}, (3, 4)),
    ],
)
def test_a_share_counts_the_rows_that_are_there(
    group: str, held: dict[str, int], share: tuple[int, int]
) -> None:
    made = ways_of("outcome_share_of_counts", group, outcome_counts=counts(held)).made()
    assert made is not None
    assert [made.numerator, made.denominator] == [*share]
    assert made.value == 100 * Fraction(*share)


@pytest.mark.parametrize(
    "held", [{"18": 5}, {"1": -1, "18": 5}, {"1": 0}, {"1": 1, "18": -3}]
)
def test_a_share_of_what_cannot_be_counted_has_no_value(held: dict[str, int]) -> None:
    ways = ways_of("outcome_share_of_counts", CHARGED, outcome_counts=counts(held))
    assert ways.made() is None
