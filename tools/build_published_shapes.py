"""Write the made-up workbooks of `sample_data/published_shapes`.

    python tools/build_published_shapes.py

They have the layout, marks and footnotes of an ONS and of a Home Office workbook; every
number in them is made up, and every total adds up.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any, TypeAlias

import openpyxl

FOLDER = Path(__file__).parent.parent / "sample_data/published_shapes"

Row: TypeAlias = list[Any]

REGIONS = (
    (
        ("E12000001", "North East"),
        (
            ("E23000013", "Cleveland", 10),
            ("E23000008", "Durham7", 20),
            ("E23000007", "Northumbria", 30),
        ),
    ),
    (
        ("E12000005", "West Midlands "),
        (
            ("E23000015", "Staffordshire", 11),
            ("E23000017", "Warwickshire", 12),
            ("E23000016", "West Mercia", 13),
            ("E23000014", "West Midlands", 40),
        ),
    ),
    (
        ("E12000007", "London8"),
        (
            ("E23000034", "London, City of", 2),
            ("E23000001", "Metropolitan Police", 90),
        ),
    ),
)
"""The regions with code, name as printed, and forces with the size of their numbers."""

RAILWAYS = 5
FORCES = sum(size for _, members in REGIONS for *_, size in members)


def counts() -> list[Row]:
    """Return the rows of table P1; the parts of each add up to its total."""

    def row(code: str | None, name: str, size: int) -> Row:
        return [code, name, 8 * size, None, 4 * size, size, 2 * size, None, 2 * size]

    rows = [
        row("K04000001", "ENGLAND AND WALES6", FORCES + RAILWAYS),
        row("E92000001", "ENGLAND", FORCES),
    ]
    for (code, region), members in REGIONS:
        rows.append(row(code, region, sum(size for *_, size in members)))
        rows += [row(*member) for member in members]
    return [*rows, row(None, "British Transport Police", RAILWAYS)]


def rates() -> list[Row]:
    """Return the rows of table P3; City of London has no rates of its own."""

    def row(code: str, name: str, size: int) -> Row:
        city = name.endswith("City of")
        rate = ["+"] * 5 if city else [80.5, 40.25, 20.125, 61.5, 1e-05]
        first, *middle, last = rate
        plain = "City of London11" if city else name
        people = [10_000 * size, 3_000 * size, None]
        return [code, plain, *people, first, None, *middle, None, last]

    rows = [row("K04000001", "ENGLAND AND WALES10", FORCES)]
    for (code, region), members in REGIONS:
        rows.append(row(code, region, sum(size for *_, size in members)))
        rows += [row(*member) for member in members]
    return rows


P1: tuple[Row, ...] = (
    ["Table P1:  Made-up offences by force, year ending September 181,2"],
    [],
    ["England and Wales"],
    [*[None] * 4, "Victim-based crime", *[None] * 3, "Other crimes against society"],
    [
        "Area Code",
        "Area Name",
        "Total recorded crime (excluding fraud3)",
        None,
        "Violence against the person",
        "Homicide",
        "All other theft offences4",
        None,
        "Drug offences",
    ],
    [None, None, "Numbers"],
)
P3: tuple[Row, ...] = (
    ["Table P3:  Made-up rates by force, year ending September 20181,2"],
    [],
    ["England and Wales"],
    [*[None] * 7, "Victim-based crime", *[None] * 3, "Other crimes against society"],
    [
        "Area Code",
        "Area Name",
        "Population figures\n (mid-2017)3  rounded to 100",
        "Household figures\n (mid-2017)4  rounded to 100 ",
        None,
        "Total recorded crime (excluding fraud5)",
        None,
        "Violence against the person",
        "Residential burglary6,7",
        "Residential burglary (households) 6,8",
        None,
        "Drug offences",
    ],
    [*[None] * 5, "Rate per 1,000 population"],
)
BELOW: tuple[Row, ...] = (["Source: nobody; the numbers are made up"], ["1. A note."])


def write_ons(path: Path) -> None:
    """Write a workbook in the layout of the ONS police force area tables."""
    book = openpyxl.Workbook()
    first = book.worksheets[0]
    first.title = "Notes"
    first.append(["Every number in this workbook is made up."])
    sheets = (
        ("Table P1 ", [*P1, *counts(), *BELOW], ("E4:G4", "C6:I6")),
        ("Table P3", [*P3, *rates(), *BELOW], ("H4:J4", "F6:L6")),
    )
    for name, rows, merged in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for cells in merged:
            sheet.merge_cells(cells)
    book.save(path)


def workers(share: float, *, seconded: bool = False, lacks: str = "") -> list[Row]:
    """Return the rows of one kind of worker on two days.

    Args:
        share: How many there are, for each unit of a force's size.
        seconded: Whether there are central service secondments.
        lacks: The force that cannot tell this kind from others.

    """
    rows: list[Row] = []
    whole = [0.0, 0.0]
    for (_, region), members in REGIONS:
        sizes = [size for _, name, size in members if name != lacks]
        sums = [sum(sizes) * share, sum(sizes) * share + len(sizes)]
        whole = [one + more for one, more in zip(whole, sums, strict=True)]
        rows.append([region.rstrip("8"), *sums])
        for _, name, size in members:
            cells: Row = [size * share, size * share + 1]
            plain = name.rstrip("7")
            rows.append([plain, *(cells if name != lacks else ["..", ".."])])
    rows.append(["Total 43 forces", *whole])
    more: list[Row] = [["Central Service Secondments", 3.0, 4.0]] if seconded else []
    more.append(["British Transport Police", 7.5, 8.5])
    total = [whole[at] + sum(row[at + 1] for row in more) for at in (0, 1)]
    return [*rows, *more, ["Total", *total]]


def sheet_of(number: int, title: str, rows: Sequence[Row]) -> str:
    """Return a sheet of a workforce workbook as OpenDocument text."""
    days = "".join(
        f'<table:table-cell office:value-type="date" office:date-value="{day}"/>'
        for day in ("2018-03-31", "2018-09-30")
    )
    head = [
        _row([f"Table {number}: {title} by police force area, made up"]),
        _row(["England and Wales", "", "Full-time equivalents"]),
        _row([]),
        _as_at(),
        f"<table:table-row><table:covered-table-cell/>{days}</table:table-row>",
    ]
    body = "".join([*head, *map(_row, rows), _row([]), _row(["Notes"])])
    return f'<table:table table:name="Table_{number}">{body}</table:table>'


def _as_at() -> str:
    return (
        '<table:table-row><table:table-cell table:number-rows-spanned="2"/>'
        '<table:table-cell table:number-columns-spanned="2" '
        'office:value-type="string"><text:p>As at:</text:p></table:table-cell>'
        "<table:covered-table-cell/></table:table-row>"
    )


def _row(cells: Sequence[Any]) -> str:
    written = "".join(
        f'<table:table-cell office:value-type="float" office:value="{cell!r}"/>'
        if isinstance(cell, float)
        else '<table:table-cell office:value-type="string">'
        f"<text:p>{escape(cell)}</text:p></table:table-cell>"
        if cell
        else "<table:table-cell/>"
        for cell in cells
    )
    return f"<table:table-row>{written}</table:table-row>"


def write_workforce(path: Path) -> None:
    """Write a workbook in the layout of the Home Office workforce tables."""
    index = _row(["Police workforce: every number in this workbook is made up"])
    sheets = [
        f'<table:table table:name="Index">{index}</table:table>',
        sheet_of(1, "Police officers", workers(10.5, seconded=True)),
        sheet_of(2, "Police staff1", workers(5.25)),
        sheet_of(
            3, "Designated officers (s.38, s.391)", workers(0.5, lacks="Cleveland")
        ),
        sheet_of(5, "Police community support officers", workers(1.5)),
    ]
    names = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(
        f'xmlns:{one}="{names}:{one}:1.0"' for one in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f"{''.join(sheets)}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        kind = "application/vnd.oasis.opendocument.spreadsheet"
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)


if __name__ == "__main__":
    write_ons(FOLDER / "police-force-area-tables.xlsx")
    write_workforce(FOLDER / "police-workforce.ods")
