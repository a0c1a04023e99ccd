"""The broken sample returns: each fails the rule it is named beside, and no other.

Notes stand aside: they say what is left out, not that something is wrong.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import peelcheck
from peelcheck import Report, Verdict
from peelcheck.model import Severity

FAULTS = {
    "stop_search.unknown_force.csv": ("STS.force.domain", [26]),
    "stop_search.doubled_cell.csv": ("STS.key", [26, 27]),
    "stop_search.negative_count.csv": ("STS.searches.minimum", [26]),
    "stop_search.half_a_search.csv": ("STS.searches.type", [26]),
    "stop_search.blank_count.csv": ("STS.searches.missing", [26]),
    "stop_search.unknown_ethnic_group.csv": ("STS.ethnic_group.domain", [29]),
    "stop_search.british_transport_police.csv": ("STS001", [65]),
    "stop_search.column_missing.csv": ("STS.columns", [None]),
    "stop_search.column_renamed.csv": ("STS.columns", [None]),
    "stop_search.column_doubled.csv": ("STS.columns", [None]),
    "population.zero.csv": ("POP.population.minimum", [14]),
    "population.other_vintage.csv": ("POP001", list(range(2, 12))),
    "other_edition": ("RTN001", [None]),
    "crimes.before_the_window.csv": ("CRM001", [2]),
    "outcome_of_no_crime": ("OCM001", [2]),
    "two_current_outcomes": ("OCM002", [2, 3]),
    "outcome_counts.negative_year.csv": ("OUT003", [6]),
    "workforce.september.csv": ("WOR003", list(range(2, 12))),
    "recorded_crime.burglaries_do_not_add_up.csv": ("CRI009", [13]),
    "recorded_crime.railway_police_in_total.csv": ("CRI020", [45]),
    "vetting.more_than_the_workforce.csv": ("VET005", [2]),
    "judgments.area_missing.csv": ("JUD004", [None]),
    "file_review.recorded_in_april.csv": ("FIL004", [61]),
    "file_review.a_file_too_few.csv": ("FIL005", [2]),
    "public_survey.weight_of_nothing.csv": ("PUB011", [5]),
}
"""The returns that are not sound: the rule, and the rows it shows."""

QUESTIONS: dict[str, dict[str, list[int | None]]] = {
    "fewer_than_counted": {"STR005": [2]},
    "outcome_submissions.seven_by_hand.csv": {"SUB001": [4], "SUB002": [2]},
    "calls_999.month_missing.csv": {"CAL006": [2]},
    "vetting.equivalents_as_heads.csv": {"VET007": [2]},
    "spend.categories_do_not_add_up.csv": {"SPE007": [2]},
    "spend.prices_of_no_year.csv": {"SPE011": [2]},
    "judgments.ungraded.csv": {"JUD011": [3]},
    "signed_off_too_early": {"RTN006": [None]},
    "staff_survey.with_an_interval.csv": {"SSV006": [3]},
}
"""The returns that may stand, once their force has explained them."""

OF_A_DIRECT_COLLECTION = {"RTN003", "RTN006"}
"""The rules on how forces were asked, and signed off: not of what was published."""


def failed(report: Report) -> dict[str, list[int | None]]:
    return {
        result.rule.id: [finding.row for finding in result.findings]
        for result in report.results
        if result.verdict is Verdict.FAILED and result.severity is not Severity.NOTE
    }


@pytest.mark.parametrize(("name", "fault"), FAULTS.items(), ids=list(FAULTS))
def test_each_fails_its_one_rule_where_it_is_broken(
    sample_data: Path, name: str, fault: tuple[str, list[int | None]]
) -> None:
    report = peelcheck.check(sample_data / "broken" / name)
    assert failed(report) == {fault[0]: fault[1]}
    assert not report.ok


@pytest.mark.parametrize(("name", "rules"), QUESTIONS.items(), ids=list(QUESTIONS))
def test_a_question_leaves_the_return_as_it_is(
    sample_data: Path, name: str, rules: dict[str, list[int | None]]
) -> None:
    report = peelcheck.check(sample_data / "broken" / name)
    assert failed(report) == rules
    assert report.ok


def test_every_broken_return_is_known_here(sample_data: Path) -> None:
    there = {path.name for path in (sample_data / "broken").iterdir()}
    assert there == {*FAULTS, *QUESTIONS, "README.md"}


def test_the_page_of_broken_returns_names_the_rule_of_each(sample_data: Path) -> None:
    page = (sample_data / "broken" / "README.md").read_text(encoding="utf-8")
    rules = {name: [rule] for name, (rule, _) in FAULTS.items()}
    for name, ids in {**rules, **{n: [*r] for n, r in QUESTIONS.items()}}.items():
        line = next(line for line in page.splitlines() if f"`{name}" in line)
        assert all(f"`{rule}`" in line for rule in ids)


def test_the_return_they_are_made_from_is_clean(sample_data: Path) -> None:
    report = peelcheck.check(sample_data / "essex_submission")
    assert report.ok
    other = {one.rule.id for one in report.results if one.verdict != "passed"}
    assert other == OF_A_DIRECT_COLLECTION
    assert all(report.of(rule).verdict == "not applicable" for rule in other)
