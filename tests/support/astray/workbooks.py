"""Workbooks of random cells, and workbooks damaged inside their packing."""

from __future__ import annotations

import zipfile
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

import openpyxl
from hypothesis import strategies as st
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from astray.damage import damaged_bytes, odd_text
from astray.thrown import ESSEX, ThrownFiles
from peelcheck.tables import TABLES

__all__ = ["damaged_inside", "random_workbooks"]

_SHAPES = ESSEX.parent / "published_shapes"
_BOOKS = ("police-force-area-tables.xlsx", "police-workforce.ods")
_ODD_NAMES = ("", " ", "Sheet1", "a'b", "Tab 1", "Índice", "1", "notes", "x" * 25)
_FIRST = datetime(1900, 1, 1)  # noqa: DTZ001 - of no zone, as workbooks have them
_SNIPPETS = (
    *(b't="e"', b't="s"', b't="d"', b't="b"', b"<v>1e999</v>", b"<v>99999999</v>"),
    *(b"<f>1/0</f>", b'r="XFD1048576"', b'r="A0"', b"<v/>", b"&#0;", b"<c>", b"</c>"),
    *(b'office:value-type="date"', b'office:value="1e999"', b"number-rows-repeated"),
    *(b'table:number-columns-repeated="99999"', b'<mergeCell ref="A1:B2"/>', b'"'),
)


def _cells() -> st.SearchStrategy[Any]:
    return st.one_of(
        st.none(),
        odd_text().map(lambda text: ILLEGAL_CHARACTERS_RE.sub("", text)),
        st.integers(-(10**20), 10**20),
        st.integers(0, 50),
        st.floats(allow_nan=False, allow_infinity=False),
        st.booleans(),
        st.datetimes(min_value=_FIRST),
        st.dates(min_value=date(1900, 1, 1)),
        st.just(time(5)),
        st.just(timedelta(days=3)),
        st.sampled_from(
            ["#N/A", "#DIV/0!", "#REF!", "=1/0", "=A1", '=""', "=SUM(A:A)"]
        ),
    )


@st.composite
def random_workbooks(draw: st.DrawFn) -> ThrownFiles:
    """Draw a workbook of sheets with a table's header, perhaps, and any cells."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for _ in range(draw(st.integers(1, 3))):
        table = TABLES[draw(st.sampled_from(list(TABLES)))]
        name = draw(st.sampled_from([*_ODD_NAMES, table.name[:25]]))
        sheet = book.create_sheet(name or None)
        for _ in range(draw(st.integers(0, 2))):
            sheet.append([draw(_cells())])
        if draw(st.booleans()):
            sheet.append([column.name for column in table.columns])
        width = draw(st.integers(0, len(table.columns) + 1))
        for row in draw(st.lists(st.lists(_cells(), max_size=width), max_size=4)):
            sheet.append(row)
        if draw(st.booleans()):
            area = st.integers(1, 4)
            left, top = draw(area), draw(area)
            sheet.merge_cells(
                start_row=top,
                start_column=left,
                end_row=top + draw(area),
                end_column=left + draw(area),
            )
        sheet.sheet_state = draw(st.sampled_from(["visible", "hidden", "veryHidden"]))
    if all(sheet.sheet_state != "visible" for sheet in book):
        book.worksheets[0].sheet_state = "visible"
    packed = BytesIO()
    book.save(packed)
    name = draw(st.sampled_from(["stop_search.xlsx", "data.xlsx", "workforce.xlsm"]))
    return ThrownFiles({name: packed.getvalue()}, name)


@st.composite
def damaged_inside(draw: st.DrawFn) -> ThrownFiles:
    """Draw a workbook one part of which is damaged, then packed as it should be."""
    name = draw(st.sampled_from(_BOOKS))
    with zipfile.ZipFile(_SHAPES / name) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    part = draw(st.sampled_from(sorted(parts)))
    if draw(st.booleans()):
        parts[part] = draw(damaged_bytes(parts[part]))
    elif draw(st.booleans()):
        parts[part] = _with_snippet(draw, parts[part])
    else:
        del parts[part]
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for one, data in parts.items():
            archive.writestr(one, data)
    return ThrownFiles({name: packed.getvalue()}, name)


def _with_snippet(draw: st.DrawFn, xml: bytes) -> bytes:
    """Put a piece of XML in after a tag, or over an attribute."""
    tags = [place for place, one in enumerate(xml) if one in b"<> "]
    place = draw(st.sampled_from(tags or [0]))
    snippet = draw(st.sampled_from(_SNIPPETS))
    return xml[:place] + snippet + xml[place + draw(st.sampled_from([0, 1, 12])) :]
