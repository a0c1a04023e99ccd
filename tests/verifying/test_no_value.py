"""Figures of a few rows: what is nought, and what has no value."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import polars as pl
import pytest
from returns import frame, row
from searched import by_group, population, searched
from ways_made import departure, ways_of

from peelcheck.reference.editions import Edition
from peelcheck.verifying.departures import TRUNCATED
from peelcheck.verifying.ways import Ways

BLACK = ("stop_search_ratio", "Black or Black British")
ALL = ("stop_search_ratio", "All minority ethnic groups")


def small(
    rows: list[dict[str, Any]],
    metric: str,
    group: str = "",
    people: pl.DataFrame | None = None,
) -> Ways:
    return ways_of(
        metric,
        group,
        stop_search=frame(*rows),
        population=population("Essex"),
        population_by_ethnic_group=by_group() if people is None else people,
    )


class TestNought:
    """A count of nought is a count."""

    def test_no_searches_at_all_make_a_rate_of_nought(self) -> None:
        rows = [one | {"searches": 0} for one in searched()]
        made = small(rows, "stop_search_rate").made()
        assert made is not None
        assert made.numerator == made.value == 0

    def test_a_group_that_nobody_of_is_searched_has_a_ratio_of_nought(self) -> None:
        made = small(searched(Black=0), *BLACK).made()
        assert made is not None
        assert made.numerator == made.value == 0

    def test_a_ratio_multiplied_is_as_much_larger(self, edition: Edition) -> None:
        ratio = small(searched(), *BLACK)
        tens = departure(ratio, edition, "multiplied by 10")
        own, more = ratio.made(), ratio.made([tens])
        assert own is not None
        assert more is not None
        assert more.value == 10 * own.value

    def test_a_group_of_several_counts_those_that_are_there(self) -> None:
        rows = [one for one in searched() if one["ethnic_group"] != "Mixed"]
        whole, part = small(searched(), *ALL), small(rows, *ALL)
        assert whole.made() == part.made()

    def test_one_search_of_the_group_compared_with_is_enough(self) -> None:
        made = small(searched(White=1), *BLACK).made()
        assert made is not None
        assert made.value == Fraction(400, 1)


class TestNoValue:
    """Where the metric has no value, neither has a way."""

    def test_one_below_nought_has_none(self) -> None:
        rows = [one for one in searched(White=-1) if one["ethnic_group"] == "White"]
        assert small(rows, "stop_search_rate").made() is None
        assert small(searched(Black=-1), *BLACK).made() is None

    def test_a_group_compared_with_below_nought_is_none(self) -> None:
        assert small(searched(White=-5), *BLACK).made() is None

    def test_without_the_people_of_the_force_there_is_no_rate(self) -> None:
        ways = ways_of(
            "stop_search_rate",
            "",
            stop_search=frame(*searched()),
            population=population("Kent"),
        )
        assert ways.made() is None

    def test_without_a_row_of_the_group_compared_with_there_is_none(self) -> None:
        rows = [one for one in searched() if one["ethnic_group"] != "White"]
        assert small(rows, *BLACK).made() is None

    @pytest.mark.parametrize("people", [by_group(White=None), by_group(Black=None)])
    def test_without_people_of_either_group_there_is_none(
        self, people: pl.DataFrame
    ) -> None:
        ways = small(searched(), *BLACK, people)
        assert ways.made() is None

    def test_a_count_below_nought_has_none(self) -> None:
        assert small(searched(White=-900), "stop_search_rate").made() is None
        assert small(searched(Black=-9), *BLACK).made() is None

    def test_without_a_count_there_is_none(self) -> None:
        rows = [one | {"searches": None} for one in searched()]
        assert small(rows, "stop_search_rate").made() is None
        assert small([row(force="Kent")], "stop_search_rate").made() is None

    def test_without_the_group_compared_with_there_is_none(self) -> None:
        assert small(searched(White=0), *BLACK).made() is None

    def test_truncation_leaves_the_value_and_is_for_printing(
        self, edition: Edition
    ) -> None:
        essex = small(searched(), "stop_search_rate")
        cut = departure(essex, edition, "truncated, not rounded")
        assert cut.kind == TRUNCATED
        assert essex.made([cut]) == essex.made()
