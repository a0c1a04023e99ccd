"""Claims held against a metric's recomputed figure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import peelcheck
from peelcheck.claims import Claim, ClaimVerdict, Held
from peelcheck.recomputing.figures import Figures
from peelcheck.verifying.metric_claims import against_figure, exact_value
from peelcheck.verifying.ways import Ways

Make = Callable[..., Claim]
REPRODUCED, NOT, IMPOSSIBLE, UNCHECKABLE = ClaimVerdict
ABSENT = "the group has no row, so nil and not available cannot be told apart"
RATE = {"metric": "stop_search_rate"}
RATIO = {"metric": "stop_search_ratio", "group": "Black"}


def held(claim: Make, figures: Figures, **fields: str) -> Held:
    return against_figure(claim(**fields), figures, None).held


class TestVerdict:
    """Reproduced, not, impossible, or not checkable."""

    def test_a_figure_within_the_interval_is_reproduced(
        self, claim: Make, figures: Figures
    ) -> None:
        one = held(claim, figures, **RATIO, figure="8.8")
        assert one.verdict is REPRODUCED
        assert one.says == "recomputed 8.82 prints as 8.8"
        assert one.interval == "from 8.75 to below 8.85"
        assert one.figure is not None
        assert one.figure.group == "Black or Black British"
        assert one.rivals is None

    def test_a_figure_outside_says_what_it_would_take(
        self, claim: Make, figures: Figures
    ) -> None:
        one = held(claim, figures, **RATE, figure="3.6")
        assert one.verdict is NOT
        assert one.says == (
            "recomputed 1.650; it would take 6,463 to 6,644 searches, not 3,004"
        )
        assert one.numerators is not None
        assert (one.numerators.low, one.numerators.high) == (6_463, 6_644)

    def test_of_a_ratio_no_one_count_can_be_told(
        self, claim: Make, figures: Figures
    ) -> None:
        one = held(claim, figures, **RATIO, figure="4.2")
        assert (one.verdict, one.says) == (NOT, "recomputed 8.82")
        assert one.numerators is None

    @pytest.mark.parametrize("figure", ["1.65040581", "-3.6"])
    def test_a_figure_that_no_count_gives_is_impossible(
        self, claim: Make, figures: Figures, figure: str
    ) -> None:
        one = held(claim, figures, **RATE, figure=figure)
        assert one.verdict is IMPOSSIBLE
        assert one.says == "no whole number of searches by 1,820,379 people gives it"
        assert one.rivals is None

    def test_as_many_decimals_as_a_count_gives_are_possible(
        self, claim: Make, figures: Figures
    ) -> None:
        one = held(claim, figures, **RATE, figure="1.65020581")
        assert one.verdict is REPRODUCED
        assert one.says == "recomputed 1.650205809 prints as 1.65020581"

    def test_a_figure_of_other_people_is_not_impossible(
        self, claim: Make, figures: Figures, ways: Callable[..., Ways]
    ) -> None:
        one = claim(**RATE, figure="1.66247543")  # 3,004 by the people of mid-2016
        found = against_figure(one, figures, ways("stop_search_rate", "Essex"))
        assert found.held.verdict is NOT
        assert found.held.rivals is not None
        (rival,) = found.held.rivals.found
        assert [d.says for d in rival.departures] == ["ONS mid-2016 population"]

    @pytest.mark.parametrize(
        ("unit", "named"),
        [("per 100,000", "per 1,000"), ("per head", "per 1,000")],
    )
    def test_a_declared_unit_that_explains_it_is_named(
        self, claim: Make, figures: Figures, unit: str, named: str
    ) -> None:
        one = held(claim, figures, **RATE, figure="1.65", unit=unit)
        assert one.verdict is NOT
        assert one.unit == named
        assert one.says.endswith(f"{named} it would be 1.6502, as printed")

    def test_the_claim_s_own_unit_is_taken(self, claim: Make, figures: Figures) -> None:
        one = held(claim, figures, **RATE, figure="165", unit="per 100,000")
        assert one.verdict is REPRODUCED
        small = held(claim, figures, **RATE, figure="0.00165", unit="per head")
        assert small.says == "recomputed 0.001650 prints as 0.00165"

    @pytest.mark.parametrize(
        ("rounding", "verdict"), [("half-up", NOT), ("truncated", REPRODUCED)]
    )
    def test_the_way_of_rounding_decides(
        self, claim: Make, figures: Figures, rounding: str, verdict: ClaimVerdict
    ) -> None:
        one = held(claim, figures, **RATE, figure="1.6", rounding=rounding)
        assert one.verdict is verdict


class TestCounts:
    """The two counts of a metric, printed alone or beside the figure."""

    def test_they_are_held_where_no_figure_is(
        self, claim: Make, figures: Figures
    ) -> None:
        same = held(claim, figures, **RATE, figure="3,004 of 1,820,379")
        assert (same.verdict, same.says) == (
            REPRODUCED,
            "recomputed 3,004 of 1,820,379",
        )
        for other in ("3,267 of 1,820,379", "2,004 of 1,820,379"):
            assert held(claim, figures, **RATE, figure=other).verdict is NOT

    def test_they_are_held_beside_the_figure(
        self, claim: Make, figures: Figures
    ) -> None:
        printed = {**RATE, "figure": "1.65", "of": "1820379"}
        assert held(claim, figures, **printed, count="3004").verdict is REPRODUCED
        other = held(claim, figures, **printed, count="3267")
        assert other.verdict is NOT
        assert other.says == (
            "recomputed 1.650 prints as 1.65; it prints 3,267 where 3,004 is recomputed"
        )
        both = held(claim, figures, **RATE, figure="9.9", count="1", of="2")
        assert both.says.endswith(
            "; it prints 1 where 3,004 is recomputed"
            "; it prints 2 where 1,820,379 is recomputed"
        )


class TestNotCheckable:
    """Each with its reason."""

    @pytest.mark.parametrize(
        ("fields", "says"),
        [
            (
                {**RATE, "subject": "British Transport Police"},
                "figures are made for forces and England and Wales, no other area",
            ),
            (
                {**RATE, "period": "year ending 31 March 2016"},
                "the data cover 1 April 2017 to 31 March 2018, not the claim's period",
            ),
            (
                {**RATE, "period": "2018-01-01 to 2018-03-31"},
                "the data cover 1 April 2017 to 31 March 2018, not the claim's period",
            ),
            (
                {"metric": "recorded_crime_rate"},
                "the return has no table that the metric counts",
            ),
            (
                {"metric": "workforce_by_sex", "group": "Female"},
                "the return has no table that the metric counts",
            ),
            (
                {**RATIO, "group": "Chinese/Other", "subject": "Cumbria"},
                f"no value: {ABSENT}",
            ),
        ],
        ids=lambda one: str(one)[:50],
    )
    def test_the_reason_is_told(
        self, claim: Make, figures: Figures, fields: dict[str, str], says: str
    ) -> None:
        one = held(claim, figures, **{"figure": "3.6", **fields})
        assert (one.verdict, one.says) == (UNCHECKABLE, says)

    @pytest.mark.parametrize(
        "period", ["", "2018-03-31", "2017-04-01 to 2018-03-31", "year to 31/03/2018"]
    )
    def test_the_period_of_the_data_is_checkable(
        self, claim: Make, figures: Figures, period: str
    ) -> None:
        one = held(claim, figures, **RATE, figure="1.65", period=period)
        assert one.verdict is REPRODUCED


class TestOtherReturns:
    """A submission, a part of the forces, frames."""

    NATIONAL: Any = (
        {"id": "e", "subject": "Essex", "figure": "3.6", **RATE},
        {"id": "n", "subject": "England and Wales", "figure": "9.6", **RATE},
    )

    def test_a_submission_has_no_total_but_rivals(self, sample_data: Path) -> None:
        found = peelcheck.verify(self.NATIONAL, sample_data / "essex_submission")
        assert found.of("n").verdict is UNCHECKABLE
        assert found.of("n").says == (
            "the return has no such figure: there is no area 'England and Wales'; "
            "known: Essex"
        )
        rivals = found.of("e").rivals
        assert rivals is not None
        assert [one.says for one in rivals.found[0].departures] == [
            "ethnicity not stated kept in",
            "each counted twice",
        ]
        says = [d.says for rival in rivals.found for d in rival.departures]
        assert not any(one.startswith("the figure of") for one in says)

    def test_a_total_of_some_forces_says_so(self, published: Path) -> None:
        rows = pl.read_csv(published / "stop_search.csv", try_parse_dates=True)
        some = rows.filter(pl.col("force").is_in(["Essex", "Kent"]))
        found = peelcheck.verify(self.NATIONAL, some, kind="collection")
        assert found.of("n").says.startswith("recomputed 2.419")
        assert " for 2 of 43 forces; it would take " in found.of("n").says

    def test_frames_are_data(self, published: Path) -> None:
        rows = pl.read_csv(published / "stop_search.csv", try_parse_dates=True)
        found = peelcheck.verify(self.NATIONAL, rows, kind="publication")
        whole = peelcheck.verify(self.NATIONAL, published)
        assert [one.says for one in found.held] == [one.says for one in whole.held]
        assert [one.rivals for one in found.held] == [one.rivals for one in whole.held]


def test_the_exact_value_is_the_figure_s_own(claim: Make, figures: Figures) -> None:
    for figure in figures:
        if figure.value is not None:
            one = claim(metric=figure.metric, figure="1", group=figure.group)
            assert float(exact_value(figure, one)) == pytest.approx(
                figure.value, rel=1e-14
            )
