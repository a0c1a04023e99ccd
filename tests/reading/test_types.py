"""Columns given their types, with every coercion counted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

import polars as pl
import pytest

from peelcheck.reading.types import as_texts, marks_for, typed
from peelcheck.returns import ROW, Coercion, CoercionExample
from peelcheck.shape import Mark
from peelcheck.tables import TABLES

POPULATION = TABLES["population"]
STOP_SEARCH = TABLES["stop_search"]


def read_column(
    cells: pl.Series, table: str = "population", marks: Mapping[str, Mark] | None = None
) -> tuple[dict[str, list[Any]], tuple[Coercion, ...]]:
    rows = pl.int_range(2, len(cells) + 2, eager=True).alias(ROW)
    frame = pl.LazyFrame([rows, cells])
    done, coercions = typed(frame, TABLES[table], [cells.name], marks or {})
    return done.collect().to_dict(as_series=False), coercions


def test_canonical_cells_are_typed_and_need_no_second_look() -> None:
    columns, coercions = read_column(pl.Series("population", ["5", None, "-6"]))
    assert columns == {ROW: [2, 3, 4], "population": [5, None, -6]}
    assert coercions == ()


def test_odd_cells_keep_their_text_and_their_mark() -> None:
    cells = pl.Series("population", ["5", "1.5", None, "", "1,000"])
    columns, _ = read_column(cells)
    assert columns["population"] == [5, None, None, None, 1000]
    assert columns["population.mark"] == [None, "unreadable", None, None, None]
    assert columns["population.text"] == ["5", "1.5", None, None, "1,000"]


def test_coercions_are_counted_exactly_with_the_first_row_of_three_texts() -> None:
    cells = ["1", "1,001", "2.0", *["1,000"] * 5, "1,001", "1,002", "x", "1,003"]
    _, coercions = read_column(pl.Series("population", cells))
    assert coercions == (
        Coercion(
            table="population",
            column="population",
            kind="thousands separators dropped",
            count=9,
            examples=(
                CoercionExample(3, "1,001", "1001"),
                CoercionExample(5, "1,000", "1000"),
                CoercionExample(11, "1,002", "1002"),
            ),
        ),
        Coercion(
            table="population",
            column="population",
            kind="decimal point dropped",
            count=1,
            examples=(CoercionExample(4, "2.0", "2"),),
        ),
    )


def test_columns_are_typed_batch_by_batch_so_that_memory_stays_flat() -> None:
    texts = {"year_ending": ["31/03/2018", "", "x"], "searches": ["1,000", "", "x"]}
    frame = pl.LazyFrame({ROW: [2, 3, 4], **texts})
    typed_frame, coercions = typed(frame, STOP_SEARCH, list(texts), {})
    assert len(coercions) == len(texts)
    plan = typed_frame.show_graph(
        engine="streaming", plan_stage="physical", raw_output=True
    )
    assert plan is not None
    assert not re.search("in-memory-map|columnar-function", plan)


def test_a_blank_date_beside_an_odd_one_is_neither_odd_nor_a_crash() -> None:
    cells = pl.Series("year_ending", ["2018-03-31", None, "31/03/2018", "2018-02-30"])
    columns, coercions = read_column(cells, "stop_search")
    day = date(2018, 3, 31)
    assert columns["year_ending"] == [day, None, day, None]
    assert columns["year_ending.mark"] == [None, None, None, "unreadable"]
    assert [(one.kind, one.count) for one in coercions] == [
        ("date as day/month/year", 1)
    ]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (pl.Series([5, None], dtype=pl.UInt8), [5, None]),
        (pl.Series([5.0, float("nan")]), [5, None]),
        (pl.Series([5.0, 1.5]), [5, None]),
        (pl.Series([1e20, float("inf")]), [None, None]),
        (pl.Series(["5.00", None]).cast(pl.Decimal(9, 2)), [5, None]),
        (pl.Series([2**64 - 1, 5], dtype=pl.UInt64), [None, 5]),
        (pl.Series([2**100, 5], dtype=pl.Int128), [None, 5]),
        (pl.Series([10**18, 10**18 - 1]), [None, 10**18 - 1]),
        (pl.Series([True, None]), [None, None]),
        (pl.Series([None, None]), [None, None]),
        (pl.Series(["5", "6"], dtype=pl.Categorical), [5, 6]),
        (pl.Series([b"5", b"\xff"]), [5, None]),
        (pl.Series([[5], [6]]), [None, None]),
        (pl.Series([{"a": 5}, None]), [None, None]),
        (pl.Series([timedelta(1), None]), [None, None]),
        (pl.Series([date(2018, 3, 31), None]), [None, None]),
        (pl.Series([5, object()], dtype=pl.Object), [5, None]),
    ],
)
def test_columns_of_any_type_are_read_or_marked(
    cells: pl.Series, expected: list[int | None]
) -> None:
    columns, _ = read_column(cells.alias("population"))
    assert columns["population"] == expected
    marks = columns.get("population.mark", [None, None])
    texts = columns.get("population.text", [None, None])
    for value, mark, text in zip(expected, marks, texts, strict=True):
        gone = value is None and text is not None
        assert mark == ("unreadable" if gone else None)


@pytest.mark.parametrize("unit", ["ms", "us", "ns"])
def test_a_datetime_at_midnight_is_a_day_and_the_loss_is_reported(unit: Any) -> None:
    cells = pl.Series("year_ending", [datetime(2018, 3, 31), None])  # noqa: DTZ001
    columns, coercions = read_column(cells.cast(pl.Datetime(unit)), "stop_search")
    assert columns["year_ending"] == [date(2018, 3, 31), None]
    assert [(one.kind, one.count) for one in coercions] == [("time of day dropped", 1)]


def test_a_datetime_within_a_day_or_in_a_zone_is_not_cut_to_a_day() -> None:
    noon = pl.Series("year_ending", [datetime(2018, 3, 31, 12)])  # noqa: DTZ001
    midnight = pl.Series("year_ending", [datetime(2018, 3, 31)])  # noqa: DTZ001
    zoned = midnight.dt.replace_time_zone("Europe/London")
    texts = {"2018-03-31 12:00:00": noon, "2018-03-31 00:00:00 +01:00": zoned}
    for text, cells in texts.items():
        columns, coercions = read_column(cells, "stop_search")
        assert columns["year_ending"] == [None]
        assert columns["year_ending.text"] == [text]
        assert columns["year_ending.mark"] == ["unreadable"]
        assert coercions == ()


def test_a_day_python_cannot_hold_is_marked() -> None:
    days = pl.Series("year_ending", [5_000_000, -800_000, 0], dtype=pl.Int32)
    columns, _ = read_column(days.cast(pl.Date), "stop_search")
    assert columns["year_ending"] == [None, None, date(1970, 1, 1)]
    assert columns["year_ending.mark"] == ["unreadable", "unreadable", None]


def test_a_blank_declared_nil_is_nought_even_among_whole_numbers() -> None:
    cells = pl.Series("population", [5, None])
    columns, coercions = read_column(cells, marks={"": Mark.NIL})
    assert columns["population"] == [5, 0]
    assert [(one.kind, one.count) for one in coercions] == [("mark '' read as nil", 1)]
    assert coercions[0].examples == (CoercionExample(3, "", "0"),)


def test_a_mark_in_the_key_is_a_text_like_any_other() -> None:
    marks = {"-": Mark.NIL, "": Mark.NIL}
    columns, coercions = read_column(pl.Series("force", ["-", None]), marks=marks)
    assert columns["force"] == ["-", None]
    assert columns["force.mark"] == [None, None]
    assert coercions == ()


def test_marks_belong_to_columns_outside_the_key() -> None:
    marks = {"-": Mark.NIL}
    assert marks_for("force", POPULATION, marks) == {}
    assert marks_for("searches", STOP_SEARCH, marks) == marks


def test_a_table_with_none_of_its_columns_is_typed_all_the_same() -> None:
    frame = pl.LazyFrame({ROW: [2]})
    done, coercions = typed(frame, POPULATION, [], {})
    assert done.collect().to_dicts() == [{ROW: 2}]
    assert coercions == ()


def test_values_become_texts_and_gaps_stay_gaps() -> None:
    assert as_texts([None, 5, b"a\xff", "x"]) == [None, "5", "a\\xff", "x"]
