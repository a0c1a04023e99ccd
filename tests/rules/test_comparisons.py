"""What rules may ask of text: whether it is the same, never which comes first."""

from __future__ import annotations

from datetime import date

import pytest
from compared import comparisons, ordering_text

from peelcheck.binding import bound, look_up_in
from peelcheck.model import Kind, Rule
from peelcheck.reference.editions import edition_named
from peelcheck.returns import Manifest, TableEntry
from peelcheck.rules.rulebook import rulebook
from peelcheck.tables import TABLES

MANIFEST = Manifest(
    edition="peel-2018-19",
    kind=Kind.SUBMISSION,
    force="Essex",
    tables=dict.fromkeys(
        TABLES, TableEntry(release="2018-12", period_end=date(2018, 3, 31))
    ),
)


def in_values(rule: Rule) -> Rule:
    """Return a rule with the values of the edition and of a manifest put in."""
    look_up = look_up_in(edition_named("peel-2018-19"), MANIFEST, rule.table)
    return bound(rule, look_up)


@pytest.mark.parametrize("rule", list(rulebook()), ids=lambda rule: rule.id)
def test_text_is_the_same_or_another_and_never_before_or_after(rule: Rule) -> None:
    assert ordering_text(in_values(rule)) == []


def test_the_rules_do_compare_text() -> None:
    found = {str(one) for rule in rulebook() for one in comparisons(in_values(rule))}
    assert {"force == 'Essex'", "agrees == True"} <= found
