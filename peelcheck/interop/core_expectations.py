"""Cases in the words of Great Expectations: an expectation, and where it is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from peelcheck.conditions import (
    Compare,
    Condition,
    IsIn,
    IsMissing,
    Literal,
    Matches,
    Name,
    Not,
    Value,
)
from peelcheck.interop.texts import CannotSayError

__all__ = ["MOST_TESTS", "Expected", "asked_where", "conditions_of", "expected_by"]

DayText = Callable[[date], str]
"""How a kind of data source is told a day."""

MOST_TESTS = 100
"""Great Expectations takes no more conditions on rows."""


@dataclass(frozen=True, slots=True)
class Expected:
    """An expectation: its type and arguments, without where it is asked."""

    type: str
    arguments: Mapping[str, Any] = field(hash=False)


def expected_by(broken: Condition, day: DayText) -> Expected:
    """Return the expectation that the rows where a test holds, and no others, fail.

    Raises:
        CannotSayError: No core expectation is the opposite of the test.

    """
    match broken:
        case IsMissing(Name(column)):
            return _of_column("not_be_null", column)
        case Not(IsMissing(Name(column))):
            return _of_column("be_null", column)
        case IsIn(Name(column), values) if _plain(values):
            return _of_column("not_be_in_set", column, value_set=[*values])
        case Not(IsIn(Name(column), values)) if _plain(values):
            return _of_column("be_in_set", column, value_set=[*values])
        case Matches(Name(column), pattern):
            return _of_column("not_match_regex", column, regex=f"^(?:{pattern})$")
        case Not(Matches(Name(column), pattern)):
            return _of_column("match_regex", column, regex=f"^(?:{pattern})$")
        case Compare(Name(column), sign, Literal(value)):
            return _compared(column, sign, value, day)
        case Compare(Name(left), sign, Name(right)):
            return _pair(left, sign, right)
        case _:
            raise CannotSayError(str(broken))


def _of_column(what: str, column: str, **arguments: Any) -> Expected:
    return Expected(f"expect_column_values_to_{what}", {"column": column, **arguments})


def _plain(values: Sequence[Value]) -> bool:
    """Say whether values can be told in a set; days in JSON are texts, not met."""
    return not any(isinstance(value, date) for value in values)


def _compared(column: str, sign: str, value: Value, day: DayText) -> Expected:
    said = day(value) if isinstance(value, date) else value
    match sign:
        case "<":
            return _of_column("be_between", column, min_value=said)
        case "<=":
            return _of_column("be_between", column, min_value=said, strict_min=True)
        case ">":
            return _of_column("be_between", column, max_value=said)
        case ">=":
            return _of_column("be_between", column, max_value=said, strict_max=True)
        case "==" if _plain([value]):
            return _of_column("not_be_in_set", column, value_set=[value])
        case "!=" if _plain([value]):
            return _of_column("be_in_set", column, value_set=[value])
        case _:
            raise CannotSayError(str(Compare(Name(column), sign, Literal(value))))


def _pair(left: str, sign: str, right: str) -> Expected:
    if sign in {"==", "!="}:
        raise CannotSayError(str(Compare(Name(left), sign, Name(right))))
    large, small = (left, right) if "<" in sign else (right, left)
    return Expected(
        "expect_column_pair_values_a_to_be_greater_than_b",
        {
            "column_A": large,
            "column_B": small,
            "or_equal": "=" not in sign,
            "ignore_row_if": "either_value_is_missing",
        },
    )


def asked_where(cases: Sequence[Sequence[Condition]], day: DayText) -> dict[str, Any]:
    """Return the condition on rows that any of some cases holds; nothing for any row.

    Raises:
        CannotSayError: A condition on rows has no word for a test, or is too long.

    """
    if not all(cases):
        return {}
    told = [conditions_of(case, day) for case in cases]
    if sum(map(len, told)) > MOST_TESTS:
        message = f"more than {MOST_TESTS} conditions on rows"
        raise CannotSayError(message)
    every = [_joined("and", case) for case in told]
    return {"row_condition": _joined("or", every)}


def conditions_of(case: Sequence[Condition], day: DayText) -> list[dict[str, Any]]:
    """Return the conditions on rows that a case comes down to.

    Raises:
        CannotSayError: A condition on rows has no word for a test.

    """
    return [one for test in case for one in _asked(test, day)]


def _joined(word: str, conditions: list[dict[str, Any]]) -> dict[str, Any]:
    if len(conditions) == 1:
        return conditions[0]
    return {"type": word, "conditions": conditions}


def _asked(test: Condition, day: DayText) -> list[dict[str, Any]]:
    """Return a test as conditions on rows; pandas takes a gap to differ from all."""
    match test:
        case IsMissing(Name(column)):
            return [_nullity(column, is_null=True)]
        case Not(IsMissing(Name(column))):
            return [_nullity(column, is_null=False)]
        case Compare(Name(column), sign, Literal(value)):
            if isinstance(value, date) and sign in {"==", "!="}:
                raise CannotSayError(str(test))
            said = day(value) if isinstance(value, date) else value
            compared = _comparison(column, sign, said)
            gap = [_nullity(column, is_null=False)] if sign == "!=" else []
            return [*gap, compared]
        case IsIn(Name(column), values) if _plain(values):
            return [_comparison(column, "IN", [*values])]
        case Not(IsIn(Name(column), values)) if _plain(values):
            listed = _comparison(column, "NOT_IN", [*values])
            return [_nullity(column, is_null=False), listed]
        case _:
            raise CannotSayError(str(test))


def _comparison(column: str, sign: str, value: Any) -> dict[str, Any]:
    return {
        "type": "comparison",
        "column": {"name": column},
        "operator": sign,
        "parameter": value,
    }


def _nullity(column: str, *, is_null: bool) -> dict[str, Any]:
    return {"type": "nullity", "column": {"name": column}, "is_null": is_null}
