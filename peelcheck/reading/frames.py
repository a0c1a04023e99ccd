"""Frames a caller holds: left in their own library, typed only where they must be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

import narwhals as nw
import polars as pl
import pyarrow as pa
from narwhals import dependencies as kinds

from peelcheck.errors import UsageError
from peelcheck.reading.files import numbered
from peelcheck.reading.types import (
    FIRST_DAY,
    LARGEST,
    LARGEST_NUMBER,
    as_texts,
    marks_for,
    typed,
)
from peelcheck.returns import ROW, Coercion, Frame, mark_of, text_of
from peelcheck.shape import ColumnType, Mark, Table

__all__ = ["framed", "typed_frame"]

_PLAIN = (nw.String, nw.Boolean, nw.Date, nw.Datetime)


def framed(native: Any) -> tuple[list[str], Frame]:
    """Return a caller's headers, and the frame with its columns named by place.

    Its rows are numbered by position, from 0.

    Raises:
        UsageError: It is no pandas, polars or pyarrow frame.

    """
    native = nw.to_native(native, pass_through=True)
    if kinds.is_polars_dataframe(native) or kinds.is_polars_lazyframe(native):
        lazy = native.lazy()
        headers = lazy.collect_schema().names()
        named = lazy.rename({header: str(at) for at, header in enumerate(headers)})
        return headers, nw.from_native(numbered(named, 0))
    if kinds.is_pandas_dataframe(native):
        headers = [str(header) for header in native.columns]
        renamed = native.copy(deep=False)
        renamed.columns = [str(at) for at in range(len(headers))]
    elif kinds.is_pyarrow_table(native):
        headers = native.column_names
        renamed = native.rename_columns([str(at) for at in range(len(headers))])
    else:
        message = (
            "a return is a path, a pandas, polars or pyarrow frame, or a relation of "
            f"DuckDB, not a {type(native).__name__}"
        )
        raise UsageError(message)
    return headers, nw.from_native(renamed, eager_only=True).with_row_index(ROW)


def typed_frame(
    frame: Frame,
    table: Table,
    columns: Sequence[str],
    marks: Mapping[str, Mark],
    epochs: Mapping[str, date] | None = None,
) -> tuple[Frame, tuple[Coercion, ...]]:
    """Give a frame's columns their declared types, in the frame's own library.

    Columns that hold what is declared stay as they are; the others are read as text.
    Those of a workbook, which `epochs` names, may hold serial dates.
    """
    if isinstance(frame, nw.LazyFrame):
        lazy, coercions = typed(frame.to_native(), table, columns, marks, epochs)
        return nw.from_native(lazy), coercions
    odd = [
        name
        for name in columns
        if not _as_declared(frame[name], table, marks_for(name, table, marks))
    ]
    if not odd:
        return frame, ()
    held = {name: _polars(frame[name]) for name in odd}
    rows = pl.Series(range(len(frame)), dtype=pl.Int64)
    lazy, coercions = typed(pl.LazyFrame({ROW: rows, **held}), table, odd, marks)
    done = lazy.collect()
    back = [
        _like(frame, done[made])
        for name in odd
        for made in (name, mark_of(name), text_of(name))
        if made in done.columns
    ]
    return frame.with_columns(*back), coercions


def _as_declared(
    values: nw.Series[Any], table: Table, marks: Mapping[str, Mark]
) -> bool:
    column, dtype = table.column(values.name), values.dtype
    present = values.drop_nulls()
    if "" in marks and len(present) < len(values):
        return False
    if column.type is ColumnType.INTEGER:
        return dtype.is_integer() and _all_fit(present.to_polars())
    if column.type is ColumnType.NUMBER:
        return dtype in (nw.Float32, nw.Float64) and _all_finite(present.to_polars())
    if column.type is ColumnType.DATE:
        return dtype in (nw.Date, nw.Datetime) and _all_days(present.to_polars())
    if not column.domain:  # any text, but it may have blanks around it
        return False
    return dtype == nw.String and bool(present.is_in(column.domain).all())


def _all_fit(values: pl.Series) -> bool:
    """Say whether all whole numbers are small enough to be read."""
    numbers = values.cast(pl.Int64, strict=False)
    return bool(numbers.is_between(-LARGEST, LARGEST).fill_null(value=False).all())


def _all_finite(values: pl.Series) -> bool:
    """Say whether all numbers are small enough to be read; NaN is not."""
    return bool((values.is_finite() & (values.abs() < LARGEST_NUMBER)).all())


def _all_days(values: pl.Series) -> bool:
    """Say whether all values are days, at no time of day and in no time zone."""
    if getattr(values.dtype, "time_zone", None):
        return False
    days = values.cast(pl.Date)
    whole = days.cast(values.dtype) == values
    return bool((whole & days.is_between(FIRST_DAY, date.max)).all())


def _polars(values: nw.Series[Any]) -> pl.Series:
    if values.dtype in _PLAIN or values.dtype.is_numeric():
        # The first hundred objects of pandas tell their type, the others may differ.
        with suppress(TypeError, pa.ArrowException):
            return pl.Series(values.to_polars())
    gaps = values.is_null().to_list()
    held = values.to_list()
    cells = [None if gap else one for gap, one in zip(gaps, held, strict=True)]
    return pl.Series(as_texts(cells), dtype=pl.String)


def _like(frame: nw.DataFrame[Any], values: pl.Series) -> nw.Series[Any]:
    """Return values as a column of the frame's own library, gaps kept as gaps."""
    if frame.implementation.is_pandas():
        native: Any = values.to_pandas(use_pyarrow_extension_array=True)
    else:
        native = pa.chunked_array([values.to_arrow()])
    series: nw.Series[Any] = nw.from_native(native, series_only=True)
    return series.alias(values.name)
