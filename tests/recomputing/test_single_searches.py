"""Figures from single searches: those of the counts, and what was found."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

import peelcheck
from peelcheck import Figures
from peelcheck.metrics.stop_search_records import GROUPS_OF_ETHNICITIES
from peelcheck.sampling import sample_table
from peelcheck.tables.stop_search import NOT_STATED, STATED_GROUPS, VEHICLE_ONLY
from peelcheck.tables.stop_search_records import ETHNICITIES, VEHICLE_SEARCH

RATES = ("stop_search_rate", "stop_search_rate_of_records")
RATIOS = ("stop_search_ratio", "stop_search_ratio_of_records")
FOUND, DRUGS = "stop_search_find_rate", "drug_search_find_rate"


def search(**cells: Any) -> dict[str, Any]:
    row = {"searched_on": date(2018, 1, 1), "force": "Essex"}
    told = {"search_type": "Person search", "self_defined_ethnicity": "White - Irish"}
    seen = {"object_of_search": "Controlled drugs", "outcome": "Arrest"}
    return {**row, **told, **seen, "outcome_linked": "yes", **cells}


def recomputed(*rows: dict[str, Any], **hints: Any) -> Figures:
    frame = pl.DataFrame(list(rows), infer_schema_length=None)
    return peelcheck.recompute(
        {"stop_search_records": frame}, kind="collection", **hints
    )


def counted(records: pl.DataFrame) -> pl.DataFrame:
    """Return the table of counts of the same searches."""
    vehicle = pl.col("search_type") == VEHICLE_SEARCH
    group = pl.col("self_defined_ethnicity").replace(GROUPS_OF_ETHNICITIES)
    named = pl.when(vehicle).then(pl.lit(VEHICLE_ONLY)).otherwise(group)
    return (
        records.with_columns(ethnic_group=named.fill_null(NOT_STATED))
        .group_by("force", "ethnic_group")
        .agg(searches=pl.len().cast(pl.Int64))
        .with_columns(
            year_ending=date(2018, 3, 31),
            legislation=pl.lit("Section 1 (PACE)"),
            reason=pl.lit("Drugs"),
            resultant_arrests=pl.lit(0, dtype=pl.Int64),
        )
    )


@pytest.mark.parametrize(("of_counts", "of_records"), [RATES, RATIOS])
def test_they_are_those_of_the_counts_where_the_searches_are_the_same(
    of_counts: str, of_records: str
) -> None:
    records = sample_table("stop_search_records", rows=2_000, seed=5)
    tables = {"stop_search_records": records, "stop_search": counted(records)}
    figures = peelcheck.recompute(tables, kind="collection")
    one, other = (
        {
            (f.force, f.group): (f.value, f.numerator, f.bounds, f.interval, f.period)
            for f in figures
            if f.metric == name
        }
        for name in (of_counts, of_records)
    )
    assert len(one) >= 40
    assert one == other


WHITE, MIXED, ASIAN, BLACK, OTHER = STATED_GROUPS
GROUPS = (
    *[WHITE] * 4,
    *[MIXED] * 4,
    *[ASIAN] * 3,
    OTHER,
    ASIAN,
    *[BLACK] * 3,
    *[OTHER] * 2,
    *[WHITE] * 3,
    *[MIXED] * 4,
    *[ASIAN] * 4,
    *[BLACK] * 3,
    *[OTHER] * 2,
    NOT_STATED,
)
"""The group of each ethnicity, in the order of the two code lists."""


@pytest.mark.parametrize(("text", "group"), list(zip(ETHNICITIES, GROUPS, strict=True)))
def test_each_ethnicity_has_its_group(text: str, group: str) -> None:
    assert GROUPS_OF_ETHNICITIES[text] == group


def test_vehicles_alone_count_in_nothing_and_people_with_vehicles_do() -> None:
    figures = recomputed(
        search(),
        search(search_type="Person and Vehicle search"),
        search(search_type=VEHICLE_SEARCH, self_defined_ethnicity=None),
        search(self_defined_ethnicity=None),
        search(searched_on=date(2018, 4, 1)),
    )
    figure = figures.of(RATES[1], "Essex")
    assert figure.numerator == 2
    assert [(step.name, step.change) for step in figure.steps[1:]] == [
        ("made on other days, or none", -1),
        ("vehicle only", -1),
        ("ethnicity not stated", -1),
    ]


@pytest.mark.parametrize(
    "spelling", [None, "Other ethnic group - Not stated", "Not Stated (NS)", "NS"]
)
def test_every_spelling_of_not_stated_is_left_out(spelling: str | None) -> None:
    figures = recomputed(search(), search(self_defined_ethnicity=spelling))
    assert figures.of(RATES[1], "Essex").numerator == 1


def test_a_group_is_a_share_of_its_own_searches() -> None:
    black = "Black/African/Caribbean/Black British - African"
    figures = recomputed(
        search(),
        search(outcome_linked="no"),
        search(self_defined_ethnicity=black),
        search(self_defined_ethnicity=black, outcome_linked=None),
    )
    white = figures.of(FOUND, "Essex", "White")
    assert (white.value, white.denominator) == (50, 2)
    assert figures.of(FOUND, "Essex", "Black or Black British").value == 100
    assert figures.of(FOUND, "Essex", "All groups").denominator == 3
    assert figures.of(FOUND, "Essex", "Mixed").value is None


def test_what_a_find_is_can_be_changed() -> None:
    rows = [search(outcome_linked="no"), search(outcome="A no further action disposal")]
    linked = recomputed(*rows).of(FOUND, "Essex", "White")
    by_outcome = recomputed(*rows, assume={"find": "any outcome"})
    other = by_outcome.of(FOUND, "Essex", "White")
    assert (linked.numerator, other.numerator) == (1, 1)
    kept = recomputed(rows[0], assume={"find": "any outcome"})
    assert kept.of(FOUND, "Essex", "White").value == 100
    assert recomputed(rows[0]).of(FOUND, "Essex", "White").value == 0


def test_possession_and_supply_are_told_where_the_object_tells_them() -> None:
    figures = recomputed(
        search(object_of_search="Drug possession"),
        search(object_of_search="Drug possession", outcome_linked="no"),
        search(object_of_search="Drug supply", outcome_linked="no"),
        search(),
        search(object_of_search="Stolen goods"),
    )
    assert figures.of(DRUGS, "Essex", "Drug possession").value == 50
    assert figures.of(DRUGS, "Essex", "Drug supply").value == 0
    assert figures.of(DRUGS, "Essex", "All drugs").denominator == 4


def test_controlled_drugs_alone_do_not_tell_them_and_that_is_said() -> None:
    figure = recomputed(search()).of(DRUGS, "Essex", "Drug supply")
    assert figure.value is None
    assert "cannot be told apart" in figure.undefined


def test_a_forces_own_words_for_them_are_an_assumption() -> None:
    words = {"supply_objects": "PWITS", "drug_objects": "PWITS; Controlled drugs"}
    figures = recomputed(search(object_of_search="PWITS"), search(), assume=words)
    assert figures.of(DRUGS, "Essex", "Drug supply").value == 100
    assert figures.of(DRUGS, "Essex", "All drugs").denominator == 2
