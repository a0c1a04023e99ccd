"""The pages of a force in context: every figure of the report's, from one return."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import polars as pl
import pytest
from consoles import lines_of
from crimes import crimes_and_outcomes, workforce

import peelcheck
from peelcheck import Figures
from peelcheck.metrics.context import IN_CONTEXT
from peelcheck.periods import month_ends
from peelcheck.reporting.context import in_context
from peelcheck.tables.recorded_crime import ALL_CRIME, VICTIM_BASED

FORCES = ("Essex", "Kent")


def rows_of(force: str) -> dict[str, list[dict[str, Any]]]:
    """Return rows of one force for every figure of the pages."""
    whose, day = {"force": force}, date(2018, 9, 30)
    crime = {"release": "2018-12", "period_end": day, **whose}
    spent = {"price_base": date(2019, 3, 31), "price_index": "x", "deflator": 1.0}
    told = {"sex": "Female", "function": "Neighbourhood policing"}
    return {
        "calls_999": [
            {"month": month, **whose, "calls": 10_000}
            for month in month_ends(date(2017, 4, 1), day)
        ],
        "recorded_crime": [
            {**crime, "months": months, "offence": offence, "crimes": count}
            for months, offence, count in (
                (18, ALL_CRIME, 200_000),
                (12, ALL_CRIME, 140_000),
                (12, VICTIM_BASED, 120_000),
            )
        ],
        "workforce": [
            workforce(as_at=date(year, 3, 31), ethnic_group="White", **whose, **told)
            for year in range(2014, 2019)
        ],
        "spend": [
            {"year_ending": date(year, 3, 31), **whose, "category": name, "amount": 2e8}
            | spent
            for year in range(2014, 2020)
            for name in ("All categories", "Intelligence")
        ],
        "vetting": [
            {"as_at": date(2018, 4, 1), **whose, "basis": "headcount"}
            | {"workforce": 5310.0, "without_clearance": 875.0}
        ],
        "stop_search": [
            {"year_ending": date(2018, 3, 31), **whose, "reason": "Drugs"}
            | {"legislation": "Section 1 (PACE)", "ethnic_group": group}
            | {"searches": 500, "resultant_arrests": 10}
            for group in ("White", "Black or Black British", "Not stated")
        ],
    }


@pytest.fixture(scope="module")
def figures() -> Figures:
    tables: dict[str, list[dict[str, Any]]] = {}
    for force in FORCES:
        for name, rows in rows_of(force).items():
            tables.setdefault(name, []).extend(rows)
    frames = {
        name: pl.DataFrame(rows, infer_schema_length=None)
        for name, rows in tables.items()
    }
    return peelcheck.recompute(
        frames | crimes_and_outcomes(["1", "14", "16"]), kind="collection"
    )


def page(figures: Figures, force: str | None) -> str:
    return "\n".join(lines_of(in_context(figures, force), 200))


def test_no_figure_of_the_report_is_left_out(figures: Figures) -> None:
    text = page(figures, "Essex")
    assert "not recomputable" not in text
    for shown in IN_CONTEXT:
        assert any(metric.title in text for metric in shown.metrics)
    headings = [line.split()[0] for line in text.splitlines() if line.endswith("total")]
    assert headings == ["Overview", "Effectiveness", "Efficiency", "Legitimacy"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("999 calls per 1,000 people, eighteen months", "98.881 98.559"),
        ("Workforce without up-to-date vetting clearance", "16.48 16.48"),
        ("Spend per head of population, 1 April 2018", "108.80 108.44"),
        ("Police officers, 31 March 2014", "10.00 20.00"),
    ],
)
def test_a_force_stands_beside_the_total(
    figures: Figures, words: str, value: str
) -> None:
    text = re.sub(r"\s+", " ", page(figures, "Essex"))
    assert value in text.split(words, 1)[1][:80]


def test_there_is_a_page_for_each_force(figures: Figures) -> None:
    text = page(figures, None)
    assert [name for name in FORCES if f"{name} in context" in text] == [*FORCES]


def test_what_a_return_does_not_allow_is_said_with_the_reason() -> None:
    rows = rows_of("Essex")
    tables = {name: pl.DataFrame(rows[name]) for name in ("vetting", "calls_999")}
    text = page(peelcheck.recompute(tables, kind="submission"), "Essex")
    assert "not recomputable from this return:" in text
    assert "Victim-based crimes per 1,000 people: it takes the table recorded" in text
    assert "in total" not in text


def test_a_force_that_is_not_there_is_refused(figures: Figures) -> None:
    with pytest.raises(peelcheck.UnknownNameError, match="area"):
        in_context(figures, "Surrey")
