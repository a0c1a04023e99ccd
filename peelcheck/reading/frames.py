"""Frames a caller holds: left in their own library, typed only where they must be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals as nw
import polars as pl
import pyarrow as pa

from peelcheck.errors import UsageError
from peelcheck.model import ColumnType, Mark, Table
from peelcheck.reading.types import typed
from peelcheck.returns import ROW, Coercion, Frame, mark_of, text_of

__all__ = ["framed", "headers_of", "typed_frame"]


def framed(native: Any) -> Frame:
    """Return a caller's frame with its rows numbered by position, from 0.

    Raises:
        UsageError: It is no pandas, polars or pyarrow frame.

    """
    try:
        frame: Frame = nw.from_native(native)
    except TypeError:
        raise _not_read(native) from None
    kind = frame.implementation
    if kind.is_polars():
        lazy: Frame = nw.from_native(native.lazy())
        return lazy
    if kind.is_pandas() or kind.is_pyarrow():
        return frame
    raise _not_read(native)


def _not_read(native: Any) -> UsageError:
    kind = type(native).__name__
    return UsageError(
        f"a return is a path, or a pandas, polars or pyarrow frame, not a {kind}"
    )


def headers_of(frame: Frame) -> list[str]:
    """Return the names of the columns."""
    return frame.collect_schema().names()


def typed_frame(
    frame: Frame, table: Table, columns: Sequence[str], marks: Mapping[str, Mark]
) -> tuple[Frame, tuple[Coercion, ...]]:
    """Give a frame's columns their declared types, in the frame's own library.

    Columns that hold what is declared stay as they are; the others are read as text.
    """
    if isinstance(frame, nw.LazyFrame):
        lazy, coercions = typed(frame.to_native(), table, columns, marks)
        return nw.from_native(lazy), coercions
    odd = [name for name in columns if not _as_declared(frame, table, name)]
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


def _as_declared(frame: nw.DataFrame[Any], table: Table, name: str) -> bool:
    column = table.column(name)
    dtype = frame.schema[name]
    if column.type is ColumnType.INTEGER:
        return dtype.is_integer()
    if column.type is ColumnType.DATE:
        return dtype in (nw.Date, nw.Datetime)
    if dtype != nw.String:
        return False
    odd = frame[name].drop_nulls().is_in(column.domain)
    return bool(odd.all())


def _polars(values: nw.Series[Any]) -> pl.Series:
    if values.dtype in (nw.Object, nw.Categorical, nw.Enum):
        # A gap in an object column is None or NaN; only NaN differs from itself.
        texts = [None if v is None or v != v else str(v) for v in values.to_list()]  # noqa: PLR0124
        return pl.Series(texts, dtype=pl.String)
    return pl.Series(values.to_polars())


def _like(frame: nw.DataFrame[Any], values: pl.Series) -> nw.Series[Any]:
    """Return values as a column of the frame's own library, gaps kept as gaps."""
    if frame.implementation.is_pandas():
        native: Any = values.to_pandas(use_pyarrow_extension_array=True)
        native.index = frame.to_native().index
    else:
        native = pa.chunked_array([values.to_arrow()])
    series: nw.Series[Any] = nw.from_native(native, series_only=True)
    return series.alias(values.name)
