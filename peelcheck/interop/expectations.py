"""Rules in core expectations: each row that breaks a rule is unexpected in just one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from typing import Any, TypeAlias

from peelcheck.conditions import (
    Condition,
    IsMissing,
    Name,
    Not,
    columns_of,
    parts_of,
)
from peelcheck.interop.cases import Case, broken_cases, cases_of, set_apart
from peelcheck.interop.core_expectations import (
    MOST_TESTS,
    DayText,
    asked_where,
    conditions_of,
    expected_by,
)
from peelcheck.interop.texts import CannotSayError
from peelcheck.model import RowRule, UniqueRule
from peelcheck.shape import Missing, Table

__all__ = ["Expectation", "expectations_of"]

Expectation: TypeAlias = tuple[str, dict[str, Any]]
"""The type of an expectation and its arguments."""

_MANY = 8
"""More cases than this are told together, as conditions on rows."""


def expectations_of(
    table: Table, rule: RowRule | UniqueRule, day: DayText
) -> list[Expectation]:
    """Return the expectations that a bound rule comes down to.

    Args:
        table: The rule's table.
        rule: The rule.
        day: How the kind of data source is told a day.

    Raises:
        CannotSayError: Core expectations have no words for it.

    """
    if isinstance(rule, UniqueRule):
        return [*_unique(table, rule, day)]
    cases = broken_cases(rule)
    if len(cases) > _MANY:
        return [*_together(cases, day)]
    return _merged([*_one_by_one(cases, day)])


def _one_by_one(cases: Sequence[Case], day: DayText) -> Iterator[Expectation]:
    """Expect the opposite of one test of each case, where its other tests hold."""
    groups: dict[Condition, list[Case]] = {}
    for case in cases:
        groups.setdefault(_last(case, day), []).append(case)
    before: list[Case] = []
    for last, group in groups.items():
        left = set_apart(group, before)
        before += group
        if left:
            expected = expected_by(last, day)
            rest = [tuple(t for t in case if t != last) for case in left]
            yield expected.type, {**expected.arguments, **asked_where(rest, day)}


def _last(case: Case, day: DayText) -> Condition:
    """Return the test to be expected otherwise; days make the poorer conditions."""
    fit = [test for test in case if _fits(test, case, day)]
    if not fit:
        raise CannotSayError(" & ".join(map(str, case)))
    return min(fit, key=lambda test: any(_dated(t) for t in case if t != test))


def _fits(test: Condition, case: Case, day: DayText) -> bool:
    try:
        expected_by(test, day)
        asked_where([[other for other in case if other != test]], day)
    except CannotSayError:
        return False
    return True


def _dated(test: Condition) -> bool:
    return any(isinstance(getattr(p, "value", None), date) for p in parts_of(test))


def _together(cases: Sequence[Case], day: DayText) -> Iterator[Expectation]:
    """Expect no value at all where any of many cases holds, some cases at a time."""
    shared = set.intersection(*(set(columns_of(case)) for case in cases))
    if not shared:
        message = f"{len(cases)} cases that share no column"
        raise CannotSayError(message)
    expected = expected_by(Not(IsMissing(Name(min(shared)))), day)
    at_once = MOST_TESTS // max(len(conditions_of(case, day)) for case in cases) or 1
    for start in range(0, len(cases), at_once):
        left = set_apart(cases[start : start + at_once], cases[:start])
        if left:
            yield expected.type, {**expected.arguments, **asked_where(left, day)}


def _merged(expectations: list[Expectation]) -> list[Expectation]:
    """Put a lower and an upper bound of the same column together."""
    merged: list[Expectation] = []
    for kind, arguments in expectations:
        for place, (other, known) in enumerate(merged):
            both = {**known, **arguments}
            bounds = {"min_value", "max_value"} <= both.keys()
            if bounds and kind == other and _same_rows(known, arguments):
                merged[place] = (kind, both)
                break
        else:
            merged.append((kind, arguments))
    return merged


def _same_rows(one: dict[str, Any], other: dict[str, Any]) -> bool:
    names = ("column", "row_condition")
    return [one.get(n) for n in names] == [other.get(n) for n in names]


def _unique(table: Table, rule: UniqueRule, day: DayText) -> Iterator[Expectation]:
    """Compare the rows that lack the same parts of a key with one another.

    Databases never take two gaps for the same. A part that must be there has a rule of
    its own, and a row that lacks it is compared with none.
    """
    free = [name for name in rule.columns if _may_be_blank(table, name)]
    asked = cases_of(rule.when)
    for gaps in product((False, True), repeat=len(free)):
        blank = [name for name, gap in zip(free, gaps, strict=True) if gap]
        given = [name for name in rule.columns if name not in blank]
        there: Case = tuple(Not(IsMissing(Name(name))) for name in given)
        lacking: Case = tuple(IsMissing(Name(name)) for name in blank)
        where = asked_where([(*case, *there, *lacking) for case in asked], day)
        yield _differ(given, where)


def _may_be_blank(table: Table, column: str) -> bool:
    return table.column(column).missing is not Missing.INVALID


def _differ(columns: list[str], where: dict[str, Any]) -> Expectation:
    if len(columns) == 1:
        kind = "expect_column_values_to_be_unique"
        return kind, {"column": columns[0], **where}
    kind = "expect_compound_columns_to_be_unique"
    return kind, {"column_list": columns, "ignore_row_if": "never", **where}
