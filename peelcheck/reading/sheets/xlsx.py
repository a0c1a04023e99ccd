"""Workbooks of Excel: the cells by calamine, and what calamine does not show.

Calamine gives a formula error, and a formula without a stored value, as an empty cell;
where a sheet has any, openpyxl is asked for them. Calamine also makes room for every
cell up to the farthest one, so how far a sheet reaches is looked up first.
"""

from __future__ import annotations

import posixpath
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import python_calamine

from peelcheck.errors import UnreadableError
from peelcheck.reading.sheets.grids import (
    DAY_0,
    ERRORS,
    FORMULAS,
    Grid,
    cell_text,
    refuse_too_large,
    squared,
)

__all__ = ["grid_in", "has_macros", "names_of"]

_BOOK = "xl/workbook.xml"
_TEXTS = "xl/sharedstrings.xml"
_CELL = re.compile(
    rb"<(?:\w+:)?c\s(?:[^>]*?\s)?r\s*=\s*[\"']([A-Za-z]+)([0-9]+)[\"'][^>]*(?<!/)>"
)
_ROW = re.compile(rb"<(?:\w+:)?row\s(?:[^>]*?\s)?r\s*=\s*[\"']([0-9]+)[\"']")
_ROWS = re.compile(rb"<(?:\w+:)?row\b")
_ANY = re.compile(rb"<(?:\w+:)?c(?:\s[^>]*)?(?<!/)>")
_EMPTY = re.compile(
    rb"<(?:\w+:)?c\s(?:[^>]*?\s)?r\s*=\s*[\"']([A-Za-z]+)[0-9]+[\"'][^>]*/>"
)
_FAULTY = re.compile(rb"<(\w+:)?c\s(?:[^>]*?\s)?t\s*=\s*[\"']e[\"'][^>]*(?<!/)>")
_VALUELESS = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(\w+:)?c>"
)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A worksheet: its name, whether it is hidden, and where in the file it lies."""

    name: str
    hidden: bool
    member: str


def has_macros(archive: zipfile.ZipFile) -> bool:
    """Say whether a workbook carries macros."""
    names = [name.lower() for name in archive.namelist()]
    return any(name.endswith("vbaproject.bin") for name in names)


def names_of(archive: zipfile.ZipFile) -> tuple[str, ...]:
    """Return the names of the worksheets in their order."""
    return tuple(sheet.name for sheet in _sheets(archive))


def _sheets(archive: zipfile.ZipFile) -> tuple[_Sheet, ...]:
    """Return the worksheets in their order, hidden ones too, but no charts."""
    links = {}
    for link in _parsed(archive, "xl/_rels/workbook.xml.rels"):
        if link.get("Type", "").endswith("/worksheet"):
            target = posixpath.join("/xl", link.get("Target", ""))
            links[link.get("Id")] = posixpath.normpath(target).lstrip("/")
    found = []
    for sheet in _parsed(archive, _BOOK).iterfind("{*}sheets/{*}sheet"):
        link_id = next((v for k, v in sheet.items() if k.endswith("}id")), None)
        if link_id in links:
            hidden = sheet.get("state", "visible") != "visible"
            found.append(_Sheet(sheet.get("name", ""), hidden, links[link_id]))
    return tuple(found)


def _parsed(archive: zipfile.ZipFile, member: str) -> ET.Element:
    return ET.fromstring(archive.read(member))  # noqa: S314 - expat bounds entities


def grid_in(path: Path, archive: zipfile.ZipFile, name: str) -> Grid | None:
    """Read one sheet; nothing where there is none of this very name.

    Raises:
        UnreadableError: It spans too many cells, or its texts are not in the file.

    """
    for sheet in _sheets(archive):
        if sheet.name == name:
            return _grid(path, archive, sheet)
    return None


def _grid(path: Path, archive: zipfile.ZipFile, sheet: _Sheet) -> Grid:
    xml = archive.read(sheet.member)
    refuse_too_large(path, sheet.name, *_reach(xml))
    names = {name.lower() for name in archive.namelist()}
    if re.search(rb"\bt\s*=\s*[\"']s[\"']", xml) and _TEXTS not in names:
        fault = "the texts of its cells are not in the file"
        raise UnreadableError.of(path, fault, "Save it again.")
    with python_calamine.CalamineWorkbook.from_path(path) as book:
        read = book.get_sheet_by_name(sheet.name)
        rows = [
            [cell_text(value) for value in row]
            for row in read.to_python(skip_empty_area=False)
        ]
        merged = tuple((*first, *last) for first, last in read.merged_cell_ranges or ())
    counts = dict.fromkeys((ERRORS, FORMULAS), 0)
    for row, column, text, kind in _unseen(path, sheet.name, xml):
        rows += [[] for _ in range(row + 1 - len(rows))]
        rows[row] += [None] * (column + 1 - len(rows[row]))
        rows[row][column] = text
        counts[kind] += 1
    return Grid(
        path=path,
        sheet=sheet.name,
        hidden=sheet.hidden,
        rows=squared(rows),
        merged=merged,
        notes=tuple((kind, count) for kind, count in counts.items() if count),
        epoch=_epoch(archive),
    )


def _epoch(archive: zipfile.ZipFile) -> date:
    """Return the day 0 of the workbook: Excel has two systems of dates."""
    said = _parsed(archive, _BOOK).find("{*}workbookPr")
    later = said is not None and said.get("date1904") in {"1", "true", "on"}
    return date(1904, 1, 1) if later else DAY_0


def _reach(xml: bytes) -> tuple[int, int]:
    """Return the last row and the last column that hold anything."""
    rows, columns, addressed = 0, set(), 0
    for letters, number in _CELL.findall(xml):
        columns.add(letters)
        addressed += 1
        rows = max(rows, int(number))
    last = max((_column(letters.decode()) for letters in columns), default=-1) + 1
    if addressed and addressed == len(_ANY.findall(xml)):
        return rows, last
    return _unaddressed(xml, rows, last)


def _unaddressed(xml: bytes, rows: int, last: int) -> tuple[int, int]:
    """Return how far cells without an address may reach: each follows the one before.

    Nothing tells how far, so it is at most as far as all addresses and counts allow.
    """
    numbers = [int(number) for number in _ROW.findall(xml)]
    unnumbered = len(_ROWS.findall(xml)) - len(numbers)
    rows = max([rows, *numbers], default=0) + unnumbered
    columns = {letters.decode() for letters in _EMPTY.findall(xml)}
    last = max([last, *(_column(letters) + 1 for letters in columns)])
    cells = max((len(_ANY.findall(row)) for row in _ROWS.split(xml)), default=0)
    return rows, max(last + cells, 1)


def _column(letters: str) -> int:
    place = 0
    for letter in letters.upper():
        place = place * 26 + ord(letter) - 64
    return place - 1


def _unseen(path: Path, name: str, xml: bytes) -> Iterator[tuple[int, int, str, str]]:
    """Return the cells that calamine leaves empty: row, column, text, and what it is.

    A formula whose stored value is an empty text is empty indeed.
    """
    faulty, valueless = _FAULTY.search(xml), _VALUELESS.search(xml)
    values = set()
    for cell in _cells(path, name, worked_out=True) if faulty or valueless else ():
        if faulty and cell.data_type == "e":
            yield cell.row - 1, cell.column - 1, cell.value or "#VALUE!", ERRORS
        if valueless and (cell.value is not None or cell.data_type == "str"):
            values.add((cell.row, cell.column))
    for cell in _cells(path, name, worked_out=False) if valueless else ():
        if cell.data_type == "f" and (cell.row, cell.column) not in values:
            yield cell.row - 1, cell.column - 1, _formula(cell.value), FORMULAS


def _cells(path: Path, name: str, *, worked_out: bool) -> Iterator[Any]:
    """Return the cells of a sheet that hold something, as openpyxl sees them."""
    with warnings.catch_warnings():
        # Of what openpyxl cannot keep when it writes; nothing is written here.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path, read_only=True, data_only=worked_out)
        try:
            for row in book[name].iter_rows():
                yield from (one for one in row if hasattr(one, "column"))
        finally:
            book.close()


def _formula(value: Any) -> str:
    """Return a formula's text; one over several cells is an object of its own."""
    text = str(getattr(value, "text", value) or "")
    return text if text.startswith("=") else f"={text}"
