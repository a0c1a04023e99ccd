"""A real file whose populations stand a row off: all 19 shifted forces are found."""

from __future__ import annotations

from pathlib import Path

import pytest

import peelcheck
from peelcheck import Report

SHIFTED = {
    "City of London",
    "Cleveland",
    "Cumbria",
    "Derbyshire",
    "Devon and Cornwall",
    "Dorset",
    "Durham",
    "Dyfed-Powys",
    "Essex",
    "Gloucestershire",
    "Greater Manchester",
    "Gwent",
    "Hampshire",
    "Hertfordshire",
    "Humberside",
    "Kent",
    "Lancashire",
    "Leicestershire",
    "Lincolnshire",
}


@pytest.fixture
def report(raw_files: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    """Check the file with the columns named by the caller, listing every finding."""
    monkeypatch.setattr("peelcheck.engines.beside.FIRST", 43)
    return peelcheck.check(
        raw_files / "crime-uk-forces-with-shifted-populations.csv",
        table="population",
        columns={"Label": "force", "Population 2010": "population"},
        constants={"year": 2010},
    )


def found_by(report: Report, rule: str) -> set[str]:
    return {finding.key["force"] for finding in report.of(rule).findings}


def test_the_band_finds_17_of_the_19_and_none_falsely(report: Report) -> None:
    assert report.of("POP002").failed == 17
    assert found_by(report, "POP002") == SHIFTED - {"Cleveland", "Durham"}


def test_the_whole_table_finds_the_two_that_lie_within_the_band(
    report: Report,
) -> None:
    assert {"Cleveland", "Durham"} <= found_by(report, "POP003") <= SHIFTED


def test_a_finding_names_the_force_the_value_fits_best(report: Report) -> None:
    durham = next(
        finding
        for finding in report.of("POP003").findings
        if finding.key["force"] == "Durham"
    )
    assert durham.row == 12
    assert durham.message == (
        "fits Cumbria (population 506,100 against 498,375 published)"
    )
