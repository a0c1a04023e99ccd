"""Proportions of crimes by outcome: from single crimes, and from counts."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

import polars as pl
import pytest
from crimes import counts, crimes_and_outcomes, figures_of_counts

import peelcheck
from peelcheck import Figures

SHARE, OF_COUNTS = "outcome_share", "outcome_share_of_counts"
ACTION, SUSPECT = "Action taken", "Suspect identified"
VICTIM = "Victim did not support action"
UNASSIGNED, NO_SUSPECT = "Not yet assigned", "No suspect identified"


def recomputed(tables: dict[str, Any], **hints: Any) -> Figures:
    return peelcheck.recompute(tables, kind="submission", **hints)


class TestFromSingleCrimes:
    """Each crime is followed to its own outcome (A31, A32)."""

    def test_a_crime_without_an_outcome_is_not_yet_assigned(self) -> None:
        figures = recomputed(crimes_and_outcomes(["1", "18", None, None]))
        figure = figures.of(SHARE, "Essex", UNASSIGNED)
        assert (figure.numerator, figure.denominator, figure.value) == (2, 4, 50)

    def test_a_type_inside_another_counts_with_it_once(self) -> None:
        figures = recomputed(crimes_and_outcomes(["1", "1A", "18", "18"]))
        assert figures.of(SHARE, "Essex", "Charged or summonsed").value == 50

    def test_an_outcome_that_no_longer_stands_is_not_counted(self) -> None:
        tables = crimes_and_outcomes(["18", "18"])
        old = pl.col("crime") == "C0"
        current = pl.when(old).then(pl.lit("no")).otherwise(pl.lit("yes"))
        tables["outcomes"] = tables["outcomes"].with_columns(current=current)
        figure = recomputed(tables).of(SHARE, "Essex", NO_SUSPECT)
        assert (figure.numerator, figure.denominator) == (1, 2)

    def test_truth_values_say_whether_an_outcome_stands(self) -> None:
        tables: dict[str, Any] = crimes_and_outcomes(["18", "18"])
        current = pl.Series("current", [False, True])
        tables["outcomes"] = tables["outcomes"].with_columns(current)
        figure = recomputed(tables).of(SHARE, "Essex", NO_SUSPECT)
        assert (figure.numerator, figure.denominator) == (1, 2)

    def test_an_outcome_of_no_crime_is_in_no_share(self) -> None:
        tables = crimes_and_outcomes(["1", "1", "1"])
        tables["crimes"] = tables["crimes"].head(2)
        figure = recomputed(tables).of(SHARE, "Essex", "Charged or summonsed")
        assert (figure.numerator, figure.denominator) == (2, 2)
        assert "FAULTY_DATA" in {one.id for one in figure.caveats}

    def test_two_current_outcomes_of_a_crime_count_it_once(self) -> None:
        tables = crimes_and_outcomes(["14", "18"])
        twice = tables["outcomes"].with_columns(outcome_type=pl.lit("16"))
        tables["outcomes"] = pl.concat([tables["outcomes"], twice])
        figures = recomputed(tables)
        assert {one.denominator for one in figures} == {2}
        assert figures.of(SHARE, "Essex", VICTIM).numerator == 2
        assert figures.of(SHARE, "Essex", NO_SUSPECT).numerator == 0

    @pytest.mark.parametrize(
        ("day", "counted"),
        [
            (date(2017, 9, 30), 0),
            (date(2017, 10, 1), 1),
            (date(2018, 9, 30), 1),
            (date(2018, 10, 1), 0),
            (None, 0),
        ],
    )
    def test_only_crimes_recorded_in_the_twelve_months_count(
        self, day: date | None, counted: int
    ) -> None:
        tables = crimes_and_outcomes(["1", "1"])
        days = pl.Series("recorded_on", [date(2018, 1, 1), day])
        tables["crimes"] = tables["crimes"].with_columns(days)
        figure = recomputed(tables).of(SHARE, "Essex", "Charged or summonsed")
        assert figure.denominator == 1 + counted
        assert ("recorded on other days, or none" in str(figure.steps)) is not counted

    @pytest.mark.parametrize(
        ("first", "last", "stated"),
        [
            (None, None, True),
            (date(2017, 10, 1), date(2018, 9, 30), True),
            (date(2017, 4, 1), date(2019, 3, 31), True),
            (date(2018, 4, 1), date(2019, 3, 31), False),
            (date(2017, 4, 1), date(2018, 3, 31), False),
        ],
    )
    def test_the_period_is_the_statement_s_if_the_data_cover_it(
        self,
        first: date | None,
        last: date | None,
        stated: bool,  # noqa: FBT001
    ) -> None:
        days = {"period_start": first, "period_end": last}
        said = {"tables": {"crimes": {n: day for n, day in days.items() if day}}}
        tables = crimes_and_outcomes(["1"], recorded_on=date(2018, 5, 1))
        figure = recomputed(tables, manifest=said).of(SHARE, "Essex", ACTION)
        assert figure.period == "1 October 2017 to 30 September 2018"
        assert figure.as_stated is stated

    def test_fraud_is_left_out(self) -> None:
        tables = crimes_and_outcomes(["19", "1"])
        offences = pl.Series("offence", ["Fraud offences", "Robbery"])
        tables["crimes"] = tables["crimes"].with_columns(offences)
        figure = recomputed(tables).of(SHARE, "Essex", "Charged or summonsed")
        assert (figure.numerator, figure.denominator) == (1, 1)

    @pytest.mark.parametrize(
        ("type_of_fraud", "group"), [("19", None), ("16", "Fraud offences")]
    )
    def test_fraud_is_left_out_of_counts_by_outcome_or_by_group(
        self, type_of_fraud: str, group: str | None
    ) -> None:
        rest = counts({"1": 3}).with_columns(offence_group=pl.lit("Robbery"))
        fraud = counts({type_of_fraud: 5}).with_columns(offence_group=pl.lit(group))
        figure = figures_of_counts(pl.concat([rest, fraud])).of(
            OF_COUNTS, "Essex", "Charged or summonsed"
        )
        assert (figure.numerator, figure.denominator) == (3, 3)

    @pytest.mark.parametrize("library", ["polars", "lazy", "pandas", "pyarrow"])
    def test_each_library_gives_the_same(self, library: str) -> None:
        made: Any = {
            "polars": lambda one: one,
            "lazy": lambda one: one.lazy(),
            "pandas": lambda one: one.to_pandas(),
            "pyarrow": lambda one: one.to_arrow(),
        }[library]
        tables = crimes_and_outcomes(["1", "14", "16", "18", None])
        figures = recomputed({name: made(one) for name, one in tables.items()})
        shown = [figures.of(SHARE, "Essex", g).value for g in (ACTION, VICTIM)]
        assert shown == [20, 40]

    def test_tables_of_two_libraries_have_no_figure(self) -> None:
        tables: dict[str, Any] = crimes_and_outcomes(["1"])
        tables["outcomes"] = tables["outcomes"].to_pandas()
        with pytest.raises(peelcheck.UsageError) as refused:
            recomputed(tables)
        assert "crimes and outcomes are held in two libraries" in str(refused.value)

    def test_crimes_alone_have_no_figure(self) -> None:
        tables = crimes_and_outcomes(["1"])
        with pytest.raises(peelcheck.UsageError) as refused:
            recomputed({"crimes": tables["crimes"]})
        assert "need the table outcomes" in str(refused.value)


class TestFromCounts:
    """Counts on two bases, which are never mixed (A31)."""

    def test_each_basis_has_its_own_whole(self) -> None:
        figures = figures_of_counts(
            counts({"0": 50, "1": 30, "18": 20}, {"1": 10, "18": 90})
        )
        share = figures.of(OF_COUNTS, "Essex", "Charged or summonsed")
        closed = figures.of("closed_outcome_share", "Essex", "Charged or summonsed")
        assert (share.numerator, share.denominator, share.value) == (30, 100, 30)
        assert (closed.numerator, closed.denominator, closed.value) == (10, 100, 10)

    def test_not_yet_assigned_is_no_outcome_recorded(self) -> None:
        groups = {one.group for one in figures_of_counts(counts({"0": 1, "1": 1}))}
        assert UNASSIGNED in groups
        closed = figures_of_counts(counts({"0": 1, "1": 1}, {"1": 1})).only(
            metric="closed_outcome_share"
        )
        assert UNASSIGNED not in {one.group for one in closed}

    def test_types_counted_inside_others_are_not_added(self) -> None:
        figure = figures_of_counts(counts({"1": 30, "1A": 10, "18": 70})).of(
            OF_COUNTS, "Essex", "Charged or summonsed"
        )
        assert (figure.numerator, figure.denominator) == (30, 100)
        assert ("counted inside outcomes 1, 2 and 3", "A38", -10, 100) in [
            (s.name, s.statement, s.change, s.left) for s in figure.steps
        ]

    def test_a_total_leaves_british_transport_police_out(self) -> None:
        figures = figures_of_counts(
            counts({"1": 1, "18": 1}),
            counts({"1": 1, "18": 3}, force="Kent"),
            counts({"1": 94}, force="British Transport Police"),
        )
        total = figures.of(OF_COUNTS, None, "Charged or summonsed")
        assert (total.numerator, total.denominator) == (2, 6)
        assert "British Transport Police" not in {one.force for one in figures}

    def test_a_type_without_a_row_has_no_value(self) -> None:
        figure = figures_of_counts(counts({"1": 1})).of(OF_COUNTS, "Essex", NO_SUSPECT)
        assert figure.value is None
        assert "nil and not available" in figure.undefined

    def test_a_count_below_nought_has_no_value(self) -> None:
        figures = figures_of_counts(counts({"1": -3, "18": 10}))
        assert figures.of(OF_COUNTS, "Essex", NO_SUSPECT).value is None
        below = figures.of(OF_COUNTS, "Essex", "Charged or summonsed")
        assert below.undefined == "a count is below nought"

    def test_where_nothing_is_counted_there_is_nothing_to_share(self) -> None:
        figure = figures_of_counts(counts({"1": 0, "18": 0})).of(
            OF_COUNTS, "Essex", NO_SUSPECT
        )
        assert figure.undefined == "there is nothing to take a share of"

    def test_the_sum_stands_beside_the_recorded_crime_of_the_year(self) -> None:
        figure = figures_of_counts(counts({"1": 8_421, "18": 150_000})).of(
            OF_COUNTS, "Essex", NO_SUSPECT
        )
        said = {one.id: one.says for one in figure.caveats}
        assert said["RECONCILED"] == (
            "All its outcomes make 158,421 beside 158,421 recorded crimes in the ONS "
            "tables, 0 more (+0.0%), within the tolerance of -5.00% to +5.00%."
        )

    def test_a_sum_far_from_it_is_told(self) -> None:
        figure = figures_of_counts(counts({"1": 10, "18": 90})).of(
            OF_COUNTS, "Essex", NO_SUSPECT
        )
        said = {one.id: one.says for one in figure.caveats}
        assert "(-99.9%), beyond the tolerance" in said["NOT_RECONCILED"]
        assert "RECONCILED" not in said


class TestQuarters:
    """Quarters are of the period the manifest names, if they lie in it (A31)."""

    PERIODS: ClassVar[dict[str, date]] = {
        "period_start": date(2017, 10, 1),
        "period_end": date(2018, 9, 30),
    }

    def figures(self, *quarters: tuple[date, int, int], **entry: date) -> Figures:
        rows = [
            {
                "year_ending": end,
                "quarter": quarter,
                "force": "Essex",
                "outcome_type": outcome,
                "of_offences_recorded": charged if outcome == "1" else 100 - charged,
                "recorded_in_quarter": 0,
            }
            for end, quarter, charged in quarters
            for outcome in ("1", "18")
        ]
        said = {"kind": "submission", "force": "Essex", "edition": "peel-2018-19"}
        tables = {"outcome_counts": entry} if entry else {}
        return peelcheck.recompute(
            {"outcome_counts": pl.DataFrame(rows)}, manifest={**said, "tables": tables}
        ).only(metric=OF_COUNTS)

    YEAR = (
        (date(2018, 3, 31), 3, 10),
        (date(2018, 3, 31), 4, 20),
        (date(2019, 3, 31), 1, 30),
        (date(2019, 3, 31), 2, 40),
    )

    def test_quarters_of_two_financial_years_make_the_statement_s_year(self) -> None:
        figures = self.figures(*self.YEAR, **self.PERIODS)
        figure = figures.of(OF_COUNTS, "Essex", "Charged or summonsed")
        assert (figure.numerator, figure.denominator) == (100, 400)
        assert figure.period == "1 October 2017 to 30 September 2018"
        assert figure.as_stated

    def test_a_quarter_outside_it_is_of_its_own_year(self) -> None:
        later = (date(2019, 3, 31), 3, 90)
        figures = self.figures(*self.YEAR, later, **self.PERIODS)
        own = figures.of(
            OF_COUNTS, "Essex", "Charged or summonsed", period="2018-09-30"
        )
        other = figures.of(
            OF_COUNTS, "Essex", "Charged or summonsed", period="2019-03-31"
        )
        assert (own.numerator, other.numerator) == (100, 90)

    def test_the_last_day_of_all_is_no_quarter_s_end(self) -> None:
        figures = self.figures((date.max, 4, 10), **self.PERIODS)
        assert {one.period_end for one in figures} == {date.max}

    def test_without_a_manifest_quarters_are_of_their_financial_year(self) -> None:
        figures = self.figures(*self.YEAR)
        ends = {str(one.period_end) for one in figures}
        assert ends == {"2018-03-31", "2019-03-31"}
