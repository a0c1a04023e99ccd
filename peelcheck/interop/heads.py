"""What the modules of pandera models begin with."""

from __future__ import annotations

__all__ = ["PANDAS_HEAD", "POLARS_HEAD"]

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

PANDAS_HEAD = (
    _SAID.format(
        library="pandas",
        own=(
            "Columns are\nbrought to their types as pandas does it, and one that "
            "cannot be is a failure. A frame\nwhose index holds a label twice has the "
            "failures of its rows shown as one."
        ),
    )
    + '''
import pandas as pd
import pandera.pandas as pa
from pandera.typing.pandas import Series


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

POLARS_HEAD = (
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
