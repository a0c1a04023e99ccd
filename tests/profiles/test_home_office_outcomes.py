"""Home Office crime outcomes open data: two counts, either of which may be negative."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from peelcheck import check
from peelcheck.reading import read
from peelcheck.shape import Mark

from .conftest import Errors, Rows


def test_counts_are_read_with_their_marks_and_signs(
    shapes: Path, rows: Rows, errors: Errors
) -> None:
    given = read(shapes / "crime-outcomes-open-data.csv")
    essex = rows(given, "outcome_counts", force="Essex")
    assert [row["of_offences_recorded"] for row in essex] == [120, -3, 310, 12]
    assert [row["recorded_in_quarter"] for row in essex] == [118, 14, 305, None]
    assert essex[3]["recorded_in_quarter.mark"] == Mark.NOT_APPLICABLE
    (city,) = rows(given, "outcome_counts", force="City of London")
    assert city["of_offences_recorded.mark"] == Mark.NOT_APPLICABLE
    assert (city["offence_code"], city["outcome_type"]) == ("53F", "20")
    assert errors(check(given)) == {"OUT002"}  # two forces are not all of them


def test_the_financial_year_is_read_as_its_last_day(shapes: Path, rows: Rows) -> None:
    every = rows(read(shapes / "crime-outcomes-open-data.csv"), "outcome_counts")
    assert {row["year_ending"] for row in every} == {date(2019, 3, 31)}
    assert {row["quarter"] for row in every} == {1, 2, 4}
    groups = {row["offence_group"] for row in every}
    assert groups == {"Theft offences", "Fraud offences to 2012/13"}


def test_a_quarter_not_sent_in_is_not_available_and_not_0(
    shapes: Path, rows: Rows
) -> None:
    given = read(shapes / "crime-outcomes-open-data.csv")
    _, second = rows(given, "outcome_counts", force="British Transport Police")
    for name in ("of_offences_recorded", "recorded_in_quarter"):
        assert (second[name], second[f"{name}.mark"]) == (None, Mark.NOT_AVAILABLE)


def test_the_published_file_keeps_every_rule(raw_files: Path, rows: Rows) -> None:
    given = read(raw_files / "home-office-crime-outcomes-ye-mar-2019.csv.gz")
    every = rows(given, "outcome_counts")
    assert len(every) == 132_529
    first = [row["of_offences_recorded"] or 0 for row in every]
    second = [row["recorded_in_quarter"] or 0 for row in every]
    assert sum(count < 0 for count in first) == 280
    assert sum(count < 0 for count in second) == 148
    essex = rows(given, "outcome_counts", force="Essex")
    assert sum(row["of_offences_recorded"] or 0 for row in essex) == 158_757
    assert check(given).ok
