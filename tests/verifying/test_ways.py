"""Figures made in other ways, by the metric's own machinery."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from ways_made import departure

from peelcheck.metrics import METRICS
from peelcheck.recomputing.figures import Figures
from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.reference.editions import Edition
from peelcheck.reference.forces import force_names
from peelcheck.verifying.departures import KINDS, departures_from
from peelcheck.verifying.ways import Ways

AREAS = (ENGLAND_AND_WALES, *force_names())
GROUPS = [group.name for group in METRICS["stop_search_ratio"].ratio.groups]  # type: ignore[union-attr]
Make = Callable[..., Ways]


class TestDefinition:
    """Without a departure, a way is the metric itself."""

    def test_it_makes_every_rate_as_it_is_recomputed(
        self, ways: Make, figures: Figures
    ) -> None:
        for area in AREAS:
            made = ways("stop_search_rate", area).made(())
            figure = figures.of("stop_search_rate", area)
            assert made is not None
            assert (made.numerator, made.denominator) == (
                figure.numerator,
                figure.denominator,
            )
            assert float(made.value) == pytest.approx(figure.value, rel=1e-15)

    @pytest.mark.parametrize("group", GROUPS)
    def test_it_makes_every_ratio_as_it_is_recomputed(
        self, ways: Make, figures: Figures, group: str
    ) -> None:
        undefined = set()
        for area in AREAS:
            made = ways("stop_search_ratio", area, group).made(())
            figure = figures.of("stop_search_ratio", area, group)
            if made is None:
                assert figure.value is None
                undefined.add(area)
                continue
            assert (made.numerator, made.denominator) == (
                figure.numerator,
                figure.denominator,
            )
            assert float(made.value) == pytest.approx(figure.value, rel=1e-14)
        assert len(undefined) < 10


class TestOtherWays:
    """Each departure changes what it says it changes."""

    def test_what_is_kept_in_is_counted(self, ways: Make, edition: Edition) -> None:
        essex = ways("stop_search_rate", "Essex")
        both = [
            departure(essex, edition, f"{name} kept in")
            for name in ("vehicle only", "ethnicity not stated")
        ]
        made = essex.made(both)
        assert made is not None
        assert made.numerator == 3_267
        assert made.value == Fraction(3_267_000, 1_820_379)

    def test_british_transport_police_are_kept_in_the_total_alone(
        self, ways: Make, edition: Edition
    ) -> None:
        name = "British Transport Police kept in"
        whole = ways("stop_search_rate", ENGLAND_AND_WALES)
        made = whole.made([departure(whole, edition, name)])
        definition = whole.made()
        assert made is not None
        assert definition is not None
        assert made.numerator > definition.numerator
        essex = ways("stop_search_rate", "Essex")
        assert essex.made([departure(essex, edition, name)]) == essex.made()

    def test_what_else_is_left_out_stays_out_of_what_is_kept_in(
        self, ways: Make, edition: Edition
    ) -> None:
        whole = ways("stop_search_rate", ENGLAND_AND_WALES)
        chosen = [
            departure(whole, edition, f"{name} kept in")
            for name in (
                "British Transport Police",
                "vehicle only",
                "ethnicity not stated",
            )
        ]
        made = [whole.made(some) for some in ([], *([one] for one in chosen), chosen)]
        none, police, vehicles, unstated, every = (one.numerator for one in made if one)
        apart = (police - none) + (vehicles - none) + (unstated - none)
        assert 0 < apart < every - none, "some searches fall to two of them"

    def test_each_counted_twice_doubles_a_rate_and_leaves_a_ratio(
        self, ways: Make, edition: Edition
    ) -> None:
        rate = ways("stop_search_rate", "Essex")
        twice = departure(rate, edition, "each counted twice")
        made = rate.made([twice])
        assert made is not None
        assert (made.numerator, made.value) == (6_008, Fraction(6_008_000, 1_820_379))
        ratio = ways("stop_search_ratio", "Essex", GROUPS[-1])
        assert ratio.made([twice]) == ratio.made()

    def test_another_vintage_divides_by_other_people(
        self, ways: Make, edition: Edition
    ) -> None:
        essex = ways("stop_search_rate", "Essex")
        made = essex.made([departure(essex, edition, "ONS mid-2016 population")])
        assert made is not None
        assert (made.numerator, made.denominator) == (3_004, 1_806_944)

    def test_another_area_is_that_area_s_own_figure(
        self, ways: Make, edition: Edition
    ) -> None:
        essex = ways("stop_search_rate", "Essex")
        made = essex.made([departure(essex, edition, "the figure of Hampshire")])
        assert made == ways("stop_search_rate", "Hampshire").made()

    def test_an_area_without_a_figure_is_no_way(
        self, ways: Make, edition: Edition
    ) -> None:
        essex = ways("stop_search_ratio", "Essex", "Chinese or Other Ethnic Group")
        cumbria = departure(essex, edition, "the figure of Cumbria")
        assert essex.made([cumbria]) is None

    def test_more_people_as_a_base_make_a_larger_figure(
        self, ways: Make, edition: Edition
    ) -> None:
        essex = ways("stop_search_rate", "Essex")
        ten = departure(essex, edition, "for 10 times as many people")
        made, definition = essex.made([ten]), essex.made()
        assert made is not None
        assert definition is not None
        assert made.value == definition.value * 10
        assert made.numerator == definition.numerator

    def test_a_group_is_left_out_above_or_below_the_line(
        self, ways: Make, edition: Edition
    ) -> None:
        ratio = ways("stop_search_ratio", "Essex", GROUPS[-1])
        definition = ratio.made()
        above = ratio.made([departure(ratio, edition, "Mixed left out of the count")])
        says = "Mixed (2001 grouping) left out of the population"
        below = ratio.made([departure(ratio, edition, says)])
        assert definition is not None
        assert above is not None
        assert below is not None
        assert above.numerator < definition.numerator
        assert above.denominator == definition.denominator
        assert (below.denominator or 0) < (definition.denominator or 0)
        assert below.numerator == definition.numerator

    def test_the_other_grouping_moves_the_chinese(
        self, ways: Make, edition: Edition
    ) -> None:
        asian = ways("stop_search_ratio", "Essex", "Asian or Asian British")
        grouping = departure(asian, edition, "population in the 2011 grouping")
        made, definition = asian.made([grouping]), asian.made()
        assert made is not None
        assert definition is not None
        assert (made.denominator or 0) > (definition.denominator or 0)
        every = ways("stop_search_ratio", "Essex", GROUPS[-1])
        assert every.made([grouping]) == every.made()


class TestDepartures:
    """All single departures come from the metric's own record."""

    def test_a_rate_has_no_departure_by_group(self, edition: Edition) -> None:
        metric = METRICS["stop_search_rate"]
        found = departures_from(metric, "", "Essex", edition)
        says = [one.says for one in found]
        assert says[:8] == [
            "British Transport Police kept in",
            "vehicle only kept in",
            "ethnicity not stated kept in",
            "ethnic group missing or not known kept in",
            "each counted twice",
            "ONS mid-2016 population",
            "ONS mid-2018 population",
            "truncated, not rounded",
        ]
        assert not any("left out" in one for one in says)
        assert "the figure of Essex" not in says
        assert len([one for one in says if one.startswith("the figure of")]) == 43

    def test_each_is_of_a_known_kind_and_stands_once(self, edition: Edition) -> None:
        for name in ("stop_search_rate", "stop_search_ratio"):
            group = GROUPS[-1] if name.endswith("ratio") else ""
            found = departures_from(METRICS[name], group, "Essex", edition)
            assert {one.kind for one in found} <= set(KINDS)
            assert len(set(found)) == len(found)

    def test_a_group_of_one_cannot_be_left_out(self, edition: Edition) -> None:
        metric = METRICS["stop_search_ratio"]
        found = departures_from(metric, GROUPS[0], "Essex", edition)
        assert not any("left out" in one.says for one in found)
