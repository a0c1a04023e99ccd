"""A sheet of a workbook as a grid of texts, each at its true address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeAlias

from peelcheck.errors import UnreadableError

__all__ = [
    "CELLS",
    "DAY_0",
    "ERRORS",
    "FORMULAS",
    "Grid",
    "Row",
    "cell_text",
    "letters_of",
    "refuse_too_large",
    "squared",
]

CELLS = 20_000_000
"""The most cells a sheet may span."""

ERRORS = "formula error kept as text"
"""What is said of a cell such as `#REF!`."""

FORMULAS = "formula without a value kept as text"
"""What is said of a formula that nobody has worked out."""

Row: TypeAlias = tuple[str | None, ...]
DAY_0 = date(1899, 12, 30)
"""The day 0 of workbooks unless they say another; it is right from March 1900 on."""

_WHOLE = 2.0**53
_NOISE = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One sheet, from row 1 and column A on, so that places are true addresses.

    Attributes:
        path: The workbook.
        sheet: The sheet's name as it stands.
        hidden: Whether the sheet is hidden.
        rows: The cells as canonical text; nothing where a cell is empty.
        merged: Merged cells: first row, first column, last row, last column, from 0.
        notes: What was done to the sheet, and how often.
        epoch: The day from which the workbook counts days, its day 0.

    """

    path: Path
    sheet: str
    hidden: bool
    rows: tuple[Row, ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    notes: tuple[tuple[str, int], ...] = ()
    epoch: date | None = None


def cell_text(value: Any) -> str | None:
    """Return a cell's value as the text a CSV file would hold."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        whole = value.is_integer() and abs(value) < _WHOLE
        return str(int(value)) if whole else repr(value)
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
    return str(value)


def _moment(value: datetime) -> str:
    """Return a moment to the second that it is in.

    One that lacks a millisecond at most is a whole second, for a serial number holds
    no more closely what was meant.
    """
    lacking = timedelta(seconds=1) - timedelta(microseconds=value.microsecond)
    if lacking <= _NOISE and value.year < MAXYEAR:
        value += lacking
    value = value.replace(microsecond=0)
    day = value.date().isoformat()
    return day if value.time() == time() else f"{day} {value.time().isoformat()}"


def letters_of(place: int) -> str:
    """Return the letters of a column, counted from 0."""
    letters = ""
    place += 1
    while place:
        place, one = divmod(place - 1, 26)
        letters = chr(65 + one) + letters
    return letters


def squared(rows: Sequence[Sequence[str | None]]) -> tuple[Row, ...]:
    """Return rows of one width, without the empty ones at the end."""
    last = max((at for at, row in enumerate(rows) if any(row)), default=-1)
    width = max((len(row) for row in rows[: last + 1]), default=0)
    return tuple((*row, *[None] * (width - len(row))) for row in rows[: last + 1])


def refuse_too_large(path: Path, sheet: str, rows: int, columns: int) -> None:
    """Refuse a sheet that spans more cells than anybody can have meant.

    Raises:
        UnreadableError: It does.

    """
    if rows * columns > CELLS:
        fault = f"sheet {sheet.strip()} spans {rows:,} rows and {columns:,} columns"
        remedy = "Clear the cells far from the table, and save it again."
        raise UnreadableError.of(path, fault, remedy)
