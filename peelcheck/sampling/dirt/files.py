"""Tables of dirty cells written as files."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from peelcheck.sampling.dirt.kinds import Dirt

__all__ = ["write_dirty"]

_ENCODINGS = {
    Dirt.BYTE_ORDER_MARK: "utf-8-sig",
    Dirt.CP1252: "cp1252",
    Dirt.UTF_16: "utf-16",
}
_ABOVE = ("Made up for tests: none of it happened", "Table 1")
_BELOW = ("Source: peelcheck sample", "1. Counts are made up.")


def write_dirty(
    headers: Sequence[str],
    rows: Iterable[Sequence[Any]],
    stem: Path,
    form: Dirt | None,
) -> Path:
    """Write a table in one form, its cells as they come, and return the file."""
    if form is Dirt.WORKBOOK:
        return _workbook(headers, rows, stem.with_name(f"{stem.name}.xlsx"))
    path = stem.with_name(f"{stem.name}.csv")
    windows = form is Dirt.SEMICOLONS
    encoding = _ENCODINGS.get(form, "utf-8") if form else "utf-8"
    with path.open("w", encoding=encoding, newline="") as file:
        lines = csv.writer(
            file,
            delimiter=";" if windows else ",",
            lineterminator="\r\n" if windows else "\n",
        )
        lines.writerow(headers)
        lines.writerows(rows)
    return path


def _workbook(
    headers: Sequence[str], rows: Iterable[Sequence[Any]], path: Path
) -> Path:
    """Write a sheet with a title above the table, and notes below it."""
    from openpyxl import Workbook  # noqa: PLC0415 - only where one is asked for

    book = Workbook(write_only=True)
    sheet = book.create_sheet(path.stem)
    for line in (*_ABOVE, ""):
        sheet.append([line] if line else [])
    sheet.append(list(headers))
    for row in rows:
        sheet.append(list(row))
    for line in ("", *_BELOW):
        sheet.append([line] if line else [])
    book.save(path)
    return path
