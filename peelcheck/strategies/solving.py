"""A row changed as little as need be, so that a condition holds on it, or does not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeAlias, cast

from hypothesis import strategies as st

from peelcheck.conditions import (
    OPPOSITE,
    All,
    Always,
    Any_,
    Compare,
    Condition,
    IsIn,
    IsMissing,
    Literal,
    Matches,
    Name,
    Not,
    Scaled,
    holds,
)
from peelcheck.shape import ColumnType, Table, TableColumn
from peelcheck.strategies.values import NO_SUCH_VALUE

__all__ = ["LARGEST", "Draw", "cell", "settle"]

Draw: TypeAlias = Callable[[st.SearchStrategy[Any]], Any]
Row: TypeAlias = dict[str, Any]

LARGEST = 10_000
"""The largest count drawn; counts by force, power and group are seldom larger."""

_DAYS = (date(1900, 1, 1), date(2100, 12, 31))
_PLAIN = st.characters(categories=("L", "N"))


def cell(column: TableColumn) -> st.SearchStrategy[Any]:
    """Return a strategy for a value that the column's declaration allows."""
    if column.domain:
        return st.sampled_from(column.domain)
    if column.type is ColumnType.INTEGER:
        return st.integers(column.minimum or 0, LARGEST)
    if column.type is ColumnType.NUMBER:
        return st.floats(column.minimum or 0, LARGEST)
    if column.type is ColumnType.DATE:
        return st.dates(*_DAYS)
    return st.text(st.characters(categories=("L", "N")), min_size=1)


def settle(
    condition: Condition, row: Row, draw: Draw, table: Table, *, to: bool = True
) -> None:
    """Change a row so that a bound condition is true on it, or false.

    Raises:
        TypeError: The condition is of a form that rows are not made for yet.

    """
    if holds(condition, row) is to or (to and _put_within(condition, row, draw, table)):
        return
    match condition:
        case Not(inner):
            settle(inner, row, draw, table, to=not to)
        case All(parts) | Any_(parts) if isinstance(condition, All) is to:
            for part in parts:
                settle(part, row, draw, table, to=to)
        case All(parts) | Any_(parts):
            # What a rule asks stands last: `(x != a) | then` is mended by `then`.
            chosen = parts[-1] if to else draw(st.sampled_from(parts))
            settle(chosen, row, draw, table, to=to)
        case IsIn(Name(column), values):
            row[column] = _member(table.column(column), values, draw, inside=to)
        case Matches(Name(column), pattern):
            fitting = st.from_regex(pattern, fullmatch=True, alphabet=_PLAIN)
            row[column] = draw(fitting) if to else NO_SUCH_VALUE
        case IsMissing(Name(column)):
            row[column] = None if to else draw(cell(table.column(column)))
        case Compare(Name(column), sign, Literal() | Name() | Scaled() as right):
            other = _value(right, row)
            wanted = sign if to else OPPOSITE[sign]
            row[column] = _compared(table.column(column), wanted, other, draw)
        case Always() | _:
            message = f"no row is made for: {condition}"
            raise TypeError(message)


def _value(operand: Literal | Name | Scaled, row: Row) -> Any:
    """Return what a column is compared with."""
    if isinstance(operand, Literal):
        return operand.value
    if isinstance(operand, Name):
        return row[operand.column]
    return cast("Any", operand.factor).value * row[operand.operand.column]


def _put_within(condition: Condition, row: Row, draw: Draw, table: Table) -> bool:
    """Put a column between two ends, where a condition asks for that and no more.

    End by end, the values drawn for one would seldom keep the other.
    """
    match condition:
        case All((Compare(Name(name), ">=", low), Compare(Name(same), sign, high))):
            if name != same or sign not in {"<", "<="}:
                return False
            least, most = (_value(cast("Any", end), row) for end in (low, high))
            open_ended = sign == "<"
            within = _within(table.column(name), least, most, open_ended=open_ended)
            row[name] = draw(within)
            return True
        case _:
            return False


def _within(
    column: TableColumn, low: Any, high: Any, *, open_ended: bool
) -> st.SearchStrategy[Any]:
    """Return a strategy for values from one up to another, itself included or not."""
    if column.type is ColumnType.NUMBER:
        return st.floats(low, high, exclude_max=open_ended)
    if column.type is ColumnType.DATE:
        return st.dates(low, high - timedelta(days=open_ended))
    return st.integers(low, high - open_ended)


def _member(
    column: TableColumn, values: tuple[Any, ...], draw: Draw, *, inside: bool
) -> Any:
    if inside:
        return draw(st.sampled_from(values))
    others = [value for value in column.domain if value not in values]
    if others:
        return draw(st.sampled_from(others))
    if column.type is ColumnType.TEXT:
        return NO_SUCH_VALUE
    return _compared(column, ">", max(values), draw)


def _compared(column: TableColumn, sign: str, other: Any, draw: Draw) -> Any:
    if sign == "==":
        return other
    if sign == "!=" and column.type is ColumnType.TEXT:
        return _member(column, (other,), draw, inside=False)
    if sign == "!=":
        sign = draw(st.sampled_from((">", "<")))
    if column.type is ColumnType.DATE:
        return _day_compared(sign, other, draw)
    if column.type is ColumnType.NUMBER:
        return _number_compared(column, sign, other, draw)
    low, high = column.minimum or 0, LARGEST
    match sign:
        case "<":
            return draw(st.integers(min(low, other - 10), other - 1))
        case "<=":
            return draw(st.integers(min(low, other), other))
        case ">":
            return draw(st.integers(other + 1, max(high, other + 10)))
        case _:
            return draw(st.integers(other, max(high, other)))


def _number_compared(column: TableColumn, sign: str, other: float, draw: Draw) -> Any:
    if sign.startswith("<"):
        low = float(column.minimum or 0)
        if low > other or (low == other and sign == "<"):
            low = other - 10
        return draw(st.floats(low, other, exclude_max=sign == "<"))
    return draw(st.floats(other, max(LARGEST, other + 10), exclude_min=sign == ">"))


def _day_compared(sign: str, other: date, draw: Draw) -> Any:
    """Return a day less than ten years from another."""
    least = 0 if sign.endswith("=") else 1
    away = timedelta(days=draw(st.integers(least, 3_650)))
    return other - away if sign.startswith("<") else other + away
