"""New values for some cells of a row, by what a rule reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, product
from typing import Any, TypeAlias

from peelcheck.conditions import columns_of
from peelcheck.model import (
    GroupRule,
    NotableRule,
    ReferenceRule,
    Rule,
    SumRule,
    UniqueRule,
)
from peelcheck.returns import marked_column
from peelcheck.rules.rulebook import columns_read
from peelcheck.strategies.returned import Row
from peelcheck.strategies.values import telling_values
from peelcheck.tables import TABLES

__all__ = [
    "Cells",
    "as_it_is",
    "columns_of_interest",
    "few_cells",
    "many_cells",
    "nothing_counted",
    "other_cells",
    "some_cells",
]

Cells: TypeAlias = Callable[[Rule, Row], Iterator[dict[str, Any]]]
"""What yields new values for some cells of a row."""

_AT_ONCE = {2: 12, 3: 5}
"""How many values of each column are tried where several change at once."""

_OTHERS = 8
"""How many values of a column are tried that a rule does not read."""


def columns_of_interest(rule: Rule) -> list[str]:
    """Return the columns whose cells may make a rule hold or not, keys aside."""
    known = {one.name for one in TABLES[rule.table].columns}
    match rule:
        case SumRule(value=value) | NotableRule(value=value):
            read: tuple[str, ...] = (value,)
        case GroupRule(sums=sums, blanks=blanks, distinct=distinct, when=when):
            read = (*sums, *blanks, *distinct, *columns_of(when)) or rule.by
        case ReferenceRule(then=then):
            read = columns_of(then)
        case UniqueRule():
            read = ()
        case _:
            read = columns_read(rule)
    return [name for name in dict.fromkeys(map(marked_column, read)) if name in known]


def few_cells(rule: Rule, row: Row) -> Iterator[dict[str, Any]]:
    """Yield new values for one cell of a row."""
    for name, values in _tried(rule, row).items():
        yield from ({name: value} for value in values)


def some_cells(rule: Rule, row: Row) -> Iterator[dict[str, Any]]:
    """Yield new values for one cell, and for another that a rule does not read."""
    for other in other_cells(rule, row):
        yield from ({**new, **other} for new in few_cells(rule, row))


def nothing_counted(rule: Rule, row: Row) -> Iterator[dict[str, Any]]:
    """Yield what `some_cells` does, with every count of the row set to 0."""
    units = [one.name for one in TABLES[rule.table].columns if one.unit]
    none = {name: 0 for name in units if row.get(name) is not None}
    yield from ({**none, **new} for new in some_cells(rule, row))


def many_cells(rule: Rule, row: Row) -> Iterator[dict[str, Any]]:
    """Yield new values for two cells that a rule reads, then for three."""
    tried = _tried(rule, row)
    for size, many in _AT_ONCE.items():
        for names in combinations(tried, size):
            ranks = product(*(range(min(many, len(tried[name]))) for name in names))
            # Those that come first in their columns come first together.
            for rank in sorted(ranks, key=sum):
                pairs = zip(names, rank, strict=True)
                yield {name: tried[name][place] for name, place in pairs}


def _tried(rule: Rule, row: Row) -> dict[str, list[Any]]:
    table = TABLES[rule.table]
    return {
        name: telling_values(rule, table.column(name), row)
        for name in columns_of_interest(rule)
        if name in row
    }


def as_it_is(rule: Rule, row: Row) -> Iterator[dict[str, Any]]:
    """Yield no new value."""
    del rule, row
    yield {}


def other_cells(rule: Rule, row: Row) -> Iterator[dict[str, Any]]:
    """Yield small values for cells that a rule does not look at."""
    unique = rule.columns if isinstance(rule, UniqueRule) else ()
    aside = {*columns_of_interest(rule), *unique}
    for column in TABLES[rule.table].columns:
        if column.name in row and column.name not in aside:
            values = [None, *([0] if column.unit else column.domain[:_OTHERS])]
            apt = (value for value in values if value != row[column.name])
            yield from ({column.name: value} for value in apt)
