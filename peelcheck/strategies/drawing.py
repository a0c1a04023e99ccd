"""Hypothesis strategies for tables: valid, or broken by exactly one rule.

They are made from the records: a column's declaration gives its cells, and a row
that breaks a rule is settled until it does not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from hypothesis import strategies as st

from peelcheck.conditions import holds
from peelcheck.errors import UnknownNameError
from peelcheck.interop.carried import carried_rules
from peelcheck.model import RowRule, UniqueRule
from peelcheck.reference.editions import DEFAULT_EDITION, edition_named
from peelcheck.rules.rulebook import rulebook
from peelcheck.shape import Table
from peelcheck.strategies.solving import Draw, cell, settle
from peelcheck.tables import TABLES

__all__ = ["BrokenTable", "breakable", "broken_by", "tables"]

Row = dict[str, Any]
_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class BrokenTable:
    """A table that breaks one rule and no other.

    Attributes:
        rows: The rows.
        rule: The id of the rule.
        positions: Which rows break it.

    """

    rows: tuple[Row, ...]
    rule: str
    positions: tuple[int, ...]


@cache
def breakable(name: str) -> tuple[RowRule | UniqueRule, ...]:
    """Return the rules that the rows of a table, alone, can keep or break.

    Raises:
        UnknownNameError: There is no such table.

    """
    if name not in TABLES:
        raise UnknownNameError.of("table", name, TABLES)
    edition = edition_named(DEFAULT_EDITION)
    return carried_rules(TABLES[name], rulebook(), edition).rules


def tables(
    name: str, *, min_rows: int = 1, max_rows: int = 20
) -> st.SearchStrategy[list[Row]]:
    """Return a strategy for tables that keep every rule of `breakable(name)`.

    Args:
        name: The table.
        min_rows: The fewest rows.
        max_rows: The most rows.

    """
    breakable(name)
    return _tables(name, min_rows, max_rows)


@st.composite
def _tables(draw: Draw, name: str, min_rows: int, max_rows: int) -> list[Row]:
    table = TABLES[name]
    end = edition_named(DEFAULT_EDITION).values.get(f"{table.name}.window.end")
    rows: list[Row] = draw(
        st.lists(
            _rows(name, end),
            min_size=min_rows,
            max_size=max_rows,
            unique_by=_key_of(table),
        )
    )
    return rows


def _key_of(table: Table) -> Callable[[Row], Any] | None:
    """Return what tells the rows of a table apart, if anything does."""
    if not table.key:
        return None
    return lambda row: tuple(row[column] for column in table.key)


@st.composite
def _rows(draw: Draw, name: str, end: Any) -> Row:
    """Draw a row; where the table has a period, it is the edition's own."""
    table = TABLES[name]
    row = {
        one.name: end if end and one.name == table.period_column else draw(cell(one))
        for one in table.columns
    }
    rules = [rule for rule in breakable(name) if isinstance(rule, RowRule)]
    for _ in range(_ROUNDS):
        broken = [rule for rule in rules if _breaks(rule, row)]
        if not broken:
            return row
        settle(broken[0].then, row, draw, table)
    message = f"{name}: {broken[0].id} cannot be kept beside the other rules"
    raise TypeError(message)


def _breaks(rule: RowRule, row: Row) -> bool:
    return holds(rule.when, row) is True and holds(rule.then, row) is False


def broken_by(rule_id: str, *, max_rows: int = 20) -> st.SearchStrategy[BrokenTable]:
    """Return a strategy for tables that break one rule, in one place, and no other.

    Args:
        rule_id: A rule of `breakable` of its table.
        max_rows: The most rows.

    Raises:
        UnknownNameError: There is no such rule, or rows alone cannot break it.

    """
    table = rulebook()[rule_id].table
    rules = {rule.id: rule for rule in breakable(table)}
    if rule_id not in rules:
        raise UnknownNameError.of("rule-by-rows", rule_id, rules)
    return _broken(table, rule_id, max_rows)


@st.composite
def _broken(draw: Draw, name: str, rule_id: str, max_rows: int) -> BrokenTable:
    table, rule = TABLES[name], {one.id: one for one in breakable(name)}[rule_id]
    rows: list[Row] = draw(tables(name, max_rows=max_rows))
    place = draw(st.integers(0, len(rows) - 1))
    if isinstance(rule, UniqueRule):
        again = draw(st.integers(0, len(rows)))
        rows.insert(again, dict(rows[place]))
        twin = place + (again <= place)
        return BrokenTable(tuple(rows), rule.id, tuple(sorted((twin, again))))
    settle(rule.when, rows[place], draw, table)
    settle(rule.then, rows[place], draw, table, to=False)
    return BrokenTable(tuple(rows), rule.id, (place,))
