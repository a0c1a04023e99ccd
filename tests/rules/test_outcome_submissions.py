"""Rules over submissions of outcomes: how many, and none by name (A34)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from judged import judged

from peelcheck import RuleResult
from peelcheck.model import Severity
from peelcheck.reference.forces import force_names

MONTHS = [date(2018, number, 28) for number in range(1, 13)]


def sent(rule_id: str, by_hand: int = 6, **more: Any) -> RuleResult:
    rows = [
        {
            "month": month,
            "force": name,
            "route": "manual" if place < by_hand else "HODH",
        }
        for month in MONTHS
        for place, name in enumerate(force_names())
    ]
    rows += more.pop("beside", [])
    return judged(rule_id, {"outcome_submissions": rows}, **more)


@pytest.mark.parametrize("rule_id", ["SUB001", "SUB002", "SUB003"])
def test_37_through_the_hub_and_6_by_hand_pass_whichever_they_are(rule_id: str) -> None:
    assert sent(rule_id).verdict == "passed"


@pytest.mark.parametrize("rule_id", ["SUB001", "SUB002"])
def test_a_force_that_changes_its_way_is_found_in_each_month(rule_id: str) -> None:
    result = sent(rule_id, by_hand=7)
    assert (result.severity, result.evaluated, result.failed) == (
        Severity.QUERY,
        12,
        12,
    )


def test_british_transport_police_is_none_of_the_37() -> None:
    beside = [
        {"month": month, "force": "British Transport Police", "route": "HODH"}
        for month in MONTHS
    ]
    assert sent("SUB001", beside=beside).verdict == "passed"
    assert sent("SUB005", beside=beside).failed == 12


def test_a_force_with_a_month_too_few_or_too_many_is_found() -> None:
    beside = [{"month": date(2019, 1, 28), "force": "Kent", "route": "HODH"}]
    result = sent("SUB003", beside=beside)
    assert (result.evaluated, result.failed) == (43, 1)
    assert "Kent" in result.findings[0].message


@pytest.mark.parametrize("rule_id", ["SUB001", "SUB002", "SUB003"])
def test_what_was_sent_is_asked_of_a_collection_alone(rule_id: str) -> None:
    rows = [{"month": day, "force": "Essex", "route": "HODH"} for day in MONTHS]
    tables = {"outcome_submissions": rows}
    with pytest.raises(KeyError):
        judged(rule_id, tables, kind="submission", force="Essex")
