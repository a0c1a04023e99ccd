"""What breaks a rule, told as cases: lists of tests that all hold in a row.

A test is a condition over one or two columns that is true or false wherever they have
values. A row is in one case of a rule at most once they are set apart, so that counts
of rows by case add up to those that break it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise, product
from typing import Any, TypeAlias, cast

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
    Name,
    Not,
    Value,
    columns_of,
    holds,
)
from peelcheck.model import RowRule

__all__ = ["Case", "broken_cases", "cases_of", "opposite", "set_apart"]

Case: TypeAlias = tuple[Condition, ...]


def broken_cases(rule: RowRule) -> list[Case]:
    """Return the cases in which a bound rule is broken; tests of `then` come first."""
    pairs = product(_cases(rule.then, truth=False), _cases(rule.when, truth=True))
    return _possible(then + when for then, when in pairs)


def cases_of(condition: Condition) -> list[Case]:
    """Return the cases in which a bound condition holds."""
    return _possible(_cases(condition, truth=True))


def _cases(condition: Condition, *, truth: bool) -> list[Case]:
    match condition:
        case Always():
            return [()] if truth else []
        case Not(inner):
            return _cases(inner, truth=not truth)
        case All(parts) | Any_(parts):
            sides = [_cases(part, truth=truth) for part in parts]
            if isinstance(condition, All) is not truth:
                return [case for side in sides for case in side]
            return [tuple(t for case in one for t in case) for one in product(*sides)]
        case IsIn(name, values) if isinstance(values[0], date):
            return _days(name, values) if truth else _other_days(name, values)
        case _:
            return [(condition if truth else opposite(condition),)]


def _days(name: Name, days: Sequence[Value]) -> list[Case]:
    """Return one case a day; days are compared, and never looked up in a list."""
    texts = [Literal(day) for day in days]
    return [(Compare(name, ">=", day), Compare(name, "<=", day)) for day in texts]


def _other_days(name: Name, days: Sequence[Value]) -> list[Case]:
    """Return the days before, between and after some days."""
    ordered = [Literal(day) for day in sorted(cast("Sequence[date]", days))]
    between: list[Case] = [
        (Compare(name, ">", one), Compare(name, "<", next_))
        for one, next_ in pairwise(ordered)
    ]
    first, last = Compare(name, "<", ordered[0]), Compare(name, ">", ordered[-1])
    return [(first,), *between, (last,)]


def opposite(test: Condition) -> Condition:
    """Return the test that holds where this one does not, values being there."""
    match test:
        case Compare(left, sign, right):
            return Compare(left, OPPOSITE[sign], right)
        case Not(inner):
            return inner
        case _:
            return Not(test)


def set_apart(cases: Sequence[Case], beside: Iterable[Case]) -> list[Case]:
    """Return cases of the same rows, less those that are in one of the others."""
    kept = [*cases]
    for other in beside:
        kept = [part for case in kept for part in _less(case, other)]
    return kept


def _less(case: Case, other: Case) -> list[Case]:
    if not _possible([case + other]):
        return [case]
    parts = [
        (*case, *other[:place], missed)
        for place, test in enumerate(other)
        for missed in _failures(test)
    ]
    return _possible(parts)


def _failures(test: Condition) -> list[Condition]:
    """Return how a test may fail: by its opposite, or as a column has no value."""
    gaps: list[Condition] = []
    if _wants_values(test):
        gaps = [IsMissing(Name(column)) for column in columns_of(test)]
    return [opposite(test), *gaps]


def _wants_values(test: Condition) -> bool:
    inner = test.condition if isinstance(test, Not) else test
    return not isinstance(inner, IsMissing)


def _possible(cases: Iterable[Case]) -> list[Case]:
    """Return the cases that a row can be in, each without tests that others imply."""
    found: list[Case] = []
    for case in cases:
        tests = tuple(dict.fromkeys(case))
        if any(_exclude(a, b) for a in tests for b in tests):
            continue
        valued = {c for t in tests if _wants_values(t) for c in columns_of(t)}
        found.append(tuple(t for t in tests if not _only_present(t, valued)))
    sets = [frozenset(case) for case in found]
    firsts = dict(zip(sets, found, strict=True))
    return [case for tests, case in firsts.items() if not any(s < tests for s in sets)]


def _only_present(test: Condition, valued: set[str]) -> bool:
    match test:
        case Not(IsMissing(Name(column))):
            return column in valued
        case _:
            return False


def _exclude(one: Condition, other: Condition) -> bool:
    """Say whether two tests can be seen never to hold together."""
    if one == opposite(other):
        return True
    match one, other:
        case IsMissing(Name(column)), _:
            return column in columns_of(other) and _wants_values(other)
        case (
            Compare(Name(low), "<" | "<=" as below, Literal(at_most)),
            Compare(Name(high), ">" | ">=" as above, Literal(at_least)),
        ) if low == high:
            return _apart(at_most, at_least, closed="=" in below and "=" in above)
        case _:
            return _none_of(_listed(one), columns_of(one), other)


def _apart(at_most: Any, at_least: Any, *, closed: bool) -> bool:
    return bool(at_most < at_least or (at_most == at_least and not closed))


def _listed(test: Condition) -> tuple[Any, ...] | None:
    """Return the only values a test lets through, where it names them."""
    match test:
        case Compare(Name(), "==", Literal(value)):
            return (value,)
        case IsIn(_, values):
            return values
        case _:
            return None


def _none_of(
    values: tuple[Any, ...] | None, columns: Sequence[str], other: Condition
) -> bool:
    if values is None or tuple(columns) != columns_of(other):
        return False
    return not any(holds(other, {columns[0]: value}) for value in values)
