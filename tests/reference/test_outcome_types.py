"""The framework's types: its groups hold each once, spellings lead to one."""

from __future__ import annotations

from collections import Counter

import pytest

from peelcheck.reference.outcome_types import (
    COUNTED_TYPES,
    INSIDE,
    OUTCOME_GROUPS,
    SPELLINGS,
)
from peelcheck.reference.spelling import fold


def test_each_type_of_the_published_table_is_of_one_group() -> None:
    members = Counter(one for group in OUTCOME_GROUPS.values() for one in group)
    assert set(members.values()) == {1}
    assert set(COUNTED_TYPES) - set(members) == {"19", "22", *INSIDE}


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("1", "1"),
        ("01", "1"),
        ("1.0", "1"),
        ("14.0", "14"),
        ("1a", "1A"),
        ("Outcome 16", "16"),
        ("TYPE 3A", "3A"),
        ("0", "0"),
    ],
)
def test_a_type_is_known_by_its_spellings(text: str, outcome: str) -> None:
    assert SPELLINGS[fold(text)] == outcome


def test_other_texts_are_no_type() -> None:
    assert not {"23", "1.5", "10.00", "", "charged"} & set(SPELLINGS)
