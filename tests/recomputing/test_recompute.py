"""Figures from small returns whose answers can be told by hand."""

from __future__ import annotations

from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from returns import frame, row
from scipy.stats import binomtest
from searched import by_group, population, recomputed, searched

import peelcheck

FAULTY = (
    "The data fail STS.searches.missing or leave it open, and the figure rests on that."
)


class TestRate:
    """Searches per 1,000 people, mid-2017 (A9, A48)."""

    def test_it_leaves_out_vehicle_only_and_not_stated(self) -> None:
        figure = recomputed(searched()).of("stop_search_rate", "Essex")
        assert figure.numerator == 180
        assert figure.value == 90.0
        assert figure.bounds == (90.0, 100.0)
        assert figure.share_unknown == 0.1
        assert figure.vintage == "ONS mid-2017"

    def test_a_submission_has_no_total(self) -> None:
        assert {one.force for one in recomputed(searched())} == {"Essex"}

    def test_a_population_of_another_year_is_not_taken(self) -> None:
        other = population("Essex").with_columns(year=pl.lit(2016))
        figure = recomputed(searched(), population=other).of(
            "stop_search_rate", "Essex"
        )
        assert figure.value is None
        assert figure.undefined == "there is no population to divide by"

    def test_cells_without_a_number_are_told(self) -> None:
        rows = [*searched(), row(reason="Firearms", searches=None)]
        figure = recomputed(rows).of("stop_search_rate", "Essex")
        assert figure.numerator == 180
        assert [(c.id, c.says) for c in figure.caveats] == [
            ("FAULTY_DATA", FAULTY),
            ("INCOMPLETE", "1 of its cells hold no number, and are not counted."),
        ]

    def test_where_no_cell_holds_a_number_there_is_no_figure(self) -> None:
        rows = [one | {"searches": None} for one in searched()]
        figure = recomputed(rows).of("stop_search_rate", "Essex")
        assert figure.value is None
        assert figure.undefined == "there is no count"

    def test_a_count_below_nought_gives_no_figure(self) -> None:
        figure = recomputed(searched(White=-900)).of("stop_search_rate", "Essex")
        assert figure.undefined == "the count is below nought"

    def test_a_population_that_stands_twice_is_none(self) -> None:
        twice = population("Essex").vstack(
            population("Essex").with_columns(population=pl.lit(9, pl.Int64))
        )
        figures = recomputed(searched(), population=twice)
        assert figures.of("stop_search_rate", "Essex").value is None
        assert "population: Essex stands twice, and has none" in figures.notes

    def test_a_noted_vintage_is_used_and_said(self) -> None:
        other = population("Essex").with_columns(year=pl.lit(2016))
        said = {"noted_exceptions": {"POP001": "agreed for this force"}}
        figures = recomputed(searched(), population=other, manifest=said)
        figure = figures.of("stop_search_rate", "Essex")
        assert (figure.value, figure.vintage) == (90.0, "ONS mid-2016")
        noted = next(c for c in figure.caveats if c.id == "NOTED_VINTAGE")
        assert "agreed for this force" in noted.says

    def test_rows_of_a_group_that_is_not_known_are_left_out_as_unknown(self) -> None:
        rows = [*searched(), row(ethnic_group="All", searches=205)]
        figure = recomputed(rows).of("stop_search_rate", "Essex")
        assert figure.value == 90.0
        assert figure.steps[-1].name == "ethnic group missing or not known"
        assert "STS.ethnic_group.domain" in figure.caveats[0].says

    def test_without_rows_of_not_stated_there_are_no_bounds(self) -> None:
        rows = [one for one in searched() if one["ethnic_group"] != "Not stated"]
        figures = recomputed(rows)
        for figure in figures:
            assert figure.bounds is None
            assert figure.share_unknown is None
            assert "NOT_STATED_UNTOLD" in [caveat.id for caveat in figure.caveats]
        assert figures.of("stop_search_rate", "Essex").value == 90.0

    def test_a_submission_has_figures_of_its_own_force_only(self) -> None:
        rows = [*searched(), *searched("Kent")]
        said = {"kind": "submission", "force": "Essex"}
        figures = recomputed(rows, manifest=said)
        assert {one.force for one in figures} == {"Essex"}

    def test_without_a_population_table_the_published_one_is_taken(self) -> None:
        figures = peelcheck.recompute({"stop_search": frame(*searched())})
        assert figures.of("stop_search_rate", "Essex").denominator == 1_820_379
        assert figures.notes == (
            "population: not in the return, taken from the published figures",
            (
                "population_by_ethnic_group: not in the return, taken from the "
                "published figures"
            ),
        )


class TestRatio:
    """Times more likely than White people, Census 2011."""

    def test_it_is_a_ratio_of_rates(self) -> None:
        figure = recomputed(searched()).of(
            "stop_search_ratio", "Essex", "Black or Black British"
        )
        assert figure.value == pytest.approx((40 / 100) / (100 / 1_000))
        assert figure.reference_numerator == 100
        assert figure.steps[-1].left == 40

    def test_all_minority_groups_are_taken_together(self) -> None:
        figure = recomputed(searched()).of(
            "stop_search_ratio", "Essex", "All minority ethnic groups"
        )
        assert figure.value == pytest.approx((80 / 300) / (100 / 1_000))

    def test_its_bounds_put_every_unknown_on_either_side(self) -> None:
        figure = recomputed(searched()).of(
            "stop_search_ratio", "Essex", "Black or Black British"
        )
        low = (40 / 100) / (120 / 1_000)
        high = (60 / 100) / (100 / 1_000)
        assert figure.bounds == pytest.approx((low, high))

    @pytest.mark.parametrize("count", [0, 1, 40, 5_000])
    def test_its_interval_is_the_exact_one(self, count: int) -> None:
        figure = recomputed(searched(Black=count)).of(
            "stop_search_ratio", "Essex", "Black or Black British"
        )
        exact = binomtest(count, count + 100).proportion_ci(0.95, method="exact")
        ends = [end / (1 - end) * 10 for end in exact]
        assert figure.interval == pytest.approx(tuple(ends))

    def test_a_reference_of_zero_leaves_it_undefined(self) -> None:
        figure = recomputed(searched(White=0)).of(
            "stop_search_ratio", "Essex", "Black or Black British"
        )
        assert figure.value is None
        assert figure.interval is None
        assert "nothing to compare" in figure.undefined
        assert "no value: " in recomputed(searched(White=0)).explain(
            "stop_search_ratio", "Essex", "Black or Black British"
        )

    @pytest.mark.parametrize("people", [0, None])
    def test_a_group_without_people_leaves_it_undefined(
        self, people: int | None
    ) -> None:
        figure = recomputed(searched(), by_group=by_group(Black=people)).of(
            "stop_search_ratio", "Essex", "Black or Black British"
        )
        assert figure.value is None
        assert figure.undefined == "a group has no population to divide by"

    def test_below_30_searches_it_is_flagged(self) -> None:
        figures = recomputed(searched())
        flags = {
            one.group: any(caveat.id == "SMALL_NUMBER" for caveat in one.caveats)
            for one in figures
            if one.metric == "stop_search_ratio"
        }
        assert flags == {
            "Mixed": True,
            "Asian or Asian British": False,
            "Black or Black British": False,
            "Chinese or Other Ethnic Group": True,
            "All minority ethnic groups": False,
        }

    def test_the_small_number_is_an_assumption_the_user_can_change(self) -> None:
        for number, flagged in ((40, False), (41, True)):
            figures = recomputed(searched(), assume={"small_number": number})
            figure = figures.of("stop_search_ratio", "Essex", "Black or Black British")
            assert ("SMALL_NUMBER" in [c.id for c in figure.caveats]) is flagged


class TestFrames:
    """The same figures from every frame library."""

    @pytest.mark.parametrize("library", ["pandas", "pyarrow"])
    def test_they_agree_with_polars(self, library: str) -> None:
        rows = [*searched(), row(reason="Firearms", searches=None)]
        made: Any = (
            pd.DataFrame(rows) if library == "pandas" else pa.Table.from_pylist(rows)
        )
        wanted = peelcheck.recompute({"stop_search": frame(*rows)})
        assert peelcheck.recompute({"stop_search": made}).figures == wanted.figures


def test_figures_come_as_a_tidy_pandas_frame() -> None:
    told = recomputed(searched()).to_pandas()
    assert len(told) == 6
    assert told.loc[0, "value"] == 90.0
    assert told.loc[0, "denominator"] == 2_000


def test_a_return_without_searches_gives_no_figure() -> None:
    with pytest.raises(
        peelcheck.UsageError, match="or recorded_crime or spend or staff_survey or"
    ):
        peelcheck.recompute({"population": population("Essex")})


def test_a_figure_says_in_one_line_what_it_is_among() -> None:
    assert repr(recomputed(searched())) == "<Figures of frames: 6 figures>"


def test_a_missing_column_gives_no_figure() -> None:
    given = {"stop_search": frame(row()).drop("searches")}
    with pytest.raises(peelcheck.UsageError, match="column searches is missing"):
        peelcheck.recompute(given)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("stop_rate", "Essex"), "there is no metric 'stop_rate'"),
        (
            ("stop_search_rate", "Esex"),
            "there is no force 'Esex'; did you mean 'Essex'",
        ),
        (("stop_search_rate", "Kent"), "there is no area 'Kent'"),
        (("stop_search_ratio", "Essex", "Blue"), "there is no group 'Blue'"),
    ],
)
def test_a_figure_that_is_not_there_is_told(words: tuple[str, ...], says: str) -> None:
    with pytest.raises(peelcheck.UnknownNameError) as told:
        recomputed(searched()).of(*words)
    assert says in str(told.value)
