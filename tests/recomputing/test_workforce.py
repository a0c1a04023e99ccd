"""The workforce in post: who is counted, by kind, sex, function and ethnic group."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest
from crimes import workforce

import peelcheck
from peelcheck import Figures
from peelcheck.figures import Figure

IN_POST, OFFICERS = "workforce_in_post", "Police officers"
DESIGNATED = "Designated officers"


def recomputed(*rows: dict[str, Any], **hints: Any) -> Figures:
    frame = pl.DataFrame(list(rows), infer_schema_length=None)
    return peelcheck.recompute({"workforce": frame, **hints}, kind="collection")


def caveats(figure: Figure) -> dict[str, str]:
    return {one.id: one.says for one in figure.caveats}


class TestWhoIsCounted:
    """Section 38 is in, section 39 out; absence is in, secondment out (A41 to A43)."""

    def test_the_value_is_the_number_itself(self) -> None:
        figure = recomputed(workforce(fte=10.25)).of(IN_POST, "Essex", OFFICERS)
        assert (figure.value, figure.denominator) == (10.25, None)
        assert figure.unit == "full-time equivalents"
        assert figure.period == "31 March 2018"
        assert figure.as_stated

    def test_staff_under_section_39_are_left_out(self) -> None:
        kind = "designated officer"
        figures = recomputed(
            workforce(worker_type=kind, rank="Designated Detention Officer (S.38)"),
            workforce(worker_type=kind, rank="Designated Detention Officer (S.39)"),
            workforce(worker_type=kind, rank="Designated Escort Officer (S.39)"),
        )
        figure = figures.of(IN_POST, "Essex", DESIGNATED)
        assert figure.value == 10
        assert ("staff under section 39", -20) in [
            (one.name, one.change) for one in figure.steps
        ]

    def test_where_all_are_left_out_none_is_left(self) -> None:
        rank = "Designated Escort Officer (S.39)"
        kind = {"worker_type": "designated officer", "rank": rank}
        figures = recomputed(workforce(), workforce(**kind))
        assert figures.of(IN_POST, "Essex", DESIGNATED).value == 0

    def test_where_no_rank_tells_them_apart_that_is_said(self) -> None:
        figure = recomputed(workforce(worker_type="designated officer")).of(
            IN_POST, "Essex", DESIGNATED
        )
        assert "staff under section 39" in caveats(figure)["NOT_TOLD_APART"]

    @pytest.mark.parametrize(
        ("status", "value"),
        [
            ("in post", 20),
            ("career break", 20),
            ("long-term absence", 20),
            ("seconded from another force", 20),
            ("seconded to another force", 10),
        ],
    )
    def test_absence_counts_and_secondment_to_another_force_does_not(
        self, status: str, value: int
    ) -> None:
        rows = (workforce(status="in post"), workforce(status=status, sex="Male"))
        assert recomputed(*rows).of(IN_POST, "Essex", OFFICERS).value == value

    def test_those_counted_by_heads_alone_are_in_no_figure(self) -> None:
        specials = workforce(worker_type="special constable", fte=0.0, headcount=400)
        figures = recomputed(workforce(), specials)
        assert figures.of(IN_POST, "Essex", "All kinds").value == 10

    def test_british_transport_police_is_in_no_total(self) -> None:
        figures = recomputed(workforce(), workforce(force="British Transport Police"))
        assert figures.of(IN_POST, None, OFFICERS).value == 10


def test_a_metric_of_groups_asks_for_one() -> None:
    with pytest.raises(peelcheck.UsageError) as refused:
        recomputed(workforce(sex="Male")).of("workforce_by_sex", "Essex")
    says = "workforce_by_sex has groups, name one: Female; Male"
    assert str(refused.value) == says


class TestNotAvailable:
    """A mark is not zero; 13 forces count designated officers as staff (A42)."""

    def test_a_kind_that_is_not_available_has_no_value(self) -> None:
        frame = pl.DataFrame(
            {
                "as_at": ["2018-03-31"] * 2,
                "force": ["Cumbria"] * 2,
                "worker_type": ["police staff", "designated officer"],
                "fte": ["600.5", ".."],
            }
        )
        figures = peelcheck.recompute({"workforce": frame}, kind="submission")
        assert figures.of(IN_POST, "Cumbria", DESIGNATED).value is None
        staff = figures.of(IN_POST, "Cumbria", "Police staff")
        assert staff.value == 600.5
        assert "DESIGNATED_AMONG_STAFF" in caveats(staff)

    def test_another_force_is_not_said_to(self) -> None:
        staff = recomputed(workforce(worker_type="police staff")).of(
            IN_POST, "Essex", "Police staff"
        )
        assert "DESIGNATED_AMONG_STAFF" not in caveats(staff)

    def test_a_total_says_how_many_forces_have_no_number(self) -> None:
        kind = {"worker_type": "designated officer"}
        figures = recomputed(workforce(), workforce(**kind), workforce(force="Kent"))
        said = caveats(figures.of(IN_POST, None, DESIGNATED))
        assert said["KIND_ABSENT"].endswith("none or not available: 1.")


class TestDays:
    """The five days of the report, each with its own figures (A41)."""

    def test_each_day_has_its_figures(self) -> None:
        days = [date(2017, 3, 31), date(2018, 3, 31)]
        figures = recomputed(
            *(workforce(as_at=day, fte=n) for n, day in enumerate(days, 1))
        )
        values = [
            figures.of(IN_POST, "Essex", OFFICERS, period=str(day)).value
            for day in days
        ]
        assert values == [1, 2]

    @pytest.mark.parametrize(
        ("day", "stated"),
        [
            (date(2013, 3, 31), False),
            (date(2014, 3, 31), True),
            (date(2018, 3, 31), True),
            (date(2018, 9, 30), False),
        ],
    )
    def test_other_days_are_not_the_statement_s(self, day: date, stated: bool) -> None:  # noqa: FBT001
        figure = recomputed(workforce(as_at=day)).of(IN_POST, "Essex", OFFICERS)
        assert figure.as_stated is stated


class TestShares:
    """Shares of the workforce by sex, function and ethnic group."""

    def test_women_are_a_share_of_all_whose_sex_is_given_or_not(self) -> None:
        rows = (("Female", 3.0), ("Male", 5.0), ("Not stated", 2.0))
        figures = recomputed(*(workforce(sex=sex, fte=fte) for sex, fte in rows))
        figure = figures.of("workforce_by_sex", "Essex", "Female")
        assert (figure.numerator, figure.denominator, figure.value) == (3, 10, 30)

    def test_officers_in_local_functions_are_a_share_of_officers(self) -> None:
        figures = recomputed(
            workforce(function="Neighbourhood policing", fte=1.5),
            workforce(function="Incident (response) management", fte=2.5),
            workforce(function="Road policing", fte=4.0),
            workforce(worker_type="police staff", function="Neighbourhood policing"),
        )
        (figure,) = figures.only(metric="local_officer_share", force="Essex")
        assert (figure.numerator, figure.denominator, figure.value) == (4, 8, 50)
        assert "Neighbourhood policing" in caveats(figure)["LOCAL_FUNCTIONS"]

    def test_without_a_function_there_is_no_such_share_and_that_is_said(self) -> None:
        figures = recomputed(workforce())
        assert "local_officer_share" not in {one.metric for one in figures}
        assert "local_officer_share: no row of workforce says function" in figures.notes

    def test_ethnic_groups_stand_beside_the_local_population(self) -> None:
        figures = recomputed(
            workforce(ethnic_group="White", fte=95.0),
            workforce(ethnic_group="Mixed", fte=5.0),
            workforce(ethnic_group="Not stated", fte=25.0),
        )
        metric = "workforce_by_ethnic_group"
        figure = figures.of(metric, "Essex", "All minority ethnic groups")
        assert (figure.value, figure.share_unknown) == (5, 0.2)
        assert figure.bounds == (4, 24)
        assert (figure.reference_numerator, figure.reference_denominator) == (
            116_642,
            1_724_950,
        )
        words = figures.explain(metric, "Essex", "All minority ethnic groups")
        assert "among residents 116,642 / 1,724,950 = 6.76 per cent" in words
        assert {"BASIS_UNSTATED", "MAY_BE_REVISED"} <= set(caveats(figure))
