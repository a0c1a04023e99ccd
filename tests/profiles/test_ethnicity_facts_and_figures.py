"""Ethnicity facts and figures: padded headers and marks, areas that hold others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from peelcheck import check
from peelcheck.reading import read
from peelcheck.shape import Mark

from .conftest import Rows, Said, Totals

NAME = "ethnicity-facts-and-figures.csv"
BOTH = "England and Wales with British Transport Police"
OUTSIDE = "England and Wales without British Transport Police"


def test_a_row_is_one_group_in_one_area_and_year(shapes: Path, rows: Rows) -> None:
    given = read(shapes / NAME)
    every, black, unreported = rows(
        given, "stop_search_by_group", area="Avon and Somerset"
    )
    assert every["year_ending"] == date(2018, 3, 31)
    assert (every["searches"], every["population"]) == (4_000, 1_600_000)
    assert (every["rate"], every["legislation"]) == (2.5, "All")
    assert (black["searches"], black["rate"]) == (0, 0.0)
    assert unreported["rate.mark"] == Mark.NOT_APPLICABLE
    assert check(given).ok


def test_only_financial_years_are_read_and_that_is_said(
    shapes: Path, said: Said
) -> None:
    counts = said(read(shapes / NAME).tables["stop_search_by_group"])
    assert counts["", "row left out, its Time_type is not Financial year"] == 1
    assert counts["year_ending", "financial year read as its last day"] == 7


def test_areas_that_hold_others_stay_and_are_held_against_them(
    shapes: Path, rows: Rows, totals: Totals
) -> None:
    given = read(shapes / NAME)
    assert totals(given.tables["stop_search_by_group"]) == (2, 0, 0)
    (both,) = rows(given, "stop_search_by_group", area=BOTH)
    (outside,) = rows(given, "stop_search_by_group", area=OUTSIDE)
    assert both["searches"] - outside["searches"] == 800


def test_a_total_below_its_members_is_found(shapes: Path, tmp_path: Path) -> None:
    path = tmp_path / NAME
    text = (shapes / NAME).read_text(encoding="utf-8")
    path.write_text(text.replace('"5,200"', '"2,600"'), encoding="utf-8")
    result = check(path).of("SSG.totals")
    assert (result.failed, result.evaluated, result.undecided) == (1, 2, 0)
    assert result.findings[0].message == (
        "All - excluding BTP (2018-03-31, All, All, All) = 2,600, "
        "the 43 forces make 5,200"
    )


def test_a_later_edition_names_the_legislation(shapes: Path, tmp_path: Path) -> None:
    path = tmp_path / NAME
    first, *rest = (shapes / NAME).read_text(encoding="utf-8").splitlines()
    lines = [f"{first},Legislation_type", *(f"{row},Section 60" for row in rest)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    frame = read(path).tables["stop_search_by_group"].frame.to_native().collect()
    assert set(frame["legislation"]) == {"Section 60"}


def test_every_published_total_adds_up(raw_files: Path, totals: Totals) -> None:
    name = "ethnicity-facts-and-figures-stop-and-search-2018-edition.csv.gz"
    given = read(raw_files / name)
    assert totals(given.tables["stop_search_by_group"]) == (504, 0, 0)
    assert check(given).ok


def test_a_total_above_some_of_its_members_alone_stays_open(
    shapes: Path, tmp_path: Path
) -> None:
    path = tmp_path / NAME
    text = (shapes / NAME).read_text(encoding="utf-8")
    path.write_text(text.replace('"5,200"', '"10,400"'), encoding="utf-8")
    result = check(path).of("SSG.totals")
    assert (result.failed, result.evaluated, result.undecided) == (0, 1, 1)
