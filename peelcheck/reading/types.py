"""Columns turned into typed columns; cells that are canonical are left alone.

First one pass counts the cells of each column that are not canonical. Only columns
that have any are looked at again, text by distinct text. The pass touches every column,
so a damaged file is found out here and not in the middle of a rule.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from peelcheck.reading.cells import CANONICAL, Cell, meaning_in
from peelcheck.returns import ROW, Coercion, CoercionExample, mark_of, text_of
from peelcheck.shape import ColumnType, Mark, Table, TableColumn

__all__ = [
    "FIRST_DAY",
    "LARGEST",
    "LARGEST_NUMBER",
    "as_texts",
    "marks_for",
    "typed",
]

LARGEST = 10**18 - 1
"""The largest whole number that is read: it has 18 digits."""

LARGEST_NUMBER = 1e15
"""What every number that is read is smaller than, either way."""

FIRST_DAY = date(1000, 1, 1)
"""The first day that is read: its year is written with four digits."""

_TYPES: dict[ColumnType, Any] = {
    ColumnType.TEXT: pl.String,
    ColumnType.INTEGER: pl.Int64,
    ColumnType.NUMBER: pl.Float64,
    ColumnType.DATE: pl.Date,
}
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class _Odd:
    """The texts of one column that are not canonical, and what each means."""

    column: TableColumn
    texts: pl.DataFrame
    cells: Mapping[str, Cell]


def typed(
    frame: pl.LazyFrame,
    table: Table,
    columns: Sequence[str],
    marks: Mapping[str, Mark],
    epochs: Mapping[str, date] | None = None,
) -> tuple[pl.LazyFrame, tuple[Coercion, ...]]:
    """Give each column its declared type, and say what was not canonical.

    Args:
        frame: The columns under the table's names, and `ROW`.
        table: The table they belong to.
        columns: Which of its columns are there.
        marks: What marks such as `..` mean.
        epochs: The day 0 of serial dates, for columns that come from a workbook.

    Returns:
        The typed frame, with `x.mark` and `x.text` for columns that needed a second
        look, and the coercions by column and kind.

    """
    schema = frame.collect_schema()
    declared = [table.column(name) for name in columns]
    held = [
        _held(one, schema[one.name], marks_for(one.name, table, marks))
        for one in declared
    ]
    frame = frame.with_columns(held)
    schema = frame.collect_schema()
    canonical = {
        one.name: _canonical(one, schema[one.name], marks_for(one.name, table, marks))
        for one in declared
    }
    odd = {
        name: _odd(
            texts,
            table.column(name),
            marks_for(name, table, marks),
            (epochs or {}).get(name),
        )
        for name, texts in _odd_texts(_suspects(frame, canonical)).items()
    }
    changes = [
        change
        for one in declared
        for change in _changes(
            one, _plain(one, schema[one.name]), canonical[one.name], odd.get(one.name)
        )
    ]
    coercions = [c for one in odd.values() for c in _coercions(table.name, one)]
    return frame.with_columns(changes), tuple(coercions)


def marks_for(
    column: str, table: Table, marks: Mapping[str, Mark]
) -> Mapping[str, Mark]:
    """Return the marks of a column: those of the table, but none in its key."""
    return {} if column in table.key else marks


def as_texts(values: Iterable[Any]) -> list[str | None]:
    """Return values of whatever kind as texts, `None` as a gap."""
    return [None if value is None else _as_text(value) for value in values]


def _as_text(value: Any) -> str:
    if isinstance(value, bytes):
        return value.decode(errors="backslashreplace")
    return str(value)


def _held(
    column: TableColumn, dtype: pl.DataType, marks: Mapping[str, Mark]
) -> pl.Expr:
    """Return a column as it is where it holds what is declared, else as text."""
    cell = pl.col(column.name)
    as_declared = (column.type is ColumnType.INTEGER and dtype.is_integer()) or (
        column.type is ColumnType.DATE and dtype == pl.Date
    )
    if as_declared and "" not in marks:
        return cell
    if column.type is ColumnType.NUMBER and dtype.is_numeric() and "" not in marks:
        return cell.cast(pl.Float64).fill_nan(None)
    text = _text(cell, dtype)
    return text.fill_null("") if "" in marks else pl.when(text != "").then(text)


def _text(cell: pl.Expr, dtype: pl.DataType) -> pl.Expr:
    if isinstance(dtype, pl.Datetime):
        zone = " %:z" if dtype.time_zone else ""
        return cell.dt.to_string("%Y-%m-%d %H:%M:%S%.f" + zone)
    if dtype.is_float():
        return cell.fill_nan(None).cast(pl.String)
    plain = (pl.String, pl.Categorical, pl.Enum, pl.Boolean, pl.Null, pl.Date, pl.Time)
    if dtype in plain or dtype.is_numeric():
        return cell.cast(pl.String)
    return cell.map_batches(
        lambda values: pl.Series(as_texts(values.to_list()), dtype=pl.String),
        return_dtype=pl.String,
        is_elementwise=True,
    )


def _canonical(
    column: TableColumn, dtype: pl.DataType, marks: Mapping[str, Mark]
) -> pl.Expr:
    """Return where a cell needs no second look; never false where it is empty."""
    cell = pl.col(column.name)
    if dtype.is_integer():
        number = cell.cast(pl.Int64, strict=False)
        return number.is_between(-LARGEST, LARGEST).fill_null(cell.is_null())
    if dtype == pl.Date:
        return cell.is_between(FIRST_DAY, date.max)
    if dtype == pl.Float64:
        return cell.abs() < LARGEST_NUMBER
    if column.type is ColumnType.TEXT:
        if column.domain or column.spellings:
            return cell.is_in(column.domain)
        return (cell == cell.str.strip_chars()) & ~cell.is_in(list(marks))
    matches = cell.str.contains(CANONICAL[column.type])
    if column.type is ColumnType.DATE:
        a_day = cell.str.to_date("%Y-%m-%d", strict=False).is_not_null()
        return matches & (a_day | cell.is_null())
    return matches


def _suspects(
    frame: pl.LazyFrame, canonical: Mapping[str, pl.Expr]
) -> dict[str, pl.LazyFrame]:
    """Return the rows of each column that has cells which are not canonical."""
    if not canonical:
        return {}
    counts = frame.select((~same).sum().alias(name) for name, same in canonical.items())
    found = counts.collect(engine="streaming").row(0, named=True)
    return {
        name: frame.filter(~same) for name, same in canonical.items() if found[name]
    }


def _odd_texts(suspects: Mapping[str, pl.LazyFrame]) -> dict[str, pl.DataFrame]:
    """Return each distinct odd text of each column, how often, and its first row."""
    return {
        name: rows.group_by(pl.col(name).cast(pl.String))
        .agg(pl.len().alias("count"), pl.col(ROW).min())
        .sort(ROW)
        .collect(engine="streaming")
        for name, rows in suspects.items()
    }


def _odd(
    texts: pl.DataFrame,
    column: TableColumn,
    marks: Mapping[str, Mark],
    epoch: date | None,
) -> _Odd:
    meaning = meaning_in(column, marks, epoch)
    return _Odd(column, texts, {text: meaning(text) for text in texts[column.name]})


def _plain(column: TableColumn, dtype: pl.DataType) -> pl.Expr:
    """Return a column in its type, right wherever it is canonical."""
    cell = pl.col(column.name)
    if column.type is ColumnType.DATE and dtype == pl.String:
        return cell.str.to_date("%Y-%m-%d", strict=False)
    return cell.cast(_TYPES[column.type], strict=False)


def _changes(
    column: TableColumn, plain: pl.Expr, canonical: pl.Expr, odd: _Odd | None
) -> list[pl.Expr]:
    name, kind = column.name, _TYPES[column.type]
    if odd is None:
        return [plain]
    text, cells = pl.col(name).cast(pl.String), odd.cells
    second = _looked_up(text, {one: cell.value for one, cell in cells.items()}, kind)
    why = _looked_up(text, {one: cell.mark for one, cell in cells.items()}, pl.String)
    return [
        pl.when(canonical).then(plain).otherwise(second).alias(name),
        why.alias(mark_of(name)),
        text.alias(text_of(name)),
    ]


def _looked_up(text: pl.Expr, values: Mapping[str, Any], kind: Any) -> pl.Expr:
    """Return the value of each text, batch by batch; `replace` would take all rows."""
    place = text.cast(pl.Enum(list(values)), strict=False).to_physical()
    found = pl.Series(list(values.values()), dtype=kind)
    return place.map_batches(found.gather, return_dtype=kind, is_elementwise=True)


def _coercions(table: str, odd: _Odd) -> list[Coercion]:
    kinds: dict[str, list[tuple[int, CoercionExample]]] = defaultdict(list)
    for text, count, row in odd.texts.iter_rows():
        cell = odd.cells[text]
        if cell.coercion:
            became = "" if cell.value is None else str(cell.value)
            kinds[cell.coercion].append((count, CoercionExample(row, text, became)))
    return [
        Coercion(
            table=table,
            column=odd.column.name,
            kind=kind,
            count=sum(count for count, _ in texts),
            examples=tuple(example for _, example in texts[:_EXAMPLES]),
        )
        for kind, texts in kinds.items()
    ]
