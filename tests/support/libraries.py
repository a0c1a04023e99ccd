"""The cells of a table as each library holds them, whatever was put into them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
from plain_cells import as_text, is_gap

__all__ = ["FIRST_ROW", "LIBRARIES", "held"]

Cells = Mapping[str, Sequence[Any]]


def held(library: str, rows: Sequence[Mapping[str, Any]], folder: Path) -> Any:
    """Return rows as a library holds them; files are written into a folder."""
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    return LIBRARIES[library](columns, folder)


def _kind(cells: Sequence[Any]) -> type:
    """Return the one type of the cells that there are; texts where there are several.

    A day is never taken for a moment, and no whole number for a decimal.
    """
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds == {int, float} and all(
        type(cell) is int for cell in cells if not is_gap(cell)
    ):
        kinds = {int}
    if kinds == {date, float} and not any(
        type(cell) is float and not is_gap(cell) for cell in cells
    ):
        kinds = {date}
    return kinds.pop() if len(kinds) == 1 else str


def _plain(cells: Sequence[Any], *, nan: bool) -> list[Any]:
    """Return cells of one type, or texts; NaN is kept among decimals if asked."""
    kind = _kind(cells)
    if kind is str:
        return [as_text(cell) for cell in cells]
    if kind is float and nan:
        return [*cells]
    return [None if is_gap(cell) else cell for cell in cells]


def _midnight(cells: Sequence[Any]) -> list[Any]:
    return [cell and datetime.combine(cell, time()) for cell in cells]


def _polars(columns: Cells, texts: Any, days: Any) -> pl.DataFrame:
    types: Any = {str: texts, int: pl.Int64, float: pl.Float64, date: days}
    return pl.DataFrame(
        {
            name: pl.Series(
                _plain(cells, nan=True),
                dtype=pl.String if _kind(cells) is str else None,
            ).cast(types.get(_kind(cells), pl.Datetime("us")))
            for name, cells in columns.items()
        }
    )


def _arrow(columns: Cells, types: Mapping[type, Any]) -> pa.Table:
    arrays = {}
    for name, cells in columns.items():
        kind, plain = _kind(cells), _plain(cells, nan=True)
        dtype = types.get(kind, pa.timestamp("us"))
        if kind is date and pa.types.is_timestamp(dtype):
            plain = _midnight(plain)
        halves = plain[: len(plain) // 2], plain[len(plain) // 2 :]
        arrays[name] = pa.chunked_array([pa.array(half, dtype) for half in halves])
    return pa.table(arrays)


_ARROW = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    date: pa.date32(),
}
_ARROW_ODD = {
    str: pa.large_string(),
    int: pa.int64(),
    float: pa.float64(),
    date: pa.timestamp("s"),
}


def _pyarrow(columns: Cells, _: Path) -> pa.Table:
    return _arrow(columns, _ARROW)


def _pyarrow_dictionary(columns: Cells, _: Path) -> pa.Table:
    table = _arrow(columns, _ARROW_ODD)
    for place, name in enumerate(table.column_names):
        if _kind(columns[name]) is str:
            encoded = table[name].cast(pa.string()).dictionary_encode()
            table = table.set_column(place, name, encoded)
    return table


def _pandas(columns: Cells, types: Mapping[type, Any]) -> pd.DataFrame:
    series = {}
    for name, cells in columns.items():
        kind = _kind(cells)
        plain = _plain(cells, nan=not str(types.get(kind)).startswith("Float"))
        plain = _midnight(plain) if kind is date else plain
        dtype = types.get(kind, "datetime64[us]")
        series[name] = pd.Series(plain, dtype=dtype, index=range(7, 7 + len(cells)))
    return pd.DataFrame(series)


_STR = {str: "str", int: "Int64", float: "float64", date: "datetime64[us]"}
_NULLABLE = {str: "string", int: "Int64", float: "Float64", date: "datetime64[s]"}
_CATEGORY = {str: "category", int: "category", float: "category", date: "category"}


def _pandas_object(columns: Cells, _: Path) -> pd.DataFrame:
    return pd.DataFrame(
        {name: pd.Series([*cells], dtype=object) for name, cells in columns.items()}
    )


def _pandas_str(columns: Cells, _: Path) -> pd.DataFrame:
    """Return whole numbers with gaps as decimals with NaN, where they stay exact."""
    frame = _pandas(columns, _STR)
    for name, cells in columns.items():
        given = [cell for cell in cells if not is_gap(cell)]
        if _kind(cells) is int and all(abs(cell) < 2**53 for cell in given):
            frame[name] = frame[name].astype("float64")
    return frame


def _pandas_arrow(columns: Cells, _: Path) -> pd.DataFrame:
    return _pandas(columns, {kind: pd.ArrowDtype(t) for kind, t in _ARROW.items()})


def _csv(columns: Cells, folder: Path) -> Path:
    path = folder / f"{next(iter(columns))}_{len(list(folder.iterdir()))}.csv"
    texts = {name: [*map(as_text, cells)] for name, cells in columns.items()}
    pl.DataFrame(texts, schema=dict.fromkeys(texts, pl.String)).write_csv(path)
    return path


def _parquet(columns: Cells, folder: Path) -> Path:
    path = folder / f"{len(list(folder.iterdir()))}.parquet"
    _polars(columns, pl.String, pl.Date).write_parquet(path, row_group_size=16)
    return path


def _relation(columns: Cells, _: Path) -> Any:
    """Return a relation, its whole numbers of 128 bits, its texts of an enum."""
    database = duckdb.connect()
    database.register("given", _pyarrow_dictionary(columns, Path()))
    whole = [name for name, cells in columns.items() if _kind(cells) is int]
    wide = ", ".join(f"{name}::hugeint as {name}" for name in whole)
    star = f"* replace ({wide})" if whole else "*"
    return database.view("given").project(star)


LIBRARIES: dict[str, Callable[[Cells, Path], Any]] = {
    "pandas object": _pandas_object,
    "pandas str": _pandas_str,
    "pandas nullable": lambda columns, _: _pandas(columns, _NULLABLE),
    "pandas category": lambda columns, _: _pandas(columns, _CATEGORY),
    "pandas arrow": _pandas_arrow,
    "polars": lambda columns, _: _polars(columns, pl.String, pl.Date),
    "polars lazy": lambda c, _: _polars(c, pl.Categorical, pl.Datetime("ms")).lazy(),
    "parquet": _parquet,
    "csv": _csv,
    "pyarrow": _pyarrow,
    "pyarrow dictionary": _pyarrow_dictionary,
    "duckdb": _relation,
}
FIRST_ROW = {"parquet": 1, "csv": 2}
"""The number of the first row, where it is not 0."""
