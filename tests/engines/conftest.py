"""Small tables in every library, as the reader hands them to the engines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, TypeAlias

import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from peelcheck.returns import ROW, Frame
from peelcheck.shape import ColumnType

Rows: TypeAlias = Sequence[Mapping[str, Any]]
Types: TypeAlias = Mapping[str, ColumnType]

_TEXT, _WHOLE, _DATE = ColumnType.TEXT, ColumnType.INTEGER, ColumnType.DATE
_NUMBER = ColumnType.NUMBER
_POLARS: Any = {
    _TEXT: pl.String,
    _WHOLE: pl.Int64,
    _NUMBER: pl.Float64,
    _DATE: pl.Date,
}
_PYARROW = {
    "pyarrow": {
        _TEXT: pa.string(),
        _WHOLE: pa.int64(),
        _NUMBER: pa.float64(),
        _DATE: pa.date32(),
    },
    "pyarrow timed": {
        _TEXT: pa.large_string(),
        _WHOLE: pa.int32(),
        _NUMBER: pa.float32(),
        _DATE: pa.timestamp("ms"),
    },
}
_PANDAS: Mapping[str, Mapping[ColumnType, Any]] = {
    "pandas object": {
        _TEXT: object,
        _WHOLE: "float64",
        _NUMBER: "float64",
        _DATE: "datetime64[ns]",
    },
    "pandas str": {
        _TEXT: "str",
        _WHOLE: "Int64",
        _NUMBER: "Float64",
        _DATE: "datetime64[us]",
    },
    "pandas nullable": {
        _TEXT: "string",
        _WHOLE: "Int32",
        _NUMBER: "Float32",
        _DATE: "datetime64[s]",
    },
    "pandas pyarrow": {
        name: pd.ArrowDtype(dtype) for name, dtype in _PYARROW["pyarrow"].items()
    },
    "pandas pyarrow timed": {
        name: pd.ArrowDtype(dtype) for name, dtype in _PYARROW["pyarrow timed"].items()
    },
}
LIBRARIES = ("polars", *_PYARROW, *_PANDAS)


@pytest.fixture(scope="session")
def libraries() -> tuple[str, ...]:
    """Return the names of every library and way to hold columns."""
    return LIBRARIES


@pytest.fixture(scope="session", params=LIBRARIES)
def library(request: pytest.FixtureRequest) -> str:
    """Return one library after the other."""
    return str(request.param)


@pytest.fixture(scope="session")
def frame_of() -> Callable[..., Frame]:
    """Return what makes a frame of a library from rows, numbered from 0."""
    return _frame


def _frame(library: str, rows: Rows, types: Types | None = None) -> Frame:
    names = list(dict.fromkeys([*(types or {}), *(n for row in rows for n in row)]))
    kinds = {name: _type_of(name, rows, types or {}) for name in names}
    cells = {name: [row.get(name) for row in rows] for name in names}
    cells, kinds = {ROW: [*range(len(rows))], **cells}, {ROW: _WHOLE, **kinds}
    if library == "polars":
        schema = {name: _POLARS[kind] for name, kind in kinds.items()}
        lazy: Frame = nw.from_native(pl.LazyFrame(cells, schema=schema))
        return lazy
    if library in _PYARROW:
        dtypes = _PYARROW[library]
        arrays = {
            name: pa.array(_timed(cells[name], dtypes[kind]), dtypes[kind])
            for name, kind in kinds.items()
        }
        table: Frame = nw.from_native(pa.table(arrays), eager_only=True)
        return table
    columns: Any = {
        name: _series(cells[name], _PANDAS[library][kind])
        for name, kind in kinds.items()
    }
    # Rows keep their own labels when a caller filters or sorts a frame.
    native = pd.DataFrame(columns).set_axis([7] * len(rows))
    return nw.from_native(native, eager_only=True)


def _type_of(name: str, rows: Rows, types: Types) -> ColumnType:
    """Return the type of a column by its first value, or as it is declared."""
    value = next((row[name] for row in rows if row.get(name) is not None), None)
    if isinstance(value, str):
        return _TEXT
    if isinstance(value, float) or types.get(name) is _NUMBER:
        return _NUMBER
    if isinstance(value, int):
        return _WHOLE
    return _DATE if isinstance(value, date) else types.get(name, _TEXT)


def _timed(cells: list[Any], dtype: Any) -> list[Any]:
    """Return dates as midnight where the library holds them with a time."""
    if "time" not in str(dtype):
        return cells
    return [value and datetime.combine(value, time()) for value in cells]


def _series(cells: list[Any], dtype: Any) -> Any:
    whole = dtype == "float64" and all(isinstance(cell, int) for cell in cells)
    return pd.Series(_timed(cells, dtype), dtype="int64" if whole else dtype)
