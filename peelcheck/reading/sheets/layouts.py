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
_BLANK = "blank row left out"
_TEXT = "row of text inside the table left out"
_BELOW = "row below the table left out"


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
    bottom = max((at + 1 for at in range(len(sheet.rows)) if sheet.own(at)), default=0)
    units = first
    while units < bottom and _is_unit(sheet, units, last):
        units += 1
    kept, end, notes = _data(sheet, units, bottom, last)
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
        return True
    if len(own) > 1 or is_value(sheet.rows[at][own[0]]):
        return False
    return own[0] > min(sheet.own(last), default=0) or (at, own[0]) in sheet.origins


def _data(
    sheet: Sheet, first: int, bottom: int, header: int
) -> tuple[list[int], int, list[tuple[str, int]]]:
    """Return the rows of data, where they end, and what is to be said of the rest.

    Prose or a blank row ends them, unless a row of the same kind follows anywhere; a
    lone text between rows of data is left out.
    """
    kept: list[int] = []
    until: int | None = None
    gaps, texts, end = 0, 0, first
    for at in range(first, bottom):
        own = sheet.own(at)
        if not own:
            continue
        gap, prose = at - end, _is_prose(sheet, at, own)
        if prose or (gap and kept):
            if until is None:
                until = _until(sheet, range(at, bottom), kept, header)
            if at > until:
                break
        gaps += gap
        end = at + 1
        if prose or (gap and len(own) == 1 and not is_value(sheet.rows[at][own[0]])):
            texts += 1
        else:
            kept.append(at)
    lost = [at for at in range(end, bottom) if len(sheet.own(at)) > 1]
    counts = {_BLANK: gaps, _TEXT: texts, _BELOW: len(lost)}
    return kept, end, [(kind, count) for kind, count in counts.items() if count]


def _is_prose(sheet: Sheet, at: int, own: Sequence[int]) -> bool:
    text = sheet.shown(at, own[0])
    return len(own) == 1 and (len(text) > _LONG or bool(_PROSE.match(text)))


def _until(sheet: Sheet, below: range, kept: Sequence[int], header: int) -> int:
    """Return the last row below that looks as the rows so far do; -1 if none does.

    It has a value where one of them has, or is half full and does not begin as a note;
    where there are none so far, it need only have more cells than one.
    """
    valued = {
        place
        for at in kept
        for place in sheet.own(at)
        if is_value(sheet.rows[at][place])
    }
    for at in reversed(below):
        own, row = sheet.own(at), sheet.rows[at]
        if len(own) < 2:
            continue
        if not kept or any(place in valued and is_value(row[place]) for place in own):
            return at
        note = is_value(row[own[0]]) or _PROSE.match(sheet.shown(at, own[0]))
        if len(own) * 2 >= len(sheet.own(header)) and not note:
            return at
    return -1


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
