"""Rules over reviewed case files: windows, samples, and all of them together."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from judged import judged

from peelcheck import RuleResult, Verdict
from peelcheck.model import Severity
from peelcheck.reference.editions import edition_named
from peelcheck.reference.forces import force_names

BTP = "British Transport Police"
LARGER = ("Greater Manchester", "West Midlands")
SIZES = {name: 90 if name in LARGER else 60 for name in force_names()}
NOTED = [{"table": "file_review", "force": "Kent", "reason": "its system was changed"}]


def files(rule_id: str, sizes: dict[str, int], **said: Any) -> RuleResult:
    rows = [
        {"force": force, "file": f"F{number}", "recorded_on": date(2018, 2, 1)}
        for force, size in sizes.items()
        for number in range(size)
    ]
    return judged(rule_id, {"file_review": rows}, **said)


@pytest.mark.parametrize("size", [59, 61, 90])
def test_a_sample_of_essex_of_another_size_is_an_error(size: int) -> None:
    said = {"kind": "submission", "force": "Essex"}
    assert files("FIL005", {"Essex": 60}, **said).verdict is Verdict.PASSED
    result = files("FIL005", {"Essex": size}, **said)
    assert (result.severity, result.failed) == (Severity.ERROR, 1)
    assert result.findings[0].message == f"{size} rows of Essex"


@pytest.mark.parametrize("force", LARGER)
@pytest.mark.parametrize(("size", "failed"), [(60, 1), (89, 1), (90, 0), (91, 1)])
def test_two_forces_have_a_larger_sample(force: str, size: int, failed: int) -> None:
    assert files("FIL005", {**SIZES, force: size}).failed == failed


@pytest.mark.parametrize("force", ["West Mercia", "Metropolitan Police"])
def test_no_other_force_has(force: str) -> None:
    assert files("FIL005", {**SIZES, force: 90}).failed == 1


def test_the_samples_make_what_the_edition_says_they_do() -> None:
    edition = edition_named("peel-2018-19")
    assert sum(SIZES.values()) == edition.value("file_review.in_all") == 2_640


@pytest.mark.parametrize("size", [59, 61])
def test_all_files_together_are_2640(size: int) -> None:
    assert files("FIL006", SIZES).verdict is Verdict.PASSED
    assert files("FIL006", {**SIZES, BTP: 3}).verdict is Verdict.PASSED
    result = files("FIL006", {**SIZES, "Essex": size})
    assert (result.severity, result.evaluated, result.failed) == (Severity.ERROR, 1, 1)
    assert result.findings[0].message == f"{2_580 + size:,} rows in all"


def test_a_force_noted_as_unable_to_supply_is_missing_from_no_sum() -> None:
    without = {name: size for name, size in SIZES.items() if name != "Kent"}
    assert files("FIL006", without).verdict is Verdict.FAILED
    result = files("FIL006", without, unable_to_supply=NOTED)
    assert result.verdict is Verdict.NOT_APPLICABLE
    assert result.reason == "a force is noted as unable to supply the table"
    assert files("FIL002", without, unable_to_supply=NOTED).failed == 0


def test_another_table_s_gap_is_no_gap_of_this_one() -> None:
    noted = [{**NOTED[0], "table": "staff_survey"}]
    without = {name: size for name, size in SIZES.items() if name != "Kent"}
    assert files("FIL006", without, unable_to_supply=noted).verdict is Verdict.FAILED


def test_all_together_are_asked_of_a_collection_alone() -> None:
    for kind in ("submission", "publication"):
        with pytest.raises(KeyError):
            files("FIL006", SIZES, kind=kind)


@pytest.mark.parametrize(
    ("day", "failed"),
    [
        (date(2017, 12, 31), 1),
        (date(2018, 1, 1), 0),
        (date(2018, 3, 31), 0),
        (date(2018, 4, 1), 1),
    ],
)
def test_crimes_were_recorded_from_january_to_march(day: date, failed: int) -> None:
    rows = [{"force": "Essex", "file": "F1", "recorded_on": day}]
    result = judged("FIL004", {"file_review": rows})
    assert (result.severity, result.failed) == (Severity.ERROR, failed)


def test_a_file_of_which_nobody_says_whether_it_is_good_is_an_error() -> None:
    row = {"force": "Essex", "file": "F1", "good_standard": None}
    result = judged("FIL.good_standard.missing", {"file_review": [row]})
    assert (result.severity, result.failed) == (Severity.ERROR, 1)


def test_how_files_were_selected_need_not_be_told() -> None:
    assert files("FIL007", {"Essex": 60}).verdict is Verdict.NOT_APPLICABLE
