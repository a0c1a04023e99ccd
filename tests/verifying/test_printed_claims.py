"""Published figures taken as claims, and where claims come from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import peelcheck
from peelcheck.claims import Claim, ClaimVerdict
from peelcheck.errors import UnreadableError, UsageError
from peelcheck.reading.claims import Claims
from peelcheck.tables.recorded_crime import ALL_CRIME
from peelcheck.verifying.sources import claims_from

RATE = {
    "period_end": date(2018, 9, 30),
    "area": "Essex",
    "offence": ALL_CRIME,
    "rate": 79.1247,
    "population_year": 2017,
    "population": 1_820_400,
}
SEARCHED = {
    "year_ending": date(2018, 3, 31),
    "area": "Essex",
    "legislation": "All",
    "classification": "All",
    "ethnic_group": "All",
    "searches": 3_267,
    "population": 1_000_000,
    "rate": 3.27,
}


def rates(*changes: dict[str, Any]) -> Claims:
    rows = pl.DataFrame([RATE | one for one in changes])
    return claims_from({"recorded_crime_rate": rows})


def test_every_figure_is_a_claim_on_its_metric() -> None:
    found = rates({}, {"area": "Kent"})
    assert {one.metric for one in found.claims} == {"recorded_crime_rate"}
    first = found.claims[0]
    assert isinstance(first, Claim)
    assert (first.id, first.subject) == (f"Essex, {ALL_CRIME}", "Essex")
    assert first.printed is not None
    assert (first.printed.value, first.printed.places) == (Decimal("79.124700"), 6)
    assert first.unit.per == 1_000
    assert (first.start, first.end) == (date(2017, 10, 1), date(2018, 9, 30))
    place = "recorded_crime_rate frame, position 0"
    assert first.where == f"{place}, the stored value to 6 decimals"
    assert (found.faults, found.notes) == ((), ())


def test_what_is_no_claim_is_counted() -> None:
    found = rates(
        {},
        {"rate": None, "area": "Kent"},
        {"area": None},
        {"offence": "Fraud"},
        *({"offence": f"Other {letter}"} for letter in "abc"),
    )
    assert len(found.claims) == 1
    source = "recorded_crime_rate frame"
    first = "Fraud offences, Other a, Other b, ..."
    assert found.notes == (
        f"{source}: 1 figures hold no number",
        f"{source}: 1 figures name nobody",
        f"{source}: 4 figures are of no metric and were not held: {first}",
    )


def test_three_that_are_of_no_metric_are_all_named() -> None:
    found = rates({}, *({"offence": f"Other {letter}"} for letter in "abc"))
    (note,) = found.notes
    assert note.endswith(
        "3 figures are of no metric and were not held: Other a, Other b, Other c"
    )


def test_figures_of_one_name_are_told_apart() -> None:
    names = [one.id for one in rates({}, {"rate": 80.0}).claims]
    assert names == [f"Essex, {ALL_CRIME}", f"Essex, {ALL_CRIME} (2)"]


def test_counts_printed_beside_a_figure_are_held(sample_data: Path) -> None:
    rows = pl.DataFrame([SEARCHED, SEARCHED | {"rate": 3.3, "ethnic_group": "Other"}])
    found = peelcheck.verify(
        {"stop_search_by_group": rows}, sample_data / "essex_submission"
    )
    assert [one.verdict for one in found.held] == [
        ClaimVerdict.REPRODUCED,
        ClaimVerdict.NOT_REPRODUCED,
    ]
    assert found.held[0].says == "3,267 of 1,000,000 is 3.2670 per 1,000"


@pytest.mark.parametrize("counts", [{"searches": -5}, {"population": 0}])
def test_counts_that_cannot_be_are_no_failure(
    sample_data: Path, counts: dict[str, int]
) -> None:
    rows = pl.DataFrame([SEARCHED | counts])
    found = peelcheck.verify(
        {"stop_search_by_group": rows}, sample_data / "essex_submission"
    )
    assert len(found.held) == 1
    assert found.held[0].verdict is not ClaimVerdict.REPRODUCED


class TestSources:
    """Where claims may stand."""

    def test_a_file_says_by_its_fields_what_it_is(self, tmp_path: Path) -> None:
        table = tmp_path / "recorded_crime_rate.csv"
        pl.DataFrame([RATE]).write_csv(table)
        assert claims_from(table).claims[0].metric == "recorded_crime_rate"
        claims = tmp_path / "claims.csv"
        claims.write_text("subject,figure\nEssex,3.6\n")
        assert claims_from(str(claims)).claims[0].subject == "Essex"

    def test_mappings_are_claims_whatever_holds_them(self) -> None:
        entry = {"subject": "Essex", "figure": "3.6"}
        for source in ([entry], (entry,)):
            assert len(claims_from(source).claims) == 1
        assert claims_from([]).claims == ()

    def test_a_table_that_prints_no_figure_is_told(self, published: Path) -> None:
        with pytest.raises(UnreadableError) as told:
            claims_from(published / "population.csv")
        assert "it is neither a claims file nor a table of published figures" in str(
            told.value
        )

    @pytest.mark.parametrize("source", [5, None, b"subject", iter([RATE])])
    def test_what_is_no_source_is_told(self, source: object) -> None:
        with pytest.raises(UsageError):
            claims_from(source)
