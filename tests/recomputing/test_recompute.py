"""Figures from small returns whose answers can be told by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from returns import frame, row
from scipy.stats import binomtest

import peelcheck
from peelcheck import Figures
from peelcheck.reference.forces import forces

GROUPS = {
    "White": 100,
    "Black or Black British": 40,
    "Asian or Asian British": 30,
    "Mixed": 0,
    "Chinese or Other Ethnic Group": 10,
    "Not stated": 20,
    "Vehicle only": 5,
}
PEOPLE = {
    "White": 1_000,
    "Black or Black British": 100,
    "Asian or Asian British": 100,
    "Mixed": 50,
    "Chinese or Other Ethnic Group": 50,
}


def searched(force: str = "Essex", **counts: int) -> list[dict[str, Any]]:
    known = {
        name: counts.get(name.split(maxsplit=1)[0], n) for name, n in GROUPS.items()
    }
    return [row(force=force, ethnic_group=g, searches=n) for g, n in known.items()]


def population(*names: str) -> pl.DataFrame:
    made = [{"year": 2017, "force": name, "population": 2_000} for name in names]
    return pl.DataFrame(made)


def by_group(force: str = "Essex", **people: int | None) -> pl.DataFrame:
    known = {
        name: people.get(name.split(maxsplit=1)[0], n) for name, n in PEOPLE.items()
    }
    return pl.DataFrame(
        [
            {
                "census_year": 2011,
                "classification": "2001 grouping",
                "force": force,
                "ethnic_group": group,
                "population": number,
            }
            for group, number in known.items()
            if number is not None
        ]
    )


def recomputed(rows: list[dict[str, Any]], **more: Any) -> Figures:
    tables = {
        "stop_search": frame(*rows),
        "population": more.pop("population", population("Essex")),
        "population_by_ethnic_group": more.pop("by_group", by_group()),
    }
    return peelcheck.recompute(tables, **more)


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
            ("INCOMPLETE", "1 of its cells hold no number, and are not counted.")
        ]

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


class TestTotal:
    """Numerator and denominator over the same forces; names those it lacks (A8)."""

    def test_british_transport_police_is_in_no_total(self) -> None:
        rows = [*searched(), *searched("Kent"), *searched("British Transport Police")]
        people = population("Essex", "Kent")
        figures = recomputed(rows, population=people, kind="publication")
        total = figures.of("stop_search_rate", "2 of 43 forces")
        assert (total.numerator, total.denominator) == (360, 4_000)
        assert total.steps[1].name == "British Transport Police"
        assert total.steps[1].change == -205

    def test_below_43_it_is_not_called_england_and_wales(self) -> None:
        rows = [*searched(), *searched("Kent")]
        people = population("Essex", "Kent")
        figures = recomputed(rows, population=people, kind="collection")
        total = figures.of("stop_search_rate", "2 of 43 forces")
        assert len(total.lacks) == 41
        assert "Surrey" in total.lacks
        assert "England and Wales" not in {one.force for one in figures}

    def test_a_force_without_population_is_in_neither_side(self) -> None:
        rows = [*searched(), *searched("Kent")]
        figures = recomputed(rows, kind="collection")
        total = figures.of("stop_search_rate", "1 of 43 forces")
        assert (total.numerator, total.denominator) == (180, 2_000)
        assert "Kent" in total.lacks

    def test_with_43_it_is_england_and_wales(self) -> None:
        names = [force.name for force in forces()]
        rows = [one for name in names for one in searched(name)]
        figures = recomputed(rows, population=population(*names))
        total = figures.of("stop_search_rate", "England and Wales")
        assert (total.numerator, total.lacks) == (43 * 180, ())


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
        figures = recomputed(searched(), assume={"small_number": 41})
        figure = figures.of("stop_search_ratio", "Essex", "Black or Black British")
        small = [c for c in figure.caveats if c.id == "SMALL_NUMBER"]
        assert small[0].says == "Rests on fewer than 41 searches."


class TestPeriods:
    """Another period is labelled, and two are never added up (A47)."""

    def test_another_period_is_labelled(self) -> None:
        rows = [one | {"year_ending": date(2017, 3, 31)} for one in searched()]
        figure = recomputed(rows).of("stop_search_rate", "Essex")
        assert not figure.as_stated
        assert figure.period == "1 April 2016 to 31 March 2017"
        assert "OTHER_PERIOD" in [caveat.id for caveat in figure.caveats]

    def test_two_periods_are_two_figures(self) -> None:
        rows = [
            *searched(),
            *(one | {"year_ending": date(2017, 3, 31)} for one in searched()),
        ]
        figures = recomputed(rows)
        mine = [one for one in figures if one.metric == "stop_search_rate"]
        assert [(one.period, one.value) for one in mine] == [
            ("31 March 2017", 90.0),
            ("31 March 2018", 90.0),
        ]


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
    with pytest.raises(peelcheck.UsageError, match="it takes stop_search"):
        peelcheck.recompute({"population": population("Essex")})


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
