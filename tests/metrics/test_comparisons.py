"""What metrics may ask of text: whether it is the same, never which comes first."""

from __future__ import annotations

import pytest
from compared import comparisons, ordering_text

from peelcheck.measures import Metric
from peelcheck.metrics import METRICS


@pytest.mark.parametrize("metric", METRICS.values(), ids=list(METRICS))
def test_text_is_the_same_or_another_and_never_before_or_after(metric: Metric) -> None:
    assert ordering_text(metric) == []


def test_what_metrics_ask_to_be_more_or_less_than_something() -> None:
    """A year, a census or a number of months is one and the same, or another."""
    found = {
        str(one)
        for metric in METRICS.values()
        for one in comparisons(metric)
        if one.sign not in {"==", "!="}
    }
    assert found == {
        "absent > 0",
        "base > 0",
        "gaps > 0",
        "month >= edition('calls_999.window.start')",
        "month <= edition('calls_999.window.end')",
        "month >= edition('calls_999.year.start')",
        "month <= edition('calls_999.year.end')",
        "recorded_on >= edition('file_review.window.start')",
        "recorded_on <= edition('file_review.window.end')",
        "searched_on >= edition('stop_search.window.start')",
        "searched_on <= edition('stop_search.window.end')",
        "recorded_on >= edition('crimes.window.start')",
        "recorded_on <= edition('crimes.window.end')",
        "smallest < edition('assumptions.small_number')",
    }


def test_the_metrics_do_compare_text() -> None:
    found = {str(one) for metric in METRICS.values() for one in comparisons(metric)}
    assert {"offence_group == 'Fraud offences'", "as_stated == False"} <= found
