"""Workbooks written for tests: of Excel with openpyxl, OpenDocument by hand."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

__all__ = ["cell", "changed", "ods", "sheet", "xlsx"]

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(
    f'xmlns:{name}="{_OASIS}:{name}:1.0"'
    for name in ("office", "table", "text", "style", "manifest")
)


def xlsx(
    path: Path,
    sheets: Mapping[str, Sequence[Sequence[Any]]],
    *,
    hidden: Sequence[str] = (),
    merged: Sequence[str] = (),
    mac: bool = False,
) -> Path:
    """Write a workbook of Excel; texts that begin with `#` are formula errors."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    if mac:
        book.epoch = CALENDAR_MAC_1904
    for name, rows in sheets.items():
        written = book.create_sheet(name)
        for row in rows:
            written.append(list(row))
        for area in merged:
            written.merge_cells(area)
        written.sheet_state = "hidden" if name in hidden else "visible"
    book.save(path)
    return path


def changed(path: Path, parts: Mapping[str, tuple[bytes, bytes] | bytes]) -> Path:
    """Change parts of a packed file: replace bytes in one, or put one in."""
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    for name, change in parts.items():
        if isinstance(change, bytes):
            held[name] = change
        else:
            assert change[0] in held[name]
            held[name] = held[name].replace(*change)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    return path


def cell(kind: str = "", shown: str = "", **said: Any) -> str:
    """Return a cell of an OpenDocument sheet; `_` in names stands for `-`."""
    attributes = [f'office:value-type="{kind}"'] if kind else []
    for name, value in said.items():
        space = "office" if name.endswith("value") else "table"
        text = escape(str(value))
        attributes.append(f'{space}:{name.replace("_", "-")}="{text}"')
    body = f"<text:p>{shown}</text:p>" if shown else ""
    return f"<table:table-cell {' '.join(attributes)}>{body}</table:table-cell>"


def sheet(name: str, *rows: Sequence[str] | str, style: str = "") -> str:
    """Return a sheet of OpenDocument: rows of cells, or a row's XML."""
    written = [
        row
        if isinstance(row, str)
        else f"<table:table-row>{''.join(row)}</table:table-row>"
        for row in rows
    ]
    said = f'table:name="{name}" table:style-name="{style}"'
    return f"<table:table {said}>{''.join(written)}</table:table>"


def ods(path: Path, *sheets: str, manifest: str = "", styles: str = "") -> Path:
    """Write an OpenDocument workbook."""
    content = (
        f"<office:document-content {_SPACES}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{''.join(sheets)}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return path
