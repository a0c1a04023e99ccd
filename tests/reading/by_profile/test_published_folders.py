"""Folders with files of published sources: one profile's files are one table."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import openpyxl
import pytest
from consoles import printed
from readers import Values, Write

import peelcheck
from peelcheck.errors import UnreadableError
from peelcheck.model import Kind
from peelcheck.reading import read
from peelcheck.reporting.findings import report_on_terminal
from peelcheck.reporting.machine import report_as_json

HEADER = (
    "Type,Date,Self-defined ethnicity,Officer-defined ethnicity,Legislation,"
    "Object of search,Outcome,Outcome linked to object of search\n"
)
PERSON = "Person search,{},White - Irish,White,PACE,Drugs,Arrest,True\n"
VEHICLE = "Vehicle search,{},White - Irish,White,PACE,Drugs,Arrest,True\n"
DECEMBER = "2017-12-essex-stop-and-search.csv"
JANUARY = "2018-01-essex-stop-and-search.csv"
PROFILE = "data-police-uk-stop-search"
MORNING = "2017-12-31T10:00:00+00:00"
Months: TypeAlias = Callable[..., Path]


@pytest.fixture
def months(write: Write) -> Months:
    """Return what writes a month's searches into the folder it returns."""

    def written(name: str, *rows: str, header: str = HEADER) -> Path:
        return write(header + "".join(rows), name).parent

    return written


def two_months(months: Months) -> Path:
    months(DECEMBER, PERSON.format("2017-12-01T10:00:00+00:00"), PERSON.format(MORNING))
    more = [VEHICLE.format("2018-01-02T10:00:00+00:00"), PERSON.format(MORNING)]
    return months(JANUARY, PERSON.format("2018-01-01T10:00:00+00:00"), *more)


def assumed(source: Path) -> tuple[str, ...]:
    return read(source).manifest.assumed


def test_months_are_one_table_of_the_period_they_make_up(months: Months) -> None:
    folder = two_months(months)
    given = read(folder)
    (data,) = given.tables.values()
    assert data.source == f"{DECEMBER} and {JANUARY}"
    entry = given.manifest.entry("stop_search_records")
    assert (entry.period_start, entry.period_end) == (
        date(2017, 12, 1),
        date(2018, 1, 31),
    )
    assert given.manifest.kind is Kind.PUBLICATION
    says = f"{DECEMBER} and {JANUARY} read by profile {PROFILE}"
    how = ", as a publication unless said: its shape tells"
    assert [one for one in given.manifest.assumed if "read by" in one] == [says + how]
    counts = {(one.column, one.kind): one.count for one in data.coercions}
    assert counts["force", "taken from the file name"] == 2
    moments = "moment read as its day in Great Britain"
    assert counts["searched_on", moments] == 5


def test_a_finding_names_the_file_and_its_row(months: Months) -> None:
    report = peelcheck.check(two_months(months))
    (vehicle,) = report.of("STR002").findings
    assert (vehicle.source, vehicle.row) == (JANUARY, 3)
    assert f"{JANUARY} row 3 " in printed(report_on_terminal(report), 160)
    found = json.loads(report_as_json(report))["rules"]
    told = [one for rule in found if rule["id"] == "STR002" for one in rule["findings"]]
    assert [(one["source"], one["row"]) for one in told] == [(JANUARY, 3)]
    assert [table.rows for table in report.tables] == [5]


def test_a_copy_is_found_in_another_file_and_named_by_it(
    months: Months, values: Values
) -> None:
    folder = two_months(months)
    (data,) = read(folder).tables.values()
    assert list(values(data, "copy_of").values()) == [None, None, None, None, 3]
    (copy,) = peelcheck.check(folder).of("STR004").findings
    assert (copy.source, copy.row) == (JANUARY, 4)
    assert copy.values == {"copy_of": f"row 3 of {DECEMBER}"}
    assert copy.message == f"copy_of = row 3 of {DECEMBER}"


def test_a_copy_is_told_by_its_cells_whatever_their_order_but_of_its_force_alone(
    months: Months,
) -> None:
    months(DECEMBER, PERSON.format(MORNING), PERSON.format(MORNING))
    turned = "Latitude," + HEADER.replace("Type,Date", "Date,Type")
    row = PERSON.format(MORNING).replace(f"Person search,{MORNING}", "")
    months(JANUARY, f",{MORNING},Person search{row}", header=turned)
    folder = months(JANUARY.replace("essex", "kent"), PERSON.format(MORNING))
    found = peelcheck.check(folder).of("STR004").findings
    assert [(one.source, one.row, one.values["copy_of"]) for one in found] == [
        (DECEMBER, 3, 2),
        (JANUARY, 2, f"row 2 of {DECEMBER}"),
    ]


@pytest.mark.parametrize(
    ("names", "period"),
    [
        (["2017-12-essex", "2018-02-essex"], (None, None)),
        (["2017-12-essex", "2018-x-essex"], (None, None)),
        (["2017-12-essex", "2017-12-kent"], (date(2017, 12, 1), date(2017, 12, 31))),
    ],
)
def test_a_period_is_said_where_no_month_is_left_out(
    months: Months, names: Sequence[str], period: tuple[Any, Any]
) -> None:
    for name in names:
        folder = months(f"{name}-stop-and-search.csv", PERSON.format(MORNING))
    entry = read(folder).manifest.entry("stop_search_records")
    assert (entry.period_start, entry.period_end) == period


def test_one_file_is_read_by_its_profile_beside_plain_tables(
    months: Months, write: Write
) -> None:
    months(DECEMBER, PERSON.format(MORNING))
    folder = write("year,force,population\n2010,Essex,5\n").parent
    write("a,b\n1,2\n", "stray.csv")
    given = read(folder)
    assert set(given.tables) == {"population", "stop_search_records"}
    assert given.tables["stop_search_records"].source == DECEMBER
    assert given.manifest.kind is Kind.SUBMISSION
    assert given.manifest.assumed[:2] == (
        f"{DECEMBER} read by profile {PROFILE}: its shape tells",
        "left alone stray.csv: no table of a return",
    )


def test_a_folder_with_a_manifest_is_read_as_it_stands(
    months: Months, write: Write
) -> None:
    months(DECEMBER, PERSON.format(MORNING))
    write("year,force,population\n2010,Essex,5\n")
    folder = write('kind = "publication"', "manifest.toml").parent
    assert list(read(folder).tables) == ["population"]
    assert f"left alone {DECEMBER}: no table of a return" in assumed(folder)


def test_what_the_caller_says_goes_before_what_a_profile_knows(months: Months) -> None:
    said = {"tables": {"stop_search_records": {"release": "May"}}}
    given = read(two_months(months), manifest=said, kind="collection")
    assert given.manifest.kind is Kind.COLLECTION
    assert given.manifest.entry("stop_search_records").period_end is None


def test_other_files_of_the_same_table_are_refused(
    months: Months, write: Write
) -> None:
    months(DECEMBER, PERSON.format(MORNING))
    folder = write("force\nEssex\n", "stop_search_records.csv").parent
    with pytest.raises(UnreadableError) as caught:
        read(folder)
    both = f"{DECEMBER} and stop_search_records.csv both hold table stop_search_records"
    remedy = "Keep one of them in the folder, or name the file to be read."
    assert str(caught.value) == f"{folder}: {both}. {remedy}"


def test_a_damaged_month_is_not_left_out(months: Months) -> None:
    months(DECEMBER, PERSON.format(MORNING))
    folder = months(JANUARY, "Person search\n")
    with pytest.raises(UnreadableError, match="row 2 has 1 cells where the header"):
        read(folder)


def test_workbooks_of_two_editions_name_file_sheet_and_cell(
    shapes: Path, tmp_path: Path
) -> None:
    name = "police-force-area-tables.xlsx"
    shutil.copy(shapes / name, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(shapes / name)
    book["Table P1 "]["E12"] = "many"
    book["Table P1 "]["I11"] = "more"
    book["Table P1 "]["C9"] = 481
    book.save(tmp_path / "b.xlsx")
    report = peelcheck.check(tmp_path)
    found = report.of("CRI.crimes.type").findings
    assert [(one.source, one.row, one.cell) for one in found] == [
        ("b.xlsx Table P1", 11, "I11"),
        ("b.xlsx Table P1", 12, "E12"),
    ]
    assert "b.xlsx Table P1 cell E12   crimes = many" in printed(
        report_on_terminal(report), 160
    )
    (total,) = report.of("CRI.totals").findings
    assert (total.source, total.row, total.cell) == ("b.xlsx Table P1", 9, "C9")
    assert report.to_pandas()["cell"].tolist().count("E12") == 1
    (doubled, *_) = report.of("CRI.key").findings
    assert (doubled.source, doubled.cell) == ("a.xlsx Table P1", "")


def test_the_published_months_of_four_forces(raw_files: Path) -> None:
    report = peelcheck.check(raw_files / "data-police-uk")
    (table,) = report.tables
    assert table.rows == 5_848
    ids = ("STS004", "STR002", "STR003", "STR004")
    assert [report.of(one).failed for one in ids] == [2, 340, 897, 458]
    assert [(one.source, one.row) for one in report.of("STS004").findings] == [
        ("2019-12-essex-stop-and-search.csv", 1005),
        ("2020-01-essex-stop-and-search.csv", 619),
    ]
    assert report.ok
