"""Which departures are tried on a metric, how many together; shares of nought."""

from __future__ import annotations

import pytest
from crimes import counts

from peelcheck.checking import check_return
from peelcheck.metrics import METRICS
from peelcheck.reading import read
from peelcheck.recomputing.work import Work
from peelcheck.reference.editions import Edition
from peelcheck.rules.rulebook import rulebook
from peelcheck.verifying.departures import BASE, TWICE, departures_from
from peelcheck.verifying.joint import _RANKED
from peelcheck.verifying.rivals import LISTED, MOST
from peelcheck.verifying.ways import Ways


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


def test_a_group_counted_with_none_has_a_share_of_nought(edition: Edition) -> None:
    metric = METRICS["outcome_share_of_counts"]
    given = read({"outcome_counts": counts({"1": 0, "18": 5})})
    report = check_return(given, edition, rulebook())
    work = Work.of(metric, given, edition, report)
    (rows,) = work.periods.values()
    made = Ways(work, rows, "Essex", "Charged or summonsed", metric.per).made()
    assert made is not None
    assert (made.numerator, made.denominator) == (0, 5)
    assert made.value == 0
