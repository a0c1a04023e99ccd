"""The rows of a sheet that name its columns, found by how they look.

Nothing but the layout is looked at, not what the words mean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from peelcheck.errors import UnreadableError
from peelcheck.reading.sheets.grids import Grid, Row

__all__ = [
    "Sheet",
    "folded_header",
    "header_rows",
    "headers_of",
    "is_data",
    "is_value",
    "seen",
]

_VALUE = re.compile(
    r"-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?%?|-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}( .*)?|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}( .*)?"
    r"|[^\w\s%£#&()]{1,3}|n/?a|#[A-Z][A-Z0-9/_]*[!?]?",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"(19|20)[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"
)
_FOOTNOTE = re.compile(r"(?<=[^\W\d_]|\))[0-9]+(,\s?[0-9]+)*(?=\)?$)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a sheet, and its merged cells as they look: filled."""

    grid: Grid
    rows: tuple[Row, ...]
    origins: dict[tuple[int, int], tuple[int, int]]

    def own(self, at: int) -> list[int]:
        """Return the columns of a row that hold a text of their own."""
        return [place for place, text in enumerate(self.rows[at]) if _there(text)]

    def shown(self, at: int, place: int) -> str:
        """Return what a person sees in a cell, be it merged with others."""
        row, column = self.origins.get((at, place), (at, place))
        return _even(self.rows[row][column] or "")

    def texts(self, first: int, last: int) -> tuple[str, ...]:
        """Return all texts of some rows."""
        return tuple(
            _even(str(self.rows[at][place]))
            for at in range(first, last)
            for place in self.own(at)
        )


def _there(text: str | None) -> bool:
    return text is not None and bool(text.strip())


def _even(text: str) -> str:
    return " ".join(text.split())


def seen(grid: Grid) -> Sheet:
    """Return a grid as a person sees it."""
    return Sheet(grid, grid.rows, _origins(grid))


def _origins(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """Return the first cell of each merged one, for the cells that hold anything.

    Raises:
        UnreadableError: They cover more cells than there are, so some overlap.

    """
    height = len(grid.rows)
    width = len(grid.rows[0]) if height else 0
    areas = [
        (
            (top, left),
            range(top, min(bottom + 1, height)),
            range(left, min(right + 1, width)),
        )
        for top, left, bottom, right in grid.merged
    ]
    if sum(len(rows) * len(columns) for _, rows, columns in areas) > height * width:
        source = f"{grid.path}, sheet {grid.sheet.strip()}"
        remedy = "Part them, and save it again."
        raise UnreadableError.of(source, "merged cells in it overlap", remedy)
    return {
        (row, column): first
        for first, rows, columns in areas
        for row in rows
        for column in columns
    }


def folded_header(text: str) -> str:
    """Return a header as headers are compared: case, blanks and footnotes evened out.

    A footnote is digits glued to the end of a word, as in `Total6,7`.
    """
    return _FOOTNOTE.sub("", _even(text)).casefold()


def header_rows(sheet: Sheet, holding: Sequence[str]) -> tuple[int, int]:
    """Return the first and the last row of the header.

    Raises:
        UnreadableError: There is no table in the sheet, or no row holds the headers.

    """
    last = _held(sheet, holding) if holding else _last(sheet)
    return _top(sheet, last), last


def _unreadable(grid: Grid, fault: str) -> UnreadableError:
    source = f"{grid.path}, sheet {grid.sheet.strip()}"
    remedy = "Give each column its name in one row above the data."
    return UnreadableError.of(source, fault, remedy)


def _held(sheet: Sheet, holding: Sequence[str]) -> int:
    """Return the last row of the header that holds these texts."""
    wanted = {folded_header(text) for text in holding}
    for at, row in enumerate(sheet.rows):
        shown = {folded_header(sheet.shown(at, place)) for place in range(len(row))}
        if wanted <= shown:
            return _joined(sheet, at)
    listed = ", ".join(repr(text) for text in holding)
    raise _unreadable(sheet.grid, f"no row holds the headers {listed}")


def _joined(sheet: Sheet, at: int) -> int:
    """Return the last row that a cell of this row is merged with."""
    ends = [end for start, _, end, _ in sheet.grid.merged if start <= at <= end]
    return min(max(ends, default=at), len(sheet.rows) - 1)


def _last(sheet: Sheet) -> int:
    """Return the last row of the header: the fullest row of words above the values."""
    wide = [at for at in range(len(sheet.rows)) if len(sheet.own(at)) > 1]
    values = next((at for at in wide if is_data(sheet, at)), None)
    above = [at for at in wide if values is None or at < values]
    if not above:
        fault = "there is no table in it" if values is None else "it has no header"
        raise _unreadable(sheet.grid, fault)
    if values is None:
        return above[0]
    near = [above[-1]]
    for at in reversed(above[:-1]):
        if any(not _filled(sheet, between) for between in range(at, near[0])):
            break
        near.insert(0, at)
    return _joined(sheet, max(near, key=lambda at: len(sheet.own(at))))


def _filled(sheet: Sheet, at: int) -> bool:
    return any(sheet.shown(at, place) for place in range(len(sheet.rows[at])))


def is_data(sheet: Sheet, at: int) -> bool:
    """Say whether a row holds values: numbers, dates or marks, not a header's years."""
    row = sheet.rows[at]
    values = [place for place in sheet.own(at) if is_value(row[place])]
    return bool(values) and not _heads(sheet, at, values)


def is_value(text: str | None) -> bool:
    """Say whether a cell holds a number, a date, a mark or an error."""
    return bool(text and _VALUE.fullmatch(text.strip()))


def _heads(sheet: Sheet, at: int, values: Sequence[int]) -> bool:
    """Say whether the values of a row are years or days that head columns.

    There is no header over them, and what stands below them is of another kind.
    """
    if not all(_PERIOD.fullmatch(str(sheet.rows[at][place])) for place in values):
        return False
    for place in values:
        if at and sheet.shown(at - 1, place) and (at - 1, place) not in sheet.origins:
            return False
    below = next(
        (b for b in range(at + 1, len(sheet.rows)) if len(sheet.own(b)) > 1), 0
    )
    if not below:
        return True
    under = [sheet.rows[below][place] for place in values]
    return any(text and not _PERIOD.fullmatch(text) for text in under)


def _top(sheet: Sheet, last: int) -> int:
    """Return the first row of the header: bands over columns, and split cells."""
    label = min(sheet.own(last), default=0)
    top = last
    while top and _is_band(sheet, top - 1, last, label):
        top -= 1
    return top


def _is_band(sheet: Sheet, at: int, last: int, label: int) -> bool:
    for place in range(len(sheet.rows[at])):
        if not sheet.shown(at, place):
            continue
        row, column = sheet.origins.get((at, place), (at, place))
        down = sheet.origins.get((last, place)) == (row, column) and row < last
        across = sheet.origins.get((at, place + 1)) == (row, column)
        if down or (across and column > 0 and place >= label):
            return True
    own = sheet.own(at)
    if len(own) < 2 or own[0] >= label or (last, own[0]) in sheet.origins:
        return False
    words = not any(is_value(sheet.rows[at][place]) for place in own)
    return words and len(own) * 2 >= len(sheet.own(last))


def headers_of(
    sheet: Sheet, top: int, last: int, kept: Sequence[int]
) -> dict[int, str]:
    """Return the header of each column that has one, or has data."""
    headers = {}
    for place in range(len(sheet.rows[last])):
        parts = [sheet.shown(at, place) for at in range(top, last + 1)]
        origins = [sheet.origins.get((at, place)) for at in range(top, last + 1)]
        named = any(
            part and (origin is None or origin[1] == place)
            for part, origin in zip(parts, origins, strict=True)
        )
        if named or any(_there(sheet.rows[at][place]) for at in kept):
            headers[place] = " / ".join(dict.fromkeys(part for part in parts if part))
    return headers
