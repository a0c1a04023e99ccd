"""ONS police force area tables: offences in headers, regions among forces."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl

from peelcheck import check
from peelcheck.reading import read
from peelcheck.results import Verdict
from peelcheck.shape import Mark

from .conftest import Errors, Rows, Said, Totals

NAME = "police-force-area-tables.xlsx"
ALL = "Total recorded crime (excluding fraud)"


def test_counts_are_read_by_force_and_offence(
    shapes: Path, rows: Rows, said: Said
) -> None:
    given = read(shapes / NAME)
    every = rows(given, "recorded_crime")
    assert len(every) == (9 + 1) * 5
    assert {row["period_end"] for row in every} == {date(2018, 9, 30)}
    assert {row["months"] for row in every} == {12}
    midlands = rows(given, "recorded_crime", force="West Midlands", offence=ALL)
    assert [row["crimes"] for row in midlands] == [320]
    counts = said(given.tables["recorded_crime"])
    assert counts["force", "footnote digits dropped"] == 3
    left = "region or total row held against its sum and left out"
    assert counts["force", left] == 5
    members = "the 43 forces and British Transport Police"
    less = " less 34 that are not there"
    assert counts["force", f"England and Wales is the sum of {members}{less}"] == 5


def test_rates_keep_regions_under_names_of_their_own(
    shapes: Path, rows: Rows, errors: Errors
) -> None:
    given = read(shapes / NAME)
    (region,) = rows(
        given, "recorded_crime_rate", area="West Midlands region", offence=ALL
    )
    (force,) = rows(given, "recorded_crime_rate", area="West Midlands", offence=ALL)
    assert (region["population"], force["population"]) == (760_000, 400_000)
    assert {row["population_year"] for row in rows(given, "recorded_crime_rate")} == {
        2017
    }
    (city,) = rows(given, "recorded_crime_rate", area="City of London", offence=ALL)
    assert (city["rate"], city["rate.mark"]) == (None, Mark.SUPPRESSED)
    assert given.tables["recorded_crime_rate"].unknown_columns == (
        "Household figures (mid-2017)4 rounded to 100",
        "Victim-based crime / Residential burglary (households) 6,8",
    )
    report = check(given)
    assert errors(report) == {"CRI004"}  # nine forces are not all of them
    assert report.of("CRI018").failed == 5  # a total of each offence holds the railways


def test_a_total_that_does_not_add_up_is_found_at_its_cell(
    shapes: Path, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(shapes / NAME)
    book["Table P1 "]["C9"] = 481
    book.save(tmp_path / NAME)
    result = check(tmp_path / NAME).of("CRI.totals")
    assert (result.failed, result.evaluated) == (1, 25)
    (found,) = result.findings
    assert (found.row, found.cell) == (9, "C9")
    assert found.message == (
        f"North East (2018-09-30, 12, {ALL}) = 481, its 3 forces make 480"
    )


def test_a_rate_and_a_name_are_found_at_their_cells(
    shapes: Path, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(shapes / NAME)
    book["Table P3"]["I9"] = "many"
    book["Table P3"]["B10"] = "Duram"
    book.save(tmp_path / NAME)
    given = read(tmp_path / NAME)
    report = check(given)
    (rate,) = report.of("CRR.rate.type").findings
    assert (rate.source, rate.cell) == (f"{NAME} Table P3", "I9")
    areas = report.of("CRR.area.domain").findings
    assert {(one.source, one.cell) for one in areas} == {(f"{NAME} Table P3", "B10")}
    (coercion,) = (
        one
        for one in given.tables["recorded_crime_rate"].coercions
        if (one.column, one.kind) == ("area", "footnote digits dropped")
    )
    assert [one.place for one in coercion.examples] == ["B7", "B17", "B18"]


def test_a_total_above_a_missing_member_stays_open(
    shapes: Path, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(shapes / NAME)
    book["Table P1 "]["C10"] = ".."
    book.save(tmp_path / NAME)
    result = check(tmp_path / NAME).of("CRI.totals")
    assert (result.failed, result.undecided) == (0, 3)
    assert result.verdict is Verdict.UNDECIDED


def test_the_published_september_tables(
    raw_files: Path, rows: Rows, totals: Totals
) -> None:
    given = read(raw_files / "ons-police-force-area-tables-ye-sep-2018.xlsx")
    (essex,) = rows(given, "recorded_crime", force="Essex", offence=ALL)
    assert (essex["crimes"], essex["period_end"]) == (144_037, date(2018, 9, 30))
    every = rows(given, "recorded_crime", offence=ALL)
    railways = "British Transport Police"
    assert {row["crimes"] for row in every if row["force"] == railways} == {62_605}
    assert sum(r["crimes"] for r in every if r["force"] != railways) == 5_010_526
    data = given.tables["recorded_crime"]
    assert totals(data) == (276, 0, 0)
    (whole,) = (
        one
        for one in data.totals
        if one.area == "England and Wales" and one.key["offence"] == ALL
    )
    assert (whole.printed, whole.summed, whole.place) == (5_073_131, 5_073_131, "C7")
    assert whole.members == "the 43 forces and British Transport Police"
    (rate,) = rows(given, "recorded_crime_rate", area="Essex", offence=ALL)
    assert (rate["population"], rate["population_year"]) == (1_820_400, 2017)
    assert round(rate["rate"], 3) == 79.125
    assert check(given).of("CRR001").verdict is Verdict.PASSED


def test_the_published_march_tables_rest_on_another_population(raw_files: Path) -> None:
    report = check(raw_files / "ons-police-force-area-tables-ye-mar-2018.xlsx")
    vintage = report.of("CRR001")
    assert vintage.failed == vintage.evaluated == 1_265
    assert report.of("CRI.totals").verdict is Verdict.PASSED
