"""The broken sample returns: each fails its one rule, and ends with 1."""

from __future__ import annotations

from pathlib import Path

import pytest

import peelcheck
from peelcheck import Verdict

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
}


@pytest.mark.parametrize(("name", "fault"), FAULTS.items(), ids=list(FAULTS))
def test_each_fails_its_one_rule_where_it_is_broken(
    sample_data: Path, name: str, fault: tuple[str, list[int | None]]
) -> None:
    report = peelcheck.check(sample_data / "broken" / name)
    failed = [r for r in report.results if r.verdict is Verdict.FAILED]
    assert [result.rule.id for result in failed] == [fault[0]]
    assert [finding.row for finding in failed[0].findings] == fault[1]
    assert not report.ok


def test_every_broken_return_is_known_here(sample_data: Path) -> None:
    there = {path.name for path in (sample_data / "broken").iterdir()}
    assert there == {*FAULTS, "README.md"}


def test_the_page_of_broken_returns_names_the_rule_of_each(sample_data: Path) -> None:
    page = (sample_data / "broken" / "README.md").read_text(encoding="utf-8")
    for name, (rule, _) in FAULTS.items():
        line = next(line for line in page.splitlines() if f"`{name}" in line)
        assert f"`{rule}`" in line


def test_the_return_they_are_made_from_is_clean(sample_data: Path) -> None:
    report = peelcheck.check(sample_data / "essex_submission")
    assert report.ok
    assert {result.verdict for result in report.results} == {"passed"}
