"""OpenDocument workbooks, read from their XML.

Calamine is not asked: it shows no merged cells of these, gives a formula error as 0 or
as an empty cell, and runs together texts that a line break parts.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import takewhile
from pathlib import Path
from xml.etree import ElementTree as ET

from peelcheck.reading.sheets.grids import (
    DAY_0,
    ERRORS,
    FORMULAS,
    Grid,
    cell_text,
    refuse_too_large,
    squared,
)

__all__ = ["grid_in", "has_macros", "is_encrypted", "names_of"]

_CONTENT = "content.xml"
_BLANKS = 1_000
"""The most blanks in a row that are taken for meant."""

_COVERED = "text under a merged cell left out"
_ERROR = re.compile(r"#[A-Z][A-Z0-9/_]*[!?]?|Err:[0-9]{3}")
_CLOCK = re.compile(r"PT([0-9]+)H([0-9]+)M([0-9]+)(?:[.,][0-9]+)?S")


@dataclass(slots=True)
class _Sheet:
    """A sheet while it is read."""

    path: Path
    name: str
    rows: list[list[str | None]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    width: int = 0
    blank: int = 0


def has_macros(archive: zipfile.ZipFile) -> bool:
    """Say whether a workbook carries macros."""
    return any(
        name.startswith(("Basic/", "Scripts/")) and not name.endswith("/")
        for name in archive.namelist()
    )


def is_encrypted(archive: zipfile.ZipFile) -> bool:
    """Say whether a password is needed to read the workbook."""
    manifest = "META-INF/manifest.xml"
    there = manifest in archive.namelist()
    return there and b"encryption-data" in archive.read(manifest)


def names_of(archive: zipfile.ZipFile) -> tuple[str, ...]:
    """Return the names of the sheets in their order."""
    return tuple(name for name, _, _ in _tables(archive))


def _tables(
    archive: zipfile.ZipFile,
) -> Iterator[tuple[str, bool, Iterator[ET.Element]]]:
    """Return the sheets: each its name, whether it is hidden, and its rows.

    Its rows must be taken before the next sheet is asked for.
    """
    unseen: set[str | None] = set()
    with archive.open(_CONTENT) as content:
        events = ET.iterparse(content, ("start", "end"))  # noqa: S314 - as in xlsx
        path: list[str] = []
        for event, element in events:
            if event == "end":
                path.pop()
                shown = element.find("{*}table-properties")
                if shown is not None and _said(shown, "display") == "false":
                    unseen.add(_said(element, "name"))
                continue
            path.append(_tag(element))
            if path[-2:] == ["spreadsheet", "table"]:
                rows = _rows(events)
                hidden = _said(element, "style-name") in unseen
                yield _said(element, "name") or "", hidden, rows
                for _ in rows:
                    pass
                path.pop()


def _rows(events: Iterator[tuple[str, ET.Element]]) -> Iterator[ET.Element]:
    """Return the rows of a sheet, up to its end; not those of a table in a cell."""
    depth = 1
    while depth:
        event, element = next(events)
        tag = _tag(element)
        if tag == "table":
            depth += 1 if event == "start" else -1
        elif tag == "table-row" and event == "end" and depth == 1:
            yield element
            element.clear()


def _tag(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _said(element: ET.Element, name: str) -> str | None:
    """Return an attribute, of whatever namespace."""
    found = (v for k, v in element.items() if k.rpartition("}")[2] == name)
    return next(found, None)


def _times(element: ET.Element, name: str) -> int:
    return max(int(_said(element, name) or 1), 1)


def grid_in(path: Path, archive: zipfile.ZipFile, name: str) -> Grid | None:
    """Read one sheet; nothing where there is none of this very name.

    Raises:
        UnreadableError: It spans too many cells.

    """
    for found, hidden, rows in _tables(archive):
        if found == name:
            grid = _grid(_Sheet(path, name), hidden=hidden, rows=rows)
            return replace(grid, epoch=_epoch(archive))
    return None


def _epoch(archive: zipfile.ZipFile) -> date:
    """Return the day 0 of the workbook, which it may say above its sheets."""
    with archive.open(_CONTENT) as content:
        events = ET.iterparse(content, ("start",))  # noqa: S314 - as in xlsx
        above = takewhile(lambda one: _tag(one) != "table", (e for _, e in events))
        days = (_said(one, "date-value") for one in above if _tag(one) == "null-date")
        return date.fromisoformat(next(days, None) or str(DAY_0))


def _grid(sheet: _Sheet, *, hidden: bool, rows: Iterator[ET.Element]) -> Grid:
    for row in rows:
        _take(sheet, row)
    return Grid(
        path=sheet.path,
        sheet=sheet.name,
        hidden=hidden,
        rows=squared(sheet.rows),
        merged=tuple(sheet.merged),
        notes=tuple(sheet.counts.items()),
    )


def _take(sheet: _Sheet, row: ET.Element) -> None:
    """Add a row as often as it stands; blank ones only once more follows."""
    times, at = _times(row, "number-rows-repeated"), len(sheet.rows) + sheet.blank
    cells = _cells(sheet, row, at, times)
    if not cells:
        sheet.blank += times
        return
    sheet.width = max(sheet.width, len(cells))
    refuse_too_large(sheet.path, sheet.name, at + times, sheet.width)
    sheet.rows += [[] for _ in range(sheet.blank)]
    sheet.rows += [cells for _ in range(times)]
    sheet.blank = 0


def _cells(sheet: _Sheet, row: ET.Element, at: int, times: int) -> list[str | None]:
    """Return the cells of a row up to the last that holds anything."""
    cells: list[str | None] = []
    place = 0
    for cell in row:
        if _tag(cell) not in {"table-cell", "covered-table-cell"}:
            continue
        repeated = _times(cell, "number-columns-repeated")
        text, kind = _read(cell)
        if text is not None and _tag(cell) == "covered-table-cell":
            text, kind = None, _COVERED
        if kind:
            sheet.counts[kind] = sheet.counts.get(kind, 0) + repeated * times
        across = _times(cell, "number-columns-spanned")
        down = _times(cell, "number-rows-spanned")
        if across > 1 or down > 1:
            sheet.merged.append((at, place, at + down - 1, place + across - 1))
        if text is not None:
            refuse_too_large(sheet.path, sheet.name, at + 1, place + repeated)
            cells += [None] * (place - len(cells)) + [text] * repeated
        place += repeated
    return cells


def _read(cell: ET.Element) -> tuple[str | None, str]:
    """Return a cell's text, and what is to be said of it."""
    shown = "\n".join("".join(_pieces(one)) for one in cell.iterfind("{*}p"))
    worked_out = _said(cell, "formula") is not None
    kinds = [v for k, v in cell.items() if k.rpartition("}")[2] == "value-type"]
    if "error" in kinds or (worked_out and _ERROR.fullmatch(shown)):
        return shown or "#VALUE!", ERRORS
    kind = _said(cell, "value-type")
    if kind is None and worked_out and not shown:
        formula = str(_said(cell, "formula"))
        return f"={formula.partition('=')[2]}", FORMULAS
    return _meant(cell, kind, shown), ""


def _meant(cell: ET.Element, kind: str | None, shown: str) -> str | None:
    if kind in {"float", "percentage", "currency"}:
        value = _said(cell, "value")
        return shown if value is None else cell_text(float(value))
    if kind == "boolean":
        return str(_said(cell, "boolean-value")).upper()
    if kind == "date":
        said = str(_said(cell, "date-value"))
        try:
            return cell_text(datetime.fromisoformat(said))
        except ValueError:
            return said
    if kind == "time":
        clock = _CLOCK.fullmatch(said := str(_said(cell, "time-value")))
        return ":".join(part.zfill(2) for part in clock.groups()) if clock else said
    stored = _said(cell, "string-value")
    return (shown if stored is None else stored) or None


def _pieces(element: ET.Element) -> Iterator[str]:
    """Return the text of a paragraph piece by piece; runs of blanks count as one."""
    tag = _tag(element)
    if tag == "s":
        yield " " * min(_times(element, "c"), _BLANKS)
    elif tag in {"tab", "line-break"}:
        yield "\t" if tag == "tab" else "\n"
    elif tag not in {"annotation", "note"}:
        yield re.sub(r"[ \t\r\n]+", " ", element.text or "")
        for inner in element:
            yield from _pieces(inner)
            yield re.sub(r"[ \t\r\n]+", " ", inner.tail or "")
