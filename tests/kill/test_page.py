"""The page of the kill matrix tells of every rule, and of each that it bit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from peelcheck.rules.rulebook import rulebook
from peelcheck.strategies.together import TOGETHER

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "kill-matrix.md"
ROW = re.compile(r"\| `([^`]+)` \| (\w+) \| (\w+) \| (\d+) \| (\d+) \| (.*) \|")


@pytest.fixture
def rows() -> dict[str, tuple[str, ...]]:
    lines = PAGE.read_text(encoding="utf-8").split("\n")
    found = [match.groups() for line in lines if (match := ROW.fullmatch(line))]
    return {first: rest for first, *rest in found}  # type: ignore[misc]


def test_every_rule_stands_there_once_with_its_severity(
    rows: dict[str, tuple[str, ...]],
) -> None:
    assert [*rows] == [rule.id for rule in rulebook()]
    assert {name: row[0] for name, row in rows.items()} == {
        rule.id: rule.severity.value for rule in rulebook()
    }


def test_every_rule_bit_on_every_return(rows: dict[str, tuple[str, ...]]) -> None:
    for name, (_, _, drawn, changes, rest) in rows.items():
        fires, alone, points, change, together = rest.split(" | ")
        assert {fires, alone, points} == {drawn}, name
        assert 0 < int(changes) <= int(drawn)
        assert change
        others = TOGETHER[name].rules if name in TOGETHER else ()
        assert together == ", ".join(f"`{one}`" for one in sorted(others))


def test_every_reason_for_falling_together_stands_there() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for rule, one in TOGETHER.items():
        assert re.search(rf"\| `{re.escape(rule)}` \| .* \| {one.why} \|", text)
