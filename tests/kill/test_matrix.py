"""Every rule bites: on each return that breaks it, it fires, points, and is alone.

A few returns a rule are drawn here; `python tools/kill_matrix.py` draws many, and
writes docs/reference/kill-matrix.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from bites import bites_of

from peelcheck.model import ManifestRule
from peelcheck.rules.rulebook import rulebook

EXAMPLES = 3


def each() -> Iterator[Any]:
    """Yield every rule; the first of each kind is measured for coverage.

    So are those over the manifest, which are broken in ways of their own. To measure
    all would take ten times as long.
    """
    known: set[type] = set()
    for rule in rulebook():
        measured = isinstance(rule, ManifestRule) or type(rule) not in known
        known.add(type(rule))
        marks = [] if measured else [pytest.mark.no_cover]
        yield pytest.param(rule.id, marks=marks)


@pytest.mark.parametrize("rule", [*each()])
def test_a_rule_fires_where_it_is_broken_and_no_other_does(rule: str) -> None:
    seen = bites_of(rule, EXAMPLES)
    assert seen.all_bit, seen.bad
