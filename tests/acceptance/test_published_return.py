"""The published return of all 43 forces: its verdicts and its figures."""

from __future__ import annotations

from pathlib import Path

import pytest

import peelcheck
from peelcheck import Figures, Report
from peelcheck.model import Severity

OF_TWO_YEARS = "STS015"
"""It holds searches against those of the year before, and there is but one."""


@pytest.fixture(scope="module")
def report(published: Path) -> Report:
    return peelcheck.check(published)


@pytest.fixture(scope="module")
def figures(published: Path) -> Figures:
    return peelcheck.recompute(published)


def test_it_is_ok(report: Report) -> None:
    assert report.ok
    assert report.manifest.assumed == ()
    assert report.coercions == ()


def test_five_rules_fail_and_all_others_pass(report: Report) -> None:
    failed = {r.rule.id: (r.severity, r.failed) for r in report.results if r.failed}
    assert failed == {
        "STS001": (Severity.NOTE, 46),
        "STS003": (Severity.NOTE, 1_028),
        "STS006": (Severity.QUERY, 28),
        "STS008": (Severity.QUERY, 1),
        "STS012": (Severity.NOTE, 5),
    }
    others = [r for r in report.results if not r.failed and r.rule.id != OF_TWO_YEARS]
    assert {r.verdict for r in others} == {"passed"}


def test_every_rule_looked_at_something_but_that_of_two_years(report: Report) -> None:
    idle = {result.rule.id for result in report.results if not result.evaluated}
    assert idle == {OF_TWO_YEARS}
    assert report.of(OF_TWO_YEARS).verdict == "not applicable"


def test_the_first_arrests_above_searches_stand_where_they_do(report: Report) -> None:
    first = report.of("STS006").findings[0]
    assert (first.source, first.row) == ("stop_search.csv", 347)
    assert first.values == {"searches": 0, "resultant_arrests": 1}
    assert first.key["force"] == "Devon and Cornwall"


def test_ten_places_are_listed_and_all_are_counted(report: Report) -> None:
    assert len(report.of("STS003").findings) == 10
    assert report.of("STS003").evaluated == 43 * 63


def test_essex_is_1_650_by_its_waterfall(figures: Figures) -> None:
    essex = figures.of("stop_search_rate", "Essex Police")
    assert [(step.name, step.change, step.left) for step in essex.steps] == [
        ("all searches", 0, 3_267),
        ("vehicle only", -25, 3_242),
        ("ethnicity not stated", -238, 3_004),
    ]
    assert essex.denominator == 1_820_379
    assert essex.value == pytest.approx(1.6502, abs=5e-5)
    assert essex.bounds == pytest.approx((1.6502, 1.7809), abs=1e-4)
    assert essex.share_unknown == pytest.approx(238 / 3_242)
    assert essex.as_stated


def test_england_and_wales_is_4_147_without_british_transport_police(
    figures: Figures,
) -> None:
    total = figures.of("stop_search_rate", "England and Wales")
    assert [(step.name, step.change, step.left) for step in total.steps] == [
        ("all searches", 0, 282_380),
        ("British Transport Police", -2_933, 279_447),
        ("vehicle only", -4_853, 274_594),
        ("ethnicity not stated", -31_005, 243_589),
    ]
    assert total.denominator == 58_744_595
    assert total.value == pytest.approx(4.1466, abs=5e-5)
    assert [caveat.id for caveat in total.caveats] == ["DIFFERS_FROM_HOME_OFFICE"]


@pytest.mark.parametrize(
    ("force", "group", "value"),
    [
        ("Essex", "Black or Black British", 8.82),
        ("Essex", "All minority ethnic groups", 3.99),
        ("England and Wales", "Black or Black British", 9.56),
        ("England and Wales", "All minority ethnic groups", 4.10),
    ],
)
def test_times_more_likely(
    figures: Figures, force: str, group: str, value: float
) -> None:
    figure = figures.of("stop_search_ratio", force, group)
    assert figure.value is not None
    assert round(figure.value, 2) == value
    assert figure.interval is not None
    assert figure.interval[0] < figure.value < figure.interval[1]
    assert figure.bounds is not None
    assert figure.bounds[0] < figure.value < figure.bounds[1]
    assert "BASIS_UNSTATED" in [caveat.id for caveat in figure.caveats]


def test_every_force_has_a_rate_and_five_ratios(figures: Figures) -> None:
    assert len(figures.figures) == 44 * (1 + 5)


def test_a_group_without_a_row_has_no_ratio(figures: Figures) -> None:
    cumbria = figures.of(
        "stop_search_ratio", "Cumbria", "Chinese or Other Ethnic Group"
    )
    assert cumbria.value is None
    assert cumbria.undefined.startswith("the group has no row")
    together = figures.of("stop_search_ratio", "Cumbria", "All minority ethnic groups")
    assert together.value is not None
    assert "GROUP_ABSENT" in [caveat.id for caveat in together.caveats]


def test_few_searches_are_flagged(figures: Figures) -> None:
    durham = figures.of("stop_search_ratio", "Durham", "Black or Black British")
    assert durham.numerator == 4
    assert "SMALL_NUMBER" in [caveat.id for caveat in durham.caveats]


def test_the_city_of_london_is_shown_but_flagged(figures: Figures) -> None:
    city = figures.of("stop_search_rate", "London, City of")
    assert city.denominator == 7_654
    assert [caveat.id for caveat in city.caveats] == ["FEW_RESIDENTS"]
    other = figures.of("stop_search_rate", "Essex")
    assert other.caveats == ()
