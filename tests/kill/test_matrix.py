"""Every rule bites: on each return that breaks it, it fires, points, and is alone.

A few returns a rule are drawn here; `python tools/kill_matrix.py` draws many, and
writes docs/reference/kill-matrix.md.
"""

from __future__ import annotations

import pytest
from bites import bites_of

from peelcheck.rules.rulebook import rulebook

EXAMPLES = 3


@pytest.mark.parametrize("rule", [one.id for one in rulebook()])
def test_a_rule_fires_where_it_is_broken_and_no_other_does(rule: str) -> None:
    seen = bites_of(rule, EXAMPLES)
    assert seen.all_bit, seen.bad
