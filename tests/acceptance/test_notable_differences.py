"""Notable differences in published figures: who is asked, and where it is shown."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from consoles import lines_of
from jsonschema import Draft202012Validator

import peelcheck
from peelcheck import Report, Verdict
from peelcheck.reading import read
from peelcheck.reporting.findings import report_on_terminal
from peelcheck.reporting.machine import report_as_json, schema
from peelcheck.reporting.page import page_as_html

FILE = "home-office-stop-and-search-ye-mar-2007-to-2019.csv.gz"
YEARS = (date(2018, 3, 31), date(2019, 3, 31))
MOVED = {"Essex", "Gloucestershire", "Gwent", "South Yorkshire"}


@pytest.fixture(scope="module")
def two_years(raw_files: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the published file with the rows of two years alone."""
    path = tmp_path_factory.mktemp("published") / "searches.csv"
    with gzip.open(raw_files / FILE, "rt", encoding="utf-8") as file:
        header, *rows = file
    kept = [row for row in rows if row.startswith(tuple(map(str, YEARS)))]
    path.write_text("".join([header, *kept]), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def report(two_years: Path) -> Report:
    return peelcheck.check(two_years)


@pytest.fixture(scope="module")
def by_force(two_years: Path) -> pl.DataFrame:
    """Return one row a force and year: all of its searches."""
    frame = read(two_years).tables["stop_search"].frame.to_native()
    rows: pl.DataFrame = frame.lazy().collect()
    return (
        rows.group_by("year_ending", "force")
        .agg(pl.sum("searches").cast(pl.Int64))
        .select(
            "year_ending",
            "force",
            pl.lit("Section 1 (PACE)").alias("legislation"),
            pl.lit("Drugs").alias("reason"),
            pl.lit("White").alias("ethnic_group"),
            "searches",
        )
    )


def checked(rows: pl.DataFrame, kind: str = "publication") -> Report:
    return peelcheck.check(rows, table="stop_search", kind=kind)


def asked(report: Report, rule: str, year: date = YEARS[1]) -> set[str]:
    return {
        one.force
        for one in report.of(rule).compared
        if one.found and one.key["year_ending"] == year
    }


def test_the_forces_whose_searches_moved_most_are_asked(report: Report) -> None:
    assert asked(report, "STS015") == MOVED
    result = report.of("STS015")
    assert (result.evaluated, result.failed, result.undecided) == (43, 4, 0)
    (essex,) = (one for one in result.findings if one.key["force"] == "Essex")
    assert essex.message.startswith(
        "8,486 searches, 2.60 times the 3,267 of 31 March 2018; 1.25 times is the "
        "median of 42 others, from 0.32 (Gloucestershire) to 3.04 (South Yorkshire); "
        "2.7 times their usual distance from it; "
    )


def test_the_forces_that_search_most_and_least_by_residents_are_asked(
    report: Report,
) -> None:
    assert asked(report, "STS014", YEARS[0]) == set()
    found = asked(report, "STS014")
    assert found == {"Gloucestershire", "Merseyside", "Metropolitan Police"}
    compared = {one.force for one in report.of("STS014").compared}
    assert len(compared) == 42
    assert not compared & {"City of London", "British Transport Police"}


def test_london_lies_on_the_usual_cut_off_in_the_year_of_the_report(
    published: Path,
) -> None:
    """Which is why the edition's is another: a hair would decide."""
    compared = peelcheck.check(published).of("STS014").compared
    london = compared[-1]
    assert (london.force, london.found) == ("Metropolitan Police", False)
    assert london.distance == pytest.approx(3.498, abs=0.0005)


@pytest.mark.parametrize(
    ("assumed", "asked_for"),
    [
        ({"notable_change_distance": 3.5}, {"Gloucestershire"}),
        ({"notable_change_distance": 2.75}, MOVED - {"Essex"}),
        ({"notable_share": 2.0}, {"Gloucestershire"}),
        ({"notable_probability": 1.0}, set()),
        ({"notable_others": 43}, set()),
    ],
)
def test_every_assumption_can_be_changed(
    two_years: Path, assumed: dict[str, float], asked_for: set[str]
) -> None:
    report = peelcheck.check(two_years, assume=assumed)
    assert asked(report, "STS015") == asked_for
    assert report.changed_assumptions == assumed


@pytest.mark.parametrize(("share", "moved"), [(1, True), (1000, False)])
def test_a_force_with_a_handful_of_searches_is_not_asked(
    by_force: pl.DataFrame,
    share: int,
    moved: bool,  # noqa: FBT001
) -> None:
    """Essex, with a thousandth of its searches, went from 3 to 8."""
    fewer = pl.when(force="Essex").then(pl.col("searches") // share)
    rows = by_force.with_columns(fewer.otherwise("searches").alias("searches"))
    report = checked(rows)
    assert ("Essex" in asked(report, "STS015")) is moved
    essex = [one for one in report.of("STS015").compared if one.force == "Essex"]
    assert (essex[0].base, essex[0].count) == ((3267, 8486) if moved else (3, 8))


def test_a_submission_has_no_others(by_force: pl.DataFrame) -> None:
    report = checked(by_force.filter(force="Essex"), "submission")
    assert not {"STS014", "STS015"} & {one.rule.id for one in report.results}


def test_a_collection_of_few_forces_says_that_it_compares_none(
    by_force: pl.DataFrame,
) -> None:
    few = by_force.filter(pl.col("force").is_in(["Essex", "Kent", "Gwent"]))
    result = checked(few).of("STS014")
    assert result.verdict is Verdict.NOT_APPLICABLE
    assert result.reason == "fewer than 10 other forces have a figure to compare with"


def test_what_every_force_has_is_in_the_json(report: Report) -> None:
    told = json.loads(report_as_json(report))
    Draft202012Validator(schema("report")).validate(told)
    (rule,) = (one for one in told["rules"] if one["id"] == "STS015")
    assert len(rule["compared"]) == 43
    assert [one["force"] for one in rule["compared"]][::42] == [
        "Gloucestershire",
        "South Yorkshire",
    ]
    assert set(rule["compared"][0]) == {
        *("force", "key", "figure", "unit", "count", "base", "distance", "found")
    }


def test_what_every_force_has_is_on_the_page(report: Report) -> None:
    html = page_as_html(report=report)
    assert "What each force has, 43 figures" in html
    _, _, table = html.partition("What each force has: STS015")
    table = table.partition("</table>")[0]
    assert table.count("<tr>") == 44
    assert table.count("stands apart") == 4


def test_the_terminal_has_a_line_of_the_lowest_and_the_highest(report: Report) -> None:
    lines = " ".join(" ".join(lines_of(report_on_terminal(report), 200)).split())
    assert (
        "beside 31 March 2019, times the year before: 0.32 Gloucestershire, 0.92 "
        "Devon and Cornwall, "
    ) in lines
    assert "2.60 Essex, 2.64 Gwent, 3.04 South Yorkshire; 43 forces" in lines
