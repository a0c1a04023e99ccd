"""What the modules of pandera models begin with."""

from __future__ import annotations

from peelcheck.interop.pandera_shared import SAID, SHARED

__all__ = ["PANDAS_HEAD", "POLARS_HEAD"]

PANDAS_HEAD = (
    SAID.format(
        library="pandas",
        own=(
            "Texts\nand numbers are brought to their types as pandas does it, days to "
            "one unit; no text is\ntaken for a day, and what cannot be brought to its "
            "type is a failure. Rows go by their\nindex, or by their places from 0 "
            "where that has several levels, or a label twice or none."
        ),
    )
    + """
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any, cast

import pandas as pd
import pandera.pandas as pa
from pandera.typing.pandas import Series

"""
    + SHARED
    + '''
def _taken(given: Any, schema: _Schema) -> tuple[Any, Callable[[Any], Any]]:
    """Return a frame that pandera checks well, and what makes the result like it again.

    pandera shows one row a label of the index, and none without a label: where that
    will not do, rows go by their places.
    """
    if not isinstance(given, pd.DataFrame):
        return given, lambda checked: checked
    kinds = {name: str(one.dtype) for name, one in schema.columns.items()}
    there = _once([*given.columns]) & kinds.keys()
    made = {name: _plain(given[name], kinds[name]) for name in there}
    frame, index = given.assign(**made), given.index
    if schema.index is not None or _one_label_each(index):
        return frame, lambda checked: checked
    places = frame.reset_index(drop=True)
    return places, lambda checked: checked.set_axis(index.take(checked.index))


def _one_label_each(index: pd.Index) -> bool:
    several = isinstance(index, pd.MultiIndex)
    return not several and index.is_unique and not index.hasnans


def _plain(series: pd.Series, kind: str) -> pd.Series:
    """Return days of one unit, and numbers that are brought to their type uncut."""
    if kind not in {"datetime64[ns]", "Int64", "float64"}:
        return series
    if isinstance(series.dtype, pd.CategoricalDtype):
        series = series.astype(object)
    if kind == "datetime64[ns]":
        return _days(series)
    return series.astype(float) if str(series.dtype).startswith("Float") else series


def _days(series: pd.Series) -> pd.Series:
    """Return days as pandas holds them; what is no day stays, to be a failure."""
    kind = pd.api.types.infer_dtype(series, skipna=True)
    told = {"date", "datetime", "datetime64", "empty"}
    if kind not in told and not series.isna().all():
        return series
    try:
        return pd.to_datetime(series).astype("datetime64[ns]")
    except (TypeError, ValueError):  # of a time zone, or too far away
        return series


def _days_alone(series: pd.Series) -> pd.Series:
    """Mark the values that are days, without a time of day; what is missing is."""
    if str(series.dtype) == "datetime64[ns]":
        return series.isna() | series.eq(series.dt.normalize())
    return _marked(series, series.map(_is_day).astype(bool), "datetime64[ns]")


def _is_day(value: Any) -> bool:
    """Say whether a value is a day that pandas can hold in nanoseconds."""
    if isinstance(value, datetime) and value.time() != time():
        return False
    return isinstance(value, date) and 1678 <= value.year <= 2261


def _numbers(series: pd.Series, largest: float) -> pd.Series:
    """Mark the values that are numbers, and not too large; what is missing is."""
    numbers = pd.to_numeric(series, errors="coerce")
    return _marked(series, numbers.abs() < largest, "float64")


def _whole_numbers(series: pd.Series, largest: int) -> pd.Series:
    """Mark the values that are whole numbers; what is missing is."""
    numbers = pd.to_numeric(series, errors="coerce")
    whole = (numbers % 1 == 0) & numbers.between(-largest, largest)
    return _marked(series, whole, "Int64")


def _marked(series: pd.Series, fit: pd.Series, kind: str) -> pd.Series:
    """Mark what is fit or missing; nothing else, where none is seen to be at fault."""
    missing = series.isna()
    marked = missing | fit
    if str(series.dtype) == kind or not marked.all():
        return marked
    return missing if not missing.all() else ~missing


def _cells(
    frame: pd.DataFrame, read: list[str], broken: "pd.Series[bool]"
) -> pd.DataFrame | bool:
    """Mark the cells that a rule reads in the rows that break it, one case a row."""
    if not broken.any():
        return True
    kept = pd.DataFrame(True, index=frame.index, columns=frame.columns)
    for name in set(read) & set(frame.columns):
        kept[name] = ~broken.astype(bool)
    return kept


def _filled(
    frame: pd.DataFrame, absent: dict[str, tuple[str, str | int | None]]
) -> pd.DataFrame:
    """Return a frame with columns that need not be there, as they are taken to be."""
    made = {
        name: pd.Series([value] * len(frame), index=frame.index, dtype=kind)
        for name, (kind, value) in absent.items()
        if name not in frame
    }
    return frame.assign(**made)


def _doubled(
    frame: pd.DataFrame, read: list[str], given: list[str]
) -> "pd.Series[bool]":
    """Mark rows that agree with another; one without a part to be given agrees not."""
    there = frame[[name for name in given if name in read]].notna().all(axis="columns")
    return there & frame.duplicated(read, keep=False)

'''
)

POLARS_HEAD = (
    SAID.format(
        library="polars",
        own=(
            "A\ncolumn of another type is a failure: cast it first. A lazy frame is "
            "collected, and so its\nrows are checked; pandera alone would look at its "
            "columns only."
        ),
    )
    + """
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any, cast

import pandera.polars as pa
import polars as pl

"""
    + SHARED
    + '''
def _taken(given: Any, schema: _Schema) -> tuple[Any, Callable[[Any], Any]]:
    """Return a frame whose rows are looked at, and what makes the result like it again.

    Columns of no model whose values pandera cannot show are not given to it.
    """
    if getattr(schema, "drop_invalid_rows", False):
        message = "with polars, drop_invalid_rows keeps what has no rows to drop"
        raise pa.errors.SchemaDefinitionError(message)
    if isinstance(given, pl.LazyFrame):
        frame, given_back = _taken(given.collect(), schema)
        return frame, lambda checked: given_back(checked).lazy()
    if not isinstance(given, pl.DataFrame):
        return given, lambda checked: checked
    kinds = given.schema.items()
    odd = [n for n, k in kinds if k in _NOT_SHOWN and n not in schema.columns]
    return given.drop(odd), lambda checked: checked.with_columns(given.select(odd))


_NOT_SHOWN = (pl.Binary, pl.Object)


def _filled(
    data: pa.PolarsData, absent: dict[str, tuple[Any, str | int | None]]
) -> pa.PolarsData:
    """Return rows with columns that need not be there, as they are taken to be."""
    there = data.lazyframe.collect_schema()
    made = {
        name: pl.lit(value, dtype=kind)
        for name, (kind, value) in absent.items()
        if name not in there
    }
    return pa.PolarsData(data.lazyframe.with_columns(**made), data.key)


def _of_type(
    data: pa.PolarsData,
    wanted: type[pl.DataType],
    allowed: Callable[[pl.Expr], pl.Expr],
) -> pl.LazyFrame:
    """Mark the values allowed; refuse a column of another type with a word."""
    found = data.lazyframe.collect_schema()[str(data.key)]
    if found != wanted:
        raise TypeError(f"{found}, not {wanted.__name__}")
    return _kept(data, ~allowed(pl.col(str(data.key))))


def _kept(data: pa.PolarsData, broken: pl.Expr) -> pl.LazyFrame:
    """Say of each row whether it keeps a rule, as it does where that is open."""
    return data.lazyframe.select(~broken.fill_null(False))


def _doubled(read: list[str], given: list[str], *asked: pl.Expr) -> pl.Expr:
    """Mark rows that agree with another; one without a part to be given agrees not."""
    parts = [pl.col(name).is_not_null() for name in given if name in read]
    return pl.all_horizontal(parts) & pl.struct(*read, *asked).is_duplicated()

'''
)
