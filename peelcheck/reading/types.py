"""Columns of text turned into typed columns; cells that are canonical are left alone.

First one pass counts the cells of each column that are not canonical. Only columns
that have any are looked at again, text by distinct text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from peelcheck.model import ColumnType, Mark, Table, TableColumn
from peelcheck.reading.cells import CANONICAL, Cell, normalised
from peelcheck.returns import ROW, Coercion, CoercionExample, mark_of, text_of

__all__ = ["typed"]

_TYPES: dict[ColumnType, Any] = {
    ColumnType.TEXT: pl.String,
    ColumnType.INTEGER: pl.Int64,
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
) -> tuple[pl.LazyFrame, tuple[Coercion, ...]]:
    """Give each column its declared type, and say what was not canonical.

    Args:
        frame: The columns under the table's names, and `ROW`.
        table: The table they belong to.
        columns: Which of its columns are there.
        marks: What marks such as `..` mean.

    Returns:
        The typed frame, with `x.mark` and `x.text` for columns that needed a second
        look, and the coercions by column and kind.

    """
    schema = frame.collect_schema()
    declared = [table.column(name) for name in columns]
    frame = frame.with_columns(_plain(one, schema[one.name]) for one in declared)
    schema = frame.collect_schema()
    texts = [one for one in declared if schema[one.name] == pl.String]
    odd = _odd_texts(frame, texts, marks)
    changed = [expression for one in texts for expression in _changes(one, odd)]
    coercions = [c for one in odd.values() for c in _coercions(table.name, one)]
    return frame.with_columns(changed), tuple(coercions)


def _plain(column: TableColumn, dtype: pl.DataType) -> pl.Expr:
    """Return a column in its type where that needs no reading, else as text."""
    cell = pl.col(column.name)
    if column.type is ColumnType.INTEGER and dtype.is_integer():
        return cell.cast(pl.Int64)
    if column.type is ColumnType.DATE and dtype == pl.Date:
        return cell
    if dtype.is_float():
        cell = cell.fill_nan(None)
    return cell.cast(pl.String).replace("", None)


def _canonical(column: TableColumn) -> pl.Expr:
    cell = pl.col(column.name)
    if column.type is ColumnType.TEXT:
        return cell.is_in(column.domain)
    matches = cell.str.contains(CANONICAL[column.type])
    if column.type is ColumnType.DATE:
        return matches & cell.str.to_date("%Y-%m-%d", strict=False).is_not_null()
    return matches


def _odd_texts(
    frame: pl.LazyFrame, columns: list[TableColumn], marks: Mapping[str, Mark]
) -> dict[str, _Odd]:
    if not columns:
        return {}
    counts = frame.select((~_canonical(one)).sum().alias(one.name) for one in columns)
    found = counts.collect(engine="streaming").row(0, named=True)
    suspects = [one for one in columns if found[one.name]]
    asked = [
        frame.filter(~_canonical(one))
        .group_by(one.name)
        .agg(pl.len().alias("count"), pl.col(ROW).bottom_k(_EXAMPLES).alias("rows"))
        .sort(pl.col("rows").list.min())
        for one in suspects
    ]
    odd = {}
    for one, texts in zip(suspects, pl.collect_all(asked), strict=True):
        cells = {text: normalised(text, one, marks) for text in texts[one.name]}
        odd[one.name] = _Odd(one, texts, cells)
    return odd


def _changes(column: TableColumn, odd: Mapping[str, _Odd]) -> list[pl.Expr]:
    name, kind = column.name, _TYPES[column.type]
    cell = pl.col(name)
    if column.type is ColumnType.DATE:
        plain = cell.str.to_date("%Y-%m-%d", strict=False)
    else:
        plain = cell.cast(kind, strict=False)
    if name not in odd:
        return [plain.alias(name)]
    cells = odd[name].cells
    values = pl.Series([one.value for one in cells.values()], dtype=kind)
    marks = pl.Series([one.mark for one in cells.values()], dtype=pl.String)
    texts = list(cells)
    second = cell.replace_strict(texts, values, default=None, return_dtype=kind)
    why = cell.replace_strict(texts, marks, default=None, return_dtype=pl.String)
    return [
        pl.when(_canonical(column)).then(plain).otherwise(second).alias(name),
        why.alias(mark_of(name)),
        cell.alias(text_of(name)),
    ]


def _coercions(table: str, odd: _Odd) -> list[Coercion]:
    kinds: dict[str, list[tuple[int, list[int], str, Cell]]] = defaultdict(list)
    for text, count, rows in odd.texts.iter_rows():
        cell = odd.cells[text]
        if cell.coercion:
            kinds[cell.coercion].append((count, rows, text, cell))
    coercions = []
    for kind, members in kinds.items():
        examples = sorted(
            (row, text, "" if cell.value is None else str(cell.value))
            for _, rows, text, cell in members
            for row in rows
        )
        coercions.append(
            Coercion(
                table=table,
                column=odd.column.name,
                kind=kind,
                count=sum(count for count, *_ in members),
                examples=tuple(CoercionExample(*e) for e in examples[:_EXAMPLES]),
            )
        )
    return coercions
