"""Workbooks as returns: which sheets are tables, and where a finding is."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from books import xlsx
from consoles import printed
from hypothesis import given, settings
from hypothesis import strategies as st
from readers import Coerced, Values, Write

import peelcheck
from peelcheck.errors import UnreadableError
from peelcheck.reading import read
from peelcheck.reading.files import read_file
from peelcheck.reading.sheets.grids import cell_text
from peelcheck.reading.sheets.layouts import laid_out
from peelcheck.reading.sheets.workbooks import grid_of
from peelcheck.reporting.findings import report_on_terminal
from peelcheck.reporting.machine import report_as_json
from peelcheck.returns import ROW

HEADER = ("year", "force", "population")
ROWS = (HEADER, (2010, "Essex", 5), (2010, "kent", 6))
CSV = "year,force,population\n2010,Essex,5\n"


def book(tmp_path: Path, name: str = "return.xlsx", **sheets: Any) -> Path:
    return xlsx(tmp_path / name, sheets)


def fault_of(source: Any, **more: Any) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(source, **more)
    return str(caught.value)


def test_sheets_are_tables_by_their_names_or_their_headers(
    tmp_path: Path, values: Values
) -> None:
    sheets: dict[str, Any] = {
        "Population ": ROWS,
        "about": [["Words"]],
        "x": [["a", "b"], [1, 2]],
    }
    given_ = read(xlsx(tmp_path / "return.xlsx", sheets))
    data = given_.tables["population"]
    assert data.source == "return.xlsx, sheet Population"
    (origin,) = data.origins
    assert origin.letters == {"year": "A", "force": "B", "population": "C"}
    assert values(data, "force") == {2: "Essex", 3: "Kent"}
    left = "left alone sheet x of return.xlsx, sheet about of return.xlsx"
    assert given_.manifest.assumed[0] == f"{left}: no table of a return"
    told = read(book(tmp_path, Sheet1=ROWS)).tables["population"]
    assert told.source == "return.xlsx, sheet Sheet1"


def test_a_table_of_words_is_told_by_the_names_of_its_columns(
    tmp_path: Path, values: Values
) -> None:
    header = (" FORCE", "Subject", "inspected", "grade", "last_inspected")
    words = ("Planning for the future", "yes", "Good", "2018/19")
    rows = [["Judgments"], [], header, ("Essex", *words), [], ("Kent", *words), []]
    path = book(tmp_path, judgments=[*rows, ("Surrey", *words[:-1], "n/a")])
    data = read(path).tables["judgments"]
    assert data.faults == ()
    assert values(data, "force") == {4: "Essex", 6: "Kent", 8: "Surrey"}


def test_a_hidden_sheet_and_its_errors_are_said(
    tmp_path: Path, coerced: Coerced
) -> None:
    rows = [*ROWS, (2011, "Essex", "#REF!")]
    path = xlsx(tmp_path / "a.xlsx", {"a": [["x"]], "b": rows}, hidden=["b"])
    assert coerced(read(path).tables["population"])[:2] == [
        ("", "hidden sheet read", 1, []),
        ("", "formula error kept as text", 1, []),
    ]


def test_the_file_or_the_caller_may_tell_the_one_table(tmp_path: Path) -> None:
    rows = [("jahr", "force", "population"), (2010, "Essex", 5)]
    path = book(tmp_path, "population.xlsx", Sheet1=rows)
    assert list(read(path).tables) == ["population"]
    path = book(tmp_path, Sheet1=rows, about=[["x"]])
    assert list(read(path, table="population").tables) == ["population"]
    assert list(read({"population": path}).tables) == ["population"]
    near = "the nearest is population, which lacks year"
    assert near in fault_of(path)


def test_one_table_of_several_may_be_asked_for(tmp_path: Path) -> None:
    path = book(tmp_path, population=ROWS, stop_search=[("a", "b"), (1, 2)])
    given_ = read(path, table="population")
    assert list(given_.tables) == ["population"]
    assert not any("left alone" in one for one in given_.manifest.assumed)
    says = "neither name nor columns tell which of its sheets is table "
    assert says in fault_of(path, table="population_by_ethnic_group")


def test_a_table_that_stands_twice_is_unreadable(tmp_path: Path) -> None:
    path = book(tmp_path, population=ROWS, copy=ROWS)
    says = f"{path}: sheets population and copy both hold table population. "
    assert fault_of(path) == says + "Keep one of them in the workbook."
    folder = tmp_path / "mixed"
    folder.mkdir()
    book(folder, population=ROWS)
    (folder / "population.csv").write_text(CSV)
    both = "population.csv and return.xlsx, sheet population both hold table population"
    assert both in fault_of(folder)


def test_a_folder_may_mix_workbooks_and_other_files(
    tmp_path: Path, write: Write
) -> None:
    write("year_ending,force\n2018-03-31,Essex\n", "stop_search.csv")
    book(tmp_path, population=ROWS, about=[["x"]])
    book(tmp_path, "other.xlsx", a=[["x"]])
    given_ = read(tmp_path)
    assert list(given_.tables) == ["population", "stop_search"]
    left = "left alone other.xlsx, sheet about of return.xlsx"
    assert given_.manifest.assumed[0].startswith(left)


def test_a_workbook_without_a_table_is_unreadable(tmp_path: Path) -> None:
    path = book(tmp_path, a=[["Words"]], b=[["More"]])
    assert fault_of(path).startswith(f"{path}, sheet a: there is no table in it.")
    named = book(tmp_path, a=ROWS, stop_search=[["Words"]])
    assert fault_of(named).startswith(f"{named}, sheet stop_search: there is no table")
    path = book(tmp_path, a=[("x", "y"), (1, 2)], b=[("x", "y"), (1, 2)])
    says = f"{path}: neither name nor columns tell which of its sheets is a table"
    assert fault_of(path).startswith(says)


@pytest.mark.parametrize("suffix", [".xls", ".xlsb"])
def test_workbooks_of_old_kinds_are_refused(write: Write, suffix: str) -> None:
    path = write("x", f"population{suffix}")
    says = f"{path}: old workbooks of kind {suffix} are not read. "
    assert fault_of(path) == says + "Open it and save it as .xlsx or .ods."


def test_nothing_of_workbooks_is_loaded_for_other_files(write: Write) -> None:
    lines = (
        "import sys, peelcheck",
        f"peelcheck.check({str(write(CSV))!r})",
        "print(*sorted(sys.modules))",
    )
    done = subprocess.run(
        [sys.executable, "-c", "; ".join(lines)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "polars" in done.stdout.split()
    assert not {"python_calamine", "openpyxl"} & set(done.stdout.split())


# --- findings -----------------------------------------------------------------------
def test_a_finding_names_the_sheet_and_the_cell(tmp_path: Path) -> None:
    bad = [(2010 + n, "Essex", text) for n, text in enumerate(["x", "x", "x", 5, "x"])]
    path = book(tmp_path, population=[HEADER, *bad, (2010, "Essex", 7)])
    report = peelcheck.check(path)
    found = report.of("POP.population.type").findings
    assert [one.cell for one in found] == ["C2", "C3", "C4", "C6"]
    assert {one.cell for one in report.of("POP.key").findings} == {""}
    text = printed(report_on_terminal(report), 120)
    assert "return.xlsx, sheet population cells C2 to C4, C6 " in text
    assert "return.xlsx, sheet population row" in text
    assert "population (population)" not in text
    rules = json.loads(report_as_json(report))["rules"]
    cells = [one["cell"] for rule in rules for one in rule["findings"]]
    assert "C2" in cells


def test_a_finding_in_a_csv_file_has_no_cell(write: Write) -> None:
    report = peelcheck.check(write(CSV + "2011,Essex,x\n"))
    assert [one.cell for one in report.of("POP.population.type").findings] == [""]


# --- the same as CSV ----------------------------------------------------------------
TEXTS = st.text("abcxyz ", min_size=1, max_size=8).filter(str.strip)
CELLS = st.one_of(
    TEXTS,
    st.integers(-(10**9), 10**9),
    st.floats(-1e6, 1e6).map(lambda one: round(one, 3)),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)),
)


@settings(deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=6))
def test_a_table_reads_the_same_from_a_workbook_and_from_csv(
    rows: Sequence[tuple[Any, ...]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = xlsx(Path(folder) / "a.xlsx", {"a": [HEADER, *rows]})
        raw = laid_out(grid_of(path, "a"))
        lines = [",".join(f'"{cell_text(one)}"' for one in row) for row in rows]
        plain = Path(folder) / "a.csv"
        plain.write_text("\n".join([",".join(HEADER), *lines, ""]))
        file = read_file(plain)
        assert raw.headers == file.headers
        order = ["0", "1", "2", ROW]
        assert (
            raw.frame.select(order)
            .collect()
            .equals(file.frame.select(order).cast({ROW: pl.Int64}).collect())
        )
