"""Hypothesis strategies for single rows, tables of them, and whole returns.

All are made from the records. A row that breaks a rule is settled until it does not; a
return starts from a small one that is valid, and keeps each drawn change that leaves it
so. Nothing is drawn and thrown away.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from hypothesis import strategies as st

from peelcheck.conditions import holds
from peelcheck.errors import UnknownNameError, UsageError
from peelcheck.interop.carried import carried_rules
from peelcheck.model import Kind, RowRule
from peelcheck.reference.editions import DEFAULT_EDITION, edition_named
from peelcheck.rules.rulebook import rulebook
from peelcheck.shape import Table
from peelcheck.strategies.returned import DrawnReturn, Row
from peelcheck.strategies.solving import Draw, cell, settle
from peelcheck.strategies.valid import valid_return
from peelcheck.strategies.varying import varied
from peelcheck.tables import TABLES

__all__ = ["records", "returns", "tables", "varied_from"]

_ROUNDS = 40
_CHANGES = 5
_MOST = 20


def records(name: str) -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy for single rows that break no rule by themselves.

    Args:
        name: The table.

    Raises:
        UnknownNameError: There is no such table.

    """
    if name not in TABLES:
        raise UnknownNameError.of("table", name, TABLES)
    return _rows(name)


def tables(
    name: str, *, rows: int | tuple[int, int] = (1, _MOST)
) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Return a strategy for rows of a table that break no rule one by one or by key.

    Whether all forces are there, and whether sums and other tables agree, is a matter
    of whole returns: see `returns`.

    Args:
        name: The table.
        rows: How many rows, or the fewest and the most.

    Raises:
        UnknownNameError: There is no such table.
        UsageError: No table can have so many rows.

    """
    few, many = (rows, rows) if isinstance(rows, int) else rows
    if not 0 < few <= many:
        message = f"rows= is a number above 0, or the fewest and the most, not {rows!r}"
        raise UsageError(message)
    apart = _key_of(TABLES[name]) if name in TABLES else None
    return st.lists(records(name), min_size=few, max_size=many, unique_by=apart)


def _key_of(table: Table) -> Callable[[Row], Any] | None:
    """Return what tells the rows of a table apart, if anything does."""
    if not table.key:
        return None
    return lambda row: tuple(row[column] for column in table.key)


@cache
def _row_rules(name: str) -> tuple[RowRule, ...]:
    edition = edition_named(DEFAULT_EDITION)
    carried = carried_rules(name, rulebook(), edition)
    return tuple(rule for rule in carried.rules if isinstance(rule, RowRule))


@st.composite
def _rows(draw: Draw, name: str) -> dict[str, Any]:
    """Draw a row; where the table has a period, it is the edition's own."""
    table = TABLES[name]
    end = edition_named(DEFAULT_EDITION).values.get(f"{table.name}.window.end")
    row = {
        one.name: end if end and one.name == table.period_column else draw(cell(one))
        for one in table.columns
    }
    for _ in range(_ROUNDS):
        broken = [rule for rule in _row_rules(name) if _breaks(rule, row)]
        if not broken:
            return row
        settle(broken[0].then, row, draw, table)
    message = f"{name}: {broken[0].id} cannot be kept beside the other rules"
    raise TypeError(message)


def _breaks(rule: RowRule, row: Row) -> bool:
    return holds(rule.when, row) is True and holds(rule.then, row) is False


def returns(
    *,
    edition: str = DEFAULT_EDITION,
    kind: Kind | str = Kind.SUBMISSION,
    tables: Sequence[str] | None = None,
    force: str = "Essex",
) -> st.SearchStrategy[DrawnReturn]:
    """Return a strategy for returns that keep every rule, notes included.

    They differ from one small valid return in a few cells and rows, to which a failing
    example shrinks back.

    Args:
        edition: The edition.
        kind: The kind of return; a submission is of one force, others of all 43.
        tables: The tables [default: all twelve; fewer are drawn faster].
        force: Whose a submission is.

    Raises:
        UnknownNameError: The edition, the kind, a table or the force is not known.

    """
    start = valid_return(edition, kind, tables, force)
    return varied_from(start).map(DrawnReturn.copied)


@st.composite
def varied_from(draw: Draw, start: DrawnReturn) -> DrawnReturn:
    """Draw a return that differs from a valid one in a few cells and rows."""
    drawn = start
    for _ in range(draw(st.integers(0, _CHANGES))):
        drawn = draw(varied(drawn))
    return drawn
