"""CSV and Parquet files, as they come."""

from __future__ import annotations

import os
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pa_parquet
import pytest
from readers import Write

from peelcheck.errors import UnreadableError
from peelcheck.reading import delimited
from peelcheck.reading.files import headers_in, read_file, reading
from peelcheck.returns import ROW

HEADER = "year,force,population\n"
NOT_TEXT = (
    "it is not text in UTF-8, UTF-16 or cp1252. Save it as CSV (in UTF-8) or Parquet."
)
NUL = (
    "it is not a text file: line {} holds a NUL byte. "
    "Save it as CSV (in UTF-8) or Parquet."
)
ROW_1 = "row 1 is blank, where the header should be. Put the header in row 1."
UNCLOSED = "that is never closed. Close it, and export the file again."


def rows_of(path: Path) -> list[tuple[object, ...]]:
    """Return the rows of a file: row number, then cells."""
    frame = read_file(path).frame
    return frame.select(ROW, pl.exclude(ROW)).collect().rows()


def fault_of(path: Path) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_file(path)
    says = str(caught.value)
    assert says.startswith(f"{path}: ")
    return says.removeprefix(f"{path}: ")


# --- what cannot be opened ----------------------------------------------------------
def test_a_missing_file_and_a_loop_of_links_are_not_there(tmp_path: Path) -> None:
    loop = tmp_path / "loop.csv"
    loop.symlink_to(loop)
    says = "there is no such file. Check the path."
    assert fault_of(tmp_path / "none.csv") == says
    assert fault_of(loop) == says


def test_a_folder_a_pipe_and_another_kind_of_file_are_refused(tmp_path: Path) -> None:
    folder, pipe, book = (tmp_path / name for name in ("a.csv", "b.csv", "c.xlsx"))
    folder.mkdir()
    os.mkfifo(pipe)
    book.write_text("x")
    assert fault_of(folder) == "it is a folder, not a file. Name the file inside it."
    remedy = "Save it as CSV (in UTF-8) or Parquet."
    assert fault_of(pipe) == f"it is no ordinary file. {remedy}"
    assert fault_of(book) == f"files of kind .xlsx are not read. {remedy}"


def test_a_file_without_a_suffix_is_refused(write: Write) -> None:
    says = "files of kind without a suffix are not read. "
    assert fault_of(write("x", "population")).startswith(says)


def test_a_file_one_may_not_read_is_unreadable(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = write(HEADER)
    monkeypatch.setattr(Path, "open", refuse)
    says = "it cannot be opened (Permission denied). "
    assert fault_of(path) == says + "Check the path, and that you may read it."


def test_a_name_too_long_for_a_file_is_unreadable() -> None:
    assert fault_of(Path("x" * 5000)).startswith("it cannot be opened (File name too")


def test_a_fault_of_the_data_names_their_source() -> None:
    damaged = pl.exceptions.ComputeError("a page is damaged\nand more")
    with pytest.raises(UnreadableError) as caught, reading("a frame"):
        raise damaged
    says = "a frame: its data cannot be read (a page is damaged). Export it again."
    assert str(caught.value) == says


# --- CSV: header --------------------------------------------------------------------
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "the file is empty. Export it again."),
        (b"\n\n\n", ROW_1),
        (b"\xef\xbb\xbf", ROW_1),
        (b"\nyear,force\n", ROW_1),
        (
            b'"year,force\n2010,Essex\n',
            (
                "its header is no row of CSV (unexpected end of data). "
                "Close each quotation mark, and export it again."
            ),
        ),
    ],
)
def test_a_file_without_a_header_is_unreadable(
    write: Write, content: bytes, says: str
) -> None:
    assert fault_of(write(content)) == says


@pytest.mark.parametrize("content", [HEADER, HEADER.strip()])
def test_a_header_without_rows_is_a_table_without_rows(
    write: Write, content: str
) -> None:
    path = write(content)
    assert read_file(path).headers == ("year", "force", "population")
    assert rows_of(path) == []


@pytest.mark.parametrize(
    ("separator", "note"), [(";", "cells separated by ';'"), ("\t", r"'\t'")]
)
def test_another_separator_is_seen_and_noted(
    write: Write, separator: str, note: str
) -> None:
    path = write((HEADER + "2010,Essex,5\n").replace(",", separator))
    assert rows_of(path) == [(2, "2010", "Essex", "5")]
    ((says, count),) = read_file(path).notes
    assert says.endswith(note)
    assert count == 1


def test_ten_thousand_columns_are_read(write: Write) -> None:
    cells = [str(number) for number in range(10_000)]
    file = read_file(write(",".join(cells) + "\n" + ",".join(cells)))
    assert file.headers == tuple(cells)
    assert file.frame.collect().row(0) == (*cells, 2)


# --- CSV: encoding ------------------------------------------------------------------
@pytest.mark.parametrize(
    ("encoding", "notes"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("cp1252", (("text encoded as cp1252", 1),)),
        ("utf-16", (("text encoded as UTF-16", 1),)),
    ],
)
def test_text_is_read_in_the_usual_encodings(
    write: Write, encoding: str, notes: tuple[tuple[str, int], ...]
) -> None:
    text = '"year",force,population\n2010,Dyfed\N{EN DASH}Powys,5\n'
    path = write(text.encode(encoding))
    assert read_file(path).headers[0] == "year"
    assert rows_of(path) == [(2, "2010", "Dyfed\N{EN DASH}Powys", "5")]
    assert read_file(path).notes == notes


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (HEADER.encode() + b"2010,Dyfed\x81Powys,5\n", NOT_TEXT),
        (HEADER.encode("utf-16")[:-1], NOT_TEXT),
        (HEADER.encode("utf-16-le"), NUL.format(1)),
        (HEADER.encode() + b"2010,Es\0sex,5\n", NUL.format(2)),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", NUL.format(3)),
        (bytes(range(1, 256)), NOT_TEXT),
    ],
)
def test_what_is_not_text_is_unreadable(
    write: Write, content: bytes, says: str
) -> None:
    assert fault_of(write(content)) == says


# --- CSV: rows ----------------------------------------------------------------------
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_are_numbered_as_in_a_spreadsheet_whatever_ends_a_line(
    write: Write, end: str
) -> None:
    text = HEADER + '2010,"Es\nsex",5\n\n2010,Kent,6\n,,\n   \n2010,Essex,7\n\n'
    path = write(text.replace("\n", end))
    assert rows_of(path) == [
        (2, "2010", f"Es{end}sex", "5"),
        (4, "2010", "Kent", "6"),
        (7, "2010", "Essex", "7"),
    ]
    assert read_file(path).notes == (("blank row left out", 4),)


def test_rows_keep_their_numbers_in_a_file_of_one_column(write: Write) -> None:
    assert rows_of(write("force\nEssex\n\nKent\n")) == [(2, "Essex"), (4, "Kent")]


def test_empty_cells_are_empty_quoted_or_not(write: Write) -> None:
    path = write(HEADER + '2010,"",\n')
    assert rows_of(path) == [(2, "2010", None, None)]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (
            "\n2010,Kent\n",
            (
                "row 3 has 2 cells where the header has 3. "
                "Complete the row, and export it again."
            ),
        ),
        (
            '2010,"Es\nsex",5\n2010,Kent,1,200\n2010,Kent,1,300\n',
            (
                "row 3 has 4 cells where the header has 3, and 1 more such. "
                "Put cells that hold a comma in quotation marks, and export it again."
            ),
        ),
    ],
)
def test_a_ragged_row_is_named_by_its_number(
    write: Write, rows: str, says: str
) -> None:
    assert fault_of(write(HEADER + rows)) == says


def test_a_title_above_the_header_is_told_from_a_ragged_row(write: Write) -> None:
    says = "row 3 has 3 cells where the header has 1, and 1 more such. "
    remedy = "Put the header in row 1, with nothing above it."
    assert fault_of(write("Table 1\n\n" + HEADER + "2010,Kent,5\n")) == says + remedy


def test_a_quotation_mark_that_swallows_the_rest_is_unreadable(write: Write) -> None:
    path = write(HEADER + '2010,Essex,5\n2010,Kent,"6\n2010,Kent,7\n')
    assert fault_of(path) == "row 3 opens a quotation mark " + UNCLOSED


def test_a_quotation_mark_that_swallows_more_than_a_row_may_hold_is_unreadable(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delimited, "_CHUNK", 64)
    path = write(HEADER + '2010,Essex,"6\n' + "2010,Kent,7\n" * 50)
    says = "a quotation mark is never closed, or a row is longer than 1 MB. "
    assert fault_of(path) == says + "Close each quotation mark, and export it again."


def test_a_stray_quotation_mark_within_a_cell_is_a_cell_like_any_other(
    write: Write,
) -> None:
    path = write(HEADER + '2010,Es"sex,5\n')
    assert rows_of(path) == [(2, "2010", 'Es"sex', "5")]


# --- Parquet ------------------------------------------------------------------------
def parquet(path: Path) -> bytes:
    frame = pl.DataFrame({"year": [2010] * 2000, "force": ["Essex"] * 2000})
    frame = frame.with_columns(population=pl.int_range(2000))
    frame.write_parquet(path, compression="zstd")
    return path.read_bytes()


def test_rows_of_parquet_are_numbered_from_one(tmp_path: Path) -> None:
    path = tmp_path / "year=2018" / "population.PARQUET"
    path.parent.mkdir()
    parquet(path)
    assert headers_in(path) == ("year", "force", "population")
    assert rows_of(path)[-1] == (2000, 2010, "Essex", 1999)
    assert read_file(path).notes == ()


@pytest.mark.parametrize("share", [0.001, 0.5, 0.999])
def test_parquet_cut_short_is_unreadable(tmp_path: Path, share: float) -> None:
    path = tmp_path / "population.parquet"
    whole = parquet(path)
    path.write_bytes(whole[: int(len(whole) * share)])
    assert fault_of(path) == "it is not a whole Parquet file. Export it again."


def test_parquet_without_columns_is_a_table_without_columns(tmp_path: Path) -> None:
    path = tmp_path / "population.parquet"
    pl.DataFrame().write_parquet(path)
    assert read_file(path).headers == ()
    assert rows_of(path) == []


def test_a_doubled_column_of_parquet_keeps_both_headers(tmp_path: Path) -> None:
    path = tmp_path / "population.parquet"
    table = pa.Table.from_arrays([pa.array([5]), pa.array([6])], names=["a", "a"])
    pa_parquet.write_table(table, path)
    assert read_file(path).headers == ("a", "a")
    assert rows_of(path) == [(1, 5, 6)]
