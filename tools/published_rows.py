"""How published figures are read, held against known sums, and written as tables."""

from __future__ import annotations

import csv
import gzip
import io
import sys
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

__all__ = [
    "BRITISH_TRANSPORT_POLICE",
    "Lines",
    "Row",
    "pick",
    "read_rows",
    "require",
    "write",
]

Row: TypeAlias = dict[str, str]
Lines: TypeAlias = list[list[str]]

BRITISH_TRANSPORT_POLICE = "British Transport Police"
PROJECT_NAMES = {
    "Avon & Somerset": "Avon and Somerset",
    "Devon & Cornwall": "Devon and Cornwall",
    "ENGLAND AND WALES": "England and Wales",
    "London, City of": "City of London",
}


def read_rows(path: Path, name_column: str) -> list[Row]:
    """Read a table, with the project's own names for the forces and their code."""
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))
    for row in rows:
        row["code"] = row.get("ons_code", "")
        row[name_column] = PROJECT_NAMES.get(row[name_column], row[name_column])
    return rows


def pick(header: Sequence[str], rows: Iterable[Row]) -> Lines:
    """Return the header and, in its order, the values of each row."""
    return [list(header), *([row[column] for column in header] for row in rows)]


def require(what: str, found: float, published: float) -> None:
    """End the run if a sum is not the published one."""
    if found != published:
        sys.exit(f"{what}: the figures give {found:,}, published is {published:,}")


def write(folder: Path, files: dict[str, Lines]) -> None:
    """Write each table as UTF-8 with plain line feeds, and say how long it is."""
    for name, lines in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(lines)
        sys.stdout.write(f"{len(lines) - 1:>6} rows  {path.name}\n")
