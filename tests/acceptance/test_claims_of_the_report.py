"""The printed figures of the Essex report: what becomes of each."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import peelcheck
from peelcheck.claims import ClaimVerdict, Held, Integers, Verification
from peelcheck.reading.claims import read_claims

REPRODUCED, NOT, IMPOSSIBLE, UNCHECKABLE = ClaimVerdict
TWICE = "each counted twice"
NOT_STATED = "ethnicity not stated kept in"
VEHICLES = "vehicle only kept in"
POLICE = "British Transport Police kept in"
MID_2016 = "ONS mid-2016 population"
OTHER_2011 = "Other Ethnic Group (2011 grouping) left out of the population"
OTHER_COUNT = "Chinese or Other Ethnic Group left out of the count"


@pytest.fixture(scope="module")
def held(published: Path, sample_data: Path) -> Verification:
    claims = sample_data / "claims" / "peel_2018_19_essex.csv"
    return peelcheck.verify(claims, published)


def test_every_line_is_held(held: Verification) -> None:
    assert held.faults == ()
    assert held.notes == ()
    assert {one.claim.id: one.verdict for one in held.held} == {
        "essex-rate": NOT,
        "national-rate": NOT,
        "essex-black": REPRODUCED,
        "essex-minority": NOT,
        "not-vetted": UNCHECKABLE,
        "good-files": UNCHECKABLE,
        "grade-4": UNCHECKABLE,
        "detectives": UNCHECKABLE,
        "grounds": UNCHECKABLE,
        "outcomes-14-16": UNCHECKABLE,
        "funding": NOT,
        "spend": UNCHECKABLE,
    }


def values(held: Held) -> dict[tuple[str, ...], float]:
    """Return the value of each listed combination."""
    assert held.rivals is not None
    return {
        tuple(one.says for one in rival.departures): rival.value
        for rival in held.rivals.found
    }


@pytest.mark.parametrize(
    ("claim", "departures", "value"),
    [
        ("essex-rate", (NOT_STATED, TWICE), "3.562"),
        ("essex-rate", (VEHICLES, NOT_STATED, TWICE), "3.589"),
        ("national-rate", (POLICE, VEHICLES, NOT_STATED, TWICE), "9.614"),
        ("national-rate", (VEHICLES, NOT_STATED, TWICE, MID_2016), "9.573"),
        ("essex-minority", (OTHER_COUNT, OTHER_2011), "4.18"),
        ("essex-minority", (OTHER_2011,), "4.25"),
    ],
)
def test_the_ways_that_are_known_to_print_a_figure_are_listed(
    held: Verification, claim: str, departures: tuple[str, ...], value: str
) -> None:
    found = values(held.of(claim))[departures]
    places = len(value.partition(".")[2])
    assert f"{found:.{places}f}" == value


@pytest.mark.parametrize(
    ("claim", "tried", "distinct", "hits"),
    [
        ("essex-rate", 3_516, 1_330, {1: 1, 2: 4, 3: 8, 4: 7}),
        ("national-rate", 5_100, 1_370, {3: 1, 4: 2}),
        ("essex-minority", 7_175, 2_407, {1: 3, 2: 3, 3: 12, 4: 5}),
    ],
)
def test_how_wide_the_search_was_cast_is_told(
    held: Verification, claim: str, tried: int, distinct: int, hits: dict[int, int]
) -> None:
    rivals = held.of(claim).rivals
    assert rivals is not None
    assert (rivals.tried, rivals.distinct, rivals.hits) == (tried, distinct, hits)


def test_8_8_times_is_reproduced(held: Verification) -> None:
    black = held.of("essex-black")
    assert black.says == "recomputed 8.82 prints as 8.8"
    assert black.rivals is None


def test_two_sets_of_departures_print_both_rates(held: Verification) -> None:
    rates = [one for one in held.joint if one.metric == "stop_search_rate"]
    assert [tuple(d.says for d in one.departures) for one in rates] == [
        (POLICE, VEHICLES, NOT_STATED, TWICE),
        (VEHICLES, NOT_STATED, TWICE, MID_2016),
    ]
    assert {one.claims for one in rates} == {("essex-rate", "national-rate")}


def test_whole_numbers_are_left_where_none_is_printed(held: Verification) -> None:
    assert held.of("not-vetted").denominators == Integers(5_308, 5_311)
    assert held.of("detectives").denominators == Integers(620, 628)
    assert held.of("grounds").numerators == Integers(265, 267)


def test_the_file_review_is_flagged(held: Verification) -> None:
    assert [statement for statement, _ in held.of("good-files").flags] == ["A24", "A23"]


def test_the_unit_that_explains_the_funding_is_named(held: Verification) -> None:
    funding = held.of("funding")
    assert funding.unit == "per head"
    assert funding.says.endswith(
        "is not near 148 pounds per head of population (spend); "
        "per head it would be 2.3% apart from it"
    )


def test_the_change_is_worked_out(held: Verification) -> None:
    assert held.of("outcomes-14-16").says.startswith(
        "24,400 to 32,439 is +8,039, or +32.9 per cent"
    )


def test_thirty_malformed_lines_are_named_each_with_another_fault(
    sample_data: Path,
) -> None:
    path = sample_data / "claims" / "malformed.csv"
    found = read_claims(path)
    claims, faults = found.claims, found.faults
    assert [one.id for one in claims] == [
        "sound-rate",
        "sound-hostile-place",
        "sound-counts",
        "sound-files",
    ]
    assert len(faults) == 30
    assert len({(one.field, one.says) for one in faults}) == 30
    named = {one.place for one in faults} | {"line 1"}
    with path.open(encoding="utf-8", newline="") as file:
        lines = file.read().rstrip("\n").split("\n")
    sound = {
        f"line {number}"
        for number, line in enumerate(lines, 1)
        if next(csv.reader([line]))[0].startswith("sound-")
    }
    assert named | sound == {f"line {number}" for number in range(1, len(lines) + 1)}


def test_the_pages_name_every_claim(sample_data: Path) -> None:
    page = (sample_data / "claims" / "README.md").read_text(encoding="utf-8")
    path = sample_data / "claims" / "peel_2018_19_essex.csv"
    assert all(f"`{one.id}`" in page for one in read_claims(path).claims)
