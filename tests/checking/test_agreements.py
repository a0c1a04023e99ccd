"""Rules by which two tables of a return agree: when they run, and what they find."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest
from returns import frame, row

import peelcheck
from peelcheck import Verdict
from peelcheck.strategies.returned import DrawnReturn
from peelcheck.strategies.valid import valid_return

SEARCHES, CRIMES, RATES, GROUPS = "STR005", "CRM006", "CRR003", "SSG001"
YEAR = date(2018, 3, 31)


def single(number: int, **changes: Any) -> pl.DataFrame:
    """Return so many single searches of people by Essex Police."""
    sound = {
        "searched_on": date(2017, 6, 1),
        "force": "Essex",
        "search_type": "Person search",
        "self_defined_ethnicity": "White - Irish",
    }
    return pl.DataFrame([sound | changes] * number)


def counted(*searches: int | None, **changes: Any) -> pl.DataFrame:
    groups = ("White", "Not stated", "Vehicle only")[: len(searches)]
    pairs = zip(groups, searches, strict=True)
    rows = [row(ethnic_group=group, searches=n, **changes) for group, n in pairs]
    return frame(*rows)


def result_of(
    rule: str, said: Mapping[str, Any] | None = None, /, **tables: Any
) -> peelcheck.RuleResult:
    return peelcheck.check(tables, manifest=said).of(rule)


def of_drawn(rule: str, drawn: DrawnReturn) -> peelcheck.RuleResult:
    return result_of(rule, drawn.manifest, **drawn.frames())


@pytest.mark.parametrize("others", [(3, 2), (3, 2, 7), (5,)])
def test_single_searches_of_people_are_as_many_as_are_counted(
    others: tuple[int, ...],
) -> None:
    result = result_of(
        SEARCHES, stop_search=counted(*others), stop_search_records=single(5)
    )
    assert (result.verdict, result.evaluated) == (Verdict.PASSED, 1)


def test_a_finding_says_how_many_fewer_there_are() -> None:
    tables = {"stop_search": counted(3, 2), "stop_search_records": single(4)}
    (finding,) = result_of(SEARCHES, **tables).findings
    assert finding.message == ("4 rows here, searches 5 in stop_search: 1 fewer here")
    assert dict(finding.values) == {"force": "Essex"}
    assert finding.severity == "query"


def test_a_finding_says_how_many_more_there_are() -> None:
    tables = {"stop_search": counted(0), "stop_search_records": single(1)}
    (finding,) = result_of(SEARCHES, **tables).findings
    assert finding.message == "1 row here, searches 0 in stop_search: 1 more here"


@pytest.mark.parametrize(
    "changes",
    [
        {"search_type": "Vehicle search", "self_defined_ethnicity": None},
        {"searched_on": date(2017, 3, 31)},
        {"searched_on": date(2018, 4, 1)},
    ],
)
def test_searches_that_no_count_holds_are_left_out(changes: dict[str, Any]) -> None:
    rows = pl.concat([single(5), single(2, **changes)])
    result = result_of(SEARCHES, stop_search=counted(5), stop_search_records=rows)
    assert (result.verdict, result.evaluated) == (Verdict.PASSED, 1)


def test_searches_of_another_force_or_year_are_not_held_against_these() -> None:
    other_force = counted(5, force="Kent")
    other_year = counted(5, year_ending=date(2017, 3, 31))
    for other in (other_force, other_year):
        tables = {"stop_search": other, "stop_search_records": single(5)}
        result = result_of(SEARCHES, **tables)
        assert result.verdict is Verdict.UNDECIDED
        assert result.reason == (
            "a group is not in stop_search, or a value it needs is missing"
        )


def test_a_count_without_a_number_leaves_it_open() -> None:
    others = counted(5, None).with_columns(pl.col("searches").cast(pl.Int64))
    result = result_of(SEARCHES, stop_search=others, stop_search_records=single(5))
    assert result.verdict is not Verdict.PASSED
    assert result.failed == 0


def test_without_the_other_table_there_is_nothing_to_agree_with() -> None:
    result = result_of(SEARCHES, stop_search_records=single(5))
    assert result.verdict is Verdict.NOT_APPLICABLE
    assert result.reason == "the return has no table stop_search to agree with"


def test_tables_of_two_libraries_are_held_together() -> None:
    others = pd.DataFrame(counted(4).to_dicts())
    result = result_of(SEARCHES, stop_search=others, stop_search_records=single(5))
    assert result.failed == 1


@pytest.mark.parametrize(
    ("own", "other", "reason"),
    [
        (single(5), counted(-5), "STS.searches.minimum (column searches)"),
        (single(5), counted(5).drop("searches"), "STS.columns (column searches)"),
        (single(5), counted(5).clear(), "STS.columns (column force)"),
        (single(5, force="Esex"), counted(5), "STR.force.domain (column force)"),
        (single(5).drop("force"), counted(5), "STR.columns (column force)"),
        (
            single(5),
            pl.concat([counted(5), counted(5)]),
            "STS.key (rows that stand twice)",
        ),
    ],
)
def test_a_fault_in_either_table_is_not_told_a_second_time(
    own: pl.DataFrame, other: pl.DataFrame, reason: str
) -> None:
    result = result_of(SEARCHES, stop_search=other, stop_search_records=own)
    assert result.verdict is Verdict.NOT_RUN
    assert result.reason == f"blocked by {reason}"


def test_crimes_that_stand_twice_are_not_counted_either() -> None:
    start = valid_return("peel-2018-19", "submission", ("recorded_crime", "crimes"))
    twice = start.with_rows("crimes", start.tables["crimes"] * 2)
    result = of_drawn(CRIMES, twice)
    assert result.verdict is Verdict.NOT_RUN
    assert result.reason == "blocked by CRM.key (rows that stand twice)"


def test_a_sample_can_be_noted_as_one() -> None:
    tables = {"stop_search": counted(50), "stop_search_records": single(5)}
    noted = {"noted_exceptions": {SEARCHES: "the June of a year"}}
    result = result_of(SEARCHES, {"kind": "submission", **noted}, **tables)
    assert result.verdict is Verdict.NOT_APPLICABLE
    assert result.reason == "a noted exception: the June of a year"


def test_the_residents_of_a_rate_are_those_of_the_return() -> None:
    tables = ("population", "recorded_crime_rate")
    start = valid_return("peel-2018-19", "submission", tables)
    assert of_drawn(RATES, start).verdict is Verdict.PASSED
    people = [{**one, "population": 1_850_000} for one in start.tables["population"]]
    (finding,) = of_drawn(RATES, start.with_rows("population", people)).findings
    assert finding.message == (
        "population 1,820,400 here, population 1,850,000 in population: "
        "29,600 fewer here"
    )


class TestOnPublishedFiles:
    """Two publications of one year, of which one was revised between."""

    def result(self, raw_files: Path, year: date) -> peelcheck.RuleResult:
        names = {
            "stop_search": "home-office-stop-and-search-ye-mar-2007-to-2019.csv.gz",
            "stop_search_by_group": (
                "ethnicity-facts-and-figures-stop-and-search-2018-edition.csv.gz"
            ),
        }
        tables = {}
        for table, name in names.items():
            whole = peelcheck.read(raw_files / name).tables[table].frame
            native: Any = whole.to_native()
            # Cells without a number are in no published sum.
            there = pl.col("searches").is_not_null()
            own = native.filter(there, pl.col("year_ending") == year).collect()
            columns = [one for one in own.columns if not one.startswith("__")]
            tables[table] = own.select(columns)
        return result_of(GROUPS, {"kind": "publication"}, **tables)

    def test_those_of_the_year_ending_march_2017_agree(self, raw_files: Path) -> None:
        result = self.result(raw_files, date(2017, 3, 31))
        assert (result.verdict, result.evaluated) == (Verdict.PASSED, 43)

    def test_those_of_the_year_ending_march_2018_do_not(self, raw_files: Path) -> None:
        result = self.result(raw_files, YEAR)
        assert result.evaluated == 43
        told = {str(one.values["area"]): one.message for one in result.findings}  # noqa: PD011
        assert told == {
            "Devon and Cornwall": (
                "searches 4,731 here, searches 4,906 in stop_search: 175 fewer here"
            ),
            "Sussex": (
                "searches 5,064 here, searches 5,019 in stop_search: 45 more here"
            ),
        }
