"""Frames a caller holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from readers import Coerced, Values

from peelcheck.errors import UnreadableError, UsageError
from peelcheck.reading import read
from peelcheck.reading.frames import framed, typed_frame
from peelcheck.returns import TableData
from peelcheck.shape import Mark
from peelcheck.tables import TABLES

ROWS: dict[str, Any] = {
    "year": [2010, 2010],
    "force": ["essex", "Kent"],
    "population": [5, 6],
}
LIBRARIES: dict[str, Callable[[Any], Any]] = {
    "pandas": pd.DataFrame,
    "polars": pl.DataFrame,
    "polars lazy": pl.LazyFrame,
    "pyarrow": pa.table,
    "narwhals": lambda rows: nw.from_native(pl.DataFrame(rows)),
}


def of_pandas(**columns: Any) -> TableData:
    return read(pd.DataFrame({**ROWS, **columns})).tables["population"]


@pytest.mark.parametrize("library", LIBRARIES)
def test_every_library_reads_the_same(
    library: str, values: Values, coerced: Coerced
) -> None:
    rows = ROWS | {"population": ["5", "1,000"]}
    data = read(LIBRARIES[library](rows)).tables["population"]
    assert (data.source, data.row_word) == ("population frame", "position")
    assert values(data, "force") == {0: "Essex", 1: "Kent"}
    assert values(data, "population") == {0: 5, 1: 1000}
    assert coerced(data) == [
        ("force", "spelling", 1, [(0, "essex", "Essex")]),
        ("population", "thousands separators dropped", 1, [(1, "1,000", "1000")]),
    ]


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_frame_stays_in_its_own_library(library: str) -> None:
    native = LIBRARIES[library](ROWS)
    made = nw.to_native(read(native).tables["population"].frame)
    expected = pl.LazyFrame if library in ("polars", "narwhals") else type(native)
    assert isinstance(made, expected)


@pytest.mark.parametrize(
    "given", [None, [ROWS], 5, b"x", pd.Series([1]), pl.Series([1]), object()]
)
def test_what_is_no_frame_is_refused(given: Any) -> None:
    kind = type(given).__name__
    says = "a return is a path, a pandas, polars or pyarrow frame, or a relation of "
    says += f"DuckDB, not a {kind}"
    with pytest.raises(UsageError) as caught:
        framed(given)
    assert str(caught.value) == says


@pytest.mark.parametrize(
    "index",
    [
        pd.Index([7, 7]),
        pd.Index(["x", None]),
        pd.MultiIndex.from_tuples([("a", 1), ("b", 2)]),
        pd.DatetimeIndex(["2018-03-31", "2017-03-31"]),
    ],
)
def test_rows_are_numbered_by_position_whatever_the_index(
    index: pd.Index, values: Values
) -> None:
    frame = pd.DataFrame(ROWS).set_index(index)
    data = read(frame).tables["population"]
    assert values(data, "force") == {0: "Essex", 1: "Kent"}
    assert list(frame.columns) == list(ROWS)


def test_the_caller_s_frame_is_left_as_it_was() -> None:
    frame = pd.DataFrame(ROWS)
    read(frame)
    pd.testing.assert_frame_equal(frame, pd.DataFrame(ROWS))


@pytest.mark.parametrize(
    "frame",
    [
        pd.concat([pd.DataFrame(ROWS), pd.DataFrame({"population": [1, 2]})], axis=1),
        pa.Table.from_arrays([*map(pa.array, ROWS.values()), pa.array([1, 2])],
                             names=[*ROWS, "population"]),
    ],
)  # fmt: skip
def test_a_doubled_column_is_a_fault(frame: Any) -> None:
    data = read(frame, table="population").tables["population"]
    assert [one.says for one in data.faults] == ["column population stands 2 times"]
    assert data.columns == ("year", "force")


@pytest.mark.parametrize(
    "names",
    [
        [0, None, "x"],
        pd.MultiIndex.from_tuples([("a", "year"), ("a", "force"), ("b", "x")]),
    ],
)
def test_names_that_are_no_texts_are_headers_that_are_not_known(names: Any) -> None:
    frame = pd.DataFrame(ROWS).set_axis(names, axis=1)
    data = read(frame, table="population").tables["population"]
    assert [one.column for one in data.faults] == ["year", "force", "population"]
    assert data.unknown_columns == tuple(str(name) for name in names)


def test_numbered_columns_may_be_named_by_the_caller(values: Values) -> None:
    frame = pd.DataFrame(ROWS).set_axis([0, 1, 2], axis=1)
    columns: Any = {0: "year", "1": "force", 2: "population"}
    assert values(read(frame, columns=columns).tables["population"], "year")[0] == 2010


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (pd.array([5, None], dtype="Int64"), [5, None]),
        (pd.array([5, None], dtype="Float64"), [5, None]),
        ([5.0, np.nan], [5, None]),
        ([5.0, 1.5], [5, None]),
        (pd.Series([5, None], dtype=object), [5, None]),
        (pd.Series([5, pd.NA], dtype=object), [5, None]),
        (pd.Series([5, pd.NaT], dtype=object), [5, None]),
        (pd.Series(["5", 6.0], dtype=object), [5, 6]),
        (pd.Series([b"5", "x"], dtype=object), [5, None]),
        (pd.Series([[5, 6], np.array([5, 6])], dtype=object), [None, None]),
        (pd.Categorical([5, 6]), [5, 6]),
        (pd.Categorical([5, None]), [5, None]),
        (np.array([2**64 - 1, 5], dtype=np.uint64), [None, 5]),
        (pd.to_timedelta([1, 2]), [None, None]),
        (pd.period_range("2018", periods=2), [None, None]),
        (np.array([1 + 2j, 1]), [None, None]),
        (pd.arrays.SparseArray([5, 6]), [5, 6]),
        ([True, False], [None, None]),
    ],
)
def test_pandas_columns_of_any_type_are_read_or_marked(
    cells: Any, expected: list[int | None], values: Values
) -> None:
    data = of_pandas(population=cells)
    assert list(values(data, "population").values()) == expected


def test_whole_numbers_of_pyarrow_that_are_too_large_are_marked(
    values: Values,
) -> None:
    large = pa.array([2**64 - 1, 5], pa.uint64())
    data = read(pa.table({**ROWS, "population": large})).tables["population"]
    assert values(data, "population") == {0: None, 1: 5}
    assert values(data, "population.mark") == {0: "unreadable", 1: None}


def searches(library: Callable[[Any], Any], ends: Any) -> TableData:
    rows = {"year_ending": ends, "force": ["Essex"] * len(ends)}
    return read(library(rows), table="stop_search").tables["stop_search"]


@pytest.mark.parametrize("library", [pd.DataFrame, pa.table])
def test_days_held_as_datetimes_stay_as_they_are(
    library: Callable[[Any], Any], values: Values
) -> None:
    data = searches(library, [datetime(2018, 3, 31), None])  # noqa: DTZ001
    assert values(data, "year_ending") == {0: date(2018, 3, 31), 1: None}
    assert data.coercions == ()


@pytest.mark.parametrize("library", [pd.DataFrame, pa.table])
@pytest.mark.parametrize(
    ("end", "text"),
    [
        (pd.Timestamp("2018-03-31 12:00"), "2018-03-31 12:00:00"),
        (pd.Timestamp("2018-03-31", tz="UTC"), "2018-03-31 00:00:00 +00:00"),
    ],
)
def test_a_time_of_day_or_a_zone_is_not_dropped_silently(
    library: Callable[[Any], Any], end: pd.Timestamp, text: str, values: Values
) -> None:
    data = searches(library, [end])
    assert values(data, "year_ending") == {0: None}
    assert values(data, "year_ending.text") == {0: text}
    assert values(data, "year_ending.mark") == {0: "unreadable"}


def test_days_held_as_objects_are_days(values: Values) -> None:
    data = searches(pd.DataFrame, [date(2018, 3, 31), None])
    assert values(data, "year_ending") == {0: date(2018, 3, 31), 1: None}


@pytest.mark.parametrize("library", [pd.DataFrame, pl.DataFrame, pa.table])
def test_a_frame_without_rows_has_its_columns(library: Callable[[Any], Any]) -> None:
    data = read(library({name: [] for name in ROWS})).tables["population"]
    assert data.columns == ("year", "force", "population")
    assert data.faults == ()


@pytest.mark.parametrize("frame", [pd.DataFrame(), pl.DataFrame(), pa.table({})])
def test_a_frame_without_columns_misses_them_all(frame: Any) -> None:
    data = read(frame, table="population").tables["population"]
    assert [one.what for one in data.faults] == ["missing"] * 3


def test_chunks_and_dictionaries_of_pyarrow_are_read(values: Values) -> None:
    force = pa.chunked_array([pa.array(["essex"]), pa.array(["Kent"])])
    table = pa.table({**ROWS, "force": force.dictionary_encode()})
    data = read(table).tables["population"]
    assert values(data, "force") == {0: "Essex", 1: "Kent"}


def test_a_blank_declared_nil_is_nought_in_a_frame_of_whole_numbers() -> None:
    frame = pd.DataFrame({"population": pd.array([5, None], dtype="Int64")})
    rows = nw.from_native(frame, eager_only=True)
    table = TABLES["population"]
    done, coercions = typed_frame(rows, table, ["population"], {"": Mark.NIL})
    assert nw.to_native(done)["population"].tolist() == [5, 0]
    assert [(one.kind, one.count) for one in coercions] == [("mark '' read as nil", 1)]


def test_a_plan_that_cannot_be_carried_out_is_unreadable() -> None:
    frame = pl.LazyFrame(ROWS).select("nothing")
    with pytest.raises(UnreadableError, match=r"^the frame: its data cannot be read"):
        read(frame)
