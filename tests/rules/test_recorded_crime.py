"""Rules over recorded crime and its rates, on real tables and small ones."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from judged import judged

import peelcheck
from peelcheck import Report, RuleResult
from peelcheck.model import Severity
from peelcheck.tables.recorded_crime import ALL_CRIME, OFFENCES, VICTIM_BASED

END = date(2018, 9, 30)
TOTAL = {"period_end": END, "force": "Essex", "offence": ALL_CRIME, "crimes": 5}
VICTIMS = TOTAL | {"offence": VICTIM_BASED, "crimes": 3}
WINDOW = {"period_start": date(2017, 10, 1), "period_end": END}
SOCIETY = TOTAL | {"offence": "Other crimes against society", "crimes": 2}


def crimes(rule_id: str, *rows: dict[str, Any], **said: Any) -> RuleResult:
    return judged(rule_id, {"recorded_crime": rows}, **said)


@pytest.fixture(scope="module")
def september(raw_files: Path) -> Report:
    return peelcheck.check(raw_files / "ons-police-force-area-tables-ye-sep-2018.xlsx")


class TestTheWorkbookOfSeptember2018:
    """ONS prints England and Wales with British Transport Police (A29)."""

    def test_each_total_that_holds_its_crimes_is_named(self, september: Report) -> None:
        result = september.of("CRI018")
        assert (result.severity, result.evaluated, result.failed) == (
            Severity.NOTE,
            23,
            22,
        )
        first = result.findings[0].message
        assert "British Transport Police" in first
        assert "62,605" in first

    def test_its_rate_is_the_one_with_british_transport_police(
        self, september: Report
    ) -> None:
        result = september.of("CRR002")
        assert (result.severity, result.failed) == (Severity.NOTE, 1)
        assert result.findings[0].key["area"] == "England and Wales"

    @pytest.mark.parametrize("rule_id", ["CRI007", "CRI008", "CRI009", "CRI011"])
    def test_its_groups_add_up_in_every_force(
        self, september: Report, rule_id: str
    ) -> None:
        result = september.of(rule_id)
        assert (result.verdict, result.evaluated) == ("passed", 44)

    @pytest.mark.parametrize("rule_id", ["CRI005", "CRI006", "CRI010"])
    def test_groups_that_it_does_not_print_are_not_added_up(
        self, september: Report, rule_id: str
    ) -> None:
        assert september.of(rule_id).verdict == "not applicable"

    def test_the_two_groups_it_does_not_print_are_noted(
        self, september: Report
    ) -> None:
        result = september.of("CRI019")
        assert (result.evaluated, result.failed) == (43 * len(OFFENCES), 43 * 2)

    def test_its_release_is_not_known(self, september: Report) -> None:
        assert september.of("CRI012").verdict == "undecided"


class TestSums:
    """Total recorded crime is every offence but fraud (A28)."""

    def test_a_total_above_its_parts_is_an_error(self) -> None:
        result = crimes("CRI005", TOTAL | {"crimes": 6}, VICTIMS, SOCIETY)
        assert (result.severity, result.failed) == (Severity.ERROR, 1)
        assert "the whole is 6, its 2 parts make 5" in result.findings[0].message

    def test_a_total_without_one_of_its_parts_is_left_alone(self) -> None:
        result = crimes("CRI005", TOTAL, VICTIMS)
        assert (result.verdict, result.evaluated) == ("not applicable", 0)

    def test_a_part_that_is_not_available_leaves_the_sum_open(self) -> None:
        rows = (TOTAL | {"crimes": "5"}, VICTIMS | {"crimes": "3"})
        result = crimes("CRI005", *rows, SOCIETY | {"crimes": ".."})
        assert (result.verdict, result.undecided) == ("undecided", 1)

    def test_fraud_stands_in_no_sum(self) -> None:
        fraud = TOTAL | {"offence": "Fraud offences", "crimes": 9}
        assert crimes("CRI005", TOTAL, VICTIMS, SOCIETY, fraud).verdict == "passed"
        assert crimes("CRI003", TOTAL, fraud).failed == 1

    def test_releases_and_windows_are_not_added_together(self) -> None:
        rows = [
            row | key
            for row in (TOTAL, VICTIMS, SOCIETY)
            for key in (
                {"release": "2018-12", "months": 12},
                {"release": "2019-01", "months": 12},
                {"release": "2018-12", "months": 18},
            )
        ]
        result = crimes("CRI005", *rows)
        assert (result.verdict, result.evaluated) == ("passed", 3)
        assert crimes("CRI014", *rows).failed == 0


class TestTheRelease:
    """Recorded crime is that of the release of December 2018 (A27)."""

    @pytest.mark.parametrize(
        ("kind", "severity"),
        [("collection", Severity.ERROR), ("publication", Severity.QUERY)],
    )
    def test_another_release_is_found(self, kind: str, severity: Severity) -> None:
        said = {"recorded_crime": WINDOW | {"release": "2019-01"}}
        result = crimes("CRI012", TOTAL, kind=kind, tables=said)
        assert (result.failed, result.severity) == (1, severity)

    def test_the_release_of_another_year_is_not_asked_for(self) -> None:
        said = {
            "period_start": date(2018, 4, 1),
            "period_end": date(2019, 3, 31),
            "release": "2019-07",
        }
        row = TOTAL | {"period_end": date(2019, 3, 31)}
        result = crimes("CRI012", row, tables={"recorded_crime": said})
        assert result.verdict == "not applicable"


def test_a_body_that_takes_reports_of_fraud_is_no_force() -> None:
    bodies = [TOTAL | {"force": name} for name in ("Essex", "Action Fraud", "Cifas")]
    assert crimes("CRI002", *bodies).failed == 2


@pytest.mark.parametrize(
    ("rate", "failed"), [(86.359, 1), (86.4, 1), (85.293, 0), (85.3, 0)]
)
def test_a_rate_with_british_transport_police_is_told_by_its_value(
    rate: float, failed: int
) -> None:
    row = {
        "period_end": END,
        "area": "England and Wales",
        "offence": ALL_CRIME,
        "rate": rate,
        "population_year": 2017,
    }
    result = judged("CRR002", {"recorded_crime_rate": [row]})
    assert (result.evaluated, result.failed) == (1, failed)


def test_a_column_of_months_has_a_number_in_each_row() -> None:
    blank = TOTAL | {"months": None}
    given = TOTAL | {"months": 18}
    assert crimes("CRI.months.missing", blank, given).failed == 1
    assert crimes("CRI.months.missing", TOTAL).verdict == "passed"


def test_a_force_noted_as_unable_to_supply_lacks_no_offence_group() -> None:
    noted = [{"table": "recorded_crime", "force": "Kent", "reason": "a new system"}]
    said = {"kind": "submission", "force": "Kent"}
    assert crimes("CRI019", TOTAL, **said).failed == len(OFFENCES)
    excused = crimes("CRI019", TOTAL, **said, unable_to_supply=noted)
    assert excused.failed == 0


@pytest.mark.parametrize(("written", "failed"), [("2018-12", 0), ("2019-01", 1)])
def test_a_row_of_another_release_than_the_manifest_s_is_found(
    written: str, failed: int
) -> None:
    said = {"tables": {"recorded_crime": WINDOW | {"release": "2018-12"}}}
    row = TOTAL | {"release": written}
    result = crimes("CRI021", row, row | {"release": None}, TOTAL, **said)
    assert (result.evaluated, result.failed) == (3, 2 + failed)
    assert crimes("CRI021", TOTAL, **said).verdict == "passed"
