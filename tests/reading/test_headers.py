"""Headers matched with the columns of a table."""

from __future__ import annotations

import pytest

from peelcheck.errors import UsageError
from peelcheck.reading.headers import matched, nearest_table, table_of
from peelcheck.returns import CoercionExample, Fault
from peelcheck.tables import TABLES

POPULATION = TABLES["population"]


def test_headers_are_found_wherever_they_stand() -> None:
    found = matched(["note", "population", "year", "force"], POPULATION, {})
    assert found.positions == {"population": 1, "year": 2, "force": 3}
    assert (found.faults, found.unknown, found.coercions) == ((), ("note",), ())


def test_other_spellings_of_a_header_are_read_and_reported() -> None:
    found = matched(["Year", " POPULATION ", "Police force"], POPULATION, {})
    assert found.positions == {"year": 0, "population": 1, "force": 2}
    (coercion,) = found.coercions
    assert (coercion.column, coercion.kind, coercion.count) == ("", "header", 3)
    assert coercion.examples == (
        CoercionExample(None, "Year", "year"),
        CoercionExample(None, " POPULATION ", "population"),
        CoercionExample(None, "Police force", "force"),
    )


@pytest.mark.parametrize("twin", ["population", " Population "])
def test_a_doubled_header_is_a_fault_and_neither_is_read(twin: str) -> None:
    found = matched(["year", "force", "population", twin], POPULATION, {})
    says = "column population stands 2 times"
    assert found.faults == (Fault("population", "doubled", says),)
    assert found.positions == {"year": 0, "force": 1}


def test_a_missing_column_is_a_fault_that_names_the_nearest_header() -> None:
    found = matched(["year", "force", "populations"], POPULATION, {})
    says = "column population is missing; is it 'populations'?"
    assert found.faults == (Fault("population", "missing", says),)
    assert found.unknown == ("populations",)


def test_a_column_that_need_not_be_there_is_not_missed() -> None:
    table = TABLES["stop_search"]
    names = [column.name for column in table.columns if column.required]
    assert matched(names, table, {}).faults == ()
    assert "resultant_arrests" not in names


def test_the_caller_may_say_what_a_header_stands_for() -> None:
    renamed = {"Label": "force", "2010": "population"}
    found = matched(["year", "Label", "2010"], POPULATION, renamed)
    assert found.positions == {"year": 0, "force": 1, "population": 2}
    assert found.coercions[0].count == 2


def test_a_column_given_as_a_constant_is_not_missed() -> None:
    found = matched(["force", "population"], POPULATION, {}, ["year"])
    assert found.faults == ()
    assert found.positions == {"force": 0, "population": 1}


def test_a_constant_for_a_column_that_is_there_is_refused() -> None:
    with pytest.raises(UsageError) as caught:
        matched(["Year", "force", "population"], POPULATION, {}, ["year"])
    assert str(caught.value) == "constants= gives year, but the data have that column"


def test_ten_thousand_unknown_headers_are_left_alone() -> None:
    headers = [f"c{number}" for number in range(10_000)]
    found = matched([*headers, "year", "force", "population"], POPULATION, {})
    assert found.positions == {"year": 10_000, "force": 10_001, "population": 10_002}
    assert len(found.unknown) == 10_000


def test_the_table_is_told_by_its_required_columns() -> None:
    assert table_of(["Year", "force_name", "population", "more"]) == "population"
    assert table_of(["force", "population"]) is None
    assert table_of([]) is None


def test_the_table_with_more_of_its_columns_there_is_preferred() -> None:
    groups = [column.name for column in TABLES["population_by_ethnic_group"].columns]
    assert table_of(["year", *groups]) == "population_by_ethnic_group"


SEARCHES = ["year_ending", "force", "legislation", "reason", "ethnic_group", "searches"]


@pytest.mark.parametrize(
    ("headers", "name", "lacking"),
    [
        (["Year", "POPULATION", "town"], "population", ["force"]),
        (
            ["census_year"],
            "population_by_ethnic_group",
            [
                "classification",
                "force",
                "ethnic_group",
                "population",
            ],
        ),
        (SEARCHES[1:], "stop_search", ["year_ending"]),
        (["Police force"], "population", ["year", "population"]),
        (["resultant_arrests"], "stop_search", SEARCHES),
        (["year", "force", "population"], "population", []),
        (["a", "b"], None, []),
        ([], None, []),
    ],
)
def test_the_nearest_table_is_that_which_lacks_the_fewest_columns(
    headers: list[str], name: str | None, lacking: list[str]
) -> None:
    assert nearest_table(headers) == (name, lacking)


@pytest.mark.parametrize("header", ["Date", "date"])
def test_the_day_of_a_search_may_stand_under_date(header: str) -> None:
    names = [header, "Force", "Type", "Self-defined ethnicity"]
    found = matched(names, TABLES["stop_search_records"], {})
    assert found.faults == ()
    assert found.positions["searched_on"] == 0
