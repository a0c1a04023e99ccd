"""Spend per head: each year's own people, the last carried on, inflation taken out."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

import peelcheck
from peelcheck import Figures
from peelcheck.claims import ClaimVerdict
from peelcheck.figures import Figure
from peelcheck.recomputing.projecting import projected

ESSEX = {2013: 1755100, 2014: 1775500, 2015: 1790600, 2016: 1806944, 2017: 1820379}
CASH, REAL, BY_CATEGORY = "spend_per_head", "real_spend_per_head", "spend_by_category"


def spent(year: int, amount: float | None = 2e8, **cells: Any) -> dict[str, Any]:
    row = {"year_ending": date(year, 3, 31), "force": "Essex", "amount": amount}
    prices = {"price_base": date(2019, 3, 31), "price_index": "an index"}
    return {**row, "category": "All categories", **prices, "deflator": 1.0, **cells}


def recomputed(*rows: dict[str, Any], **hints: Any) -> Figures:
    frame = pl.DataFrame(list(rows), infer_schema_length=None)
    return peelcheck.recompute({"spend": frame}, kind="collection", **hints)


def caveats(figure: Figure) -> dict[str, str]:
    return {one.id: one.says for one in figure.caveats}


@pytest.mark.parametrize("year", range(2014, 2019))
def test_a_year_is_divided_by_the_mid_year_in_it(year: int) -> None:
    figure = recomputed(spent(year)).of(CASH, "Essex")
    assert figure.denominator == ESSEX[year - 1]
    assert figure.vintage == f"ONS mid-{year - 1}"
    assert figure.period == f"1 April {year - 1} to 31 March {year}"
    assert figure.as_stated
    assert "PROJECTED_POPULATION" not in caveats(figure)


def test_2018_19_is_divided_by_people_carried_on_from_five_years() -> None:
    figure = recomputed(spent(2019)).of(CASH, "Essex")
    assert figure.denominator == 1_838_305
    assert caveats(figure)["PROJECTED_POPULATION"].endswith(
        "least squares over ONS mid-2013 to mid-2017."
    )


def test_another_way_of_carrying_on_is_an_assumption() -> None:
    method = {"population_projection": "last step again"}
    figure = recomputed(spent(2019), assume=method).of(CASH, "Essex")
    assert figure.denominator == 2 * ESSEX[2017] - ESSEX[2016]


def test_a_year_further_on_has_nobody_to_divide_by() -> None:
    figure = recomputed(spent(2020)).of(CASH, "Essex")
    assert figure.value is None
    assert not figure.as_stated


def test_148_pounds_a_head_is_272_million_for_essex() -> None:
    figure = recomputed(spent(2019, 272e6)).of(CASH, "Essex")
    assert f"{figure.value:.0f}" == "148"


def test_the_returns_own_people_go_before_published_ones() -> None:
    people = pl.DataFrame([{"year": 2017, "force": "Essex", "population": 1_000_000}])
    frame = pl.DataFrame([spent(2018), spent(2017)])
    tables = {"spend": frame, "population": people}
    figures = peelcheck.recompute(tables, kind="collection")
    assert figures.of(CASH, "Essex", period="2018-03-31").value == 200
    assert figures.of(CASH, "Essex", period="2017-03-31").denominator == ESSEX[2016]
    assert any("gives mid-2017, published" in note for note in figures.notes)


def test_inflation_is_taken_out_row_by_row() -> None:
    figure = recomputed(spent(2018, 1_820_379 * 90, deflator=0.9)).of(REAL, "Essex")
    assert figure.value == pytest.approx(100)
    assert "31 March 2019; an index" in caveats(figure)["INFLATION_TAKEN_OUT"]


@pytest.mark.parametrize("deflator", [None, 0.0])
def test_a_row_without_a_deflator_has_no_real_value(deflator: float | None) -> None:
    figures = recomputed(spent(2018, deflator=deflator), spent(2017))
    assert figures.of(REAL, "Essex", period="2018-03-31").value is None
    assert figures.of(CASH, "Essex", period="2018-03-31").value is not None


def test_two_price_bases_are_never_added_up() -> None:
    other = spent(2018, price_base=date(2018, 3, 31)) | {"force": "Kent"}
    figures = recomputed(spent(2018), other)
    assert "price base is not the same in all rows" in figures.of(REAL).undefined
    assert figures.of(CASH).value is not None


def test_categories_are_groups_and_never_added_to_their_total() -> None:
    rows = [spent(2018, 3 * 1_820_379), spent(2018, 1_820_379, category="Intelligence")]
    rows.append(spent(2018, 2 * 1_820_379, category="Something else"))
    figures = recomputed(*rows)
    assert figures.of(CASH, "Essex").value == 3
    found = {
        one.group: one.value for one in figures.only(metric=BY_CATEGORY, force="Essex")
    }
    assert found == {"Intelligence": 1, "Something else": 2}
    step = figures.of(BY_CATEGORY, "Essex", "Intelligence").steps[0]
    assert step.left == 3 * 1_820_379


@pytest.mark.parametrize(
    ("method", "people"),
    [("least squares", 150), ("mean yearly growth", 149), ("last step again", 150)],
)
def test_a_trend_of_five_years_is_carried_on(method: str, people: int) -> None:
    line = {2013: 100, 2014: 110, 2015: 120, 2016: 130, 2017: 140}
    if method == "mean yearly growth":
        people = round(140 * (140 / 100) ** 0.25)
    assert projected(line, 2018, method) == people


def test_least_squares_is_no_line_through_two_ends() -> None:
    bent = {2013: 100, 2014: 100, 2015: 100, 2016: 100, 2017: 150}
    assert projected(bent, 2018, "least squares") == 140


def test_four_years_carry_nothing_on() -> None:
    assert (
        projected({2014: 1, 2015: 1, 2016: 1, 2017: 1}, 2018, "least squares") is None
    )


def test_the_148_pounds_of_the_report_can_be_held() -> None:
    claim = {"id": "spend", "metric": CASH, "subject": "Essex", "figure": "148"}
    claim |= {"unit": "pounds per head of population", "period": "2019-03-31"}
    frame = pl.DataFrame([spent(2019, 272e6)])
    (held,) = peelcheck.verify([claim], {"spend": frame}).held
    assert held.verdict is ClaimVerdict.REPRODUCED


def test_a_category_of_the_data_can_be_claimed() -> None:
    frame = pl.DataFrame([spent(2018, 1_820_379, category="Intelligence")])
    claim = {"metric": BY_CATEGORY, "subject": "Essex", "period": "2018-03-31"}
    claim |= {"unit": "pounds per head"}
    claims = [
        claim | {"id": "one", "group": "Intelligence", "figure": "1"},
        claim | {"id": "two", "group": "Intelligence", "figure": "2"},
        claim | {"id": "none", "group": "Nothing of the kind", "figure": "1"},
    ]
    verdicts = [one.verdict for one in peelcheck.verify(claims, {"spend": frame}).held]
    assert verdicts == [
        ClaimVerdict.REPRODUCED,
        ClaimVerdict.NOT_REPRODUCED,
        ClaimVerdict.NOT_CHECKABLE,
    ]


def test_the_mid_year_is_that_within_the_year() -> None:
    row = spent(2018) | {"year_ending": date(2017, 12, 31)}
    assert recomputed(row).of(CASH, "Essex").vintage == "ONS mid-2017"


@pytest.mark.parametrize("people", [-5, 0, None])
def test_people_that_are_none_divide_nothing(people: int | None) -> None:
    given = pl.DataFrame([{"year": 2017, "force": "Essex", "population": people}])
    tables = {"spend": pl.DataFrame([spent(2018), spent(2019)]), "population": given}
    for method in ("least squares", "mean yearly growth"):
        figures = peelcheck.recompute(
            tables, kind="collection", assume={"population_projection": method}
        )
        for one in figures.only(metric=CASH, force="Essex"):
            assert one.value is None


def test_net_expenditure_may_be_below_nought() -> None:
    figures = recomputed(spent(2018, -1_820_379, category="National policing"))
    assert figures.of(BY_CATEGORY, "Essex", "National policing").value == -1


def test_a_category_that_a_force_lacks_is_told() -> None:
    rows = [spent(2018, category="Roads"), spent(2018, category="Intelligence")]
    figures = recomputed(*rows, spent(2018, category="Roads") | {"force": "Kent"})
    told = caveats(figures.of(BY_CATEGORY, group="Intelligence"))
    assert told["CATEGORY_ABSENT"].endswith(": 1.")
    assert "CATEGORY_ABSENT" not in caveats(figures.of(BY_CATEGORY, group="Roads"))


def test_another_mid_year_is_a_way_to_a_figure() -> None:
    frame = pl.DataFrame([spent(2019, 1_820_379 * 100)])
    claim = {"id": "x", "metric": CASH, "subject": "Essex", "figure": "100.00"}
    claim |= {"unit": "pounds per head", "period": "2019-03-31"}
    (held,) = peelcheck.verify([claim], {"spend": frame}).held
    assert held.rivals is not None
    says = [one.says for found in held.rivals.found for one in found.departures]
    assert says == ["ONS mid-2017 population"]
