"""Recorded crime per 1,000 people: twelve months, no fraud, no railway police."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

import peelcheck
from peelcheck import Figures

ALL = "Total recorded crime (excluding fraud)"
RATE, SERIES = "recorded_crime_rate", "recorded_crime_series_rate"


def crime(**changes: Any) -> dict[str, Any]:
    return {
        "period_end": date(2018, 9, 30),
        "force": "Essex",
        "offence": ALL,
        "crimes": 1_820_379,
        **changes,
    }


def recomputed(*rows: dict[str, Any], **hints: Any) -> Figures:
    frame = pl.DataFrame(list(rows))
    return peelcheck.recompute({"recorded_crime": frame}, kind="collection", **hints)


def test_the_rate_is_of_twelve_months_per_1_000_residents() -> None:
    figure = recomputed(crime()).of(RATE, "Essex")
    assert (figure.value, figure.vintage) == (1000, "ONS mid-2017")
    assert figure.period == "1 October 2017 to 30 September 2018"
    assert figure.as_stated


def test_months_that_nobody_gives_are_taken_as_twelve_and_that_is_said() -> None:
    assumed = recomputed(crime()).manifest.assumed
    says = "months of recorded_crime 12: neither the table nor the manifest says"
    assert says in assumed


def test_eighteen_months_are_never_put_beside_twelve() -> None:
    figures = recomputed(crime(months=12), crime(months=18, crimes=9_999_999))
    assert figures.of(RATE, "Essex").numerator == 1_820_379


def test_eighteen_months_alone_have_a_rate_of_their_own() -> None:
    figures = recomputed(crime(months=18))
    assert {one.metric for one in figures} == {SERIES}
    figure = figures.of(SERIES, "Essex")
    assert (figure.value, figure.unit) == (1000, "crimes per 1,000 people in 18 months")
    assert figure.period == "1 April 2017 to 30 September 2018"
    assert figure.as_stated
    assert "EIGHTEEN_MONTHS" in {one.id for one in figure.caveats}
    assert (
        "recorded_crime_rate: no row of recorded_crime is of all crime but fraud, in "
        "twelve months"
    ) in figures.notes


def test_eighteen_months_that_end_another_day_are_not_the_series() -> None:
    figure = recomputed(crime(months=18, period_end=date(2018, 6, 30))).of(SERIES)
    assert not figure.as_stated
    assert figure.period == "30 June 2018"


def test_a_manifest_of_eighteen_months_says_so_for_the_table() -> None:
    entry = {"period_start": date(2017, 4, 1), "period_end": date(2018, 9, 30)}
    figures = recomputed(crime(), manifest={"tables": {"recorded_crime": entry}})
    assert {one.metric for one in figures} == {SERIES}


def test_bodies_that_take_reports_of_fraud_are_in_no_total() -> None:
    figures = recomputed(crime(), crime(force="Action Fraud", crimes=300_000))
    assert figures.of(RATE).numerator == 1_820_379
    assert "Action Fraud" not in {one.force for one in figures}


def test_victim_based_crime_has_a_rate_of_its_own() -> None:
    figures = recomputed(crime(), crime(offence="Victim-based crime", crimes=1_820))
    figure = figures.of("victim_based_crime_rate", "Essex")
    assert figure.value == pytest.approx(0.99979, abs=1e-5)


def test_several_periods_bring_the_caution_about_rises() -> None:
    other = crime(period_end=date(2017, 9, 30))
    figures = recomputed(crime(), other)
    ids = {one.id for figure in figures for one in figure.caveats}
    assert "RECORDING_PRACTICE" in ids
    alone = {one.id for one in recomputed(crime()).of(RATE, "Essex").caveats}
    assert "RECORDING_PRACTICE" not in alone


def test_a_return_of_one_release_and_one_of_another_are_two_keys() -> None:
    rows = (crime(release="2018-12"), crime(release="2019-07"))
    report = peelcheck.check(
        {"recorded_crime": pl.DataFrame(list(rows))}, kind="collection"
    )
    assert report.of("CRI.key").failed == 0
    same = peelcheck.check(
        {"recorded_crime": pl.DataFrame([crime(), crime()])}, kind="collection"
    )
    assert same.of("CRI.key").failed == 2
