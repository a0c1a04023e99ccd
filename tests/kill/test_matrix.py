"""Every rule bites: on each return that breaks it, it fires, points, and is alone.

A few returns a rule are drawn here; `python tools/kill_matrix.py` draws many, and
writes docs/reference/kill-matrix.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from bites import bites_of

from peelcheck.model import RowRule
from peelcheck.rules.rulebook import rulebook

EXAMPLES = 3


def each() -> Iterator[Any]:
    """Yield every rule; those over rows are not measured for coverage.

    It would take three times as long, and files have half of them broken too.
    """
    for rule in rulebook():
        marks = [pytest.mark.no_cover] if isinstance(rule, RowRule) else []
        yield pytest.param(rule.id, marks=marks)


@pytest.mark.parametrize("rule", [*each()])
def test_a_rule_fires_where_it_is_broken_and_no_other_does(rule: str) -> None:
    seen = bites_of(rule, EXAMPLES)
    assert seen.all_bit, seen.bad
