"""Days that a workbook holds as plain numbers, by its own system of dates."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest
from books import cell, ods, sheet, xlsx
from readers import Coerced, Values, Write

import peelcheck
from peelcheck.errors import UnreadableError
from peelcheck.reading import read
from peelcheck.reading.sheets.workbooks import grid_of
from peelcheck.returns import Return, TableData
from peelcheck.shape import Mark

HEADER = ("year_ending", "force", "searches")
SERIAL = "serial number read as a date"
DAY = date(2018, 3, 31)


def in_book(folder: Path, *days: Any, mac: bool = False) -> Return:
    rows = [(day, "Essex", at) for at, day in enumerate(days)]
    return read(xlsx(folder / "a.xlsx", {"stop_search": [HEADER, *rows]}, mac=mac))


def searches(given: Return) -> TableData:
    return given.tables["stop_search"]


@pytest.mark.parametrize(("mac", "number"), [(False, 43190), (True, 41728)])
def test_a_number_is_a_day_by_the_workbooks_own_system(
    tmp_path: Path, values: Values, coerced: Coerced, *, mac: bool, number: int
) -> None:
    given = in_book(tmp_path, DAY, number, mac=mac)
    assert values(searches(given), "year_ending") == {2: DAY, 3: DAY}
    example = (3, str(number), "2018-03-31")
    assert ("year_ending", SERIAL, 1, [example]) in coerced(searches(given))
    assert in_book(tmp_path, DAY, mac=mac).tables["stop_search"].coercions == ()


def test_what_can_be_no_such_day_stays_unreadable(tmp_path: Path) -> None:
    odd = (18263, 73052, 2018, 20180331, 43190.5, -43190, "043190")
    given = in_book(tmp_path, *odd, 18264, 73051)
    frame = searches(given).frame.to_native().collect()
    assert frame["year_ending.mark"].to_list() == [*[Mark.UNREADABLE] * 7, None, None]
    ends = [date(1950, 1, 1), date(2100, 1, 1)]
    assert frame["year_ending"].to_list() == [*[None] * 7, *ends]
    found = peelcheck.check(given).of("STS.year_ending.type").findings
    assert [one.cell for one in found] == [f"A{row}" for row in range(2, 9)]


def test_days_in_words_and_in_figures_are_read_in_workbooks(
    tmp_path: Path, values: Values
) -> None:
    given = in_book(tmp_path, "31/03/2018", "31 March 2018", "2018-03-31 ")
    assert set(values(searches(given), "year_ending").values()) == {DAY}


def test_a_count_is_no_day(tmp_path: Path, values: Values) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"stop_search": [HEADER, (DAY, "Essex", 43190)]})
    assert values(searches(read(path)), "searches") == {2: 43190}


def test_numbers_elsewhere_are_no_days(tmp_path: Path, write: Write) -> None:
    text = "year_ending,force\n43190,Essex\n"
    rows = {"year_ending": [43190], "force": ["Essex"]}
    sources = (
        write(text, "stop_search.csv"),
        {"stop_search": pl.DataFrame(rows)},
        {"stop_search": pd.DataFrame(rows)},
    )
    book = xlsx(tmp_path / "a.xlsx", {"stop_search": [HEADER[1:], ("Essex", 5)]})
    told = read(book, constants={"year_ending": 43190})
    for given in (*map(read, sources), told):
        report = peelcheck.check(given)
        assert report.of("STS.year_ending.type").failed == 1


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("", 43190),
        ("<table:null-date/>", 43190),
        ('<table:null-date table:date-value="1904-01-01"/>', 41728),
    ],
)
def test_an_opendocument_workbook_counts_from_the_day_it_says(
    tmp_path: Path, values: Values, said: str, number: int
) -> None:
    rows = [
        [cell("string", name) for name in HEADER],
        [cell("float", value=number), cell("string", "Essex"), cell("float", value=5)],
    ]
    settings = f"<table:calculation-settings>{said}</table:calculation-settings>"
    given = read(ods(tmp_path / "a.ods", settings, sheet("stop_search", *rows)))
    assert values(searches(given), "year_ending") == {2: DAY}


def test_a_workbook_that_counts_from_no_day_is_unreadable(tmp_path: Path) -> None:
    said = '<table:null-date table:date-value="spring"/>'
    path = ods(tmp_path / "a.ods", said, sheet("A", [cell("string", "a")]))
    with pytest.raises(UnreadableError, match="sheet A cannot be read"):
        grid_of(path, "A")
