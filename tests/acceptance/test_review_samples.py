"""The made-up samples of the file review and the surveys: sound, and as described."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from commands import Command

import peelcheck
from peelcheck.engines.plain import plain_rows
from peelcheck.reading import read

MADE_BY = {
    "synthetic_file_review": ("--seed 20181006 --table file_review"),
    "synthetic_surveys": ("--seed 20181001 --table staff_survey --table public_survey"),
    "synthetic_survey_of_essex": (
        "--kind submission --seed 20181001 --table public_survey"
    ),
}


def rows_of(folder: Path, table: str) -> list[dict[str, Any]]:
    return plain_rows(read(folder).tables[table].frame)


@pytest.mark.parametrize("name", MADE_BY)
def test_a_sample_has_nothing_to_find_and_is_made_as_its_page_says(
    sample_data: Path, peelcheck_command: Command, tmp_path: Path, name: str
) -> None:
    report = peelcheck.check(sample_data / name)
    assert report.ok
    assert report.findings == ()
    page = (sample_data / name / "README.md").read_text(encoding="utf-8")
    assert page.startswith("# SYNTHETIC")
    assert f"`peelcheck sample {MADE_BY[name]} --out {name}`" in page
    folder = tmp_path / name
    done = peelcheck_command("sample", *MADE_BY[name].split(), "--out", folder)
    assert done.returncode == 0
    made = {path.name: path.read_bytes() for path in folder.iterdir()}
    kept = {path.name: path.read_bytes() for path in (sample_data / name).iterdir()}
    del kept["README.md"]
    assert made == kept


def test_so_many_files_are_of_a_good_standard_as_the_page_says(
    sample_data: Path,
) -> None:
    rows = rows_of(sample_data / "synthetic_file_review", "file_review")
    good = [row["force"] for row in rows if row["good_standard"] == "yes"]
    assert (len(rows), len(good), good.count("Essex")) == (2_640, 2_316, 52)


def test_respondents_are_as_many_as_the_pages_say(sample_data: Path) -> None:
    together = rows_of(sample_data / "synthetic_surveys", "public_survey")
    single = rows_of(sample_data / "synthetic_survey_of_essex", "public_survey")
    ways = ("online panel", "face to face", "online after a postal invitation")

    def reached(rows: list[dict[str, Any]]) -> list[int]:
        return [sum(r["respondents"] for r in rows if r["mode"] == way) for way in ways]

    assert reached(together) == [16_170, 732, 323]
    assert reached(single) == [383, 16, 8]
    assert {row["respondents"] for row in single} == {1}


def test_one_force_has_the_fewest_answers_and_one_the_most(sample_data: Path) -> None:
    rows = rows_of(sample_data / "synthetic_surveys", "staff_survey")
    ends = {
        (row["force"], row["responses"])
        for row in rows
        if row["responses"] in {32, 365}
    }
    assert ends == {("Derbyshire", 32), ("Staffordshire", 365)}
    assert {32 <= row["responses"] <= 365 for row in rows} == {True}
