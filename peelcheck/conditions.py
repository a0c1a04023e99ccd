"""The condition language: expressions over the columns of one row.

A condition is plain, frozen data and knows no dataframe library. It can be bound to an
edition and a manifest, and evaluated on a plain dictionary by `holds`, the oracle of
the engines. Truth is `True`, `False`, or `None` where a missing value leaves it open.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, NoReturn, TypeAlias, cast

__all__ = [
    "ALWAYS",
    "OPPOSITE",
    "All",
    "Always",
    "Any_",
    "Compare",
    "Condition",
    "FromEdition",
    "FromManifest",
    "IsIn",
    "IsMissing",
    "Literal",
    "LookUp",
    "Matches",
    "Name",
    "Not",
    "Operand",
    "Scaled",
    "Value",
    "bind",
    "columns_of",
    "holds",
    "parts_of",
    "references_of",
]

Value: TypeAlias = str | int | float | date | bool
OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True, slots=True)
class Name:
    """The value of a column in the row."""

    column: str

    def __str__(self) -> str:
        return self.column


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written into the condition."""

    value: Value

    def __str__(self) -> str:
        return repr(self.value) if isinstance(self.value, str) else str(self.value)


@dataclass(frozen=True, slots=True)
class FromEdition:
    """A value of the edition, by its dotted name; a literal once bound."""

    name: str

    def __str__(self) -> str:
        return f"edition({self.name!r})"


@dataclass(frozen=True, slots=True)
class FromManifest:
    """A value of the return's manifest, by its name; a literal once bound."""

    name: str

    def __str__(self) -> str:
        return f"manifest({self.name!r})"


@dataclass(frozen=True, slots=True)
class Scaled:
    """A factor times a column."""

    factor: Literal | FromEdition
    operand: Name

    def __str__(self) -> str:
        return f"{self.factor} * {self.operand}"


Operand: TypeAlias = Name | Literal | FromEdition | FromManifest | Scaled
LookUp: TypeAlias = Callable[[FromEdition | FromManifest], Value | FromManifest]


@dataclass(frozen=True, slots=True)
class _Joinable:
    """What every condition can do: be joined with `&` and `|`, and be negated `~`."""

    def __and__(self, other: Condition) -> All:
        return All((cast("Condition", self), other))

    def __or__(self, other: Condition) -> Any_:
        return Any_((cast("Condition", self), other))

    def __invert__(self) -> Not:
        return Not(cast("Condition", self))

    def __bool__(self) -> NoReturn:
        # `1 < column("x") < 5` and `this and that` would drop a half without a word.
        message = f"a condition is true or false of a row only; use & and |: {self}"
        raise TypeError(message)


@dataclass(frozen=True, slots=True)
class Always(_Joinable):
    """Holds for every row."""

    def __str__(self) -> str:
        return "always"


@dataclass(frozen=True, slots=True)
class Compare(_Joinable):
    """Two operands compared; open where either is missing."""

    left: Operand
    sign: str
    right: Operand

    def __str__(self) -> str:
        return f"{self.left} {self.sign} {self.right}"


@dataclass(frozen=True, slots=True)
class IsIn(_Joinable):
    """An operand is one of some values; open where it is missing."""

    operand: Name
    values: tuple[Value, ...]

    def __str__(self) -> str:
        return f"{self.operand} in [{', '.join(str(Literal(v)) for v in self.values)}]"


@dataclass(frozen=True, slots=True)
class Matches(_Joinable):
    """A text column matches a pattern throughout; open where it is missing."""

    operand: Name
    pattern: str

    def __str__(self) -> str:
        return f"{self.operand} matches {self.pattern!r}"


@dataclass(frozen=True, slots=True)
class IsMissing(_Joinable):
    """A column holds no value."""

    operand: Name

    def __str__(self) -> str:
        return f"{self.operand} is missing"


@dataclass(frozen=True, slots=True)
class Not(_Joinable):
    """The opposite of a condition; open where that is open."""

    condition: Condition

    def __str__(self) -> str:
        return f"not ({self.condition})"


@dataclass(frozen=True, slots=True)
class All(_Joinable):
    """Every one of some conditions holds."""

    conditions: tuple[Condition, ...]

    def __str__(self) -> str:
        return " & ".join(f"({part})" for part in self.conditions)


@dataclass(frozen=True, slots=True)
class Any_(_Joinable):  # noqa: N801 - `Any` is typing's
    """At least one of some conditions holds."""

    conditions: tuple[Condition, ...]

    def __str__(self) -> str:
        return " | ".join(f"({part})" for part in self.conditions)


Condition: TypeAlias = Always | Compare | IsIn | Matches | IsMissing | Not | All | Any_
ALWAYS = Always()


@lru_cache(maxsize=4096)
def columns_of(condition: object) -> tuple[str, ...]:
    """Return the names of the columns a condition reads, each once, in order."""
    names = (node.column for node in parts_of(condition) if isinstance(node, Name))
    return tuple(dict.fromkeys(names))


def references_of(condition: object) -> tuple[FromEdition | FromManifest, ...]:
    """Return the edition and manifest values a condition names, each once."""
    found = dict.fromkeys(parts_of(condition))
    return tuple(one for one in found if isinstance(one, FromEdition | FromManifest))


def parts_of(node: object) -> Iterator[object]:
    """Return a node and every operand and condition inside it, in order."""
    yield node
    own = fields(node) if is_dataclass(node) else ()
    parts = node if isinstance(node, tuple) else [getattr(node, f.name) for f in own]
    for part in parts:
        yield from parts_of(part)


def bind(condition: Condition, look_up: LookUp) -> Condition:
    """Return the condition with values put in; a `FromManifest` may stay one."""
    return cast("Condition", _bound(condition, look_up))


def _bound(node: object, look_up: LookUp) -> object:
    if isinstance(node, FromEdition | FromManifest):
        found = look_up(node)
        return found if isinstance(found, FromManifest) else Literal(found)
    if isinstance(node, tuple):
        return tuple(_bound(part, look_up) for part in node)
    if not is_dataclass(node):
        return node
    inside = {f.name: _bound(getattr(node, f.name), look_up) for f in fields(node)}
    return replace(cast("Any", node), **inside)


def holds(condition: Condition, row: Mapping[str, Any]) -> bool | None:
    """Say whether a bound condition holds on one row; `None` where it is open.

    Raises:
        KeyError: The row lacks a column that the condition reads.
        TypeError: The condition still names an edition or manifest value.

    """
    match condition:
        case Always():
            return True
        case Compare(left, sign, right):
            values = (_value(left, row), _value(right, row))
            return None if None in values else COMPARISONS[sign](*values)
        case IsIn(operand, values):
            value = _value(operand, row)
            return None if value is None else value in values
        case Matches(operand, pattern):
            value = _value(operand, row)
            return None if value is None else bool(re.fullmatch(pattern, value))
        case IsMissing(operand):
            return _value(operand, row) is None
        case Not(inner):
            answer = holds(inner, row)
            return None if answer is None else not answer
        case All(parts):
            answers = [holds(part, row) for part in parts]
            return False if False in answers else None if None in answers else True
        case Any_(parts):
            answers = [holds(part, row) for part in parts]
            return True if True in answers else None if None in answers else False


def _value(operand: Operand, row: Mapping[str, Any]) -> Any:
    match operand:
        case Name(column_name):
            return row[column_name]
        case Literal(value):
            return value
        case Scaled(Literal(factor), Name(column_name)):
            value = row[column_name]
            return None if value is None else cast("float", factor) * value
        case _:
            message = f"{operand} is not bound to an edition and a manifest"
            raise TypeError(message)
