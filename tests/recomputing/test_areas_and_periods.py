"""Totals over forces, and data of other periods."""

from __future__ import annotations

from datetime import date

import pytest
from searched import population, recomputed, searched

from peelcheck import UnknownNameError, UsageError
from peelcheck.reference.forces import forces


class TestTotal:
    """Numerator and denominator over the same forces; names those it lacks (A8)."""

    def test_british_transport_police_is_in_no_total(self) -> None:
        rows = [*searched(), *searched("Kent"), *searched("British Transport Police")]
        people = population("Essex", "Kent")
        figures = recomputed(rows, population=people, kind="publication")
        total = figures.of("stop_search_rate", "2 of 43 forces")
        assert (total.numerator, total.denominator) == (360, 4_000)
        assert total.steps[1].name == "British Transport Police"
        assert total.steps[1].change == -205

    def test_below_43_it_is_not_called_england_and_wales(self) -> None:
        rows = [*searched(), *searched("Kent")]
        people = population("Essex", "Kent")
        figures = recomputed(rows, population=people, kind="collection")
        total = figures.of("stop_search_rate", "England and Wales")
        assert (total.force, total.total) == ("2 of 43 forces", True)
        assert figures.of("stop_search_rate") == total
        assert len(total.lacks) == 41
        assert "Surrey" in total.lacks
        assert "England and Wales" not in {one.force for one in figures}

    def test_a_force_without_population_is_in_neither_side(self) -> None:
        rows = [*searched(), *searched("Kent")]
        figures = recomputed(rows, kind="collection")
        total = figures.of("stop_search_rate", "1 of 43 forces")
        assert (total.numerator, total.denominator) == (180, 2_000)
        assert "Kent" in total.lacks

    def test_a_force_without_a_count_is_in_neither_side(self) -> None:
        nothing = [one | {"searches": None} for one in searched("Kent")]
        people = population("Essex", "Kent")
        figures = recomputed(
            [*searched(), *nothing], population=people, kind="collection"
        )
        total = figures.of("stop_search_rate")
        assert (total.numerator, total.denominator) == (180, 2_000)
        assert "Kent" in total.lacks

    def test_with_43_it_is_england_and_wales(self) -> None:
        names = [force.name for force in forces()]
        rows = [one for name in names for one in searched(name)]
        figures = recomputed(rows, population=population(*names))
        total = figures.of("stop_search_rate", "England and Wales")
        assert (total.numerator, total.lacks) == (43 * 180, ())


class TestPeriods:
    """Another period is labelled, and two are never added up (A47)."""

    def test_another_period_is_labelled(self) -> None:
        rows = [one | {"year_ending": date(2017, 3, 31)} for one in searched()]
        figure = recomputed(rows).of("stop_search_rate", "Essex")
        assert not figure.as_stated
        assert figure.period == "1 April 2016 to 31 March 2017"
        assert "OTHER_PERIOD" in [caveat.id for caveat in figure.caveats]

    def test_two_periods_are_two_figures(self) -> None:
        rows = [
            *searched(),
            *(one | {"year_ending": date(2017, 3, 31)} for one in searched()),
        ]
        figures = recomputed(rows)
        mine = [one for one in figures if one.metric == "stop_search_rate"]
        assert [(one.period, one.value) for one in mine] == [
            ("31 March 2017", 90.0),
            ("31 March 2018", 90.0),
        ]
        assert [one.as_stated for one in mine] == [False, True]
        with pytest.raises(UsageError) as told:
            figures.of("stop_search_rate", "Essex")
        assert str(told.value) == (
            "there are several periods, name one: 2017-03-31, 2018-03-31"
        )
        figure = figures.of("stop_search_rate", "Essex", period="2017-03-31")
        assert figure.period == "31 March 2017"
        with pytest.raises(UnknownNameError, match="there is no period '2016-03-31'"):
            figures.of("stop_search_rate", "Essex", period="2016-03-31")

    def test_rows_without_a_date_are_in_no_figure_and_counted(self) -> None:
        rows = [*searched(), searched()[0] | {"year_ending": None}]
        figures = recomputed(rows)
        assert figures.of("stop_search_rate", "Essex").value == 90.0
        expected = "stop_search: 1 rows without a date are in no figure"
        assert expected in figures.notes
