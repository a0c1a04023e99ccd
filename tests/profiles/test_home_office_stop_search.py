"""Home Office stop and search open data: 18 ethnicities make 7 groups."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from peelcheck import check
from peelcheck.model import Kind
from peelcheck.reading import read
from peelcheck.shape import Mark

from .conftest import Rows, Said

YEAR = date(2018, 3, 31)


def test_detailed_ethnicities_are_added_up_to_groups(
    shapes: Path, rows: Rows, said: Said
) -> None:
    given = read(shapes / "stop-and-search-open-data.csv")
    white, asian, not_stated, vehicle = rows(given, "stop_search", force="Essex")
    assert (white["searches"], white["resultant_arrests"]) == (1_040, 105)
    assert asian["searches"] is None
    assert asian["searches.mark"] == Mark.NOT_AVAILABLE
    assert (not_stated["searches"], not_stated["resultant_arrests"]) == (7, 0)
    assert vehicle["ethnic_group"] == "Vehicle only"
    counts = said(given.tables["stop_search"])
    assert counts["", "counts of 7 ethnicities added up to 4 groups"] == 10
    assert counts["", "cell without a number counted as none in a sum"] == 2
    assert given.tables["stop_search"].unknown_columns == ()


def test_what_cannot_be_added_up_is_found_where_its_sum_would_stand(
    shapes: Path, rows: Rows
) -> None:
    given = read(shapes / "stop-and-search-open-data.csv")
    (city,) = rows(given, "stop_search", force="City of London")
    assert city["searches.mark"] == Mark.UNREADABLE
    result = check(given).of("STS.searches.type")
    assert [(one.row, one.values) for one in result.findings] == [
        (9, {"searches": "some"})
    ]


@pytest.mark.parametrize("label", ["Total", ""])
def test_a_row_of_an_unknown_label_is_not_added_up_but_found(
    shapes: Path, tmp_path: Path, rows: Rows, said: Said, label: str
) -> None:
    text = (shapes / "stop-and-search-open-data.csv").read_text(encoding="utf-8")
    row = f"2018-03-31,Essex,Section 1 (PACE),Drugs,White,{label},1040,105\n"
    path = tmp_path / "total.csv"
    path.write_text(text + row, encoding="utf-8")
    given = read(path)
    white, *_ = rows(given, "stop_search", force="Essex")
    assert white["searches"] == 1_040
    counts = said(given.tables["stop_search"])
    assert counts["", "counts of 7 ethnicities added up to 4 groups"] == 10
    kind = "row left out of its group's sum, its ethnicity_self_defined is not known"
    assert counts["ethnic_group", kind] == 1
    (found,) = check(given).of("STS.ethnic_group.domain").findings
    assert (found.row, found.values) == (12, {"ethnic_group": f"White / {label}"})


def test_rows_that_stand_twice_are_not_added_up_but_found(
    shapes: Path, tmp_path: Path
) -> None:
    text = (shapes / "stop-and-search-open-data.csv").read_text(encoding="utf-8")
    row = "2018-03-31,Essex,Section 1 (PACE),Drugs,White,Other White,30,5\n"
    path = tmp_path / "twice.csv"
    path.write_text(text + row, encoding="utf-8")
    result = check(path).of("STS.key")
    assert (result.failed, [one.row for one in result.findings]) == (2, [2, 12])


def test_the_profile_is_said_and_a_publication_assumed(shapes: Path) -> None:
    manifest = read(shapes / "stop-and-search-open-data.csv").manifest
    assert manifest.kind is Kind.PUBLICATION
    assert manifest.entry("stop_search").source == "Home Office"
    assert manifest.assumed[0] == (
        "read by profile home-office-stop-search, as a publication unless said: "
        "its shape tells"
    )


def test_the_published_year_is_the_one_of_the_sample(
    raw_files: Path, published: Path, rows: Rows
) -> None:
    path = raw_files / "home-office-stop-and-search-ye-mar-2007-to-2019.csv.gz"
    year = rows(read(path), "stop_search", year_ending=YEAR)
    essex = [row for row in year if row["force"] == "Essex"]
    by_group: dict[str, int] = {}
    for row in essex:
        group = row["ethnic_group"]
        by_group[group] = by_group.get(group, 0) + (row["searches"] or 0)
    assert sum(by_group.values()) == 3_267
    assert (by_group["Vehicle only"], by_group["Not stated"]) == (25, 238)
    assert sum(row["searches"] or 0 for row in year) == 282_380
    assert counted(rows(read(published), "stop_search")) == counted(year)


def counted(rows: list[dict[str, Any]]) -> set[tuple[Any, ...]]:
    """Return the rows that have any searches, without their arrests."""
    names = ("force", "legislation", "reason", "ethnic_group", "searches")
    return {tuple(row[name] for name in names) for row in rows if row["searches"]}
