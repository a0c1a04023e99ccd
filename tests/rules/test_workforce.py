"""Rules over the workforce, on published tables and small ones."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from judged import judged

import peelcheck
from peelcheck import Report, RuleResult
from peelcheck.model import Severity

DAY = date(2018, 3, 31)
OFFICERS = {
    "as_at": DAY,
    "force": "Cumbria",
    "worker_type": "police officer",
    "fte": 1094.59,
}


def workforce(rule_id: str, *rows: dict[str, Any], **said: Any) -> RuleResult:
    return judged(rule_id, {"workforce": rows}, **said)


@pytest.fixture(scope="module")
def open_data(raw_files: Path) -> Report:
    """Return the check of the open data of July 2022, as at 31 March 2014 to 2018."""
    path = raw_files / "home-office-police-workforce-open-data-2007-to-2022.csv.gz"
    rows = pl.read_csv(path, infer_schema_length=None).filter(
        pl.col("date").str.slice(0, 4).is_in(["2014", "2015", "2016", "2017", "2018"])
    )
    day = pl.col("date").str.replace("-03-01", "-03-31").alias("as_at")
    force = pl.col("force_name").alias("force")
    shaped = rows.with_columns(day, force).drop("date", "force_name")
    return peelcheck.check({"workforce": shaped}, kind="publication")


class TestTheOpenDataOfJuly2022:
    """A later edition of the figures, by rank and sex."""

    def test_cumbria_s_officers_have_been_revised(self, open_data: Report) -> None:
        result = open_data.of("WOR009")
        assert (result.severity, result.failed) == (Severity.QUERY, 1)
        finding = result.findings[0]
        assert finding.key["force"] == "Cumbria"
        assert "1,095.59" in finding.message
        assert "1,094.59" in finding.message

    def test_thirteen_forces_count_designated_officers_as_staff(
        self, open_data: Report
    ) -> None:
        assert open_data.of("WOR012").verdict == "passed"
        result = open_data.of("WOR013")
        assert (result.severity, result.evaluated) == (Severity.NOTE, 5 * 43)
        assert result.failed == 58

    def test_section_39_staff_are_noted(self, open_data: Report) -> None:
        result = open_data.of("WOR006")
        assert result.severity is Severity.NOTE
        assert result.failed > 0

    @pytest.mark.parametrize(
        "rule_id", ["WOR002", "WOR003", "WOR004", "WOR005", "WOR008", "WOR010"]
    )
    def test_it_keeps_these_rules(self, open_data: Report, rule_id: str) -> None:
        assert open_data.of(rule_id).verdict == "passed"


def test_the_workbook_of_september_2018_has_days_that_are_not_31_march(
    raw_files: Path,
) -> None:
    path = raw_files / "home-office-police-workforce-30-sep-2018.ods"
    report = peelcheck.check(path)
    assert report.of("WOR003").severity is Severity.QUERY
    days = {one.values["as_at"] for one in report.of("WOR003").findings}
    assert date(2018, 3, 31) not in days
    assert report.of("WOR009").verdict == "passed"


class TestRevisions:
    """The Home Office may have revised the figures (A40)."""

    @pytest.mark.parametrize(
        ("fte", "failed"),
        [(1094.59, 0), (1095.13, 0), (1095.15, 1), (1094.05, 0), (1094.03, 1)],
    )
    def test_rounding_is_no_revision(self, fte: float, failed: int) -> None:
        assert workforce("WOR009", OFFICERS | {"fte": fte}).failed == failed

    def test_ranks_are_added_up_first(self) -> None:
        ranks = (
            OFFICERS | {"rank": "Constable", "fte": 1000.3},
            OFFICERS | {"rank": "Sergeant", "fte": 94.29},
        )
        result = workforce("WOR009", *ranks)
        assert (result.verdict, result.evaluated) == ("passed", 1)

    def test_kinds_that_were_not_published_are_left_alone(self) -> None:
        designated = OFFICERS | {"worker_type": "designated officer", "fte": 9.0}
        assert workforce("WOR009", designated).verdict == "not applicable"


class TestWholesAndParts:
    """A row of all ranks holds the people of each of them."""

    @pytest.mark.parametrize(
        ("column", "value"), [("rank", "Constable"), ("sex", "Female")]
    )
    def test_they_do_not_stand_side_by_side(self, column: str, value: str) -> None:
        result = workforce("WOR010", OFFICERS, OFFICERS | {column: value})
        assert (result.severity, result.failed) == (Severity.ERROR, 1)

    def test_the_day_before_may_be_told_otherwise(self) -> None:
        earlier = OFFICERS | {"as_at": date(2017, 3, 31), "sex": "Male"}
        assert workforce("WOR010", OFFICERS, earlier).verdict == "passed"


@pytest.mark.parametrize(
    ("headcount", "fte", "failed"),
    [(3, 3.0, 0), (3, 0.1 + 0.2 + 2.7, 0), (3, 3.01, 1), (None, 9.0, 0)],
)
def test_full_time_equivalents_are_within_the_headcount(
    headcount: int | None, fte: float, failed: int
) -> None:
    rows = (
        OFFICERS | {"headcount": headcount, "fte": fte},
        OFFICERS | {"headcount": 2, "fte": 1.5, "sex": "Male"},
    )
    assert workforce("WOR008", *rows).failed == failed


def test_volunteers_have_no_full_time_equivalents() -> None:
    volunteers = OFFICERS | {"worker_type": "police support volunteer"}
    result = workforce("WOR005", volunteers | {"fte": 0.5}, OFFICERS)
    assert (result.evaluated, result.failed) == (1, 1)
    assert workforce("WOR005", volunteers | {"fte": 0.0}).verdict == "passed"


def test_an_officer_seconded_to_another_force_is_noted() -> None:
    away = OFFICERS | {"status": "seconded to another force", "fte": 1.0}
    here = OFFICERS | {"status": "seconded from another force", "fte": 1.0}
    result = workforce("WOR007", away, here)
    assert (result.severity, result.failed) == (Severity.NOTE, 1)


def test_a_force_noted_as_unable_to_supply_lacks_no_kind_of_worker() -> None:
    noted = [{"table": "workforce", "force": "Kent", "reason": "a new system"}]
    said = {"kind": "submission", "force": "Kent"}
    assert workforce("WOR012", OFFICERS, **said).failed == 4
    assert workforce("WOR012", OFFICERS, **said, unable_to_supply=noted).failed == 0


def test_volunteers_may_have_the_mark_that_a_finding_advises() -> None:
    heads = OFFICERS | {"worker_type": "special constable", "fte": ".."}
    for rule_id in ("WOR005", "WOR.fte.missing"):
        assert workforce(rule_id, heads).failed == 0


@pytest.mark.parametrize("library", ["lazy", "to_pandas", "to_arrow"])
def test_a_rank_that_names_section_39_otherwise_is_asked_about(library: str) -> None:
    ranks = ["Detention Officer (s39)", "Designated Escort Officer (S.39)", None]
    rows = pl.DataFrame([OFFICERS | {"rank": rank} for rank in ranks])
    given = {"workforce": getattr(rows, library)()}
    report = peelcheck.check(given, kind="collection")
    result = report.of("WOR014")
    assert (result.evaluated, result.failed) == (2, 1)
    assert report.of("WOR006").failed == 1
