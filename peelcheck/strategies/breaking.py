"""Returns broken by one rule: what was changed, and where a finding must point."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from hypothesis import strategies as st

from peelcheck.reference.editions import DEFAULT_EDITION
from peelcheck.results import Finding
from peelcheck.rules.rulebook import rulebook
from peelcheck.strategies.biting import biting_edits, falls, home_of, places
from peelcheck.strategies.drawing import varied_from
from peelcheck.strategies.edits import Edit
from peelcheck.strategies.returned import DrawnReturn, Row
from peelcheck.strategies.solving import Draw

__all__ = ["Broken", "broken_by"]

_CHOICES = 4


@dataclass(frozen=True, slots=True)
class Broken:
    """A return that breaks one rule.

    Attributes:
        given: The return.
        rule: The id of the rule.
        falls: The ids of the rules that are broken: it alone, or with those that
            cannot hold where it does not.
        says: What was changed, in words.
        table: The table that a finding is about.
        places: The rows that a finding may name; none where no row is at fault.
        columns: The columns that were changed.
        key: What the finding names in place of a row, such as the key that is missing.

    """

    given: DrawnReturn
    rule: str
    falls: frozenset[str]
    says: str
    table: str
    places: tuple[int, ...]
    columns: tuple[str, ...]
    key: Mapping[str, Any]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the table that a finding is about."""
        return self.given.tables[self.table]

    def is_pointed_to_by(self, finding: Finding) -> bool:
        """Say whether a finding of the rule points to what was changed."""
        if finding.row is not None:
            return finding.row in self.places
        told = {**finding.key, **finding.values}
        if self.key:
            return all(told.get(name) == value for name, value in self.key.items())
        return bool(set(self.columns) & set(told))

    def __str__(self) -> str:
        """Return what was changed, and the return."""
        return f"# {self.rule} broken by: {self.says}\n{self.given}"


def broken_by(
    rule_id: str, *, edition: str = DEFAULT_EDITION
) -> st.SearchStrategy[Broken]:
    """Return a strategy for returns that break one rule, in one place, and no other.

    Args:
        rule_id: The rule.
        edition: The edition.

    Raises:
        UnknownNameError: There is no such rule.
        UsageError: No return is known that breaks it.

    """
    rulebook()[rule_id]
    return _broken(rule_id, *home_of(rule_id, edition))


@st.composite
def _broken(draw: Draw, rule_id: str, home: DrawnReturn, level: int) -> Broken:
    start = draw(varied_from(home))
    rows = start.tables.get(rulebook()[rule_id].table, ({},))
    first = draw(st.integers(0, len(rows) - 1))
    edit = _edit(draw, rule_id, start, first, level)
    if edit is None:
        edit = _edit(draw, rule_id, home, 0, level)
    assert edit is not None  # noqa: S101 - the search for a home found one
    return Broken(
        given=edit.after,
        rule=rule_id,
        falls=falls(rule_id),
        says=edit.says,
        table=edit.table,
        places=edit.rows,
        columns=edit.columns,
        key=edit.key,
    )


def _edit(
    draw: Draw, rule_id: str, start: DrawnReturn, first: int, level: int
) -> Edit | None:
    """Draw one of the changes that bite, in the first row in which one does."""
    count = len(start.tables.get(rulebook()[rule_id].table, ({},)))
    for step in places(count):
        at = (first + step) % count
        found = [*islice(biting_edits(rule_id, start, at, level), _CHOICES)]
        if found:
            return draw(st.sampled_from(found))
    return None
