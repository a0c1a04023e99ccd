"""Every rule bites: on each return that breaks it, it fires, points, and is alone.

A few returns a rule are drawn here; `python tools/kill_matrix.py` draws many, and
writes docs/reference/kill-matrix.md.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import peelcheck
from peelcheck import Verdict
from peelcheck.rules.rulebook import rulebook
from peelcheck.strategies import Broken, broken_by

EXAMPLES = 3


@pytest.mark.parametrize("rule", [rule.id for rule in rulebook()])
def test_a_rule_fires_where_it_is_broken_and_no_other_does(rule: str) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None)
    @given(broken_by(rule))
    def bites(broken: Broken) -> None:
        report = peelcheck.check(broken.given.read())
        assert not report.crashed
        failed = {r.rule.id for r in report.results if r.verdict is Verdict.FAILED}
        assert failed == broken.falls
        findings = report.of(rule).findings
        assert findings
        assert all(broken.is_pointed_to_by(finding) for finding in findings)

    bites()
