"""The sheets of a workbook that are tables of a return."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from peelcheck.errors import UnreadableError
from peelcheck.reading.headers import table_of
from peelcheck.reading.hints import Hints
from peelcheck.reading.parts import Part, named_for, no_table, table_told
from peelcheck.reading.sheets.grids import Grid
from peelcheck.reading.sheets.layouts import laid_out
from peelcheck.reading.sheets.workbooks import grid_of, sheets_in
from peelcheck.tables import TABLES

__all__ = ["tables_in_book"]

_NEAR_TOP = 50
"""In how many of a sheet's first rows the names of a table's columns are looked for."""


def tables_in_book(path: Path, hints: Hints) -> tuple[dict[str, Part], list[str]]:
    """Return the sheets of a workbook by table, and the names of those left alone.

    A sheet holds the table it is named for, or the one its headers tell. Where a
    workbook has one table only, the file's name or the caller may tell which it is.

    Raises:
        UnreadableError: It cannot be read, holds no table, or holds one twice.

    """
    parts, faults = _parts(path)
    told = {sheet: named_for(sheet) for sheet in parts}
    for sheet, part in parts.items():
        told[sheet] = told[sheet] or table_told(part.raw.headers, hints)
    wanted = hints.table or named_for(path.name.split(".", maxsplit=1)[0])
    if wanted and wanted not in told.values() and len(parts) == 1:
        told = dict.fromkeys(parts, wanted)
    found: dict[str, str] = {}
    for sheet, table in told.items():
        if table is None or table != (hints.table or table):
            continue
        if table in found:
            both = f"sheets {found[table].strip()} and {sheet.strip()}"
            fault = f"{both} both hold table {table}"
            remedy = "Keep one of them in the workbook."
            raise UnreadableError.of(path, fault, remedy)
        found[table] = sheet
    if not found:
        raise _nothing_in(path, parts, faults, hints)
    left = [] if hints.table else [s for s in told if s not in found.values()]
    alone = [f"sheet {sheet.strip()} of {path.name}" for sheet in (*left, *faults)]
    return {table: parts[sheet] for table, sheet in found.items()}, alone


def _parts(path: Path) -> tuple[dict[str, Part], dict[str, UnreadableError]]:
    """Return the sheets that are laid out as a table, and why others are not."""
    parts: dict[str, Part] = {}
    faults: dict[str, UnreadableError] = {}
    for sheet in sheets_in(path):
        grid = grid_of(path, sheet)
        try:
            raw = laid_out(grid, holding=_naming_columns(grid))
        except UnreadableError as error:
            if named_for(sheet):
                raise
            faults[sheet] = error
            continue
        parts[sheet] = Part(f"{path.name}, sheet {sheet.strip()}", raw)
    return parts, faults


def _naming_columns(grid: Grid) -> list[str]:
    """Return the headers of the first row that names a whole table's columns, if any.

    By its look alone a table of words may not be told from its header.
    """
    for row in grid.rows[:_NEAR_TOP]:
        texts = [text for text in row if text]
        if table_of(texts):
            return texts
    return []


def _nothing_in(
    path: Path,
    parts: Mapping[str, Part],
    faults: Mapping[str, UnreadableError],
    hints: Hints,
) -> UnreadableError:
    """Return why a workbook holds no table that is looked for."""
    if not parts:
        return next(iter(faults.values()))
    if len(parts) == 1:
        (part,) = parts.values()
        source = f"{path}, sheet {part.raw.sheet.strip()}"
        return no_table(source, part.raw.headers, hints)
    sought = f"table {hints.table}" if hints.table else "a table of a return"
    fault = f"neither name nor columns tell which of its sheets is {sought}"
    remedy = f"Give a sheet the name of its table: {', '.join(TABLES)}."
    return UnreadableError.of(path, fault, remedy)
