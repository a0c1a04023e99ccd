"""One cell that is not canonical as it stands: what its text means, and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from peelcheck.reference.spelling import fold
from peelcheck.shape import ColumnType, Mark, TableColumn

__all__ = ["CANONICAL", "Cell", "meaning_in", "spelt"]

CANONICAL = {
    ColumnType.INTEGER: r"^-?[0-9]{1,18}$",
    ColumnType.NUMBER: r"^-?[0-9]{1,15}(\.[0-9]{1,20})?$",
    ColumnType.DATE: r"^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$",
}
"""What a cell looks like that needs no second look."""

_WHOLE = re.compile(r"-?[0-9]{1,18}")
_THOUSANDS = re.compile(r"-?[0-9]{1,3}(,[0-9]{3}){1,5}")
_POINT_NOUGHT = re.compile(r"(-?[0-9]{1,18})\.0+")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,20})?")
_GROUPED = re.compile(r"-?[0-9]{1,3}(,[0-9]{3}){1,4}(\.[0-9]{1,20})?")
_SCIENTIFIC = re.compile(r"-?[0-9](\.[0-9]{1,20})?[eE][-+]?[0-9]{1,3}")
_PER_CENT = "per cent"
_SERIAL = re.compile(r"[1-9][0-9]{4}")
_SERIALS = (date(1950, 1, 1), date(2100, 1, 1))
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATE_FORMATS = {
    "%Y-%m-%d": "noughts added to a date",
    "%d/%m/%Y": "date as day/month/year",
    "%d %B %Y": "date in words",
    "%d %b %Y": "date in words",
    "%d-%b-%Y": "date in words",
    "%Y-%m-%d %H:%M:%S": "time of day dropped",
    "%Y-%m-%dT%H:%M:%S": "time of day dropped",
    "%d/%m/%Y %H:%M": "date as day/month/year",
    "%d/%m/%Y %H:%M:%S": "date as day/month/year",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What became of a text: its value, its mark, and the kind of coercion if any."""

    value: str | int | float | date | None
    mark: Mark | None = None
    coercion: str = ""


def meaning_in(
    column: TableColumn, marks: Mapping[str, Mark], epoch: date | None = None
) -> Callable[[str], Cell]:
    """Return what tells the meaning of a text that is not canonical in this column.

    Args:
        column: The column.
        marks: What marks mean in it.
        epoch: The day 0 of serial dates, where its cells are those of a workbook.

    """
    known = spelt(column)

    def meaning(text: str) -> Cell:
        trimmed = text.strip()
        if trimmed in marks:
            return _marked(trimmed, column, marks[trimmed])
        if not trimmed:
            return Cell(None, None, "blanks taken for empty")
        if column.type is ColumnType.INTEGER:
            return _whole_number(trimmed)
        if column.type is ColumnType.NUMBER:
            return _number(trimmed, column.unit)
        if column.type is ColumnType.DATE:
            return _date(trimmed, epoch)
        meant = known.get(fold(trimmed), trimmed)
        if fold(trimmed) in known and meant != text:
            return Cell(meant, None, "spelling")
        trims = not column.domain and meant != text
        return Cell(meant, None, "blanks trimmed" if trims else "")

    return meaning


def spelt(column: TableColumn) -> dict[str, str]:
    """Return each spelling of a column's values, folded, and the value it means."""
    return {fold(value): value for value in column.domain} | dict(column.spellings)


def _marked(text: str, column: TableColumn, mark: Mark) -> Cell:
    says = f"mark {text!r} read as {mark.value}"
    if mark is Mark.NIL and column.type in (ColumnType.INTEGER, ColumnType.NUMBER):
        return Cell(0, None, says)
    return Cell(None, mark, says)


def _whole_number(text: str) -> Cell:
    if _WHOLE.fullmatch(text):
        return Cell(int(text), None, "blanks trimmed")
    if _THOUSANDS.fullmatch(text):
        return Cell(int(text.replace(",", "")), None, "thousands separators dropped")
    if whole := _POINT_NOUGHT.fullmatch(text):
        return Cell(int(whole[1]), None, "decimal point dropped")
    return Cell(None, Mark.UNREADABLE)


def _number(text: str, unit: str) -> Cell:
    if unit == _PER_CENT and text.endswith("%"):
        plain = _number(text.removesuffix("%").strip(), "")
        says = "" if plain.mark else "per cent sign dropped"
        return Cell(plain.value, plain.mark, says)
    if _NUMBER.fullmatch(text):
        return Cell(float(text), None, "blanks trimmed")
    if _GROUPED.fullmatch(text):
        return Cell(float(text.replace(",", "")), None, "thousands separators dropped")
    if _SCIENTIFIC.fullmatch(text) and abs(float(text)) < 10**15:
        return Cell(float(text), None, "scientific notation")
    return Cell(None, Mark.UNREADABLE)


def _date(text: str, epoch: date | None) -> Cell:
    for form, says in _DATE_FORMATS.items():
        try:
            found = datetime.strptime(text, form)  # noqa: DTZ007 - a day, no zone
        except ValueError:
            continue
        if found.time() == time() and found.year >= 1000 and text.isascii():
            trimmed = _ISO_DATE.fullmatch(text)
            return Cell(found.date(), None, "blanks trimmed" if trimmed else says)
    if epoch and _SERIAL.fullmatch(text):
        day = epoch + timedelta(days=int(text))
        if _SERIALS[0] <= day <= _SERIALS[1]:
            return Cell(day, None, "serial number read as a date")
    return Cell(None, Mark.UNREADABLE)
