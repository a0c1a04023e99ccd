"""Home Office workforce open data: one row a force, day, rank and sex."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from peelcheck import check
from peelcheck.reading import read

from .conftest import Errors, Rows, Said

NAME = "police-workforce-open-data.csv"
REAL = "home-office-police-workforce-open-data-2007-to-2022.csv.gz"
MARCH = date(2018, 3, 31)


def test_the_first_day_of_a_month_is_read_as_its_last(
    shapes: Path, rows: Rows, said: Said
) -> None:
    given = read(shapes / NAME)
    every = rows(given, "workforce")
    days = {row["as_at"] for row in every}
    assert days == {date(2017, 3, 31), MARCH, date(2021, 3, 31)}
    counts = said(given.tables["workforce"])
    assert counts["as_at", "first day of a month read as its last"] == len(every) == 13


def test_a_day_that_is_not_the_first_of_its_month_stays(
    shapes: Path, tmp_path: Path, rows: Rows
) -> None:
    text = (shapes / NAME).read_text(encoding="utf-8")
    path = tmp_path / NAME
    path.write_text(text.replace("2021-03-01", "2021-03-30"), encoding="utf-8")
    days = {row["as_at"] for row in rows(read(path), "workforce")}
    assert days == {date(2017, 3, 31), MARCH, date(2021, 3, 30)}


def test_ranks_and_sexes_are_read_with_heads_and_full_time_equivalents(
    shapes: Path, rows: Rows
) -> None:
    given = read(shapes / NAME)
    constables = rows(
        given, "workforce", force="Essex", as_at=MARCH, worker_type="police officer"
    )
    assert [
        (row["rank"], row["sex"], row["headcount"], row["fte"]) for row in constables
    ] == [("Constable", "Female", 402, 385.5), ("Constable", "Male", 911, 904.25)]


def test_both_spellings_of_volunteers_are_one_kind(shapes: Path, rows: Rows) -> None:
    kind = "police support volunteer"
    found = rows(read(shapes / NAME), "workforce", worker_type=kind)
    assert [(row["force"], row["headcount"]) for row in found] == [
        ("Essex", 17),
        ("Avon and Somerset", 9),
    ]


def test_only_the_forces_that_are_not_in_the_made_up_file_are_missed(
    shapes: Path, errors: Errors
) -> None:
    assert errors(check(read(shapes / NAME))) == {"WOR002"}


@pytest.fixture(scope="session")
def officers(raw_files: Path, rows: Rows) -> dict[str, float]:
    """Return the officers of each force on 31 March 2018 in the published file."""
    found: dict[str, float] = {}
    given = read(raw_files / REAL)
    for row in rows(given, "workforce", as_at=MARCH, worker_type="police officer"):
        found[row["force"]] = found.get(row["force"], 0) + row["fte"]
    return found


def test_the_published_file_adds_up_to_its_known_sum(
    officers: dict[str, float],
) -> None:
    assert len(officers) == 43
    assert round(sum(officers.values()), 2) == 122_404.80
    assert round(officers["Essex"], 2) == 2_957.82


def test_the_published_file_breaks_no_rule(raw_files: Path, errors: Errors) -> None:
    report = check(read(raw_files / REAL))
    assert errors(report) == set()
    (found,) = report.of("WOR009").findings
    assert found.key["force"] == "Cumbria"
