"""Frames of any columns and types, and sound frames with one column made strange."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
from hypothesis import strategies as st

from astray.damage import odd_text
from astray.manifests import anything
from astray.thrown import ESSEX, ThrownFrame
from peelcheck.tables import TABLES

__all__ = ["columns_cast", "columns_made_strange", "random_frames"]

_SAID = {
    "edition": "peel-2018-19",
    "kind": "submission",
    "force": "Essex",
    "tables": {"stop_search": {"source": "Direct collection"}},
}
_DTYPES: tuple[Any, ...] = (
    *(pl.Int8, pl.UInt64, pl.Int128, pl.Float32, pl.Boolean, pl.String, pl.Binary),
    *(pl.Date, pl.Datetime("ns"), pl.Datetime("us", "UTC"), pl.Duration, pl.Time),
    *(pl.Decimal(10, 2), pl.List(pl.Int64), pl.List(pl.String), pl.Null),
    *(pl.Array(pl.Int64, 2), pl.Struct({"a": pl.Int64}), pl.Categorical),
    pl.Enum(["White", "Essex"]),
)


def _values_of(dtype: Any) -> st.SearchStrategy[list[Any]]:
    """Return three values of a type, gaps among them."""
    plain: dict[Any, st.SearchStrategy[Any]] = {
        pl.Int8: st.integers(-128, 127),
        pl.UInt64: st.integers(0, 2**64 - 1),
        pl.Int128: st.integers(-(2**100), 2**100),
        pl.Float32: st.floats(width=32),
        pl.Boolean: st.booleans(),
        pl.String: odd_text(),
        pl.Binary: st.binary(max_size=5),
        pl.Date: st.dates(),
        pl.Datetime("ns"): st.datetimes(min_value=_from(1700), max_value=_from(2200)),
        pl.Datetime("us", "UTC"): st.datetimes(),
        pl.Duration: st.timedeltas(min_value=-_YEAR, max_value=_YEAR),
        pl.Time: st.times(),
        pl.Decimal(10, 2): st.integers(-9999, 9999).map(lambda n: Decimal(n) / 100),
        pl.List(pl.Int64): st.lists(st.integers(0, 9), max_size=2),
        pl.List(pl.String): st.lists(odd_text(), max_size=2),
        pl.Null: st.none(),
        pl.Array(pl.Int64, 2): st.just([1, 2]),
        pl.Struct({"a": pl.Int64}): st.integers(0, 9).map(lambda n: {"a": n}),
        pl.Categorical: st.sampled_from(["White", "Essex", ""]),
        pl.Enum(["White", "Essex"]): st.sampled_from(["White", "Essex"]),
    }
    return st.lists(st.none() | plain[dtype], min_size=3, max_size=3)


def _from(year: int) -> Any:
    return pd.Timestamp(year, 1, 1).to_pydatetime()


_YEAR = pd.Timedelta(days=400).to_pytimedelta()


@st.composite
def random_frames(draw: st.DrawFn) -> ThrownFrame:
    """Draw a frame of a table's columns, or others, of any types; or no frame."""
    table = draw(st.sampled_from(list(TABLES)))
    names = [column.name for column in TABLES[table].columns]
    odd = st.sampled_from(["", " ", "__row__", "0", "force ", "count", "a" * 300])
    if draw(st.integers(0, 9)) == 0:
        return ThrownFrame(draw(anything()), table, never="it is no frame")
    header = draw(
        st.permutations(names)
        | st.lists(st.sampled_from(names) | odd | odd_text(), max_size=4)
    )
    columns = [
        (name, pl.Series(name, draw(_values_of(dtype)), dtype=dtype))
        for name in header
        for dtype in [draw(st.sampled_from(_DTYPES))]
    ]
    never = "" if columns else "it has no columns"
    made = _built(draw, columns, draw(st.sampled_from([0, 1, 3, 3, 3])))
    return ThrownFrame(made, table, never=never)


def _built(draw: st.DrawFn, columns: list[tuple[str, pl.Series]], rows: int) -> Any:
    """Return a frame of one of the libraries; only polars has no doubled names."""
    held = [values.head(rows) for _, values in columns]
    names = [name for name, _ in columns]
    library = draw(st.sampled_from(["polars", "lazy", "pandas", "objects", "pyarrow"]))
    if library in {"polars", "lazy"}:
        frame = pl.DataFrame(dict(zip(names, held, strict=True)))
        return frame.lazy() if library == "lazy" else frame
    if library == "pyarrow":
        arrays = [_arrow(values) for values in held]
        return pa.Table.from_arrays(arrays, names=names)
    cells = {
        place: pd.Series(one.to_list(), dtype=object) for place, one in enumerate(held)
    }
    whole = pd.DataFrame(cells)
    if library == "pandas":
        whole = whole.infer_objects()
        whole.index = pd.Index(draw(st.sampled_from([[5] * rows, list("abc")[:rows]])))
    whole.columns = pd.Index(draw(st.just(names) | st.just(list(range(len(names))))))
    return whole


def _arrow(values: pl.Series) -> Any:
    """Return values as pyarrow's; whole numbers of 128 bits it does not know."""
    if values.dtype == pl.Int128:
        values = values.cast(pl.String)
    return values.to_arrow()


@cache
def _sound() -> pl.DataFrame:
    path = ESSEX / "stop_search.csv"
    return pl.read_csv(path, try_parse_dates=True)


@st.composite
def columns_cast(draw: st.DrawFn) -> ThrownFrame:
    """Draw a sound frame of polars or pyarrow with a column cast, where it can be."""
    sound = _sound()
    name = draw(st.sampled_from(sound.columns))
    dtype = draw(st.sampled_from(_DTYPES))
    cast = draw(st.sampled_from([sound[name], sound[name].cast(pl.String)]))
    try:
        column = cast.cast(dtype, strict=draw(st.booleans()))
    except pl.exceptions.PolarsError:
        column = sound[name].cast(pl.String).cast(pl.Categorical)
    whole = sound.with_columns(column)
    match draw(st.sampled_from(["eager", "lazy", "pyarrow", "pandas"])):
        case "lazy":
            return _meant(whole.lazy())
        case "pyarrow":
            arrays = [_arrow(values) for values in whole.get_columns()]
            table = pa.Table.from_arrays(arrays, names=whole.columns)
            return _meant(table)
        case "pandas" if column.dtype not in (pl.Int128, pl.Time):
            return _meant(
                whole.to_pandas(use_pyarrow_extension_array=draw(st.booleans()))
            )
    return _meant(whole)


def _meant(frame: Any) -> ThrownFrame:
    """Return a frame that must be read as the sound one, if it passes."""
    meant = tuple(_sound().to_dicts())
    return ThrownFrame(frame, "stop_search", {"manifest": _SAID}, meant=meant)


@st.composite
def columns_made_strange(draw: st.DrawFn) -> ThrownFrame:
    """Draw a sound frame with a cell changed, or a column cast to another type."""
    sound = _sound()
    name = draw(st.sampled_from(sound.columns))
    cells: list[Any] = sound[name].to_list()
    whole = sound.to_pandas()
    if draw(st.booleans()):
        cast = draw(_CASTS)
        whole[name] = pd.Series([cast(cell) for cell in cells], dtype=object)
        return _meant(whole)
    cells[draw(st.integers(0, len(cells) - 1))] = draw(anything(depth=1))
    whole[name] = pd.Series(cells, dtype=object)
    return ThrownFrame(whole, "stop_search", {"manifest": _SAID})


_CASTS: st.SearchStrategy[Callable[[Any], Any]] = st.sampled_from(
    [
        str,
        repr,
        lambda cell: [cell],
        lambda cell: {"a": cell},
        lambda cell: str(cell).encode(),
        lambda cell: Decimal(cell) if isinstance(cell, int) else cell,
        lambda cell: float(cell) if isinstance(cell, int) else cell,
        lambda cell: complex(cell) if isinstance(cell, int) else cell,
        lambda cell: pd.Timestamp(cell) if isinstance(cell, date) else cell,
        lambda cell: f" {cell} ",
        lambda _: None,
        lambda _: float("nan"),
        lambda _: pd.NaT,
        lambda _: object,
    ]
)
