"""A changed return put right: wholes follow parts, and what points nowhere goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from peelcheck.conditions import holds
from peelcheck.model import LinkRule, SumRule
from peelcheck.rules.rulebook import rulebook
from peelcheck.strategies.applying import rules_of
from peelcheck.strategies.returned import DrawnReturn, Row
from peelcheck.strategies.rows import seen, touched

__all__ = ["summed_up", "taken_out"]

_DEPTH = 4
"""How deep sums are made of sums."""


def taken_out(drawn: DrawnReturn, table: str, gone: Collection[int]) -> DrawnReturn:
    """Return the return without some rows of a table, nor what points to them."""
    rows = drawn.tables[table]
    after = drawn.without(table, gone)
    for link in _pointing_to(table, drawn):
        lost = {_key(rows[at], link.on) for at in gone}
        own = after.tables[link.table]
        orphans = [n for n, row in enumerate(own) if _key(row, link.on) in lost]
        after = after.without(link.table, orphans)
    return after


def _pointing_to(table: str, drawn: DrawnReturn) -> Iterator[LinkRule]:
    """Yield one of the rules by which each table points to another."""
    found = {
        one.table: one
        for one in rulebook()
        if isinstance(one, LinkRule) and one.to == table and one.table in drawn.tables
    }
    yield from found.values()


def _key(row: Row, names: Sequence[str]) -> tuple[Any, ...]:
    return tuple(row[name] for name in names)


def summed_up(drawn: DrawnReturn, table: str, before: DrawnReturn) -> DrawnReturn:
    """Return the return with each whole that is off set to the sum of its parts.

    Args:
        drawn: The return.
        table: The table to be put right.
        before: The valid return it was made from.

    """
    rules = [rule for rule in rules_of(drawn, table) if isinstance(rule, SumRule)]
    for _ in range(_DEPTH):
        start = drawn
        for rule in reversed(rules):
            for at, value in _wholes_off(rule, drawn, before):
                row = {**drawn.tables[table][at], rule.value: value}
                drawn = drawn.with_row(table, at, row)
        if drawn is start:
            break
    return drawn


def _wholes_off(
    rule: SumRule, drawn: DrawnReturn, before: DrawnReturn
) -> Iterator[tuple[int, Any]]:
    """Yield the places of wholes that are not the sum of their parts, and the sums."""
    groups: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    rows = drawn.tables[rule.table]
    places = touched(rule, drawn, before) or ()
    told = {at: seen(rule.table, rows[at]) for at in places}
    for at, row in told.items():
        groups[_key(row, rule.by)].append(at)
    for places in groups.values():
        wholes = [at for at in places if holds(rule.whole, told[at])]
        parts = [
            told[at][rule.value]
            for at in places
            if at not in wholes and holds(rule.parts, told[at])
        ]
        if len(wholes) != 1 or None in parts or rule.expects not in {None, len(parts)}:
            continue
        if parts and told[wholes[0]][rule.value] != sum(parts):
            yield wholes[0], sum(parts)
