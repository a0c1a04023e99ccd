"""Conditions turned into narwhals expressions that are true or false, never null.

Engines differ in what null and NaN do to `~`, `!=` and `is_in`; so the two answers
are built apart: where a condition is true, and where it is false. A row where neither
holds is open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import reduce
from typing import Any, TypeAlias, cast

import narwhals as nw

from peelcheck.conditions import (
    ALWAYS,
    COMPARISONS,
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
    Operand,
    Scaled,
    Value,
    columns_of,
    parts_of,
)
from peelcheck.model import LinkRule, RowRule
from peelcheck.shape import Missing

__all__ = ["Masks", "false_where", "masks_of", "true_where"]

Schema: TypeAlias = Mapping[str, Any]

_HALF = 1 << 26


def true_where(condition: Condition, schema: Schema) -> nw.Expr:
    """Return where a bound condition is true."""
    match condition:
        case Always():
            return nw.lit(True)  # noqa: FBT003 - a literal
        case Compare(left, sign, right):
            return _compared(left, sign, right, schema)
        case IsMissing(Name(column)):
            return nw.col(column).is_null()
        case Not(inner):
            return false_where(inner, schema)
        case All(parts):
            return _joined(parts, true_where, "and", schema)
        case Any_(parts):
            return _joined(parts, true_where, "or", schema)
        case IsIn() | Matches():
            return _present(_member(condition, schema), condition)


def false_where(condition: Condition, schema: Schema) -> nw.Expr:
    """Return where a bound condition is false."""
    match condition:
        case Always():
            return nw.lit(False)  # noqa: FBT003 - a literal
        case Compare(left, sign, right):
            return _compared(left, OPPOSITE[sign], right, schema)
        case IsMissing(Name(column)):
            return ~nw.col(column).is_null()
        case Not(inner):
            return true_where(inner, schema)
        case All(parts):
            return _joined(parts, false_where, "or", schema)
        case Any_(parts):
            return _joined(parts, false_where, "and", schema)
        case IsIn() | Matches():
            return _present(~_member(condition, schema), condition)


def known_where(condition: Condition, schema: Schema) -> nw.Expr:
    """Return where a bound condition is true or false, and not open."""
    match condition:
        case Not(inner):
            return known_where(inner, schema)
        case All(parts):
            every = _joined(parts, known_where, "and", schema)
            return false_where(condition, schema) | every
        case Any_(parts):
            every = _joined(parts, known_where, "and", schema)
            return true_where(condition, schema) | every
        case Always() | IsMissing():
            return nw.lit(True)  # noqa: FBT003 - a literal
        case _:
            given = [~nw.col(name).is_null() for name in columns_of(condition)]
            return reduce(lambda one, other: one & other, given)


@dataclass(frozen=True, slots=True)
class Masks:
    """Where a row rule is evaluated, failed and undecided."""

    evaluated: nw.Expr
    failed: nw.Expr
    undecided: nw.Expr | None


def masks_of(rule: RowRule | LinkRule, schema: Schema) -> Masks:
    """Compile a bound rule against the types of the columns."""
    closed = known_where(rule.then, schema)
    broken = false_where(rule.then, schema)
    if rule.when != ALWAYS:
        applies = true_where(rule.when, schema)
        closed, broken = applies & closed, applies & broken
    if rule.missing is Missing.IGNORED:
        return Masks(closed, broken, None)
    open_ = ~false_where(rule.when, schema) & ~closed
    if rule.missing is Missing.UNDECIDED:
        return Masks(closed, broken, open_)
    return Masks(closed | open_, broken | open_, None)


def _joined(
    parts: tuple[Condition, ...],
    side: Callable[[Condition, Schema], nw.Expr],
    word: str,
    schema: Schema,
) -> nw.Expr:
    sides = [side(part, schema) for part in parts]
    if word == "and":
        return reduce(lambda one, other: one & other, sides)
    return reduce(lambda one, other: one | other, sides)


def _compared(left: Operand, sign: str, right: Operand, schema: Schema) -> nw.Expr:
    timed = _timed((left, right), schema)
    whole = _whole((left, right), schema)
    sides = (
        _expression(one, schema, timed=timed, whole=whole) for one in (left, right)
    )
    test = COMPARISONS[sign](*sides)
    return _present(cast("nw.Expr", test), left, right)


def _timed(operands: tuple[Operand, ...], schema: Schema) -> bool:
    """Say whether a date column among some operands is of dates with a time."""
    names = (name for operand in operands for name in columns_of(operand))
    return any(isinstance(schema.get(name), nw.Datetime) for name in names)


def _whole(operands: tuple[Operand, ...], schema: Schema) -> frozenset[str]:
    """Return the columns of whole numbers that decimals stand beside."""
    names = [name for operand in operands for name in columns_of(operand)]
    whole = frozenset(name for name in names if _is_whole(schema.get(name)))
    parts = [part for operand in operands for part in parts_of(operand)]
    literals = (part.value for part in parts if isinstance(part, Literal))
    decimal = any(isinstance(value, float) for value in literals)
    return whole if decimal or len(whole) < len(set(names)) else frozenset()


def _is_whole(dtype: Any) -> bool:
    return dtype is not None and bool(dtype.is_integer())


def _present(test: nw.Expr, *operands: object) -> nw.Expr:
    """Return where a test is true and every column it reads has a value."""
    names = [name for operand in operands for name in columns_of(operand)]
    kept = reduce(lambda all_, name: all_ & ~nw.col(name).is_null(), names, test)
    return kept.fill_null(False)  # noqa: FBT003 - the value


def _member(condition: IsIn | Matches, schema: Schema) -> nw.Expr:
    column = nw.col(condition.operand.column)
    if isinstance(condition, IsIn):
        timed = _timed((condition.operand,), schema)
        return column.is_in([_as_timed(one, timed) for one in condition.values])
    # Python's `$` also matches before a line break at the end; with a bar put after
    # the text there is none.
    barred = nw.concat_str(column, nw.lit("|"))
    return barred.str.contains(f"^(?:{condition.pattern})[|]$")


def _expression(
    operand: Operand, schema: Schema, *, timed: bool, whole: frozenset[str]
) -> Any:
    match operand:
        case Name(column) if timed and isinstance(schema.get(column), nw.Date):
            return nw.col(column).cast(nw.Datetime)  # pandas compares no others
        case Name(column):
            return _as_decimal(column) if column in whole else nw.col(column)
        case Literal(value):
            return nw.lit(_as_timed(value, timed))
        case Scaled(Literal(factor), Name(column)):
            held = _as_decimal(column) if column in whole else nw.col(column)
            return cast("float", factor) * held
        case _:
            message = f"{operand} is not bound to an edition and a manifest"
            raise TypeError(message)


def _as_decimal(column: str) -> nw.Expr:
    """Return whole numbers as decimals; pyarrow refuses to cast those above 2 ** 53.

    Two halves are cast exactly, and their sum is rounded once, as a cast would.
    """
    cell = nw.col(column).cast(nw.Int64)
    high = cell // _HALF
    low = cell - high * _HALF
    return high.cast(nw.Float64) * float(_HALF) + low.cast(nw.Float64)


def _as_timed(value: Value, timed: bool) -> Value:  # noqa: FBT001
    """Return a date as midnight where its column has times, as in pandas."""
    if timed and isinstance(value, date) and not isinstance(value, datetime):
        return datetime.combine(value, time())
    return value
