"""Rules over single crimes and the outcomes that point to them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from judged import judged

from peelcheck import RuleResult
from peelcheck.model import Severity

CRIME = {
    "force": "Essex",
    "crime": "42/1/18",
    "recorded_on": date(2018, 1, 2),
    "offence": "Robbery",
}
OUTCOME = {
    "force": "Essex",
    "crime": "42/1/18",
    "outcome_type": "1",
    "assigned_on": date(2018, 1, 2),
    "current": "yes",
}


def linked(
    rule_id: str,
    *outcomes: dict[str, Any],
    crimes: tuple[dict[str, Any], ...] = (CRIME,),
    **said: Any,
) -> RuleResult:
    return judged(rule_id, {"crimes": crimes, "outcomes": outcomes}, **said)


class TestTheWindow:
    """Proportions are of crimes recorded in the year to 30 September 2018 (A31)."""

    @pytest.mark.parametrize(
        ("day", "failed"),
        [
            (date(2017, 9, 30), 1),
            (date(2017, 10, 1), 0),
            (date(2018, 9, 30), 0),
            (date(2018, 10, 1), 1),
        ],
    )
    def test_both_its_ends_are_in_it(self, day: date, failed: int) -> None:
        result = judged("CRM001", {"crimes": [CRIME | {"recorded_on": day}]})
        assert (result.failed, result.severity) == (failed, Severity.ERROR)

    def test_a_publication_may_explain_a_crime_of_another_year(self) -> None:
        late = CRIME | {"recorded_on": date(2018, 10, 1)}
        result = judged("CRM001", {"crimes": [late]}, kind="publication")
        assert (result.failed, result.severity) == (1, Severity.QUERY)


class TestLinks:
    """Each crime is followed to its own outcome (A32)."""

    def test_an_outcome_without_its_crime_is_an_error(self) -> None:
        result = linked("OCM001", OUTCOME, OUTCOME | {"crime": "42/2/18"})
        assert (result.severity, result.evaluated, result.failed) == (
            Severity.ERROR,
            2,
            1,
        )
        assert "42/2/18" in result.findings[0].message

    def test_a_reference_number_is_a_force_s_own(self) -> None:
        assert linked("OCM001", OUTCOME | {"force": "Kent"}).failed == 1

    def test_a_crime_without_its_day_is_still_the_outcome_s_crime(self) -> None:
        result = linked("OCM001", OUTCOME, crimes=(CRIME | {"recorded_on": None},))
        assert (result.verdict, result.evaluated) == ("passed", 1)

    def test_without_the_crimes_no_link_can_be_looked_at(self) -> None:
        result = judged("OCM001", {"outcomes": [OUTCOME]})
        assert result.verdict == "not run"
        assert "crimes" in result.reason

    def test_two_current_outcomes_of_a_crime_are_an_error(self) -> None:
        second = OUTCOME | {"outcome_type": "16"}
        result = linked("OCM002", OUTCOME, second)
        assert (result.severity, result.failed) == (Severity.ERROR, 2)

    def test_an_outcome_that_has_been_replaced_may_stand_beside_it(self) -> None:
        replaced = OUTCOME | {"outcome_type": "16", "current": "no"}
        assert linked("OCM002", OUTCOME, replaced, replaced).verdict == "passed"

    @pytest.mark.parametrize(
        ("day", "failed"), [(date(2018, 1, 1), 1), (date(2018, 1, 2), 0)]
    )
    def test_an_outcome_may_be_of_the_day_of_its_crime(
        self, day: date, failed: int
    ) -> None:
        result = linked("OCM003", OUTCOME | {"assigned_on": day})
        assert (result.severity, result.failed) == (Severity.QUERY, failed)

    def test_a_finding_names_both_days(self) -> None:
        result = linked("OCM003", OUTCOME | {"assigned_on": date(2018, 1, 1)})
        message = result.findings[0].message
        assert "2018-01-01" in message
        assert "2018-01-02" in message


class TestTypes:
    """The framework is that of the year to March 2018 (A38)."""

    @pytest.mark.parametrize(
        ("day", "failed"), [(date(2019, 3, 31), 1), (date(2019, 4, 1), 0)]
    )
    def test_type_22_begins_in_april_2019(self, day: date, failed: int) -> None:
        given = OUTCOME | {"outcome_type": "22", "assigned_on": day}
        assert linked("OCM004", given).failed == failed

    @pytest.mark.parametrize(
        ("offence", "failed"), [("Robbery", 1), ("Fraud offences", 0)]
    )
    def test_type_19_is_given_to_fraud(self, offence: str, failed: int) -> None:
        given = OUTCOME | {"outcome_type": "19"}
        crimes = (CRIME | {"offence": offence},)
        assert linked("OCM005", given, crimes=crimes).failed == failed


def test_fraud_among_single_crimes_is_noted() -> None:
    fraud = CRIME | {"offence": "Fraud offences", "crime": "42/2/18"}
    result = judged("CRM005", {"crimes": [CRIME, fraud]})
    assert (result.severity, result.failed) == (Severity.NOTE, 1)


@pytest.mark.parametrize(
    ("written", "rule_id"),
    [("Fraud", "CRM005"), ("Miscellaneous crimes", "CRM.offence.domain")],
)
def test_offences_are_spelled_as_in_recorded_crime(written: str, rule_id: str) -> None:
    result = judged(rule_id, {"crimes": [CRIME | {"offence": written}]})
    assert (result.evaluated, result.failed) == (1, int(rule_id == "CRM005"))


@pytest.mark.parametrize("rule_id", ["CRM004", "OCM007"])
def test_a_submission_holds_its_own_force_alone(rule_id: str) -> None:
    kent = {"force": "Kent"}
    result = linked(
        rule_id,
        OUTCOME,
        OUTCOME | kent,
        crimes=(CRIME, CRIME | kent),
        kind="submission",
        force="Essex",
    )
    assert (result.evaluated, result.failed) == (2, 1)
