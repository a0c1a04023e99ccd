"""Columns a table need not have, filled where it has them not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import narwhals as nw

from peelcheck.manifest import TableEntry
from peelcheck.returns import Frame, TableData
from peelcheck.shape import ColumnType, Table, TableColumn
from peelcheck.tables import TABLES

__all__ = ["assumed_in", "filled"]

_TYPES: Mapping[ColumnType, Any] = {
    ColumnType.TEXT: nw.String,
    ColumnType.INTEGER: nw.Int64,
    ColumnType.NUMBER: nw.Float64,
    ColumnType.DATE: nw.Date,
}


def filled(data: TableData, table: Table, entry: TableEntry) -> TableData:
    """Return a table with the columns it lacks and need not have, one value each.

    The value is the manifest's; where it has none, what the declaration says; and
    nothing for the other columns of the key. A column that stands twice stays out.
    """
    out = {*data.columns, *(fault.column for fault in data.faults)}
    lacking = [one for one in table.filled if one.name not in out]
    if not lacking:
        return data
    values = [(one, _value(one, entry)) for one in lacking]
    frame = data.frame.with_columns(
        *(
            nw.lit(value, dtype=_type(one, value, data.frame)).alias(one.name)
            for one, value in values
        )
    )
    there = {*data.columns, *(one.name for one in lacking)}
    return replace(
        data,
        frame=frame,
        columns=tuple(one.name for one in table.columns if one.name in there),
        filled=tuple(one.name for one in lacking),
    )


def _type(one: TableColumn, value: object, frame: Frame) -> Any:
    """Return the type of a filled column; whole numbers of pandas know no gaps."""
    gaps = value is None and one.type is ColumnType.INTEGER
    return nw.Float64 if gaps and frame.implementation.is_pandas() else _TYPES[one.type]


def _value(one: TableColumn, entry: TableEntry) -> str | int | date | None:
    given = getattr(entry, one.manifest) if one.manifest else None
    value: str | int | date | None = one.otherwise if given is None else given
    return value


def assumed_in(
    tables: Mapping[str, TableData], entries: Mapping[str, TableEntry]
) -> list[str]:
    """Return which values stand in tables that neither they nor the manifest gives."""
    said = []
    for name, data in tables.items():
        entry = entries.get(name, TableEntry())
        for one in TABLES[name].columns:
            told = bool(one.manifest) and getattr(entry, one.manifest) is not None
            if one.name in data.filled and one.otherwise is not None and not told:
                value = f"{one.name} of {name} {one.otherwise}"
                gives = "neither the table nor the manifest says"
                said.append(f"{value}: {gives if one.manifest else 'no column says'}")
    return said
