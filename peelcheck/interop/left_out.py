"""The rules that the exports leave out, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peelcheck.interop.carried import Carried, carried_rules
from peelcheck.interop.suites import Suite, suite_of
from peelcheck.model import Rule
from peelcheck.reference.editions import DEFAULT_EDITION, edition_named
from peelcheck.rules.rulebook import rulebook
from peelcheck.shape import Table
from peelcheck.tables import TABLES

__all__ = [
    "Omission",
    "carried_of_tables",
    "of_whole_returns",
    "rules_left_out",
]


@dataclass(frozen=True, slots=True)
class Omission:
    """A rule that one of the exports leaves out.

    Attributes:
        rule: The rule.
        by_pandera: Why the pandera models leave it out; empty where they carry it.
        by_suites: Why the suites do.
        query: Whether a query beside the suites finds what breaks it.

    """

    rule: Rule
    by_pandera: str
    by_suites: str
    query: bool


def rules_left_out() -> list[Omission]:
    """Return the rules that an export leaves out, in the order of the rulebook."""
    found = {
        rule.id: Omission(rule, why, why, query=False) for rule, why in _of_returns()
    }
    for table, carried in carried_of_tables():
        suite = suite_of(table, carried, "sql")
        found |= {name: _left_out(name, carried, suite) for name in suite.left_out}
    return [found[rule.id] for rule in rulebook() if rule.id in found]


def _left_out(name: str, carried: Carried, suite: Suite) -> Omission:
    left_out, told = carried.left_out.get(name), suite.left_out[name]
    why = left_out.why if left_out else ""
    return Omission(rulebook()[name], why, told["why"], query="sql" in told)


def _of_returns() -> Iterator[tuple[Rule, str]]:
    left_out = of_whole_returns().left_out
    return ((rulebook()[name], one.why) for name, one in left_out.items())


def of_whole_returns() -> Carried:
    """Return what of the rules of no one table can be carried, which is nothing."""
    return carried_rules("", rulebook(), edition_named(DEFAULT_EDITION))


def carried_of_tables() -> Sequence[tuple[Table, Carried]]:
    """Return the tables, and which of their rules can be carried."""
    edition = edition_named(DEFAULT_EDITION)
    tables = TABLES.values()
    return [(table, carried_rules(table.name, rulebook(), edition)) for table in tables]
