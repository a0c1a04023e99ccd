"""What of a source is one table of a return, and how that is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from peelcheck.errors import UnreadableError
from peelcheck.reading.headers import nearest_table, plain_header, table_of
from peelcheck.reading.hints import Hints
from peelcheck.reading.raw import RawTable
from peelcheck.tables import TABLES

__all__ = ["Part", "meant", "named_for", "no_table", "table_told"]


@dataclass(frozen=True, slots=True)
class Part:
    """A table found inside a file, such as a sheet of a workbook.

    Attributes:
        name: Where it is, as a person would say it.
        raw: The table.

    """

    name: str
    raw: RawTable


def meant(headers: Iterable[str], hints: Hints) -> list[str]:
    """Return headers as the caller's hints rename and complete them."""
    return [
        *(hints.columns.get(header, header) for header in headers),
        *hints.constants,
    ]


def named_for(name: str) -> str | None:
    """Return the table that a file or a sheet is named for, if any."""
    plain = plain_header(name)
    return plain if plain in TABLES else None


def table_told(headers: Sequence[str], hints: Hints) -> str | None:
    """Return the table that headers tell, as the caller's hints complete them."""
    return table_of(meant(headers, hints))


def no_table(source: object, headers: Sequence[str], hints: Hints) -> UnreadableError:
    """Say that neither name nor columns tell a table, and which is the nearest."""
    fault = "neither its name nor its columns tell which table it holds"
    near, lacking = nearest_table(meant(headers, hints))
    if near:
        fault += f"; the nearest is {near}, which lacks {', '.join(lacking)}"
    remedy = f"Give it the name of its table: {', '.join(TABLES)}."
    return UnreadableError.of(source, fault, remedy)
