"""A return as plain rows: what strategies draw, change, and hand to a test."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeAlias

import polars as pl

from peelcheck.reading import read
from peelcheck.returns import Return, Total
from peelcheck.shape import ColumnType, TableColumn
from peelcheck.tables import TABLES

__all__ = ["DrawnReturn", "Row", "framed_rows"]

Row: TypeAlias = Mapping[str, Any]

_SHOWN = 120
"""How many rows of all tables together a failing example shows, or some more."""

_TYPES = {
    ColumnType.TEXT: pl.String,
    ColumnType.INTEGER: pl.Int64,
    ColumnType.NUMBER: pl.Float64,
    ColumnType.DATE: pl.Date,
}


@dataclass(frozen=True, slots=True, repr=False)
class DrawnReturn:
    """Tables as plain rows, and what the manifest says of them.

    Attributes:
        manifest: The manifest, as `check(manifest=...)` takes it.
        tables: The rows of each table; a value that is not of its column's type is
            a text that cannot be read.
        totals: The totals that the source prints beside the rows, by table.

    """

    manifest: Mapping[str, Any]
    tables: Mapping[str, tuple[Row, ...]]
    totals: Mapping[str, tuple[Total, ...]] = field(default_factory=dict)

    def frames(self) -> dict[str, pl.DataFrame]:
        """Return a polars frame of each table, its rows in their order."""
        return {name: framed_rows(name, rows) for name, rows in self.tables.items()}

    def read(self) -> Return:
        """Return it as read, with its totals, for `check` and `recompute`."""
        given = read(self.frames(), manifest=self.manifest)
        tables = {
            name: replace(data, totals=self.totals.get(name, ()))
            for name, data in given.tables.items()
        }
        return replace(given, tables=tables)

    def with_rows(self, table: str, rows: Iterable[Row]) -> DrawnReturn:
        """Return it with other rows in one table."""
        return replace(self, tables={**self.tables, table: tuple(rows)})

    def with_row(self, table: str, at: int, row: Row) -> DrawnReturn:
        """Return it with another row in one place."""
        rows = self.tables[table]
        return self.with_rows(table, (*rows[:at], row, *rows[at + 1 :]))

    def without(self, table: str, places: Iterable[int]) -> DrawnReturn:
        """Return it without the rows in some places."""
        gone = set(places)
        rows = self.tables[table]
        kept = (row for at, row in enumerate(rows) if at not in gone)
        return self.with_rows(table, kept)

    def __repr__(self) -> str:
        """Return one line, however many rows there are."""
        rows = sum(map(len, self.tables.values()))
        tables = ", ".join(self.tables)
        return f"<DrawnReturn: {self.manifest.get('kind')}, {rows:,} rows of {tables}>"

    def copied(self) -> DrawnReturn:
        """Return it with a manifest and rows of its own, which may be changed."""
        tables = {name: tuple(map(dict, rows)) for name, rows in self.tables.items()}
        return replace(self, manifest=deepcopy(self.manifest), tables=tables)

    def _repr_pretty_(self, printer: Any, _cycle: Any) -> None:
        """Print it as a failing example: as CSV, long tables cut."""
        parts = [f"# manifest: {json.dumps(self.manifest, default=str)}"]
        most = _SHOWN // max(1, len(self.tables))
        for name, frame in self.frames().items():
            parts += [f"# {name}", frame.head(most).write_csv().rstrip()]
            more = frame.height - most
            parts += [f"# and {more:,} more rows"] if more > 0 else []
        printer.text("\n".join(["", *parts, ""]))

    def __str__(self) -> str:
        """Return what it holds as CSV, table by table, under its manifest."""
        said = json.dumps(self.manifest, default=str)
        parts = [f"# manifest: {said}"]
        for name, frame in self.frames().items():
            parts += [f"# {name}", frame.write_csv().rstrip()]
        return "\n".join(parts)


def framed_rows(table: str, rows: Sequence[Row]) -> pl.DataFrame:
    """Return plain rows of a table as a polars frame, columns in declared order."""
    names = dict.fromkeys(name for row in rows for name in row)
    columns = [one for one in TABLES[table].columns if one.name in names]
    values = {one.name: [row.get(one.name) for row in rows] for one in columns}
    return pl.DataFrame([_series(one, values[one.name]) for one in columns])


def _series(column: TableColumn, values: Sequence[Any]) -> pl.Series:
    kind = _TYPES[column.type]
    if column.type is not ColumnType.TEXT and any(isinstance(v, str) for v in values):
        texts = [None if v is None else _text(v) for v in values]
        return pl.Series(column.name, texts, dtype=pl.String)
    return pl.Series(column.name, values, dtype=kind)


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
