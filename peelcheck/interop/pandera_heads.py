"""What the modules of pandera models begin with: words, and what their checks share."""

from __future__ import annotations

__all__ = ["PANDAS_HEAD", "POLARS_HEAD"]

_SAID = '''"""pandera models of the tables, for {library}.

Written by `peelcheck schemas write` from the rulebook; do not edit. This file needs
pandera and {library} alone: copy it where it is wanted, under a name of its own. The
check of a failure is the rule's id; where a column is missing or of another type,
pandera's own words for it stand beside. Rows are judged as `peelcheck check` judges
them: a missing value breaks no rule but the one that asks for a value. Queries and
notes fail like errors here; `Config.metadata` gives each rule's severity, words and
remedy. The dates of the edition are written in, whatever period a table is of. {own}

{{left_out}}
"""
'''

_SHARED = '''\
def _without_hindered(refused: pa.errors.SchemaErrors) -> pa.errors.SchemaErrors:
    """Leave out rules that could not run, where a fault told beside them is why."""
    told = [one for one in refused.schema_errors if not _hindered(one)]
    if not told:
        return refused
    return pa.errors.SchemaErrors(refused.schema, told, refused.data)


def _hindered(one: pa.errors.SchemaError) -> bool:
    by_shape = str(getattr(one.check, "name", "")).endswith((".columns", ".type"))
    return one.reason_code is pa.errors.SchemaErrorReason.CHECK_ERROR and not by_shape


def _there(columns: list[str], required: list[str], *, any_row: bool) -> bool:
    """Refuse a table that lacks a column or has no rows; pandera shows the words."""
    if twice := {name for name in columns if columns.count(name) > 1}:
        raise ValueError(f"two columns {', '.join(sorted(map(str, twice)))}")
    lacking = [name for name in required if name not in columns]
    if lacking:
        raise ValueError(f"no column {', '.join(lacking)}")
    if not any_row:
        raise ValueError("no rows")
    return True


'''

PANDAS_HEAD = (
    _SAID.format(
        library="pandas",
        own=(
            "Texts\nand numbers are brought to their types as pandas does it, days to "
            "one unit; no text is\ntaken for a day, and what cannot be brought to its "
            "type is a failure. Rows go by their\nindex, or by their places from 0 "
            "where that has several levels, or a label twice or not."
        ),
    )
    + '''
from typing import Any, cast

import pandas as pd
import pandera.pandas as pa
from pandera.typing.pandas import Series


class _Schema(pa.DataFrameSchema):
    """A schema that tells every row that fails, whatever labels the index has."""

    @classmethod
    def get_backend(cls, *args: Any, **kwargs: Any) -> Any:
        # pandera has backends for its own class alone
        return pa.DataFrameSchema.get_backend(*args, **kwargs)

    def validate(self, check_obj: Any, *args: Any, **kwargs: Any) -> Any:
        if not isinstance(check_obj, pd.DataFrame) or _one_label_each(check_obj.index):
            return self._validated(check_obj, *args, **kwargs)
        # pandera shows one row a label, and none without: rows go by their places
        places = check_obj.reset_index(drop=True)
        checked = self._validated(places, *args, **kwargs)
        return checked.set_axis(check_obj.index.take(checked.index))

    def _validated(self, check_obj: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().validate(check_obj, *args, **kwargs)
        except pa.errors.SchemaErrors as refused:
            raise _without_hindered(refused) from None


def _one_label_each(index: pd.Index) -> bool:
    return index.nlevels == 1 and index.is_unique and not index.hasnans


'''
    + _SHARED
    + '''class _Model(pa.DataFrameModel):
    """A model that takes days of any unit for days, and no text for one."""

    @classmethod
    def build_schema_(cls, **kwargs: Any) -> _Schema:
        made = super().build_schema_(**kwargs)
        made.__class__ = _Schema  # pandera asks nobody which class to make it of
        return cast("_Schema", made)

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
    told = {"date", "datetime", "datetime64", "empty"}
    if kind not in told and not series.isna().all():
        return series
    try:
        return pd.to_datetime(series).astype("datetime64[ns]")
    except (TypeError, ValueError):  # of a time zone, or too far away
        return series


def _days_alone(series: pd.Series) -> pd.Series:
    """Mark the values that are days, without a time of day; what is missing is."""
    if str(series.dtype) != "datetime64[ns]":
        return series.isna()
    return series.isna() | series.eq(series.dt.normalize())


def _numbers(series: pd.Series, largest: float) -> pd.Series:
    """Mark the values that are numbers, and not too large; what is missing is."""
    return series.isna() | (pd.to_numeric(series, errors="coerce").abs() < largest)


def _whole_numbers(series: pd.Series, largest: int) -> pd.Series:
    """Mark the values that are whole numbers; what is missing is."""
    numbers = pd.to_numeric(series, errors="coerce")
    return series.isna() | ((numbers % 1 == 0) & numbers.between(-largest, largest))


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
    _SAID.format(
        library="polars",
        own=(
            "A\ncolumn of another type is a failure: cast it first. A lazy frame is "
            "collected, and so its\nrows are checked; pandera alone would look at its "
            "columns only."
        ),
    )
    + '''
from collections.abc import Callable
from datetime import date
from typing import Any, cast

import pandera.polars as pa
import polars as pl


class _Schema(pa.DataFrameSchema):
    """A schema that looks at the rows of a lazy frame too."""

    @classmethod
    def get_backend(cls, *args: Any, **kwargs: Any) -> Any:
        # pandera has backends for its own class alone
        return pa.DataFrameSchema.get_backend(*args, **kwargs)

    def validate(self, check_obj: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(check_obj, pl.LazyFrame):
            return self.validate(check_obj.collect(), *args, **kwargs).lazy()
        try:
            return super().validate(check_obj, *args, **kwargs)
        except pa.errors.SchemaErrors as refused:
            raise _without_hindered(refused) from None


'''
    + _SHARED
    + '''class _Model(pa.DataFrameModel):
    """A model whose schema looks at the rows of a lazy frame too."""

    @classmethod
    def build_schema_(cls, **kwargs: Any) -> _Schema:
        made = super().build_schema_(**kwargs)
        made.__class__ = _Schema  # pandera asks nobody which class to make it of
        return cast("_Schema", made)


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
