"""Returns broken by one rule: what was changed, and where a finding must point."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from peelcheck.reference.editions import DEFAULT_EDITION
from peelcheck.results import Finding
from peelcheck.rules.rulebook import rulebook
from peelcheck.strategies.biting import Home, biting_edits, home_of
from peelcheck.strategies.drawing import varied_from
from peelcheck.strategies.returned import DrawnReturn, Row
from peelcheck.strategies.solving import Draw
from peelcheck.strategies.together import falls

__all__ = ["Broken", "broken_by"]

_CHOICES = 4


@dataclass(frozen=True, slots=True, repr=False)
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

    def __repr__(self) -> str:
        """Return what was changed, and in what."""
        return f"<Broken: {self.rule} by {self.says}; {self.given!r}>"

    def __str__(self) -> str:
        """Return what was changed, and the return."""
        return f"{self._head}\n{self.given}"

    @property
    def _head(self) -> str:
        return f"# {self.rule} broken by: {self.says}"

    def _repr_pretty_(self, printer: Any, _cycle: Any) -> None:
        """Print it as a failing example: what was changed, and the return."""
        printer.text(f"\n{self._head}")
        printer.pretty(self.given)


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
    return _broken(rule_id, home_of(rule_id, edition))


@st.composite
def _broken(draw: Draw, rule_id: str, home: Home) -> Broken:
    start, place = draw(varied_from(home.drawn)), draw(st.sampled_from(home.places))
    most = draw(st.integers(1, _CHOICES))
    # What was varied may stand in the way; the return that was known to break does not.
    edit = (
        biting_edits(rule_id, start, home.level, place, most)
        or biting_edits(rule_id, home.drawn, home.level, place, most)
    )[-1]
    return Broken(
        given=edit.after.copied(),
        rule=rule_id,
        falls=falls(rule_id),
        says=edit.says,
        table=edit.table,
        places=edit.rows,
        columns=edit.columns,
        key=edit.key,
    )
