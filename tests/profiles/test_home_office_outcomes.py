"""Home Office crime outcomes open data: two counts, either of which may be negative."""

from __future__ import annotations

from pathlib import Path

from peelcheck import check
from peelcheck.reading import read
from peelcheck.shape import Mark

from .conftest import Rows


def test_counts_are_read_with_their_marks_and_signs(shapes: Path, rows: Rows) -> None:
    given = read(shapes / "crime-outcomes-open-data.csv")
    essex = rows(given, "outcome_counts", force="Essex")
    assert [row["of_offences_recorded"] for row in essex] == [120, -3, 310, 12]
    assert [row["recorded_in_quarter"] for row in essex] == [118, 14, 305, None]
    assert essex[3]["recorded_in_quarter.mark"] == Mark.NOT_APPLICABLE
    (city,) = rows(given, "outcome_counts", force="City of London")
    assert city["of_offences_recorded.mark"] == Mark.NOT_APPLICABLE
    assert (city["offence_code"], city["outcome_type"]) == ("53F", "20")
    assert check(given).ok


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
