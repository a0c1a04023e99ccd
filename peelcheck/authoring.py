"""How a condition is written: `column("searches") >= 0`, and so on.

What these builders make are the plain records of `conditions`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from peelcheck.conditions import (
    All,
    Compare,
    FromEdition,
    FromManifest,
    IsIn,
    IsMissing,
    Literal,
    Matches,
    Name,
    Not,
    Operand,
    Scaled,
    Value,
)

__all__ = ["Column", "column", "edition", "in_window", "manifest"]


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """What `column(...)` gives: comparisons on it make conditions.

    It is a builder, not part of a condition: conditions hold a `Name`, so that they
    can be compared and hashed as data.
    """

    name: Name
    factor: Literal | FromEdition | None = None

    @property
    def _operand(self) -> Name | Scaled:
        return Scaled(self.factor, self.name) if self.factor else self.name

    @property
    def _bare(self) -> Name:
        if self.factor:
            message = f"{self._operand} can be compared, and nothing else"
            raise TypeError(message)
        return self.name

    def __rmul__(self, factor: float | FromEdition) -> Column:
        number = factor if isinstance(factor, FromEdition) else Literal(factor)
        return Column(self._bare, number)

    def __eq__(self, other: object) -> Compare:  # type: ignore[override]
        return Compare(self._operand, "==", _operand(other))

    def __ne__(self, other: object) -> Compare:  # type: ignore[override]
        return Compare(self._operand, "!=", _operand(other))

    __hash__ = None  # type: ignore[assignment]

    def __lt__(self, other: object) -> Compare:
        return Compare(self._operand, "<", _operand(other))

    def __le__(self, other: object) -> Compare:
        return Compare(self._operand, "<=", _operand(other))

    def __gt__(self, other: object) -> Compare:
        return Compare(self._operand, ">", _operand(other))

    def __ge__(self, other: object) -> Compare:
        return Compare(self._operand, ">=", _operand(other))

    def between(self, low: object, high: object) -> All:
        """Hold from `low` to `high`, both included."""
        return (self >= low) & (self <= high)

    def is_in(self, values: tuple[Value, ...]) -> IsIn:
        """Hold where the value is one of `values`, of which there is one at least."""
        if not values:
            message = f"there is no value that {self.name} could be in"
            raise ValueError(message)
        return IsIn(self._bare, tuple(values))

    def is_missing(self) -> IsMissing:
        """Hold where there is no value."""
        return IsMissing(self._bare)

    def is_present(self) -> Not:
        """Hold where there is a value."""
        return Not(IsMissing(self._bare))

    def matches(self, pattern: str) -> Matches:
        """Hold where the whole text matches `pattern`.

        Only what every engine reads alike is taken: classes spelt out, such as
        `[0-9]`, and groups that capture nothing, `(?:...)`.
        """
        if re.search(r"\\[A-Za-z]", pattern) or re.compile(pattern).groups:
            message = f"engines would read this pattern in different ways: {pattern}"
            raise ValueError(message)
        return Matches(self._bare, pattern)


def _operand(value: object) -> Operand:
    if isinstance(value, Column):
        return value._operand  # noqa: SLF001 - its own module
    if isinstance(value, Name | Literal | FromEdition | FromManifest | Scaled):
        return value
    if isinstance(value, str | int | float | date):
        return Literal(value)
    message = f"a condition cannot hold a {type(value).__name__}: {value!r}"
    raise TypeError(message)


def column(name: str) -> Column:
    """Return a column to write conditions with; `reference.x` is the joined side."""
    return Column(Name(name))


def edition(name: str) -> FromEdition:
    """Return the edition's value of this dotted name, such as `population.vintage`."""
    return FromEdition(name)


def in_window(name: str, window: str) -> All:
    """Hold where a day of a column lies in a window, such as `crimes.window`."""
    return column(name).between(edition(f"{window}.start"), edition(f"{window}.end"))


def manifest(name: str) -> FromManifest:
    """Return the manifest's value of this name, such as `period_end`."""
    return FromManifest(name)
