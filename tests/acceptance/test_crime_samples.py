"""The samples of crime, outcomes, workforce and population: sound, and as described."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import Command

import peelcheck
from peelcheck import Report, Verdict
from peelcheck.engines.plain import plain_rows
from peelcheck.model import Severity
from peelcheck.reading import read
from peelcheck.tables.recorded_crime import OFFENCES

ASKED = {
    "recorded_crime_ye_sep_2018": {"CRI012": 1},
    "crime_outcomes_2018_19": {"OUT009": 1},
    "workforce_2014_to_2018": {"WOR009": 1, "WOR015": 1, "WOR016": 3},
    "population_2011_to_2018": {"POP002": 2},
    "synthetic_crimes": {},
    "synthetic_direct_collection": {},
    "synthetic_spend": {},
}
"""The samples, and the questions that their READMEs answer."""

SYNTHETIC = "synthetic_crimes"
MADE_UP = {
    SYNTHETIC: ("crimes", "outcomes", "outcome_submissions"),
    "synthetic_direct_collection": ("calls_999", "vetting"),
    "synthetic_spend": ("spend",),
}
"""The samples that are made up, and their tables."""


def asked(report: Report) -> dict[str, int]:
    return {
        result.rule.id: result.failed
        for result in report.results
        if result.verdict is Verdict.FAILED and result.severity is not Severity.NOTE
    }


@pytest.mark.parametrize(("name", "questions"), ASKED.items(), ids=list(ASKED))
def test_a_sample_has_no_error_and_asks_only_what_its_page_answers(
    sample_data: Path, name: str, questions: dict[str, int]
) -> None:
    report = peelcheck.check(sample_data / name)
    assert report.ok
    assert asked(report) == questions
    page = (sample_data / name / "README.md").read_text(encoding="utf-8")
    assert all(rule in page for rule in questions)


def test_recorded_crime_adds_up_to_the_published_sums(sample_data: Path) -> None:
    given = read(sample_data / "recorded_crime_ye_sep_2018")
    rows = plain_rows(given.tables["recorded_crime"].frame)
    assert len(rows) == 44 * len(OFFENCES)
    sums = {
        offence: sum(
            row["crimes"]
            for row in rows
            if row["offence"] == offence and row["force"] != "British Transport Police"
        )
        for offence in OFFENCES[:2]
    }
    assert list(sums.values()) == [5_010_526, 4_316_927]


def test_the_two_counts_of_outcomes_are_of_two_bases(sample_data: Path) -> None:
    given = read(sample_data / "crime_outcomes_2018_19")
    essex = [
        row
        for row in plain_rows(given.tables["outcome_counts"].frame)
        if row["force"] == "Essex"
    ]
    assert sum(row["of_offences_recorded"] for row in essex) == 158_757
    assert sum(row["recorded_in_quarter"] for row in essex) == 155_467


def test_populations_of_eight_years_note_their_exception(sample_data: Path) -> None:
    report = peelcheck.check(sample_data / "population_2011_to_2018")
    vintage = report.of("POP001")
    assert vintage.verdict is Verdict.NOT_APPLICABLE
    assert (vintage.failed, vintage.evaluated) == (7 * 43, 8 * 43)


@pytest.mark.parametrize(("name", "names"), MADE_UP.items(), ids=list(MADE_UP))
def test_what_is_made_up_is_the_same_on_every_run(
    sample_data: Path,
    peelcheck_command: Command,
    tmp_path: Path,
    name: str,
    names: tuple[str, ...],
) -> None:
    folder = tmp_path / name
    tables = [word for name in names for word in ("--table", name)]
    done = peelcheck_command("sample", *tables, "--seed", 20_181_001, "--out", folder)
    assert done.returncode == 0
    made = {path.name: path.read_bytes() for path in folder.iterdir()}
    kept = {path.name: path.read_bytes() for path in (sample_data / name).iterdir()}
    page = kept.pop("README.md").decode()
    assert made == kept
    assert f"`peelcheck sample --seed 20181001 {' '.join(tables)} --out {name}`" in page


@pytest.mark.parametrize("name", MADE_UP)
def test_what_is_made_up_says_so_first(sample_data: Path, name: str) -> None:
    folder = sample_data / name
    page = (folder / "README.md").read_text(encoding="utf-8")
    assert page.startswith("# SYNTHETIC")
    title = read(folder).manifest.title
    assert title is not None
    assert title.startswith("SYNTHETIC")


def test_each_synthetic_force_sends_twelve_months_by_one_way(
    sample_data: Path,
) -> None:
    rows = plain_rows(read(sample_data / SYNTHETIC).tables["outcome_submissions"].frame)
    routes: dict[str, list[str]] = {}
    for row in rows:
        routes.setdefault(row["force"], []).append(row["route"])
    assert {(len(sent), len(set(sent))) for sent in routes.values()} == {(12, 1)}
    ways = [sent[0] for sent in routes.values()]
    assert (ways.count("HODH"), ways.count("manual")) == (37, 6)
