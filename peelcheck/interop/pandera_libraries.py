"""How the pandera models of pandas and of polars are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from peelcheck.conditions import Value
from peelcheck.interop.languages import (
    Constants,
    pandas_frame,
    pandas_series,
    pandas_value,
    polars,
    polars_value,
)
from peelcheck.interop.pandera_heads import PANDAS_HEAD, POLARS_HEAD
from peelcheck.interop.texts import Language
from peelcheck.reading.types import FIRST_DAY, LARGEST, LARGEST_NUMBER
from peelcheck.shape import ColumnType, Table

__all__ = ["PANDAS", "POLARS", "Library"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """How the models of one dataframe library are written.

    Attributes:
        head: What the module begins with; `{left_out}` stands where that is listed.
        types: What a column of each type is annotated as.
        value: Returns the text of a literal.
        of_column: Returns the words for a check of a column.
        of_frame: Returns the words for a check of the frame.
        column_check: What a check of a column is given and gives back.
        frame_check: What a check of the frame is given and gives back.
        shape_check: What a check of which columns there are is given and gives back.
        type_check: What a check of a column's type is given and gives back.
        of_type: Which values of a column are of its type, by that type.
        has_rows: Whether there are rows.
        argument: What a check of the frame calls what it is given.
        kinds: What a column that is filled is made as, by its type.
        columns: The columns that its rows have.
        column_result: What a check of a column returns, of where it is broken.
        frame_result: What a check of the frame returns, of where it is broken.
        doubled: Rows that agree with another in the columns `read`.
        doubled_where: The same, among the rows where a condition holds.
        coerced: Columns of which types are brought to them.
        settings: What else pandera is told of a model.

    """

    head: str
    types: Mapping[ColumnType, str]
    value: Callable[[Value], str]
    of_column: Callable[[Table, Constants], Language]
    of_frame: Callable[[Table, Constants], Language]
    column_check: str
    frame_check: str
    shape_check: str
    type_check: str
    of_type: Mapping[ColumnType, str]
    has_rows: str
    argument: str
    kinds: Mapping[ColumnType, str]
    columns: str
    column_result: str
    frame_result: str
    doubled: str
    doubled_where: str
    coerced: frozenset[ColumnType]
    settings: tuple[str, ...] = ()


PANDAS = Library(
    head=PANDAS_HEAD,
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
    shape_check="frame: pd.DataFrame) -> bool",
    type_check="series: pd.Series) -> pd.Series",
    of_type={
        ColumnType.INTEGER: f"_whole_numbers(series, {LARGEST})",
        ColumnType.NUMBER: f"_numbers(series, {LARGEST_NUMBER})",
        ColumnType.DATE: "_days_alone(series)",
    },
    has_rows="len(rows) > 0",
    argument="frame",
    kinds={
        ColumnType.TEXT: "'object'",
        ColumnType.INTEGER: "'Int64'",
        ColumnType.NUMBER: "'float64'",
        ColumnType.DATE: "'datetime64[ns]'",
    },
    columns="rows.columns",
    column_result="~{}",
    frame_result="_cells(frame, read, {})",
    doubled="_doubled(rows, read, {given})",
    doubled_where=(
        "asked & _doubled(rows.assign(asked=asked), {read} + ['asked'], {given})"
    ),
    coerced=frozenset({ColumnType.TEXT, ColumnType.INTEGER, ColumnType.NUMBER}),
    settings=("unique_column_names = True",),
)
POLARS = Library(
    head=POLARS_HEAD,
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
    shape_check="data: pa.PolarsData) -> bool",
    type_check="data: pa.PolarsData) -> pl.LazyFrame",
    of_type={
        ColumnType.INTEGER: (
            "_of_type(data, pl.Int64, "
            f"lambda one: one.is_between(-{LARGEST}, {LARGEST}))"
        ),
        ColumnType.NUMBER: (
            "_of_type(data, pl.Float64, "
            f"lambda one: one.fill_nan(None).abs() < {LARGEST_NUMBER})"
        ),
        ColumnType.DATE: (
            "_of_type(data, pl.Date, lambda one: one.is_between("
            f"{polars_value(FIRST_DAY)}, {polars_value(date.max)}))"
        ),
    },
    has_rows="rows.lazyframe.head(1).collect().height > 0",
    argument="data",
    kinds={
        ColumnType.TEXT: "pl.String",
        ColumnType.INTEGER: "pl.Int64",
        ColumnType.NUMBER: "pl.Float64",
        ColumnType.DATE: "pl.Date",
    },
    columns="rows.lazyframe.collect_schema()",
    column_result="_kept(data, {})",
    frame_result="_kept(rows, {})",
    doubled="_doubled(read, {given})",
    doubled_where="asked & _doubled({read}, {given}, asked)",
    coerced=frozenset(),
)
