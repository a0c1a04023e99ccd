"""Which types of columns the models take, and how they refuse others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pandas as pd
import polars as pl
import pytest
from exported import (
    by_pandera,
    lazy_frame,
    named,
    pandas_frame,
    polars_frame,
    row_by_row,
    valid_rows,
)

from peelcheck.shape import ColumnType
from peelcheck.tables import TABLES

pandera = pytest.importorskip("pandera", reason="pandera is not installed")

ROWS = valid_rows("stop_search")


def as_dates(days: Any) -> Any:
    return days.dt.date


TAKEN = {
    "days in microseconds": {"year_ending": lambda c: c.astype("datetime64[us]")},
    "days in seconds": {"year_ending": lambda c: c.astype("datetime64[s]")},
    "dates of Python": {"year_ending": as_dates},
    "categories": {"force": lambda c: c.astype("category")},
    "categories of days": {"year_ending": lambda c: c.astype("category")},
    "categories of numbers": {"searches": lambda c: c.astype("category")},
    "decimals with gaps": {"searches": lambda c: c.astype("Float64")},
    "strings": {"force": lambda c: c.astype("string")},
    "objects": {"force": lambda c: c.astype(object)},
    "decimals that are whole": {"searches": lambda c: c.astype(float)},
    "smaller numbers": {"searches": lambda c: c.astype("int32")},
    "another column": {"year_ending": lambda c: c, "more": lambda _: 1},
}
REFUSED = {
    "ISO texts": {"year_ending": lambda c: c.dt.strftime("%Y-%m-%d")},
    "texts with the day first": {"year_ending": lambda c: c.dt.strftime("%d/%m/%Y")},
    "numbers": {"year_ending": lambda _: 20180331},
    "days of a time zone": {"year_ending": lambda c: c.dt.tz_localize("UTC")},
    "days too far away": {"year_ending": lambda _: date(9999, 12, 31)},
    "halves": {"searches": lambda _: 1.5},
}


def changed(columns: Mapping[str, Callable[[Any], Any]]) -> pd.DataFrame:
    frame = pandas_frame("stop_search", ROWS)
    made = {n: change(frame.get(n)) for n, change in columns.items()}
    return frame.assign(**made)


@pytest.mark.parametrize("columns", TAKEN.values(), ids=TAKEN)
def test_what_means_the_same_to_pandas_is_taken(
    columns: Mapping[str, Callable[[Any], Any]],
) -> None:
    from peelcheck.schemas.pandas import StopSearch

    back = StopSearch.validate(changed(columns), lazy=True)
    wanted = pandas_frame("stop_search", ROWS)
    pd.testing.assert_frame_equal(back[wanted.columns], wanted)


# pandera tries which of the cells that it refuses could have been days.
@pytest.mark.filterwarnings("ignore:Parsing dates")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("columns", REFUSED.values(), ids=REFUSED)
def test_what_would_have_to_be_guessed_is_refused(
    columns: Mapping[str, Callable[[Any], Any]],
) -> None:
    from peelcheck.schemas.pandas import StopSearch

    with pytest.raises(pandera.errors.SchemaErrors) as refused:
        StopSearch.validate(changed(columns), lazy=True)
    cases = refused.value.failure_cases
    types = cases[cases["check"].str.startswith(("dtype", "coerce_dtype"))]
    assert set(types["column"]) == {*columns}
    assert {f"STS.{name}.type" for name in columns} <= {*cases["check"]}


def test_a_time_of_day_is_no_day() -> None:
    from peelcheck.schemas.pandas import StopSearch

    frame = pandas_frame("stop_search", ROWS)
    frame.loc[1, "year_ending"] = pd.Timestamp(2018, 3, 31, 10)
    with pytest.raises(pandera.errors.SchemaErrors) as refused:
        StopSearch.validate(frame, lazy=True)
    assert row_by_row(refused.value) == [("STS.year_ending.type", 1)]


LARGE = {
    "searches": [10**18 - 1, 10**18, None],
    "resultant_arrests": [1 - 10**18, -(10**18), None],
}


@pytest.mark.parametrize(("name", "values"), LARGE.items())
def test_numbers_are_no_larger_than_those_that_are_read(
    name: str, values: list[int | None]
) -> None:
    from peelcheck.schemas import pandas, polars

    rows = [{**one, name: value} for one, value in zip(ROWS, values, strict=False)]
    for module, frame in (
        (pandas, pandas_frame("stop_search", rows)),
        (polars, polars_frame("stop_search", rows)),
        (polars, lazy_frame("stop_search", rows)),
    ):
        with pytest.raises(pandera.errors.SchemaErrors) as refused:
            module.StopSearch.validate(frame, lazy=True)
        assert (f"STS.{name}.type", 1) in row_by_row(refused.value)
        assert (f"STS.{name}.type", 0) not in row_by_row(refused.value)


@pytest.mark.parametrize("value", [float("inf"), -1e15])
def test_a_number_is_finite(value: float) -> None:
    from peelcheck.schemas import pandas, polars

    table = "workforce"
    (row, *_) = valid_rows(table)
    rows = [{**row, "fte": fte} for fte in (1.5, value, None)]
    for module, frame in (
        (pandas, pandas_frame(table, rows)),
        (polars, polars_frame(table, rows)),
    ):
        with pytest.raises(pandera.errors.SchemaErrors) as refused:
            module.Workforce.validate(frame, lazy=True)
        told_of = [one for one in row_by_row(refused.value) if one[0] == "WOR.fte.type"]
        assert told_of == [("WOR.fte.type", 1)]


def typed_columns() -> list[tuple[str, str, ColumnType]]:
    return [
        (table.name, one.name, one.type)
        for table in TABLES.values()
        for one in table.columns
        if one.type is not ColumnType.TEXT
    ]


HALVES = {
    "decimals with gaps": lambda halves: pd.Series(halves, dtype="Float64"),
    "categories": lambda halves: pd.Series(halves, dtype="category"),
    "categories of texts": lambda halves: pd.Series(map(str, halves), dtype="category"),
}


@pytest.mark.parametrize("made", HALVES.values(), ids=HALVES)
def test_no_half_is_cut_off(made: Callable[[list[float]], Any]) -> None:
    halves = [1.0] * len(ROWS)
    halves[1] = 1.5
    frame = pandas_frame("stop_search", ROWS)
    frame["searches"] = made(halves)
    found = by_pandera("pandas", "stop_search", frame)
    assert named(found, "stop_search") == {"STS.searches.type"}
    assert [*found["STS.searches.type"]] == [1]


ODD: Mapping[ColumnType, Any] = {
    ColumnType.INTEGER: 1.5,
    ColumnType.NUMBER: "x",
    ColumnType.DATE: "2018-03-31",
}


@pytest.mark.parametrize(("table", "column", "kind"), typed_columns())
class TestAFaultOfTypeIsToldAlone:
    """As `check` blocks them, no rule over a column of another type is told broken."""

    def test_pandas(self, table: str, column: str, kind: ColumnType) -> None:
        rows = valid_rows(table)
        frame = pandas_frame(table, rows)
        frame[column] = frame[column].astype(object)
        last = len(rows) - 1
        frame.loc[last, column] = ODD[kind]
        found = by_pandera("pandas", table, frame)
        rule = f"{TABLES[table].prefix}.{column}.type"
        assert named(found, table) == {rule}
        assert [*found[rule]] == [last]

    def test_polars(self, table: str, column: str, kind: ColumnType) -> None:
        assert kind in ODD
        frame = polars_frame(table, valid_rows(table))
        frame = frame.with_columns(pl.col(column).cast(pl.String))
        rule = f"{TABLES[table].prefix}.{column}.type"
        for library, one in (("polars", frame), ("polars lazy", frame.lazy())):
            assert named(by_pandera(library, table, one), table) == {rule}


NUMBERS_AS_TEXT = ["1e2", "+5", "0x1f4", "five", ""]


@pytest.mark.parametrize("text", NUMBERS_AS_TEXT)
def test_a_text_that_is_not_taken_for_a_number_names_its_rule(text: str) -> None:
    frame = pandas_frame("stop_search", ROWS).astype({"searches": object})
    frame.loc[1, "searches"] = text
    found = by_pandera("pandas", "stop_search", frame)
    assert named(found, "stop_search") == {"STS.searches.type"}


@pytest.mark.parametrize(
    "day", [date(1677, 1, 1), date(2263, 1, 1), pd.Timestamp(2018, 3, 31, 10), "today"]
)
def test_one_day_that_is_none_is_told_alone(day: Any) -> None:
    days = [one["year_ending"] for one in ROWS]
    days[1] = day
    frame = pandas_frame("stop_search", ROWS)
    frame["year_ending"] = pd.Series(days, dtype=object)
    found = by_pandera("pandas", "stop_search", frame)
    assert named(found, "stop_search") == {"STS.year_ending.type"}
    assert [*found["STS.year_ending.type"]] == [1]


def test_a_column_of_days_without_any_is_taken() -> None:
    frame = pandas_frame("stop_search_records", valid_rows("stop_search_records"))
    frame["searched_on"] = float("nan")
    found = by_pandera("pandas", "stop_search_records", frame)
    assert named(found, "stop_search_records") == {"STR.searched_on.missing"}


def test_no_rows_of_other_types_are_told_as_such() -> None:
    from peelcheck.schemas.polars import StopSearch

    frame = polars_frame("stop_search", []).cast(pl.String)
    with pytest.raises(pandera.errors.SchemaErrors) as refused:
        StopSearch.validate(frame, lazy=True)
    cases = refused.value.failure_cases
    words = dict(zip(cases["check"], cases["failure_case"], strict=True))
    assert words["STS.columns"] == 'ValueError("no rows")'
    assert words["STS.searches.type"] == 'TypeError("String, not Int64")'


@pytest.mark.parametrize("kind", [pl.Int32, pl.String, pl.Float64])
def test_polars_is_to_have_the_types_as_they_are(kind: Any) -> None:
    from peelcheck.schemas.polars import StopSearch

    frame = polars_frame("stop_search", ROWS).with_columns(
        pl.col("searches").cast(kind)
    )
    for one in (frame, frame.lazy()):
        with pytest.raises(pandera.errors.SchemaErrors) as refused:
            StopSearch.validate(one, lazy=True)
        checks = {*refused.value.failure_cases["check"]}
        assert {"dtype('Int64')", "STS.searches.type"} <= checks
