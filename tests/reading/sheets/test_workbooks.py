"""Workbooks: their sheets, and each cell as text at its true address."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from books import cell, changed, ods, sheet, xlsx

from peelcheck.errors import UnreadableError
from peelcheck.reading.sheets import workbooks
from peelcheck.reading.sheets import xlsx as excel
from peelcheck.reading.sheets.workbooks import grid_of, sheets_in

FIRST = "xl/worksheets/sheet1.xml"
OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
SAVE = "Open it and save it again as .xlsx or .ods."


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., Path]:
    """Return what writes a workbook of one sheet, `A`."""

    def written(*rows: Any, **more: Any) -> Path:
        return xlsx(tmp_path / "a.xlsx", {"A": rows}, **more)

    return written


def fault_of(path: Path, name: str = "A") -> str:
    with pytest.raises(UnreadableError) as caught:
        grid_of(path, name)
    told = str(caught.value)
    assert told.startswith(f"{path}: ")
    return told.removeprefix(f"{path}: ")


# --- cells --------------------------------------------------------------------------
@pytest.mark.parametrize("mac", [False, True])
def test_days_are_the_same_in_both_date_systems(
    book: Callable[..., Path], *, mac: bool
) -> None:
    moment = datetime(2018, 3, 31, 10)  # noqa: DTZ001 - a cell has no zone
    path = book([date(2018, 3, 31), moment, 43190], mac=mac)
    assert grid_of(path, "A").rows == (("2018-03-31", "2018-03-31 10:00:00", "43190"),)
    number = b"<v>41728</v>" if mac else b"<v>43190</v>"
    with zipfile.ZipFile(path) as archive:
        assert number in archive.read(FIRST)


def test_errors_stay_as_text_and_are_counted(book: Callable[..., Path]) -> None:
    path = book(["a", "#REF!"], [None], [1, 2, 3, "#DIV/0!"])
    grid = grid_of(path, "A")
    assert grid.rows[0] == ("a", "#REF!", None, None)
    assert grid.rows[2] == ("1", "2", "3", "#DIV/0!")
    assert grid.notes == (("formula error kept as text", 2),)
    empty = (b't="e"><v>#REF!</v>', b't="e"><v></v>')
    assert grid_of(changed(path, {FIRST: empty}), "A").rows[0][1] == "#VALUE!"


def test_a_formula_nobody_worked_out_stays_as_text(book: Callable[..., Path]) -> None:
    path = book(['=IF(1<2,"a","b")', "=1+1", "=2+2"])
    grid = grid_of(path, "A")
    assert grid.rows == (('=IF(1<2,"a","b")', "=1+1", "=2+2"),)
    assert grid.notes == (("formula without a value kept as text", 3),)
    stored = (b'<c r="B1"><f>1+1</f><v />', b'<c r="B1"><f>1+1</f><v>2</v>')
    empty_text = (b'<c r="C1">', b'<c r="C1" t="str">')
    changed(path, {FIRST: stored})
    grid = grid_of(changed(path, {FIRST: empty_text}), "A")
    assert grid.rows == (('=IF(1<2,"a","b")', "2", None),)


def test_addresses_are_true_also_where_the_sheet_begins_empty(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"A": [[], [], [None, "b"]]}, merged=["B3:C4"])
    grid = grid_of(path, "A")
    assert grid.rows == ((None, None), (None, None), (None, "b"))
    assert grid.merged == ((2, 1, 3, 2),)


# --- sheets -------------------------------------------------------------------------
def test_sheets_stand_in_their_order_hidden_ones_too(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsm", {"B ": [[1]], "A": [[2]]}, hidden=["A"])
    assert sheets_in(path) == ("B ", "A")
    assert grid_of(path, " b").sheet == "B "
    assert grid_of(path, "A").hidden
    assert grid_of(path, "A").notes == (("hidden sheet read", 1),)
    assert not grid_of(path, "B ").hidden
    assert fault_of(path, "C") == "there is no sheet 'C'. Its sheets are B, A."


def test_a_name_two_sheets_go_by_is_not_guessed(tmp_path: Path) -> None:
    path = ods(tmp_path / "a.ods", sheet("A "), sheet(" A"))
    assert fault_of(path) == "2 sheets go by the name 'A'. Its sheets are A, A."


def test_macros_are_ignored_and_said_so(book: Callable[..., Path]) -> None:
    path = changed(book(["a"]), {"xl/vbaProject.bin": b"x"})
    assert grid_of(path, "A").notes == (("macros ignored", 1),)
    other = ods(path.with_suffix(".ods"), sheet("A"))
    changed(other, {"Basic/Standard/Module1.xml": b"x"})
    assert grid_of(other, "A").notes == (("macros ignored", 1),)


def test_charts_are_no_sheets(book: Callable[..., Path]) -> None:
    links = "xl/_rels/workbook.xml.rels"
    path = changed(book(["a"]), {links: (b"/worksheet", b"/chartsheet")})
    assert fault_of(path) == f"no worksheet is in it. {SAVE}"
    with pytest.raises(UnreadableError, match="no worksheet is in it"):
        sheets_in(path)


# --- what cannot be read ------------------------------------------------------------
def test_a_password_is_told(tmp_path: Path, book: Callable[..., Path]) -> None:
    locked = "a password protects it. Save it without the password."
    path = tmp_path / "locked.xlsx"
    path.write_bytes(OLE + "EncryptedPackage".encode("utf-16-le"))
    assert fault_of(path) == locked
    entry = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    assert fault_of(ods(tmp_path / "a.ods", sheet("A"), manifest=entry)) == locked
    packed = book(["a"])
    data = bytearray(packed.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    packed.write_bytes(data)
    assert fault_of(packed) == locked


def test_an_old_workbook_under_a_new_name_is_told(tmp_path: Path) -> None:
    path = tmp_path / "old.xlsx"
    path.write_bytes(OLE)
    assert fault_of(path) == f"it is an old .xls workbook under another suffix. {SAVE}"


def test_what_is_no_whole_workbook_is_told(
    tmp_path: Path, book: Callable[..., Path]
) -> None:
    path = book(["a"])
    whole = path.read_bytes()
    for data in (b"", b"year,force\n", whole[:2000]):
        path.write_bytes(data)
        assert fault_of(path) == "it is not a whole workbook. Export it again."
    damaged = (
        changed(book(["a"]), {}).read_bytes().replace(b"<sheetData>", b"<sheetDat_>")
    )
    path.write_bytes(damaged)
    assert fault_of(path) == "it is not a whole workbook. Export it again."
    zipfile.ZipFile(path, "w").close()
    assert fault_of(path) == f"it is no workbook: a part of it is missing. {SAVE}"
    assert "there is no such file" in fault_of(tmp_path / "none.xlsx")
    assert "it is a folder, not a file" in fault_of(tmp_path)


def test_broken_parts_are_told(book: Callable[..., Path], tmp_path: Path) -> None:
    whole = "xl/workbook.xml"
    path = changed(book(["a"]), {whole: (b"</workbook>", b"")})
    with pytest.raises(UnreadableError, match="it cannot be read as a workbook"):
        sheets_in(path)
    path = changed(book(["a"]), {FIRST: (b"</sheetData>", b"</x>")})
    assert fault_of(path).startswith("sheet A cannot be read (")
    path = changed(book(["a", "#REF!"]), {FIRST: (b'r="B1" t="e"', b't="e"')})
    assert grid_of(path, "A").rows == (("a", "#REF!"),)
    bad = cell("float", "x", value="many")
    assert "sheet A cannot be read" in fault_of(
        ods(tmp_path / "a.ods", sheet("A", [bad]))
    )


def test_texts_that_are_not_in_the_file_are_missed(book: Callable[..., Path]) -> None:
    path = book([1])
    changed(path, {FIRST: (b't="n"><v>1</v>', b't="s"><v>0</v>')})
    says = "the texts of its cells are not in the file. Save it again."
    assert fault_of(path) == says


def test_a_sheet_that_reaches_absurdly_far_is_refused(
    book: Callable[..., Path], tmp_path: Path
) -> None:
    far = (b'<c r="B1"', b'<c r="XFD1048576"')
    path = changed(book([1, 2]), {FIRST: far})
    says = "sheet A spans 1,048,576 rows and 16,384 columns. "
    remedy = "Clear the cells far from the table, and save it again."
    assert fault_of(path) == says + remedy
    blanks = (b'<c r="B1"', b'<c r\n = "XFD1048576"')
    assert fault_of(changed(book([1, 2]), {FIRST: blanks})) == says + remedy
    nameless = changed(book([1]), {FIRST: (b'r="A1" ', b"")})
    changed(nameless, {FIRST: (b'<row r="1"', b'<row r="30000000"')})
    assert fault_of(nameless).startswith("sheet A spans 30,000,000 rows and 1 columns")
    after = changed(book([1, 2], [3]), {FIRST: (b'<c r="B1"', b'<c r="XFD1"')})
    changed(after, {FIRST: (b'r="A2" ', b"")})
    changed(after, {FIRST: (b'<row r="2"', b'<row r = "1048576"')})
    assert fault_of(after).startswith("sheet A spans 1,048,576 rows and")
    wide = cell("string", "a", number_columns_repeated=10**9)
    assert "1,000,000,000 columns" in fault_of(
        ods(tmp_path / "w.ods", sheet("A", [wide]))
    )


def test_a_workbook_that_unpacks_into_too_much_is_refused(
    book: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbooks, "_BYTES", 1000)
    says = "it unpacks into more than 1 GB. Save its tables as CSV or Parquet."
    assert fault_of(book(["a"])) == says


def test_a_panic_of_the_reader_is_told_and_an_interrupt_is_not_held(
    book: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    class PanicException(BaseException):
        pass

    def fails(error: BaseException) -> Any:
        def instead(*_: object) -> None:
            raise error

        return instead

    path = book(["a"])
    monkeypatch.setattr(excel, "grid_in", fails(PanicException("overflow")))
    assert fault_of(path) == f"sheet A cannot be read (overflow). {SAVE}"
    monkeypatch.setattr(excel, "grid_in", fails(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        grid_of(path, "A")


# --- real files ---------------------------------------------------------------------
def test_every_sheet_of_the_published_workbooks_is_read(raw_files: Path) -> None:
    books = sorted([*raw_files.glob("*.xlsx"), *raw_files.glob("*.ods")])
    read = {
        path.name: [grid_of(path, one) for one in sheets_in(path)] for path in books
    }
    assert [len(grids) for grids in read.values()] == [9, 11, 7]
    assert not any(grid.hidden for grids in read.values() for grid in grids)
    first = read["home-office-police-workforce-30-sep-2018.ods"][1]
    assert first.rows[5][1:4] == ("2017-09-30", "2018-03-31", "2018-09-30")
    assert first.merged[:2] == ((3, 0, 5, 0), (3, 1, 4, 3))
