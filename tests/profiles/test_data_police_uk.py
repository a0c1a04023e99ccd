"""data.police.uk stop and search: one row a search, the force in the file's name."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from peelcheck import check
from peelcheck.reading import read

from .conftest import Rows, Said

NAME = "2019-03-essex-stop-and-search.csv"


def test_a_search_is_read_with_its_force_day_and_answers(
    shapes: Path, rows: Rows
) -> None:
    given = read(shapes / NAME)
    every = rows(given, "stop_search_records")
    assert {row["force"] for row in every} == {"Essex"}
    assert [row["outcome_linked"] for row in every] == [
        *("no", "no", "yes", "yes", "yes", "no", "no"),
        None,
    ]
    assert [row["part_of_an_operation"] for row in every[2:5]] == ["yes", "no", "yes"]
    assert [row["self_defined_ethnicity"] for row in every[2:5]] == [
        "Not stated",
        "Not stated",
        None,
    ]
    assert [row["copy_of"] for row in every[:3]] == [None, 2, None]
    entry = given.manifest.entry("stop_search_records")
    assert (entry.period_start, entry.period_end) == (
        date(2019, 3, 1),
        date(2019, 3, 31),
    )


def test_half_past_eleven_in_utc_is_the_next_day_in_summer(
    shapes: Path, rows: Rows, said: Said
) -> None:
    given = read(shapes / NAME)
    *_, last = rows(given, "stop_search_records")
    assert last["searched_on"] == date(2019, 4, 1)
    counts = said(given.tables["stop_search_records"])
    moved = "searched_on", "day moved, for the source gives it in UTC"
    assert counts[moved] == 1


def test_what_no_rate_holds_is_counted(shapes: Path) -> None:
    report = check(shapes / NAME)
    failed = {one.rule.id: one.failed for one in report.results if one.failed}
    assert failed == {"STS004": 1, "STR001": 8, "STR002": 2, "STR003": 3, "STR004": 1}
    assert report.ok


def test_a_file_that_names_no_force_may_be_told_it(
    shapes: Path, tmp_path: Path, rows: Rows
) -> None:
    path = Path(shutil.copy(shapes / NAME, tmp_path / "march.csv"))
    (fault,) = read(path).tables["stop_search_records"].faults
    assert fault.says == "column force is missing"
    told = read(path, constants={"force": "Kent"})
    assert {row["force"] for row in rows(told, "stop_search_records")} == {"Kent"}


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("2019-12-essex", (1_523, 1, 55, 175, 132)),
        ("2020-01-essex", (1_820, 1, 85, 188, 195)),
        ("2019-12-city-of-london", (292, 0, 0, 87, 0)),
        ("2020-01-durham", (161, 0, 7, 5, 6)),
        ("2020-01-south-yorkshire", (2_052, 0, 193, 442, 125)),
    ],
)
def test_published_months_say_what_is_left_out(
    raw_files: Path, name: str, counts: tuple[int, ...]
) -> None:
    path = raw_files / f"data-police-uk/{name}-stop-and-search.csv"
    report = check(path)
    ids = ("STR001", "STS004", "STR002", "STR003", "STR004")
    assert tuple(report.of(rule).failed for rule in ids) == counts
    assert report.ok


def test_a_file_name_counts_in_any_case_and_without_a_year_tells_none(
    shapes: Path, tmp_path: Path, rows: Rows
) -> None:
    loud = Path(shutil.copy(shapes / NAME, tmp_path / NAME.upper()))
    given = read(loud.rename(loud.with_suffix(".csv")))
    assert {row["force"] for row in rows(given, "stop_search_records")} == {"Essex"}
    entry = given.manifest.entry("stop_search_records")
    assert entry.period_end == date(2019, 3, 31)
    never = shutil.copy(shapes / NAME, tmp_path / f"0000{NAME[4:]}")
    assert read(never).manifest.entry("stop_search_records").period_end is None
