"""Made-up returns come out near what was published: each figure and how near."""

from __future__ import annotations

import polars as pl
import pytest

import peelcheck
from peelcheck.sampling import Made, sample_return

SEEDS = (1, 2)
WHOLE = "England and Wales"


def total(rows: pl.DataFrame, column: str) -> float:
    """Return what a column adds up to."""
    return float(rows[column].sum())


# Metric, group, published value, and how far off a made-up one may be, as a share.
# Published: the 43 forces, year ending March 2018 (searches, mid-2017 residents, 2011
# Census), September 2018 (crimes) and March 2019 (outcomes), 31 March 2018 (workforce).
SINGLE, COUNTED = 0.10, 0.03
PUBLISHED = [
    ("stop_search_rate", "", 4.147, COUNTED),
    ("stop_search_ratio", "Black or Black British", 9.56, COUNTED),
    ("stop_search_ratio", "All minority ethnic groups", 4.10, COUNTED),
    ("recorded_crime_rate", "", 85.293, 0.005),
    ("outcome_share", "Charged or summonsed", 8.47, SINGLE),
    ("outcome_share", "No suspect identified", 45.27, SINGLE),
    ("outcome_share_of_counts", "Charged or summonsed", 8.47, COUNTED),
    ("outcome_share_of_counts", "No suspect identified", 45.27, COUNTED),
    ("workforce_in_post", "Police officers", 122_403.80, 0.005),
    ("workforce_in_post", "Police staff", 62_820.41, 0.0005),
    # 4,380.08 with staff under section 39, of whom there were 262.09 and 0.97.
    ("workforce_in_post", "Designated officers", 4_117.02, 0.005),
]


@pytest.fixture(scope="module", params=SEEDS)
def made(request: pytest.FixtureRequest) -> Made:
    """Return a collection of some size."""
    return sample_return(seed=request.param, rows=20_000)


@pytest.fixture(scope="module")
def figures(made: Made) -> peelcheck.Figures:
    """Return what can be recomputed from it."""
    return peelcheck.recompute(made.frames, manifest=made.manifest)


@pytest.mark.parametrize(("metric", "group", "value", "apart"), PUBLISHED)
def test_a_figure_of_england_and_wales_is_near_the_published_one(
    figures: peelcheck.Figures, metric: str, group: str, value: float, apart: float
) -> None:
    last = [
        one.value
        for one in figures.figures
        if (one.metric, one.group, one.force) == (metric, group, WHOLE)
    ][-1]
    assert last == pytest.approx(value, rel=apart)


def test_no_figure_is_the_published_one_to_the_last_digit(
    figures: peelcheck.Figures,
) -> None:
    rates = {
        one.metric: one.value
        for one in figures.figures
        if one.force == WHOLE and one.metric.endswith("_rate")
    }
    assert round(rates["stop_search_rate"] or 0, 4) != 4.1466
    assert round(rates["recorded_crime_rate"] or 0, 3) != 85.293


def test_forces_differ_as_the_published_ones_do(figures: peelcheck.Figures) -> None:
    rates = {
        one.force: one.value
        for one in figures.figures
        if one.metric == "stop_search_rate"
    }
    assert rates["Essex"] == pytest.approx(1.65, rel=0.1)
    assert rates["Metropolitan Police"] == pytest.approx(13.2, rel=0.1)


def test_arrests_follow_as_often_as_they_did(made: Made) -> None:
    known = made.frames["stop_search"].drop_nulls("resultant_arrests")
    share = total(known, "resultant_arrests") / total(known, "searches")
    assert share == pytest.approx(40_121 / 282_380, rel=0.03)


def test_ethnicity_is_not_stated_as_often_as_it_was_not(made: Made) -> None:
    searches = (
        made.frames["stop_search"].group_by("ethnic_group").agg(pl.sum("searches"))
    )
    counts = dict(searches.iter_rows())
    whole = sum(counts.values())
    assert counts["Not stated"] / whole == pytest.approx(31_759 / 282_380, rel=0.05)
    assert counts["Vehicle only"] / whole == pytest.approx(4_872 / 282_380, rel=0.05)


def test_single_searches_are_of_the_same_mix(made: Made) -> None:
    rows = made.frames["stop_search_records"]
    vehicles = rows.filter(search_type="Vehicle search")
    assert vehicles.height / rows.height == pytest.approx(0.017, rel=0.15)
    people = rows.filter(pl.col("search_type") != "Vehicle search")
    stated = pl.col("self_defined_ethnicity").fill_null("Not stated") != "Not stated"
    assert 1 - people.filter(stated).height / people.height == pytest.approx(
        31_759 / 277_508, rel=0.1
    )
    drugs = rows.filter(object_of_search="Controlled drugs").height / rows.height
    assert drugs == pytest.approx(168_384 / 282_380, rel=0.05)
    arrests = rows.filter(outcome="Arrest").height / rows.height
    assert arrests == pytest.approx(40_121 / 282_380, rel=0.1)


def test_the_workforce_fell_to_2018_and_is_told_apart(made: Made) -> None:
    rows = made.frames["workforce"]
    officers = rows.filter(worker_type="police officer")
    by_day = officers.group_by("as_at").agg(pl.sum("fte")).sort("as_at")["fte"]
    assert by_day[0] / by_day[-1] == pytest.approx(127_909.3 / 122_404.8, rel=0.005)
    last = officers.filter(pl.col("as_at") == pl.col("as_at").max())
    women = total(last.filter(sex="Female"), "fte") / total(last, "fte")
    assert women == pytest.approx(0.298, rel=0.03)
    away = total(last.filter(status="seconded to another force"), "fte")
    assert 0 < away < 0.005 * total(last, "fte")
    specials = rows.filter(worker_type="special constable")
    assert total(specials, "fte") == 0
    now = specials.filter(pl.col("as_at") == pl.col("as_at").max())["headcount"]
    assert now.sum() == pytest.approx(11_690, rel=0.03)


def test_more_people_work_than_their_equivalents(made: Made) -> None:
    counted = made.frames["workforce"].filter(pl.col("fte") > 0)
    share = total(counted, "fte") / total(counted, "headcount")
    assert share == pytest.approx(199_744 / 209_064, rel=0.01)


def test_residents_are_near_the_published_ones(made: Made) -> None:
    assert made.frames["population"]["population"].sum() == pytest.approx(
        58_744_595, rel=0.003
    )


def test_offence_groups_have_their_shares(made: Made) -> None:
    rows = made.frames["recorded_crime"].filter(force=WHOLE)
    crimes = dict(rows.select("offence", "crimes").iter_rows())
    whole = crimes["Total recorded crime (excluding fraud)"]
    assert whole == pytest.approx(5_010_526, rel=0.005)
    assert crimes["Homicide"] == pytest.approx(736, rel=0.15)
    assert crimes["Theft offences"] / whole == pytest.approx(0.394, rel=0.02)


def test_rates_by_group_are_those_of_the_made_up_searches(made: Made) -> None:
    rows = made.frames["stop_search_by_group"].filter(
        pl.col("area").str.len_chars() < 20
    )
    given = rows["searches"] / rows["population"] * 1000
    assert (given - rows["rate"]).abs().max() < 1e-6  # type: ignore[operator]
    counted = made.frames["stop_search"].filter(force="Essex", ethnic_group="White")
    essex = rows.filter(area="Essex", ethnic_group="White")
    assert essex["searches"].item() == total(counted, "searches")
