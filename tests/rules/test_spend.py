"""Rules over spend: prices of several years, totals, and what is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import polars as pl
import pytest

import peelcheck
from peelcheck import Report, Verdict
from peelcheck.strategies import DrawnReturn
from peelcheck.strategies.valid import valid_return

TABLE = "spend"
PRICES = {"price_base": date(2019, 3, 31), "price_index": "some index"}
COLUMNS = ["price_base", "price_index", "deflator"]
ROWS_OF_A_YEAR = 3


def essex() -> DrawnReturn:
    return valid_return("peel-2018-19", "submission", [TABLE])


def checked(frame: pl.DataFrame, **entry: Any) -> Report:
    drawn = essex()
    tables = {TABLE: {**drawn.manifest["tables"][TABLE], **entry}}
    return peelcheck.check(
        {TABLE: frame}, manifest={**drawn.manifest, "tables": tables}
    )


def failed(report: Report) -> set[str]:
    return {one.rule.id for one in report.results if one.verdict is Verdict.FAILED}


def changed(places: Sequence[int], **cells: Any) -> pl.DataFrame:
    drawn = essex()
    for at in places:
        drawn = drawn.with_row(TABLE, at, {**drawn.tables[TABLE][at], **cells})
    return drawn.frames()[TABLE]


def frame_of_both_years() -> pl.DataFrame:
    return essex().frames()[TABLE]


class TestPrices:
    """Over several years a return names the prices that it is to be shown in (A45)."""

    def test_one_year_needs_none(self) -> None:
        one = frame_of_both_years()[:ROWS_OF_A_YEAR].drop(COLUMNS)
        report = checked(one)
        assert failed(report) == set()
        assert report.of("SPE010").evaluated == report.of("SPE011").evaluated == 1

    def test_several_years_need_all_even_where_no_column_is_there(self) -> None:
        bare = frame_of_both_years().drop(COLUMNS)
        assert failed(checked(bare)) == {"SPE010", "SPE011"}
        assert failed(checked(bare, **PRICES)) == {"SPE010"}

    def test_the_manifest_may_name_them(self) -> None:
        bare = frame_of_both_years().drop(COLUMNS[:2])
        assert failed(checked(bare)) == {"SPE011"}
        assert failed(checked(bare, price_base=PRICES["price_base"])) == {"SPE011"}
        assert failed(checked(bare, **PRICES)) == set()

    def test_a_base_that_is_another_of_the_years_is_held_to_1(self) -> None:
        bare = frame_of_both_years().drop(COLUMNS[:2])
        other = PRICES | {"price_base": date(2018, 3, 31)}
        assert failed(checked(bare, **other)) == {"SPE014"}

    def test_a_base_beyond_the_years_is_held_to_nothing(self) -> None:
        bare = frame_of_both_years().drop(COLUMNS[:2])
        beyond = PRICES | {"price_base": date(2016, 3, 31)}
        report = checked(bare, **beyond)
        assert failed(report) == set()
        assert report.of("SPE014").verdict is Verdict.NOT_APPLICABLE

    def test_a_base_that_ends_no_year_is_refused(self) -> None:
        bare = frame_of_both_years().drop(COLUMNS[:2])
        assert failed(checked(bare, **PRICES | {"price_base": date(2019, 4, 1)})) == {
            "SPE012"
        }

    def test_an_index_of_100_is_no_deflator(self) -> None:
        last = range(ROWS_OF_A_YEAR, 2 * ROWS_OF_A_YEAR)
        assert failed(checked(changed(last, deflator=100.0))) == {"SPE014"}

    def test_deflators_that_are_all_the_same_take_no_inflation_out(self) -> None:
        flat = changed(range(2 * ROWS_OF_A_YEAR), deflator=1.0)
        assert failed(checked(flat)) == {"SPE019"}
        assert failed(checked(flat[:ROWS_OF_A_YEAR])) == set()

    @pytest.mark.parametrize("noise", [1e-12, -4e-7])
    def test_the_noise_of_a_division_is_no_other_deflator(self, noise: float) -> None:
        last = 2 * ROWS_OF_A_YEAR - 1
        assert failed(checked(changed([last], deflator=1 + noise))) == set()

    def test_british_transport_police_needs_no_prices(self) -> None:
        frame = frame_of_both_years()
        beyond = frame.with_columns(
            pl.lit("British Transport Police").alias("force"),
            pl.lit(None, pl.Float64).alias("deflator"),
            pl.lit(None, pl.Date).alias("price_base"),
        )
        manifest = {**essex().manifest, "kind": "publication"}
        manifest.pop("force", None)
        report = peelcheck.check({TABLE: pl.concat([frame, beyond])}, manifest=manifest)
        for rule in ("SPE010", "SPE011", "SPE019"):
            assert report.of(rule).verdict is Verdict.PASSED, rule

    @pytest.mark.parametrize(
        ("cells", "rule"),
        [
            ({"deflator": 0.97}, "SPE015"),
            ({"deflator": None}, "SPE010"),
            ({"deflator": 0.0}, "SPE013"),
            ({"price_index": "another"}, "SPE016"),
            ({"price_base": date(2017, 3, 31)}, "SPE016"),
            ({"price_base": None}, "SPE011"),
        ],
    )
    def test_one_row_that_differs_fails_one_rule(
        self, cells: dict[str, Any], rule: str
    ) -> None:
        assert failed(checked(changed([1], **cells))) == {rule}


class TestTotals:
    """The categories of a force and year make its total (A44)."""

    def test_a_force_without_a_total_is_left_alone_and_noted(self) -> None:
        report = checked(frame_of_both_years()[1:])
        assert failed(report) == {"SPE008"}
        assert report.of("SPE007").evaluated == 1
        assert report.ok

    def test_a_category_that_is_not_available_leaves_the_sum_open(self) -> None:
        frame = frame_of_both_years().cast({"amount": str})
        amounts = frame["amount"].to_list()
        report = checked(frame.with_columns(amount=pl.Series([*amounts[:5], ".."])))
        assert failed(report) == set()
        assert report.of("SPE007").evaluated == 1

    def test_a_total_of_nothing_is_asked_about_alone(self) -> None:
        assert failed(checked(changed([0], amount=0.0))) == {"SPE009"}

    def test_a_category_of_another_name_counts_and_is_asked_about(self) -> None:
        report = checked(changed([1], category="Road Policing"))
        assert failed(report) == {"SPE006"}
        assert report.of("SPE007").evaluated == 2

    def test_the_number_of_categories_is_told(self) -> None:
        (finding,) = checked(changed([0], amount=108.0)).findings
        assert finding.rule == "SPE007"
        assert finding.message == "the whole is 108, its 2 parts make 100: 8 more"
