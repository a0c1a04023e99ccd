"""Sheets laid out for people: header, data, and what stands around them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from peelcheck.errors import UnreadableError
from peelcheck.reading.raw import RawTable
from peelcheck.reading.sheets.grids import Grid, Row
from peelcheck.reading.sheets.layouts import folded_header, laid_out
from peelcheck.reading.sheets.workbooks import grid_of, sheets_in
from peelcheck.returns import ROW

BOOK = Path("a.xlsx")


def grid(*rows: Row, merged: tuple[tuple[int, int, int, int], ...] = ()) -> Grid:
    """Return a grid of rows, each as wide as the widest."""
    width = max(len(row) for row in rows)
    wide = tuple((*row, *[None] * (width - len(row))) for row in rows)
    return Grid(path=BOOK, sheet="A ", hidden=False, rows=wide, merged=merged)


def numbers(raw: RawTable) -> list[int]:
    return [int(row) for row in raw.frame.collect()[ROW]]


def cells(raw: RawTable) -> list[tuple[Any, ...]]:
    return raw.frame.collect().drop(ROW).rows()


def fault_of(sheet: Grid, **more: Any) -> str:
    with pytest.raises(UnreadableError) as caught:
        laid_out(sheet, **more)
    return str(caught.value)


# --- plain tables -------------------------------------------------------------------
def test_a_header_in_row_1_with_data_below_is_a_table() -> None:
    raw = laid_out(grid(("year", "force", "n"), ("2010", "Essex", "5")))
    assert raw.headers == ("year", "force", "n")
    assert cells(raw) == [("2010", "Essex", "5")]
    assert (numbers(raw), raw.letters) == ([2], ("A", "B", "C"))
    assert (raw.sheet, raw.above, raw.below, raw.notes) == ("A ", (), (), ())


def test_a_header_alone_is_a_table_without_rows() -> None:
    raw = laid_out(grid(("year", "force", "n")))
    assert raw.headers == ("year", "force", "n")
    assert cells(raw) == []
    assert raw.frame.collect_schema()[ROW].is_integer()


def test_columns_may_all_hold_text() -> None:
    raw = laid_out(grid(("force", "reason"), ("Essex", "a"), ("Kent", "b")))
    assert (raw.headers, numbers(raw)) == (("force", "reason"), [2, 3])


def test_first_rows_without_a_number_are_data_no_less() -> None:
    raw = laid_out(
        grid(
            ("force", "group", "n"), ("Essex", "a"), ("Essex", "b"), ("Kent", "a", "5")
        )
    )
    assert (raw.headers, numbers(raw)) == (("force", "group", "n"), [2, 3, 4])


def test_a_date_with_slashes_is_a_value_and_no_header() -> None:
    later = (("Kent", "02/10/2017"), ("Kent", "2017-10-03"))
    raw = laid_out(grid(("force", "day"), ("Essex", "1/10/2017"), (), *later))
    assert (raw.headers, numbers(raw)) == (("force", "day"), [2, 4, 5])


def test_two_columns_of_years_are_data_under_their_headers() -> None:
    raw = laid_out(grid(("from", "to", "force"), ("2010", "2011", "Essex")))
    assert (raw.headers, numbers(raw)) == (("from", "to", "force"), [2])


def test_blank_rows_within_the_data_are_left_out_and_said_so() -> None:
    rows = (("force", "n"), ("Essex", "5"), (), (), ("Kent", ".."), ())
    raw = laid_out(grid(*rows))
    assert numbers(raw) == [2, 5]
    assert raw.notes == (("blank row left out", 2),)
    text = laid_out(grid(("force", "why"), ("Essex", "a"), (), ("Kent", "b")))
    assert numbers(text) == [2, 4]


def test_a_second_table_below_is_read_on_with_its_header_so_that_it_is_loud() -> None:
    raw = laid_out(grid(("force", "n"), ("Essex", "5"), (), ("area", "m"), ("a", "6")))
    assert cells(raw) == [("Essex", "5"), ("area", "m"), ("a", "6")]
    assert raw.notes == (("blank row left out", 1),)


def test_rows_below_that_look_otherwise_are_left_out_and_said_so() -> None:
    rows = ("force", "n", "m"), ("Essex", "5", "6"), ("Notes:",), ("1", "A note.")
    raw = laid_out(grid(*rows))
    assert (numbers(raw), raw.below) == ([2], ("Notes:", "1", "A note."))
    assert raw.notes == (("row below the table left out", 1),)


@pytest.mark.parametrize("text", ["Note: estimated.", "2. Section 60", "x" * 81])
def test_a_lone_text_between_rows_of_data_does_not_end_them(text: str) -> None:
    rows = ("force", "n"), ("Essex", "5"), (text,), ("Kent", "6"), ("Source: us",)
    raw = laid_out(grid(*rows))
    assert (numbers(raw), raw.below) == ([2, 4], ("Source: us",))
    assert raw.notes == (("row of text inside the table left out", 1),)
    first = laid_out(grid(rows[0], *rows[2:4], (), ("Part",), rows[1]))
    assert numbers(first) == [3, 6]
    assert first.notes == (
        ("blank row left out", 1),
        ("row of text inside the table left out", 2),
    )


def test_a_far_row_of_data_and_many_texts_are_found_in_linear_time() -> None:
    gap: list[Row] = [()] * 30_000
    assert numbers(laid_out(grid(("force", "n"), *gap, ("Essex", "5")))) == [30_002]
    texts: list[Row] = [("Part",), ()] * 15_000
    rows = ("force", "n"), ("Essex", "5"), (), *texts, ("Kent", "6")
    raw = laid_out(grid(*rows))
    assert numbers(raw) == [2, 30_004]
    assert raw.notes[1] == ("row of text inside the table left out", 15_000)


def test_merged_cells_that_overlap_are_told_without_being_filled() -> None:
    rows: list[Row] = [("force", "n"), *[("Essex", "5")] * 2_000]
    merged = tuple((0, 0, 2_000, 1) for _ in range(20_000))
    assert "merged cells in it overlap" in fault_of(grid(*rows, merged=merged))


def test_a_single_cell_after_a_blank_row_is_a_note() -> None:
    raw = laid_out(grid(("force", "n"), ("Essex", "5"), (), ("Kent",)))
    assert (numbers(raw), raw.below) == ([2], ("Kent",))


def test_words_above_a_blank_row_are_no_header() -> None:
    rows = (("Force", "Essex", "x", "y"), (), ("group", "n"), ("a", "5"))
    raw = laid_out(grid(*rows))
    assert (raw.headers, raw.above) == (("group", "n"), ("Force", "Essex", "x", "y"))


# --- headers of several rows --------------------------------------------------------
def test_bands_fill_their_columns_and_titles_and_units_stand_apart() -> None:
    raw = laid_out(
        grid(
            ("Table 1: crime",),
            (),
            ("England", None, None, None, None, "Thousands"),
            (None, "Total", None, "Victim-\nbased  crime", None, None),
            ("Area", None, None, "Theft6,7", "Robbery", None),
            (None, "Numbers"),
            ("Essex", "9", None, "4", "5", None),
            ("Kent", "..", None, "-", "#REF!", "7"),
            ("Source: us",),
            ("1. A note.",),
            merged=((0, 0, 0, 5), (3, 1, 4, 1), (3, 3, 3, 5), (5, 1, 5, 5)),
        )
    )
    band = "Victim- based crime"
    headers = ("Area", "Total", f"{band} / Theft6,7", f"{band} / Robbery", band)
    assert raw.headers == headers
    assert raw.letters == ("A", "B", "D", "E", "F")
    assert cells(raw)[1] == ("Kent", "..", "-", "#REF!", "7")
    assert raw.above == ("Table 1: crime", "England", "Thousands", "Numbers")
    assert raw.below == ("Source: us", "1. A note.")


def test_years_and_days_may_head_columns() -> None:
    days = (None, "2017-03-31", "2018-03-31", "%")
    merged = ((0, 0, 1, 0), (0, 1, 0, 2))
    sheet = grid((None, "As at"), days, ("Essex", "5", "6", "20"), merged=merged)
    raw = laid_out(sheet)
    assert raw.headers == ("", "As at / 2017-03-31", "As at / 2018-03-31", "%")
    alone = laid_out(grid(("Area", "2017", "2018")))
    assert (alone.headers, numbers(alone)) == (("Area", "2017", "2018"), [])
    years = laid_out(grid(("Area", "2017", "2018"), ("Essex", "5,000", "6")))
    assert (years.headers, numbers(years)) == (("Area", "2017", "2018"), [2])


def test_a_header_split_over_rows_without_merging_is_joined() -> None:
    raw = laid_out(
        grid(
            ("Area", "Officers", None, "Staff", None),
            (None, "number", "%", "number", "%"),
            ("Essex", "5", "6", "7", "8"),
        )
    )
    assert raw.headers == ("Area", "Officers / number", "%", "Staff / number", "%")


def test_equal_parts_of_a_header_are_not_repeated() -> None:
    merged = ((0, 0, 1, 0), (0, 1, 0, 2))
    rows = (("Area", "Crime", None), (None, "Crime", "Theft"), ("Essex", "5", "6"))
    raw = laid_out(grid(*rows, merged=merged))
    assert raw.headers == ("Area", "Crime", "Crime / Theft")


def test_a_column_with_data_and_no_header_is_kept() -> None:
    raw = laid_out(grid(("force", None, "n", None), ("Essex", "x", "5", None)))
    assert (raw.headers, raw.letters) == (("force", "", "n"), ("A", "B", "C"))


def test_merged_cells_in_the_data_are_counted_and_not_filled() -> None:
    rows = (("force", "n"), ("Essex", "5"), (None, "6"))
    raw = laid_out(grid(*rows, merged=((1, 0, 2, 0), (7, 9, 8, 9))))
    assert cells(raw) == [("Essex", "5"), (None, "6")]
    assert raw.notes == (("merged cells in the data, the first of them filled", 1),)


# --- headers that are named ---------------------------------------------------------
def test_the_header_is_where_the_named_headers_are() -> None:
    rows = (("Note", "2"), ("AREA  name10", "Total\n(all6)"), ("Essex", "5"))
    raw = laid_out(grid(*rows), holding=("Area name", "total (ALL)"))
    assert (raw.headers, numbers(raw)) == (("AREA name10", "Total (all6)"), [3])
    assert raw.above == ("Note", "2")
    merged = ((0, 0, 1, 0),)
    below = grid(("Area", "As at"), (None, "Sep"), ("Essex", "5"), merged=merged)
    raw = laid_out(below, holding=("As at",))
    assert (raw.headers, numbers(raw)) == (("Area", "As at / Sep"), [3])


def test_headers_that_are_nowhere_are_told() -> None:
    says = "no row holds the headers 'Area', 'Total'. "
    remedy = "Give each column its name in one row above the data."
    told = fault_of(grid(("Area", "n"), ("Essex", "5")), holding=("Area", "Total"))
    assert told == f"a.xlsx, sheet A: {says}{remedy}"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Total6,7", "total"),
        ("Recorded crime (excluding fraud3)", "recorded crime (excluding fraud)"),
        ("rounded  to\n100", "rounded to 100"),
        ("Crime (all)4, 5", "crime (all)"),
        ("2018", "2018"),
    ],
)
def test_headers_are_compared_without_case_blanks_and_footnotes(
    text: str, folded: str
) -> None:
    assert folded_header(text) == folded


def test_a_sheet_without_a_table_is_told() -> None:
    says = "a.xlsx, sheet A: there is no table in it."
    assert fault_of(grid(("Notes",), ("1. This.",))).startswith(says)
    assert "it has no header" in fault_of(grid(("2010", "Essex", "5")))
    empty = Grid(path=BOOK, sheet="A ", hidden=False, rows=())
    assert fault_of(empty).startswith(says)


# --- real files ---------------------------------------------------------------------
def test_every_published_sheet_is_a_table_or_is_told(raw_files: Path) -> None:
    tables, told = [], []
    for path in sorted([*raw_files.glob("*.xlsx"), *raw_files.glob("*.ods")]):
        for sheet in sheets_in(path):
            try:
                tables.append(laid_out(grid_of(path, sheet)))
            except UnreadableError:
                told.append(sheet)
    assert told == ["Notes", "Correction", "Notes"]
    assert len(tables) == 24
    assert all(len(numbers(raw)) >= 8 for raw in tables)


def test_a_published_table_of_crime_is_found(raw_files: Path) -> None:
    path = raw_files / "ons-police-force-area-tables-ye-sep-2018.xlsx"
    raw = laid_out(grid_of(path, "Table P1"), holding=("Area Code", "Area Name"))
    assert numbers(raw) == list(range(7, 63))
    assert raw.headers[:3] == (
        "Area Code",
        "Area Name",
        "Total recorded crime (excluding fraud3)",
    )
    assert raw.headers[3] == "Victim-based crime / Violence against the person"
    assert "D" not in raw.letters
    assert raw.above[-1] == "Numbers"
    assert raw.below[0].startswith("Source: Home Office")


def test_a_published_table_of_the_workforce_is_found(raw_files: Path) -> None:
    path = raw_files / "home-office-police-workforce-30-sep-2018.ods"
    raw = laid_out(grid_of(path, "Table_1"))
    assert numbers(raw) == list(range(7, 64))
    assert raw.headers[:3] == ("", "As at: / 2017-09-30", "As at: / 2018-03-31")
    assert raw.headers[7] == "Change in 6 months Mar-18 to Sep-18 / %"
    assert raw.above[1:] == ("England and Wales", "Full-time equivalents")
