"""A changed return put right: wholes follow parts, and what points nowhere goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeAlias

from peelcheck.conditions import holds
from peelcheck.model import LinkRule, SumRule
from peelcheck.rules.rulebook import rulebook
from peelcheck.strategies.judging import rules_of, seen
from peelcheck.strategies.returned import DrawnReturn, Row

__all__ = ["Change", "summed_up", "taken_out"]

Change: TypeAlias = tuple[DrawnReturn, dict[str, tuple[int, ...]]]
"""A return, and which tables changed, with the places of their new rows."""

_DEPTH = 4
"""How deep sums are made of sums."""


def taken_out(drawn: DrawnReturn, table: str, gone: Collection[int]) -> Change:
    """Return the return without some rows of a table, nor what points to them."""
    rows = drawn.tables[table]
    after = drawn.without(table, gone)
    changed: dict[str, tuple[int, ...]] = {table: ()}
    for link in _pointing_to(table, drawn):
        lost = {_key(rows[at], link.on) for at in gone}
        own = after.tables[link.table]
        orphans = [n for n, row in enumerate(own) if _key(row, link.on) in lost]
        after = after.without(link.table, orphans)
        changed[link.table] = ()
    return after, changed


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


def summed_up(drawn: DrawnReturn, table: str, new: Sequence[int]) -> Change:
    """Return the return with each whole that is off set to the sum of its parts.

    Args:
        drawn: The return.
        table: The table to be put right.
        new: The rows that were changed before.

    """
    rules = [rule for rule in rules_of(drawn, table) if isinstance(rule, SumRule)]
    changed = set(new)
    for _ in range(_DEPTH if rules else 0):
        for rule in reversed(rules):
            for at, value in _wholes_off(rule, drawn.tables[table]):
                row = {**drawn.tables[table][at], rule.value: value}
                drawn = drawn.with_row(table, at, row)
                changed.add(at)
    return drawn, {table: tuple(sorted(changed))}


def _wholes_off(rule: SumRule, rows: Sequence[Row]) -> Iterator[tuple[int, Any]]:
    """Yield the places of wholes that are not the sum of their parts, and the sums."""
    groups: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    told = [seen(rule.table, row) for row in rows]
    for at, row in enumerate(told):
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
