"""The ledger: what carries out each statement of the annex, and what a report covers.

Rules, metrics and caveats name their statements themselves; this turns it round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from peelcheck.claims import Verification
from peelcheck.figures import Figure
from peelcheck.manifest import MANIFEST_STATEMENTS
from peelcheck.measures import Caveat, Metric
from peelcheck.metrics import METRICS
from peelcheck.model import Rule
from peelcheck.reference.editions import (
    DEFAULT_EDITION,
    Assumption,
    Edition,
    edition_named,
)
from peelcheck.reference.statements import Statement, statements
from peelcheck.results import Report, Verdict
from peelcheck.rules.rulebook import rulebook

__all__ = [
    "Coverage",
    "Entry",
    "Standing",
    "caveats",
    "coverage",
    "ledger",
    "statements_of",
]

_ASSUMED = "assumption "
_LOOKED = frozenset({Verdict.PASSED, Verdict.FAILED, Verdict.UNDECIDED})


class Standing(StrEnum):
    """How far a statement is carried out."""

    CARRIED = "carried out"
    UNCHECKED = "cannot be checked"
    FORGOTTEN = "carried out by nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A statement, and everything that carries it out or fills it in.

    Attributes:
        statement: The statement.
        rules: The rules that name it, in the order of the rulebook.
        metrics: The metrics that it has a part in.
        caveats: The caveats that come from it, or from an assumption that fills it in.
        fields: The fields of the manifest that say what it asks for.
        values: The names of the edition's values that come from it.
        assumptions: The named assumptions that fill it in.

    """

    statement: Statement
    rules: tuple[Rule, ...]
    metrics: tuple[Metric, ...]
    caveats: tuple[Caveat, ...]
    fields: tuple[str, ...]
    values: tuple[str, ...]
    assumptions: tuple[Assumption, ...]

    @property
    def standing(self) -> Standing:
        """How far it is carried out."""
        if self.statement.unchecked:
            return Standing.UNCHECKED
        if self.rules or self.metrics or self.caveats or self.fields:
            return Standing.CARRIED
        return Standing.FORGOTTEN


@cache
def ledger() -> dict[str, Entry]:
    """Return the entry of each statement, `A1` to `A49`."""
    edition = edition_named(DEFAULT_EDITION)
    return {name: _entry(one, edition) for name, one in statements().items()}


def _entry(one: Statement, edition: Edition) -> Entry:
    return Entry(
        statement=one,
        rules=tuple(rule for rule in rulebook() if rule.statement == one.id),
        metrics=tuple(m for m in METRICS.values() if one.id in m.statements),
        caveats=tuple(c for c in caveats().values() if one.id in statements_of(c)),
        fields=tuple(
            field for field, names in MANIFEST_STATEMENTS.items() if one.id in names
        ),
        values=tuple(
            name for name, source in edition.statements.items() if source == one.id
        ),
        assumptions=tuple(
            assumption
            for assumption in edition.assumptions.values()
            if assumption.statement == one.id
        ),
    )


@cache
def caveats() -> dict[str, Caveat]:
    """Return every caveat that a metric's values may carry, by id."""
    return {one.id: one for metric in METRICS.values() for one in metric.caveats}


def statements_of(caveat: Caveat) -> tuple[str, ...]:
    """Return the statements a caveat comes from, be it by way of an assumption.

    Raises:
        KeyError: It names an assumption that there is not.

    """
    if not caveat.source.startswith(_ASSUMED):
        return tuple(caveat.source.split(", "))
    assumptions = edition_named(DEFAULT_EDITION).assumptions
    return (assumptions[caveat.source.removeprefix(_ASSUMED)].statement,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of the annex a report looked at, and how much can be.

    Attributes:
        looked_at: The statements it looked at, in their order.
        carried: How many statements peelcheck carries out in all.
        unchecked: How many cannot be checked.
        total: How many statements there are.

    """

    looked_at: tuple[str, ...]
    carried: int
    unchecked: int
    total: int


def coverage(
    *,
    report: Report | None = None,
    figures: Iterable[Figure] = (),
    verification: Verification | None = None,
) -> Coverage:
    """Return how much of the annex a report, figures and claims looked at together.

    A statement is looked at where a rule of it came to a verdict; where it has a part
    in a figure, be it as a step on the way or a caveat; or where a claim is flagged
    by it.
    """
    named: set[str] = set()
    if report:
        named |= {
            one.rule.statement for one in report.results if one.verdict in _LOOKED
        }
    if verification:
        held = verification.held
        named |= {name for one in held for name, _ in one.flags}
        figures = (*figures, *(one.figure for one in held if one.figure))
    named |= {name for one in figures for name in _had_part_in(one)}
    standings = [entry.standing for entry in ledger().values()]
    return Coverage(
        looked_at=tuple(name for name in ledger() if name in named),
        carried=standings.count(Standing.CARRIED),
        unchecked=standings.count(Standing.UNCHECKED),
        total=len(standings),
    )


def _had_part_in(figure: Figure) -> Iterator[str]:
    metric = METRICS[figure.metric]
    yield metric.statement
    if metric.people:
        yield metric.people.statement
    yield from (step.statement for step in figure.steps)
    yield from (name for one in figure.caveats for name in statements_of(one))
