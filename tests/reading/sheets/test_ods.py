"""OpenDocument workbooks, cell by cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from books import cell, ods, sheet

from peelcheck.reading.sheets.grids import Grid
from peelcheck.reading.sheets.workbooks import grid_of, sheets_in


def ods_rows(path: Path, *rows: Any) -> Grid:
    return grid_of(ods(path, sheet("A", *rows)), "A")


def test_an_opendocument_sheet_is_read_as_one_of_excel_is(tmp_path: Path) -> None:
    cells = [
        cell(
            "string", "a<text:s text:c='2'/>b<text:tab/>c<text:span>d</text:span>\n e"
        ),
        cell("string", "a<text:s text:c='2000000000'/>b"),
        cell("string", "noted<text:note>n</text:note>"),
        cell("string", "two<text:line-break/>lines"),
        cell("string", "shown", string_value="meant"),
        cell("float", "58,744,600", value="58744600.0"),
        cell("float", "7"),
        cell("percentage", "5%", value=0.05),
        cell("boolean", "TRUE", boolean_value="true"),
        cell("date", "31/03/18", date_value="2018-03-31T00:00:00"),
        cell("date", "-", date_value="in spring"),
        cell("time", "10:30", time_value="PT10H30M00S"),
        cell("time", "10:30", time_value="PT10H"),
        cell("float", "5", value=5, number_columns_repeated=2),
        "<text:soft-page-break/>",
        cell("", "bare"),
        cell("", number_columns_repeated=16000),
    ]
    grid = ods_rows(tmp_path / "a.ods", cells)
    texts = (
        "a  b\tcd e",
        f"a{' ' * 1_000}b",
        "noted",
        "two\nlines",
        "meant",
        "58744600",
        "7",
        "0.05",
        "TRUE",
    )
    more = ("2018-03-31", "in spring", "10:30:00", "PT10H", "5", "5", "bare")
    assert grid.rows == ((*texts, *more),)


def test_rows_that_repeat_are_repeated_and_blank_ones_at_the_end_are_not(
    tmp_path: Path,
) -> None:
    blank = '<table:table-row table:number-rows-repeated="{}"/>'
    rows = [[cell("string", "a")], blank.format(2), [cell("string", "b")]]
    grid = ods_rows(tmp_path / "a.ods", *rows, blank.format(1048000))
    assert grid.rows == (("a",), (None,), (None,), ("b",))


def test_errors_merged_and_covered_cells_of_opendocument_are_seen(
    tmp_path: Path,
) -> None:
    spanned = cell("string", "a", number_columns_spanned=2, number_rows_spanned=1)
    covered = cell("string", "hid").replace("table-cell", "covered-table-cell")
    rows = [
        [spanned, covered],
        [
            cell("float", "#DIV/0!", value=0, formula="of:=1/0"),
            cell("string", "Err:502", string_value="", formula="of:=x()"),
            cell("string", "#REF!"),
            cell(formula="of:=1+1"),
        ],
    ]
    grid = ods_rows(tmp_path / "a.ods", *rows)
    assert grid.rows[0][:2] == ("a", None)
    assert grid.rows[1] == ("#DIV/0!", "Err:502", "#REF!", "=1+1")
    assert grid.merged == ((0, 0, 0, 1),)
    assert grid.notes == (
        ("text under a merged cell left out", 1),
        ("formula error kept as text", 2),
        ("formula without a value kept as text", 1),
    )


def test_a_hidden_sheet_and_a_table_in_a_cell_of_opendocument(tmp_path: Path) -> None:
    style = (
        '<style:style style:name="ta2">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    inner = sheet("inner", [cell("string", "x")])
    held = f"<table:table-cell>{inner}</table:table-cell>"
    sheets = (sheet("A", [held], [cell("string", "a")], style="ta2"), sheet("B"))
    path = ods(tmp_path / "a.ods", *sheets, styles=style)
    assert sheets_in(path) == ("A", "B")
    assert grid_of(path, "A").hidden
    assert grid_of(path, "A").rows == ((None,), ("a",))
    assert grid_of(path, "b").rows == ()
