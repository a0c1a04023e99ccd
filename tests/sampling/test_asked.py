"""Made-up calls, vetting and spend: valid in each kind of return, and near enough."""

from __future__ import annotations

import polars as pl
import pytest

import peelcheck
from peelcheck.model import Kind
from peelcheck.reference.forces import force_names
from peelcheck.sampling import sample_return, sample_table
from peelcheck.tables.spend import ALL_CATEGORIES, CATEGORIES

TABLES = ["population", "calls_999", "vetting", "spend"]
BY_YEAR = ["year_ending", "force"]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("seed", [0, 11])
def test_what_forces_are_asked_for_keeps_every_rule(kind: Kind, seed: int) -> None:
    made = sample_return(kind=kind, tables=TABLES, seed=seed)
    report = peelcheck.check(made.frames, manifest=made.manifest)
    assert report.ok
    assert report.findings == ()
    for rule in ("CAL006", "VET006", "VET007", "SPE007", "SPE014", "SPE016"):
        assert report.of(rule).evaluated > 0


def test_calls_are_some_150_to_260_for_a_thousand_people_in_18_months() -> None:
    frames = sample_return(tables=TABLES[:2], seed=5).frames
    summed = frames["calls_999"].group_by("force").agg(pl.col("calls").sum())
    beside = summed.join(frames["population"], on="force")
    rates = beside["calls"] / beside["population"] * 1000
    assert rates.len() == 43
    # The City has too few residents for a rate to mean much.
    few = beside["population"] < 10_000
    assert rates.filter(~few).is_between(150, 260).all()
    national = int(beside["calls"].sum()) / int(beside["population"].sum()) * 1000
    assert 190 < national < 230


def test_from_2_to_16_per_cent_lack_clearance() -> None:
    made = sample_table("vetting", seed=5)
    shares = made["without_clearance"] / made["workforce"]
    assert shares.is_between(0.02, 0.16).all()
    assert made["basis"].unique().to_list() == ["headcount"]
    assert (made["workforce"] % 1 == 0).all()


def test_categories_make_the_total_and_a_year_has_one_deflator() -> None:
    made = sample_table("spend", seed=5)
    total = pl.col("category") == ALL_CATEGORIES
    sums = made.group_by(BY_YEAR).agg(
        whole=pl.col("amount").filter(total).sum(),
        parts=pl.col("amount").filter(~total).sum(),
    )
    assert sums.height == 6 * len(force_names())
    assert (sums["whole"] == sums["parts"]).all()
    assert {*made["category"]} == {ALL_CATEGORIES, *CATEGORIES}
    levels = made.select("year_ending", "deflator").unique().sort("year_ending")
    assert levels["deflator"].is_sorted()
    assert levels["deflator"].to_list()[-1] == 1


def test_the_prices_of_spend_are_said_to_be_made_up() -> None:
    entry = sample_return(tables=["spend"]).manifest["tables"]["spend"]
    assert entry["price_index"] == "made up for the sample"
    assert "made up" in entry["source"]
