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
class _Schema(pa.DataFrameSchema):
    """A schema that takes frames as `check` does, and tells of a fault once.

    A rule that reads a column of another type is not told as broken: the type is.
    `rules` has the words of each rule, by its id.
    """

    rules: dict[str, Any]

    @classmethod
    def get_backend(cls, *args: Any, **kwargs: Any) -> Any:
        return pa.DataFrameSchema.get_backend(*args, **kwargs)  # made for that class

    def validate(self, check_obj: Any, *args: Any, **kwargs: Any) -> Any:
        frame, given_back = _taken(check_obj, self)
        try:
            return given_back(super().validate(frame, *args, **kwargs))
        except pa.errors.SchemaErrors as refused:
            raise _without_hindered(refused, self.rules) from None


class _Model(pa.DataFrameModel):
    """A model with such a schema, whose checks are named as their rules are."""

    @classmethod
    def build_schema_(cls, **kwargs: Any) -> _Schema:
        made = cast("_Schema", super().build_schema_(**kwargs))
        made.__class__ = _Schema  # pandera asks nobody which class to make it of
        made.rules = {}
        for base in reversed(cls.__mro__):
            told = getattr(getattr(base, "Config", None), "metadata", None)
            made.rules |= (told or {}).get("rules", {})
        # pandera forgets the names of checks that a subclass has too
        ids = {rule.lower().replace(".", "_"): rule for rule in made.rules}
        ours = [one for column in made.columns.values() for one in column.checks]
        for check in (*made.checks, *ours):
            check.name = ids.get(str(check.name), check.name)
        return made


def _without_hindered(
    refused: pa.errors.SchemaErrors, rules: dict[str, Any]
) -> pa.errors.SchemaErrors:
    """Leave out the rules that read a column of another type."""
    named = [(rules.get(_name_of(one), {}), one) for one in refused.schema_errors]
    faulty = {rule.get("type_of") for rule, _ in named} | {
        one.schema.name for _, one in named if one.reason_code in _OF_TYPE
    }
    told = [one for rule, one in named if not faulty & {*rule.get("reads", [])}]
    return pa.errors.SchemaErrors(refused.schema, told, refused.data)


_OF_TYPE = (
    pa.errors.SchemaErrorReason.WRONG_DATATYPE,
    pa.errors.SchemaErrorReason.DATATYPE_COERCION,
)


def _name_of(one: pa.errors.SchemaError) -> str:
    return str(getattr(one.check, "name", one.check))


def _there(columns: list[str], required: list[str], *, any_row: bool) -> bool:
    """Refuse a table with a column twice or not at all, or no rows, with a word."""
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
            "where that has several levels, or a label twice or none."
        ),
    )
    + """
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any, cast

import pandas as pd
import pandera.pandas as pa
from pandera.typing.pandas import Series

"""
    + _SHARED
    + '''
def _taken(given: Any, schema: _Schema) -> tuple[Any, Callable[[Any], Any]]:
    """Return a frame with days of one unit, and what makes the result like it again.

    pandera shows one row a label of the index, and none without a label: where that
    will not do, rows go by their places.
    """
    if not isinstance(given, pd.DataFrame):
        return given, lambda checked: checked
    days = [n for n, c in schema.columns.items() if str(c.dtype) == "datetime64[ns]"]
    there = [name for name in days if [*given.columns].count(name) == 1]
    frame = given.assign(**{name: _days(given[name]) for name in there})
    index = given.index
    if index.nlevels == 1 and index.is_unique and not index.hasnans:
        return frame, lambda checked: checked
    places = frame.reset_index(drop=True)
    return places, lambda checked: checked.set_axis(index.take(checked.index))


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
    marked = series.isna() | fit
    return series.isna() if marked.all() and str(series.dtype) != kind else marked


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


def _once(frame: pd.DataFrame) -> "set[str]":
    """Return the columns that stand once; one that stands twice is a failure itself."""
    return {*frame.columns[~frame.columns.duplicated(keep=False)]}


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
    + """
from collections.abc import Callable
from datetime import date
from typing import Any, cast

import pandera.polars as pa
import polars as pl

"""
    + _SHARED
    + '''
def _taken(given: Any, schema: _Schema) -> tuple[Any, Callable[[Any], Any]]:
    """Return a frame whose rows are looked at, and what makes the result lazy again."""
    if isinstance(given, pl.LazyFrame):
        return given.collect(), lambda checked: checked.lazy()
    return given, lambda checked: checked


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
