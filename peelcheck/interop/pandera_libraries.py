"""How the pandera models of pandas and of polars are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from peelcheck.conditions import Value
from peelcheck.interop.languages import (
    Constants,
    pandas_frame,
    pandas_series,
    pandas_value,
    polars,
    polars_value,
)
from peelcheck.interop.texts import Language
from peelcheck.shape import ColumnType, Table

__all__ = ["PANDAS", "POLARS", "Library"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """How the models of one dataframe library are written.

    Attributes:
        head: What the module begins with; `{left_out}` stands where that is listed.
        base: The class that the models are made from.
        types: What a column of each type is annotated as.
        value: Returns the text of a literal.
        of_column: Returns the words for a check of a column.
        of_frame: Returns the words for a check of the frame.
        column_check: What a check of a column is given and gives back.
        frame_check: What a check of the frame is given and gives back.
        rows_check: What a check that there are rows is given and gives back.
        has_rows: Whether there are rows.
        columns: The columns that the frame has.
        column_result: What a check of a column returns, of where it is broken.
        frame_result: What a check of the frame returns, of where it is broken.
        doubled: Rows that agree with another in the columns `read`.
        doubled_where: The same, among the rows where a condition holds.
        coerced: Columns of which types are brought to them.
        settings: What else pandera is told of a model.

    """

    head: str
    base: str
    types: Mapping[ColumnType, str]
    value: Callable[[Value], str]
    of_column: Callable[[Table, Constants], Language]
    of_frame: Callable[[Table, Constants], Language]
    column_check: str
    frame_check: str
    rows_check: str
    has_rows: str
    columns: str
    column_result: str
    frame_result: str
    doubled: str
    doubled_where: str
    coerced: frozenset[ColumnType]
    settings: tuple[str, ...] = ()


_SAID = '''"""pandera models of the tables, for {library}.

Written by `peelcheck schemas write` from the rulebook; do not edit. This file needs
pandera and {library} alone: copy it where it is wanted. A failure names the rule's id;
`peelcheck explain ID` says more. Rows are judged as `peelcheck check` judges them: a
missing value breaks no rule but the one that asks for a value. Queries and notes fail
like errors here; `Config.metadata` gives each rule's severity, words and remedy. The
dates of the edition are written in, whatever period a table is of. {own}

{{left_out}}
"""
'''

_PANDAS_HEAD = (
    _SAID.format(
        library="pandas",
        own=(
            "Texts and numbers\nare brought to their types as pandas does it, days "
            "to one unit; no text is taken for a\nday, and what cannot be brought to "
            "its type is a failure. An index of one level, each\nlabel once, lets "
            "every row that fails be shown."
        ),
    )
    + '''
import pandas as pd
import pandera.pandas as pa
from pandera.typing.pandas import Series


class _Model(pa.DataFrameModel):
    """A model that takes days of any unit for days, and no text for one."""

    @pa.dataframe_parser
    @classmethod
    def days_of_one_unit(cls, frame: pd.DataFrame) -> pd.DataFrame:
        columns = cls.to_schema().columns.items()
        days = [name for name, one in columns if str(one.dtype) == "datetime64[ns]"]
        there = [name for name in days if list(frame.columns).count(name) == 1]
        return frame.assign(**{name: _days(frame[name]) for name in there})


def _days(series: pd.Series) -> pd.Series:
    """Return days as pandas holds them; what is no day stays, to be a failure."""
    kind = pd.api.types.infer_dtype(series, skipna=True)
    if kind not in {"date", "datetime", "datetime64", "empty"}:
        return series
    try:
        return pd.to_datetime(series).astype("datetime64[ns]")
    except (TypeError, ValueError):  # of a time zone, or too far away
        return series


def _cells(
    frame: pd.DataFrame, read: list[str], broken: "pd.Series[bool]"
) -> pd.DataFrame | bool:
    """Mark the cells that a rule reads in the rows that break it, one case a row."""
    if not broken.any():
        return True
    kept = pd.DataFrame(True, index=frame.index, columns=frame.columns)
    for name in read:
        kept[name] = ~broken.astype(bool)
    return kept


def _doubled(
    frame: pd.DataFrame, read: list[str], given: list[str]
) -> "pd.Series[bool]":
    """Mark rows that agree with another; one without a part to be given agrees not."""
    there = frame[[name for name in given if name in read]].notna().all(axis="columns")
    return there & frame.duplicated(read, keep=False)

'''
)

_POLARS_HEAD = (
    _SAID.format(
        library="polars",
        own=(
            "A column of\nanother type is a failure: cast it first. A lazy frame is "
            "collected, and so its rows are\nchecked; pandera alone would look at its "
            "columns only."
        ),
    )
    + '''
from datetime import date
from typing import Any, cast

import pandera.polars as pa
import polars as pl


class _Schema(pa.DataFrameSchema):
    """A schema that looks at the rows of a lazy frame too."""

    @classmethod
    def get_backend(cls, *args: Any, **kwargs: Any) -> Any:
        return pa.DataFrameSchema.get_backend(*args, **kwargs)

    def validate(self, check_obj: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(check_obj, pl.LazyFrame):
            return super().validate(check_obj.collect(), *args, **kwargs).lazy()
        return super().validate(check_obj, *args, **kwargs)


class _Model(pa.DataFrameModel):
    """A model whose schema looks at the rows of a lazy frame too."""

    @classmethod
    def build_schema_(cls, **kwargs: Any) -> _Schema:
        made = super().build_schema_(**kwargs)
        made.__class__ = _Schema
        return cast("_Schema", made)


def _kept(data: pa.PolarsData, broken: pl.Expr) -> pl.LazyFrame:
    """Say of each row whether it keeps a rule, as it does where that is open."""
    return data.lazyframe.select(~broken.fill_null(False))


def _doubled(read: list[str], given: list[str], *asked: pl.Expr) -> pl.Expr:
    """Mark rows that agree with another; one without a part to be given agrees not."""
    parts = [pl.col(name).is_not_null() for name in given if name in read]
    return pl.all_horizontal(parts) & pl.struct(*read, *asked).is_duplicated()

'''
)

PANDAS = Library(
    head=_PANDAS_HEAD,
    base="_Model",
    types={
        ColumnType.TEXT: "Series[str]",
        ColumnType.INTEGER: "Series[pd.Int64Dtype]",
        ColumnType.NUMBER: "Series[float]",
        ColumnType.DATE: "Series[pd.Timestamp]",
    },
    value=pandas_value,
    of_column=lambda _, constants: pandas_series(constants),
    of_frame=lambda _, constants: pandas_frame(constants),
    column_check="series: pd.Series) -> pd.Series",
    frame_check="frame: pd.DataFrame) -> pd.DataFrame | bool",
    rows_check="frame: pd.DataFrame) -> bool",
    has_rows="len(frame) > 0",
    columns="frame.columns",
    column_result="~{}",
    frame_result="_cells(frame, read, {})",
    doubled="_doubled(frame, read, {given})",
    doubled_where=(
        "asked & _doubled(frame.assign(asked=asked), {read} + ['asked'], {given})"
    ),
    coerced=frozenset({ColumnType.TEXT, ColumnType.INTEGER, ColumnType.NUMBER}),
    settings=("unique_column_names = True",),
)
POLARS = Library(
    head=_POLARS_HEAD,
    base="_Model",
    types={
        ColumnType.TEXT: "str",
        ColumnType.INTEGER: "int",
        ColumnType.NUMBER: "float",
        ColumnType.DATE: "date",
    },
    value=polars_value,
    of_column=polars,
    of_frame=polars,
    column_check="data: pa.PolarsData) -> pl.LazyFrame",
    frame_check="data: pa.PolarsData) -> pl.LazyFrame | bool",
    rows_check="data: pa.PolarsData) -> bool",
    has_rows="data.lazyframe.head(1).collect().height > 0",
    columns="data.lazyframe.collect_schema()",
    column_result="_kept(data, {})",
    frame_result="_kept(data, {})",
    doubled="_doubled(read, {given})",
    doubled_where="asked & _doubled({read}, {given}, asked)",
    coerced=frozenset(),
)
