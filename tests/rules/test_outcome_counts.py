"""Rules over counts of outcomes, on the year to March 2019 and on small tables."""

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

END = date(2019, 3, 31)
SAID = {
    "outcome_counts": {
        "period_start": date(2018, 4, 1),
        "period_end": END,
        "release": "2019-07",
    }
}
ROW = {
    "year_ending": END,
    "force": "Essex",
    "outcome_type": "1",
    "of_offences_recorded": 5,
    "recorded_in_quarter": 4,
}
QUARTER = ROW | {"quarter": 1}


def counts(rule_id: str, *rows: dict[str, Any], **said: Any) -> RuleResult:
    return judged(rule_id, {"outcome_counts": rows}, **{"tables": SAID} | said)


@pytest.fixture(scope="module")
def year(raw_files: Path) -> Report:
    path = raw_files / "home-office-crime-outcomes-ye-mar-2019.csv.gz"
    rows = pl.read_csv(path, infer_schema=False).with_columns(
        pl.lit(END).alias("year_ending")
    )
    marks = {"NA": "not applicable"}
    return peelcheck.check(
        {"outcome_counts": rows},
        manifest={
            "kind": "publication",
            "tables": {"outcome_counts": SAID["outcome_counts"] | {"marks": marks}},
        },
    )


class TestTheYearToMarch2019:
    """The Home Office's file of July 2019, by quarter and offence."""

    def test_dyfed_powys_alone_is_far_from_its_recorded_crime(
        self, year: Report
    ) -> None:
        result = year.of("OUT009")
        assert (result.severity, result.failed) == (Severity.QUERY, 1)
        finding = result.findings[0]
        assert finding.key["force"] == "Dyfed-Powys"
        assert "30,434" in finding.message
        assert "27,915" in finding.message

    def test_its_280_negative_quarters_make_no_negative_year(
        self, year: Report
    ) -> None:
        assert year.of("OUT003").verdict == "not applicable"
        result = year.of("OUT004")
        assert (result.verdict, result.failed) == ("passed", 0)
        assert result.evaluated > 43 * 15

    @pytest.mark.parametrize("rule_id", ["OUT005", "OUT008", "OUT014"])
    def test_it_keeps_these_rules(self, year: Report, rule_id: str) -> None:
        assert year.of(rule_id).verdict == "passed"

    @pytest.mark.parametrize("rule_id", ["OUT006", "OUT007"])
    def test_it_has_neither_type_19_nor_type_22(
        self, year: Report, rule_id: str
    ) -> None:
        assert year.of(rule_id).verdict == "not applicable"

    def test_it_says_that_its_year_is_another(self, year: Report) -> None:
        result = year.of("OUT011")
        assert (result.severity, result.failed) == (Severity.NOTE, 1)
        assert year.of("OUT010").verdict == "not applicable"


class TestNegativeCounts:
    """A correction can make a quarter negative, but no year."""

    def test_a_negative_quarter_is_legal(self) -> None:
        correction = QUARTER | {"of_offences_recorded": -1, "recorded_in_quarter": -4}
        result = counts("OUT004", correction, QUARTER | {"quarter": 2})
        assert (result.verdict, result.evaluated) == ("passed", 1)

    def test_a_negative_year_is_an_error(self) -> None:
        result = counts("OUT003", ROW | {"recorded_in_quarter": -1})
        assert (result.severity, result.failed) == (Severity.ERROR, 1)

    def test_quarters_that_make_a_negative_year_are_an_error(self) -> None:
        correction = QUARTER | {"of_offences_recorded": -6}
        result = counts("OUT004", correction, QUARTER | {"quarter": 2})
        assert (result.severity, result.failed) == (Severity.ERROR, 1)
        assert "Essex" in result.findings[0].message
        assert "-1" in result.findings[0].message


class TestRecordedCrime:
    """All outcomes of a year, type 0 among them, are about its crimes (A31)."""

    @pytest.mark.parametrize(
        ("outcomes", "failed"),
        [(158_757, 0), (150_500, 0), (150_499, 1), (166_342, 0), (166_343, 1)],
    )
    def test_the_distance_is_five_per_cent(self, outcomes: int, failed: int) -> None:
        result = counts("OUT009", ROW | {"of_offences_recorded": outcomes})
        assert result.failed == failed

    def test_types_inside_others_are_not_added(self) -> None:
        row = ROW | {"of_offences_recorded": 158_421}
        inside = ROW | {"of_offences_recorded": 20_000, "outcome_type": "2A"}
        assert counts("OUT009", row, inside).verdict == "passed"

    def test_quarters_of_two_years_are_not_held_against_either(self) -> None:
        said = {"period_start": date(2017, 10, 1), "period_end": date(2018, 9, 30)}
        rows = (
            QUARTER | {"year_ending": date(2018, 3, 31), "quarter": 3},
            QUARTER | {"year_ending": date(2019, 3, 31), "quarter": 1},
        )
        tables = {"outcome_counts": said}
        assert counts("OUT009", *rows, tables=tables).verdict == "not applicable"
        assert counts("OUT012", *rows, tables=tables).failed == 0


def test_a_year_beside_its_quarters_is_found() -> None:
    result = counts("OUT008", ROW, QUARTER)
    assert (result.severity, result.failed) == (Severity.ERROR, 1)


def test_a_count_of_all_offences_beside_one_of_them_is_found() -> None:
    result = counts("OUT008", ROW, ROW | {"offence_code": "34A"})
    assert result.failed == 1


def test_counts_of_two_types_are_not_parts_of_each_other() -> None:
    assert counts("OUT008", ROW, QUARTER | {"outcome_type": "2"}).verdict == "passed"


class TestCountsThatAreNotThere:
    """No sum and no year is called right where its count is not available (A31)."""

    NONE = ROW | {"of_offences_recorded": "..", "recorded_in_quarter": ".."}

    def test_a_year_without_any_count_is_not_looked_at(self) -> None:
        assert counts("OUT003", self.NONE).verdict == "not applicable"
        half = self.NONE | {"of_offences_recorded": "-1"}
        assert counts("OUT003", half).failed == 1

    def test_a_year_that_lacks_a_quarter_is_not_added_up(self) -> None:
        taken = QUARTER | {"of_offences_recorded": "-9", "recorded_in_quarter": ".."}
        later = self.NONE | {"quarter": 2}
        assert counts("OUT004", taken, later).verdict == "not applicable"
        known = later | {"of_offences_recorded": "8"}
        assert counts("OUT004", taken, known).failed == 1

    def test_what_a_finding_advises_is_itself_no_finding(self) -> None:
        advised = ROW | {"outcome_type": "0", "recorded_in_quarter": ".."}
        for rule_id in ("OUT005", "OUT.recorded_in_quarter.missing"):
            assert counts(rule_id, advised).failed == 0
