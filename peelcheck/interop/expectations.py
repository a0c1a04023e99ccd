"""Great Expectations suites, one a table, in core expectations only."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from peelcheck.conditions import (
    ALWAYS,
    All,
    Any_,
    Compare,
    Condition,
    IsIn,
    IsMissing,
    Literal,
    Name,
    Not,
    Value,
)
from peelcheck.interop.carried import Carried
from peelcheck.model import RowRule, Rule, Severity, UniqueRule
from peelcheck.shape import Table

__all__ = ["suite_text"]

_SEVERITIES = {
    Severity.ERROR: "critical",
    Severity.QUERY: "warning",
    Severity.NOTE: "info",
}
_Expectation = tuple[str, dict[str, Any]]


class _CannotSayError(Exception):
    """Core expectations have no word for a condition."""


def suite_text(table: Table, carried: Carried) -> str:
    """Return a suite as JSON text; what it cannot carry is listed in its `meta`."""
    left_out = dict(carried.left_out)
    expectations = [*_structure(table, carried)]
    for rule in carried.rules:
        try:
            expectations += [_entry(rule, *one) for one in _expectations(rule)]
        except _CannotSayError as error:
            left_out[rule.id] = f"core expectations cannot say: {error}"
    for name in carried.by_shape:
        if not name.endswith(".columns"):
            left_out[name] = "the type of a column is the data source's own"
    suite = {
        "name": table.name,
        "expectations": expectations,
        "meta": {
            "table": table.name,
            "says": table.says,
            "written_by": "peelcheck suites write",
            "left_out": left_out,
        },
    }
    return json.dumps(suite, ensure_ascii=False, indent=2) + "\n"


def _structure(table: Table, carried: Carried) -> Iterator[dict[str, Any]]:
    rule = next(name for name in carried.by_shape if name.endswith(".columns"))
    for column in table.columns:
        if column.required:
            yield {
                "type": "expect_column_to_exist",
                "kwargs": {"column": column.name},
                "meta": {"rule": rule, "statement": table.statement},
                "severity": _SEVERITIES[Severity.ERROR],
            }


def _entry(rule: Rule, kind: str, kwargs: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": kind,
        "kwargs": kwargs,
        "meta": {
            "rule": rule.id,
            "statement": rule.statement,
            "basis": rule.basis.value,
            "severity": rule.severity.value,
            "says": rule.says,
            "mend": rule.mend,
        },
        "severity": _SEVERITIES[rule.severity],
    }


def _expectations(rule: RowRule | UniqueRule) -> list[_Expectation]:
    if isinstance(rule, UniqueRule):
        kwargs = {"column_list": list(rule.columns), "ignore_row_if": "never"}
        return [("expect_compound_columns_to_be_unique", kwargs)]
    found = list(_said(rule.then))
    if rule.when == ALWAYS:
        return found
    return [_only_where(rule.when, one) for one in found]


def _said(condition: Condition) -> Iterator[_Expectation]:
    match condition:
        case All(parts):
            for part in parts:
                yield from _said(part)
        case Any_((Compare(Name() as name, "!=", Literal() as value), rest)):
            where = Compare(name, "==", value)
            yield from (_only_where(where, one) for one in _said(rest))
        case IsIn(name, values):
            yield _in_set("expect_column_values_to_be_in_set", name, values)
        case Not(IsIn(name, values)):
            yield _in_set("expect_column_values_to_not_be_in_set", name, values)
        case Not(IsMissing(Name(column))):
            yield "expect_column_values_to_not_be_null", {"column": column}
        case Compare(Name() as name, "!=", Literal(value)):
            yield _in_set("expect_column_values_to_not_be_in_set", name, (value,))
        case Compare(Name(column), ">=", Literal(int() as least)):
            kwargs = {"column": column, "min_value": least}
            yield "expect_column_values_to_be_between", kwargs
        case Compare(Name(small), "<=", Name(large)):
            yield (
                "expect_column_pair_values_a_to_be_greater_than_b",
                {
                    "column_A": large,
                    "column_B": small,
                    "or_equal": True,
                    "ignore_row_if": "either_value_is_missing",
                },
            )
        case _:
            raise _CannotSayError(str(condition))


def _in_set(kind: str, name: Name, values: tuple[Value, ...]) -> _Expectation:
    return kind, {"column": name.column, "value_set": list(values)}


def _only_where(condition: Condition, one: _Expectation) -> _Expectation:
    kind, kwargs = one
    match condition:
        case Compare(Name(column), ("==" | ">=") as sign, Literal(value)):
            where = {
                "type": "comparison",
                "column": {"name": column},
                "operator": sign,
                "parameter": value,
            }
        case _:
            raise _CannotSayError(str(condition))
    if "row_condition" in kwargs:
        raise _CannotSayError(str(condition))
    return kind, {**kwargs, "row_condition": where}
