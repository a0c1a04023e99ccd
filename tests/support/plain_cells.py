"""What a cell is read as, one cell at a time, without any frame.

A value of the declared type stands for itself; a text, and any other value's text,
means what `meaning_in` says; NaN and blanks are gaps.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from peelcheck.reading.cells import Cell, meaning_in
from peelcheck.reading.types import FIRST_DAY, LARGEST, marks_for
from peelcheck.returns import mark_of
from peelcheck.shape import ColumnType
from peelcheck.tables import TABLES

__all__ = ["as_text", "is_gap", "read_rows"]

_LARGEST_NUMBER = 1e15


def is_gap(cell: Any) -> bool:
    """Say whether a cell holds nothing."""
    return cell is None or cell != cell  # noqa: PLR0124 - NaN


def as_text(cell: Any) -> str | None:
    """Return a cell as a file of texts holds it."""
    return None if is_gap(cell) else str(cell)


def read_rows(table: str, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return rows as they are read: values, and beside each column its mark."""
    return [_read_row(table, row) for row in rows]


def _read_row(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for name, cell in row.items():
        meant = _read(table, name, cell)
        read |= {name: meant.value, mark_of(name): meant.mark}
    return read


def _read(table: str, name: str, cell: Any) -> Cell:
    if is_gap(cell):
        return Cell(None)
    if _as_declared(TABLES[table].column(name).type, cell):
        return Cell(cell)
    return _meaning(table, name, str(cell))


@cache
def _meaning(table: str, name: str, text: str) -> Cell:
    column = TABLES[table].column(name)
    marks = marks_for(name, TABLES[table], TABLES[table].marks)
    return meaning_in(column, marks)(text)


def _as_declared(kind: ColumnType, cell: Any) -> bool:
    """Say whether a cell is a value of the type, and small enough to be read."""
    match kind:
        case ColumnType.INTEGER:
            return isinstance(cell, int) and abs(cell) <= LARGEST
        case ColumnType.NUMBER:
            return isinstance(cell, int | float) and abs(cell) < _LARGEST_NUMBER
        case ColumnType.DATE:
            day = isinstance(cell, date) and not isinstance(cell, datetime)
            return day and cell >= FIRST_DAY
        case _:
            return False
