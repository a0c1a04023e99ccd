"""Values worth trying in a cell: those about which a condition changes its mind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from peelcheck.conditions import (
    Compare,
    Condition,
    IsIn,
    Literal,
    Name,
    Operand,
    Scaled,
    parts_of,
)
from peelcheck.model import Rule
from peelcheck.returns import mark_of, marked_column
from peelcheck.rules.rulebook import conditions_of
from peelcheck.shape import ColumnType, TableColumn
from peelcheck.strategies.returned import Row

__all__ = ["NO_SUCH_VALUE", "UNREADABLE", "fits", "telling_values"]

NO_SUCH_VALUE = "no such value"
"""A text that no list of values has."""

UNREADABLE = {
    ColumnType.INTEGER: ("1.5", "a few"),
    ColumnType.NUMBER: ("a few",),
    ColumnType.DATE: ("2018-02-30", "some day"),
}
"""Texts that cannot be read as a value of a type."""

_STEPS: Mapping[ColumnType, tuple[Any, ...]] = {
    ColumnType.INTEGER: (1, 2),
    ColumnType.NUMBER: (0.5, 0.01),
    ColumnType.DATE: (timedelta(days=1), timedelta(days=366)),
}


def telling_values(rule: Rule, column: TableColumn, row: Row) -> list[Any]:
    """Return values of a column that may make a bound rule hold, or not, on a row.

    They are those a condition names, and their neighbours; those of the rule's own
    examples; those of the column's domain; none; and what cannot be read.
    """
    if any(mark_of(column.name) in _names(one) for one in conditions_of(rule)):
        spoilt = UNREADABLE.get(column.type, ())
        return [*spoilt, None]
    own = row.get(column.name)
    found = [*_beside(column, own), *_examples(rule, column.name)]
    for condition in conditions_of(rule):
        for value in _compared(condition, column.name, row):
            found += [value, *_beside(column, value)]
    found += [*column.domain, NO_SUCH_VALUE, None]
    apt = [value for value in found if fits(column, value) and value != own]
    return list(dict.fromkeys(apt))


def fits(column: TableColumn, value: Any) -> bool:
    """Say whether a value is of a column's type; none is of every one."""
    kinds: dict[ColumnType, type | tuple[type, ...]] = {
        ColumnType.TEXT: str,
        ColumnType.INTEGER: int,
        ColumnType.NUMBER: (int, float),
        ColumnType.DATE: date,
    }
    return value is None or isinstance(value, kinds[column.type])


def _names(condition: Condition) -> Iterator[str]:
    return (part.column for part in parts_of(condition) if isinstance(part, Name))


def _compared(condition: Condition, column: str, row: Row) -> Iterator[Any]:
    """Yield the values that a condition holds a column against."""
    for part in parts_of(condition):
        if isinstance(part, IsIn) and part.operand == Name(column):
            yield from part.values
        if isinstance(part, Compare) and part.left == Name(column):
            yield from _known(part.right, row)
        if isinstance(part, Compare) and part.right == Name(column):
            yield from _known(part.left, row)


def _known(operand: Operand, row: Row) -> Iterator[Any]:
    match operand:
        case Literal(value):
            yield value
        case Name(name) | Scaled(_, Name(name)) if row.get(name) is not None:
            yield row[name]
        case _:
            return


def _beside(column: TableColumn, value: Any) -> list[Any]:
    """Return a value's neighbours, above and below."""
    if isinstance(value, str | bool) or value is None:
        return []
    if isinstance(value, date) is not (column.type is ColumnType.DATE):
        return []
    steps = _STEPS.get(column.type, ())
    near = [moved for step in steps for moved in (value + step, value - step)]
    if isinstance(value, int | float) and column.type is not ColumnType.DATE:
        near += [2 * value, value // 2 if isinstance(value, int) else value / 2]
    return near


def _examples(rule: Rule, column: str) -> Iterator[Any]:
    """Yield the values of a column in a rule's own examples."""
    for example in (*rule.fails, *rule.passes):
        rows: Iterable[Mapping[str, Any]]
        rows = (example,) if isinstance(example, Mapping) else example
        for row in rows:
            if marked_column(column) in row:
                yield row[column]
