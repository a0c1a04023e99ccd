"""999 calls per 1,000 people: all the months or no rate, and two rates kept apart."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl

import peelcheck
from peelcheck import Figures
from peelcheck.claims import ClaimVerdict
from peelcheck.periods import month_ends

RATE, OF_A_YEAR = "calls_999_rate", "calls_999_rate_of_a_year"
MONTHS = month_ends(date(2017, 4, 1), date(2018, 9, 30))
ESSEX = 1_820_379


def calls(force: str = "Essex", each: int | None = ESSEX) -> list[dict[str, Any]]:
    return [{"month": month, "force": force, "calls": each} for month in MONTHS]


def recomputed(*rows: dict[str, Any], kind: str = "collection") -> Figures:
    frame = pl.DataFrame(list(rows), infer_schema_length=None)
    return peelcheck.recompute({"calls_999": frame}, kind=kind)


def test_eighteen_months_and_twelve_have_a_rate_each() -> None:
    figures = recomputed(*calls())
    whole, year = figures.of(RATE, "Essex"), figures.of(OF_A_YEAR, "Essex")
    assert (whole.value, year.value) == (18_000, 12_000)
    assert whole.period == "1 April 2017 to 30 September 2018"
    assert year.period == "1 October 2017 to 30 September 2018"
    assert whole.as_stated
    assert year.as_stated
    assert whole.unit != year.unit


def test_months_outside_the_window_are_in_neither() -> None:
    other = {"month": date(2018, 10, 31), "force": "Essex", "calls": 5}
    figures = recomputed(*calls(), other)
    assert figures.of(RATE, "Essex").numerator == 18 * ESSEX


def test_a_month_without_a_row_is_not_nought() -> None:
    rows = [row for row in calls() if row["month"] != date(2017, 4, 30)]
    figures = recomputed(*rows)
    figure = figures.of(RATE, "Essex")
    assert figure.value is None
    assert figure.undefined == "1 of the 18 months have no number: April 2017"
    assert figures.of(OF_A_YEAR, "Essex").value == 12_000


def test_nor_is_one_without_a_number() -> None:
    rows = calls()
    for row in rows[-5:]:
        row["calls"] = None
    assert recomputed(*rows).of(RATE, "Essex").undefined == (
        "5 of the 18 months have no number: May 2018, June 2018, July 2018 and 2 more"
    )


def test_a_total_is_of_the_forces_that_have_all_months() -> None:
    figure = recomputed(*calls(), *calls("Kent")[1:]).of(RATE)
    assert (figure.force, figure.value) == ("1 of 43 forces", 18_000)
    assert "Kent" in figure.lacks


def test_a_claim_on_eighteen_months_is_not_held_against_twelve() -> None:
    claim = {
        "id": "calls",
        "metric": OF_A_YEAR,
        "subject": "Essex",
        "figure": "18000",
        "unit": "per 1,000 population",
        "period": "2017-04-01 to 2018-09-30",
    }
    (held,) = peelcheck.verify([claim], {"calls_999": pl.DataFrame(calls())}).held
    assert held.verdict is ClaimVerdict.NOT_CHECKABLE
    assert "not the claim's period" in held.says


def test_a_day_that_ends_no_month_makes_no_rate() -> None:
    odd = {"month": date(2018, 5, 15), "force": "Essex", "calls": 5}
    figure = recomputed(*calls(), odd).of(RATE, "Essex")
    assert figure.undefined == "15 May 2018 is not the last day of one of the months"


def test_nor_does_a_month_that_stands_twice() -> None:
    assert recomputed(*calls(), calls()[0]).of(RATE, "Essex").undefined == (
        "a month stands twice"
    )
