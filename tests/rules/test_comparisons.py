"""What rules may ask of text: whether it is the same, never which comes first."""

from __future__ import annotations

import pytest
from bound_rules import ready
from compared import comparisons, ordering_text

from peelcheck.model import Rule
from peelcheck.rules.rulebook import rulebook


@pytest.mark.parametrize("rule", list(rulebook()), ids=lambda rule: rule.id)
def test_text_is_the_same_or_another_and_never_before_or_after(rule: Rule) -> None:
    assert ordering_text(ready(rule)) == []


def test_the_rules_do_compare_text() -> None:
    found = {str(one) for rule in rulebook() for one in comparisons(ready(rule))}
    assert {"force == 'Essex'", "agrees == True"} <= found
