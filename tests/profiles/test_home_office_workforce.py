"""Home Office workforce tables: one sheet a kind of worker, days in the headers."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from books import changed

from peelcheck import check
from peelcheck.reading import read
from peelcheck.shape import Mark

from .conftest import Errors, Rows, Said, Totals

MARCH, SEPTEMBER = date(2018, 3, 31), date(2018, 9, 30)


def test_sheets_are_found_by_their_titles_and_days_by_their_headers(
    shapes: Path, rows: Rows, said: Said, totals: Totals, errors: Errors
) -> None:
    given = read(shapes / "police-workforce.ods")
    assert len(rows(given, "workforce")) == 2 * 4 * (9 + 1)
    officers = rows(given, "workforce", force="Durham", worker_type="police officer")
    assert {row["as_at"]: row["fte"] for row in officers} == {
        MARCH: 210,
        SEPTEMBER: 211,
    }
    counts = said(given.tables["workforce"])
    assert counts["force", "row of no force left out"] == 1
    assert totals(given.tables["workforce"]) == (40, 0, 0)
    assert errors(check(given)) == {"WOR002"}  # nine forces are not all of them


def test_the_force_and_the_region_of_one_name_are_told_by_what_stands_below(
    shapes: Path, rows: Rows
) -> None:
    given = read(shapes / "police-workforce.ods")
    found = rows(given, "workforce", force="West Midlands", worker_type="police staff")
    assert {row["as_at"]: row["fte"] for row in found} == {MARCH: 210, SEPTEMBER: 211}


def test_a_force_that_cannot_tell_has_a_mark(shapes: Path, rows: Rows) -> None:
    given = read(shapes / "police-workforce.ods")
    found = rows(
        given, "workforce", force="Cleveland", worker_type="designated officer"
    )
    assert [row["fte.mark"] for row in found] == [Mark.NOT_AVAILABLE] * 2


def test_a_finding_says_which_of_the_sheets_and_which_cell(
    shapes: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(shapes / "police-workforce.ods", tmp_path / "a.ods"))
    changed(path, {"content.xml": (b'office:value="157.5"', b'office:value="-157.5"')})
    report = check(path)
    (found,) = report.of("WOR.fte.minimum").findings
    assert (found.source, found.row, found.cell) == ("a.ods Table_2", 9, "B9")
    (table,) = report.tables
    assert table.source == "a.ods"
    (total, *_) = report.of("WOR.totals").findings
    assert (total.source, total.cell) == ("a.ods Table_2", "B6")


def test_the_published_tables_add_up(
    raw_files: Path, rows: Rows, totals: Totals
) -> None:
    given = read(raw_files / "home-office-police-workforce-30-sep-2018.ods")
    officers = rows(given, "workforce", as_at=MARCH, worker_type="police officer")
    forces = [row for row in officers if row["force"] != "British Transport Police"]
    assert len(forces) == 43
    assert round(sum(row["fte"] for row in forces), 2) == 122_403.80
    data = given.tables["workforce"]
    assert totals(data) == (144, 0, 0)
    said = {
        (one.area, one.members) for one in data.totals if one.area.startswith("Total")
    }
    assert said == {
        ("Total 43 forces", "the 43 forces"),
        (
            "Total",
            "the 43 forces, British Transport Police and Central Service Secondments",
        ),
    }
    marks = [row["fte.mark"] for row in rows(given, "workforce", fte=None)]
    assert marks == [Mark.NOT_AVAILABLE] * 39
    assert check(given).ok
