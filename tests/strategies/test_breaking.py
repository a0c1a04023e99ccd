"""Returns broken by one rule: small changes, told, and pointed to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings

import peelcheck
from peelcheck import UnknownNameError, Verdict
from peelcheck.rules.rulebook import rulebook
from peelcheck.strategies import Broken, broken_by
from peelcheck.strategies.together import TOGETHER, falls
from peelcheck.strategies.valid import valid_return


def one(rule: str) -> Broken:
    """Return the simplest return that breaks a rule: the first that is drawn."""
    found: list[Broken] = []

    @settings(max_examples=1, phases=[Phase.generate], deadline=None, database=None)
    @given(broken_by(rule))
    def drawn(broken: Broken) -> None:
        found.append(broken)

    drawn()
    return found[0]


def test_a_rule_that_is_not_known_is_told_at_once() -> None:
    with pytest.raises(UnknownNameError, match="did you mean"):
        broken_by("STS04")
    with pytest.raises(UnknownNameError, match="there is no edition"):
        broken_by("STS004", edition="peel-1999")


def test_the_simplest_is_the_small_return_but_for_one_cell() -> None:
    broken = one("CRM001")
    start = valid_return("peel-2018-19", "submission", ["crimes"])
    before, after = start.tables["crimes"][0], broken.rows[0]
    assert broken.given.tables["crimes"][1:] == start.tables["crimes"][1:]
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"recorded_on"} == {*broken.columns}
    assert broken.places == (0,)
    assert broken.says.startswith("crimes, position 0: recorded_on 2017-10-01 -> ")


def test_a_finding_elsewhere_is_not_where_it_must_point() -> None:
    broken = one("CRM001")
    (finding,) = peelcheck.check(broken.given.read()).of("CRM001").findings
    assert broken.is_pointed_to_by(finding)
    assert not broken.is_pointed_to_by(replace(finding, row=1))
    elsewhere = replace(finding, row=None, key={"crime": "C2"}, values={})
    assert not broken.is_pointed_to_by(elsewhere)


def test_a_missing_key_is_named() -> None:
    broken = one("STS002")
    (finding,) = peelcheck.check(broken.given.read()).of("STS002").findings
    assert broken.key == finding.key
    assert broken.is_pointed_to_by(finding)
    other = {**finding.key, "force": "not the force"}
    assert not broken.is_pointed_to_by(replace(finding, key=other, values={}))


def test_a_broken_sum_is_pointed_to_at_its_cells() -> None:
    broken = one("CRI005")
    (finding,) = peelcheck.check(broken.given.read()).of("CRI005").findings
    assert finding.row in broken.places
    rows = [broken.rows[at] for at in broken.places]
    assert len({row["period_end"] for row in rows}) == 1
    assert len(rows) > 1


def test_a_manifest_can_be_what_is_broken() -> None:
    broken = one("RTN001")
    assert broken.says.startswith("manifest: ")
    report = peelcheck.check(broken.given.read())
    assert report.of("RTN001").verdict is Verdict.FAILED


def test_what_was_changed_stands_above_the_return() -> None:
    head, manifest, *_ = str(one("STS004")).split("\n")
    assert head.startswith("# STS004 broken by: stop_search_records, position 0: ")
    assert manifest.startswith("# manifest: ")
    assert repr(one("STS004")).startswith("<Broken: STS004 by stop_search_records, ")


def test_what_falls_together_is_known_and_has_a_reason() -> None:
    known = {rule.id for rule in rulebook()}
    for rule, together in TOGETHER.items():
        assert {rule, *together.rules} <= known
        assert rule not in together.rules
        assert together.rules
        assert together.why
    assert falls("CRM001") == {"CRM001"}
    assert falls("STS004") == {"STS004", "STR002"}
