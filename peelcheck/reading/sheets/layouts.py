"""A sheet laid out for people: its table, and apart from it what stands around.

A row that cannot be placed is data, or is said to be left out; it never goes unseen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import polars as pl

from peelcheck.reading.raw import RawTable
from peelcheck.reading.sheets.grids import Grid, letters_of
from peelcheck.reading.sheets.header_rows import (
    Sheet,
    folded_header,
    header_rows,
    headers_of,
    is_data,
    is_value,
    seen,
)
from peelcheck.returns import ROW

__all__ = ["folded_header", "laid_out"]

_PROSE = re.compile(
    r"(source|notes?|footnotes?|contact|key|crown copyright|return to)\b"
    r"|\(?[0-9]{1,2}[.)]\s|\*+\s*\w|['\u2018\"]",
    re.IGNORECASE,
)
_LONG = 80


def laid_out(grid: Grid, *, holding: Sequence[str] = ()) -> RawTable:
    """Find the table of a sheet.

    Args:
        grid: The sheet.
        holding: Headers that tell the last row of the header: it holds them all.

    Returns:
        The table; what stands above its header and below its data is kept apart.

    Raises:
        UnreadableError: There is no table in the sheet, or no row holds the headers.

    """
    sheet = seen(grid)
    top, last = header_rows(sheet, holding)
    first = last + 1
    units = first
    while units < len(sheet.rows) and _is_unit(sheet, units, last):
        units += 1
    kept, end, notes = _data(sheet, units)
    headers = headers_of(sheet, top, last, kept)
    places = list(headers)
    notes += _merged_data(grid, kept, places)
    frame = pl.DataFrame(
        [[grid.rows[at][place] for at in kept] for place in places],
        schema={str(new): pl.String for new in range(len(places))},
        orient="col",
    ).with_columns(pl.Series(ROW, [at + 1 for at in kept], dtype=pl.Int64))
    return RawTable(
        headers=tuple(headers.values()),
        frame=frame.lazy(),
        notes=(*grid.notes, *notes),
        sheet=grid.sheet,
        letters=tuple(letters_of(place) for place in places),
        above=(*sheet.texts(0, top), *sheet.texts(first, units)),
        below=sheet.texts(end, len(sheet.rows)),
        epoch=grid.epoch,
    )


def _is_unit(sheet: Sheet, at: int, last: int) -> bool:
    """Say whether a row between header and data is a unit: one text, of no column.

    Blank rows there count with it.
    """
    own = sheet.own(at)
    if not own:
        return any(sheet.own(below) for below in range(at + 1, len(sheet.rows)))
    if len(own) > 1 or is_value(sheet.rows[at][own[0]]):
        return False
    return own[0] > min(sheet.own(last), default=0) or (at, own[0]) in sheet.origins


def _data(sheet: Sheet, first: int) -> tuple[list[int], int, list[tuple[str, int]]]:
    """Return the rows of data, where they end, and what is to be said of the rest.

    A blank row ends them, unless a row of the same kind follows.
    """
    kept: list[int] = []
    gaps, end = 0, first
    for at in range(first, len(sheet.rows)):
        own = sheet.own(at)
        if not own:
            continue
        gap = at - end
        if _is_prose(sheet, at, own) or (
            gap and kept and not _goes_on(sheet, at, kept)
        ):
            break
        gaps += gap
        kept.append(at)
        end = at + 1
    notes = [("blank row left out", gaps)] if gaps else []
    lost = [at for at in range(end, len(sheet.rows)) if len(sheet.own(at)) > 1]
    return (
        kept,
        end,
        notes + ([("row below the table left out", len(lost))] if lost else []),
    )


def _is_prose(sheet: Sheet, at: int, own: Sequence[int]) -> bool:
    text = sheet.shown(at, own[0])
    return len(own) == 1 and (len(text) > _LONG or bool(_PROSE.match(text)))


def _goes_on(sheet: Sheet, at: int, kept: Sequence[int]) -> bool:
    """Say whether a row after a blank one is of the table: it has values as before."""
    if len(sheet.own(at)) < 2:
        return False
    before = any(is_data(sheet, one) for one in kept)
    return is_data(sheet, at) or not before


def _merged_data(
    grid: Grid, kept: Sequence[int], places: Sequence[int]
) -> list[tuple[str, int]]:
    """Say how many merged cells the data have; only the first of each is filled."""
    rows = set(kept)
    count = sum(
        first in rows and column in places and bool(grid.rows[first][column])
        for first, column, *_ in grid.merged
        if first in rows and column < len(grid.rows[first])
    )
    return (
        [("merged cells in the data, the first of them filled", count)] if count else []
    )
