"""What the page lists: tables of texts, and lists that say where they stop."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

__all__ = ["Sheet", "capped", "listed", "sheet", "sheet_of_some"]

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table of the page: all of it is text, and the first cell heads its row.

    Attributes:
        caption: What it is a table of.
        headings: The columns.
        numbers: For each column, whether it holds numbers.
        rows: The cells.
        line: What is not listed; empty where all is.

    """

    caption: str
    headings: tuple[str, ...]
    numbers: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    line: str = ""


def sheet(
    caption: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    line: str = "",
) -> Sheet:
    """Return a table without the columns that are empty in all its rows.

    A heading that ends with `#` is of numbers.
    """
    cells = list(rows)
    used = [n for n in range(len(headings)) if n == 0 or any(row[n] for row in cells)]
    return Sheet(
        caption=caption,
        headings=tuple(headings[n].removesuffix("#") for n in used),
        numbers=tuple(headings[n].endswith("#") for n in used),
        rows=tuple(tuple(row[n] for n in used) for row in cells),
        line=line,
    )


def capped(items: Sequence[_Item], most: int) -> tuple[Sequence[_Item], str]:
    """Return the first of some items, and the line that says how many are listed."""
    return items[:most], listed(min(len(items), most), len(items))


def listed(shown: int, total: int) -> str:
    """Return `10 of 1,028 listed`, or nothing where all are."""
    return f"{shown:,} of {total:,} listed" if shown < total else ""


def sheet_of_some(
    caption: str, headings: Sequence[str], rows: Sequence[Sequence[str]], most: int
) -> Sheet:
    """Return a table of the first rows that says how many there are."""
    shown, line = capped(rows, most)
    return sheet(caption, headings, shown, line=line)
