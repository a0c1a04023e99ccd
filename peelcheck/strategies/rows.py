"""Plain rows as rules see them, and those among which a rule may come to break."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any, TypeVar

from peelcheck.conditions import holds
from peelcheck.model import LinkRule, RowRule, Rule
from peelcheck.returns import mark_of
from peelcheck.shape import ColumnType, Mark, Missing
from peelcheck.strategies.returned import DrawnReturn, Row
from peelcheck.strategies.whole import grouped_by
from peelcheck.tables import TABLES

__all__ = ["breaks", "new_places", "seen", "told_by", "touched"]

Found = TypeVar("Found")

_MOST = 50_000
"""How many rows, or tables, are remembered at once."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the rows of a table tell of the whole: its forces and its periods."""

    forces: frozenset[Any]
    periods: tuple[date, ...]


def _once_each(make: Callable[[str, Any], Found]) -> Callable[[str, Any], Found]:
    """Remember what is made of each row, or rows: most are met in every trial.

    They are told apart by identity, and so may not be changed afterwards.
    """
    known: dict[tuple[str, int], tuple[Any, Found]] = {}

    @wraps(make)
    def remembered(table: str, given: Any) -> Found:
        found = known.get((table, id(given)))
        if found is None:
            if len(known) >= _MOST:
                known.clear()
            # What is given is kept too, for its identity is another's once it is gone.
            found = known[table, id(given)] = given, make(table, given)
        return found[1]

    return remembered


@_once_each
def seen(table: str, row: Row) -> Row:
    """Return a row as rules see it: what cannot be read is marked, and gone."""
    marked = dict(row)
    for one in TABLES[table].columns:
        if one.name in row:
            odd = one.type is not ColumnType.TEXT and isinstance(row[one.name], str)
            marked[mark_of(one.name)] = Mark.UNREADABLE.value if odd else None
            marked[one.name] = None if odd else row[one.name]
    return marked


@_once_each
def told_by(table: str, rows: tuple[Row, ...]) -> Told:
    """Return what the rows of a table tell of the whole."""
    period = TABLES[table].period_column or ""
    days = {seen(table, row).get(period) for row in rows}
    forces = frozenset(row.get("force") for row in rows)
    return Told(forces, tuple(sorted(day for day in days if day)))


def breaks(rule: RowRule | LinkRule, row: Row) -> bool:
    """Say whether a row, as rules see it, breaks a rule that is bound."""
    if holds(rule.when, row) is not True:
        return False
    answer = holds(rule.then, row)
    return answer is False or (answer is None and rule.missing is Missing.INVALID)


def new_places(table: str, drawn: DrawnReturn, before: DrawnReturn) -> list[int]:
    """Return which rows of a table were not there before, by their places."""
    known = {id(row) for row in before.tables[table]}
    return [at for at, row in enumerate(drawn.tables[table]) if id(row) not in known]


def touched(
    rule: Rule, drawn: DrawnReturn, before: DrawnReturn | None
) -> list[int] | None:
    """Return which rows of a rule's table share a group with one come or gone.

    It is none where the rule knows no groups, or nothing was before: look at all.
    """
    rows, by = drawn.tables[rule.table], grouped_by(rule)
    if before is None or by is None:
        return None
    come = (rows[at] for at in new_places(rule.table, drawn, before))
    old = before.tables[rule.table]
    gone = (old[at] for at in new_places(rule.table, before, drawn))
    groups = {_group(row, by) for row in (*come, *gone)}
    return [at for at, row in enumerate(rows) if _group(row, by) in groups]


def _group(row: Row, by: Iterable[str]) -> tuple[Any, ...]:
    return tuple([row.get(name) for name in by])
