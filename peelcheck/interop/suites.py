"""Great Expectations suites, one a table and kind of data source."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from peelcheck.interop.carried import Carried
from peelcheck.interop.core_expectations import DayText
from peelcheck.interop.expectations import Expectation, expectations_of
from peelcheck.interop.queries import query_of
from peelcheck.interop.texts import CannotSayError
from peelcheck.model import Rule, Severity
from peelcheck.shape import Table

__all__ = ["FAMILIES", "Suite", "suite_of"]

FAMILIES: Mapping[str, DayText] = {
    "pandas": lambda day: f"{day.isoformat()}T00:00:00",
    "spark": date.isoformat,
    "sql": date.isoformat,
}
"""The kinds of data source, and how each is told a day."""

_SEVERITIES = {
    Severity.ERROR: "critical",
    Severity.QUERY: "warning",
    Severity.NOTE: "info",
}
_TYPE = "the type of a column is the data source's own"


@dataclass(frozen=True, slots=True)
class Suite:
    """A suite of one table, for one kind of data source.

    Attributes:
        table: The table.
        family: The kind of data source.
        expectations: What is expected, each with the words of its rule.
        left_out: Rules that it cannot carry, by id: why, and the query that can.

    """

    table: Table
    family: str
    expectations: tuple[Mapping[str, Any], ...]
    left_out: Mapping[str, Mapping[str, str]]

    def text(self) -> str:
        """Return the suite as JSON."""
        meta = {
            "table": self.table.name,
            "says": self.table.says,
            "statement": self.table.statement,
            "written_by": "peelcheck suites write",
            "left_out": self.left_out,
        }
        suite = {
            "name": f"peelcheck_{self.table.name}",
            "expectations": self.expectations,
            "meta": meta,
        }
        return json.dumps(suite, ensure_ascii=False, indent=2) + "\n"


def suite_of(table: Table, carried: Carried, family: str) -> Suite:
    """Return a table's suite for a kind of data source, one of `FAMILIES`."""
    left_out = {n: _missed(table, o.rule, o.why) for n, o in carried.left_out.items()}
    expectations = [*_structure(table, carried)]
    for rule in carried.rules:
        try:
            said = expectations_of(table, rule, FAMILIES[family])
        except CannotSayError as error:
            why = f"core expectations have no word for {error}"
            left_out[rule.id] = _missed(table, rule, why)
        else:
            expectations += _entries(rule, said)
    for name in carried.by_shape:
        if not name.endswith(".columns"):
            left_out[name] = {"why": _TYPE}
    return Suite(table, family, tuple(expectations), left_out)


def _missed(table: Table, rule: Rule, why: str) -> dict[str, str]:
    query = query_of(rule, table.key)
    return {"why": why, **({"sql": query} if query else {})}


def _structure(table: Table, carried: Carried) -> Iterator[dict[str, Any]]:
    """Expect the columns there must be, and rows; an empty table passes the rest."""
    rule = next(name for name in carried.by_shape if name.endswith(".columns"))
    expected: dict[str, Expectation] = {
        f"there is a column {column.name}": (
            "expect_column_to_exist",
            {"column": column.name},
        )
        for column in table.columns
        if column.required
    }
    rows = ("expect_table_row_count_to_be_between", {"min_value": 1})
    for says, (kind, kwargs) in {**expected, "there are rows": rows}.items():
        yield {
            "type": kind,
            "kwargs": kwargs,
            "meta": {"rule": rule, "statement": table.statement},
            "description": f"{rule}: {says}.",
            "severity": _SEVERITIES[Severity.ERROR],
        }


def _entries(rule: Rule, said: list[Expectation]) -> Iterator[dict[str, Any]]:
    for part, (kind, kwargs) in enumerate(said, 1):
        which = f" (part {part} of {len(said)})" if len(said) > 1 else ""
        yield {
            "type": kind,
            "kwargs": kwargs,
            "meta": _words(rule),
            "description": f"{rule.id}: {rule.says}{which}",
            "severity": _SEVERITIES[rule.severity],
        }


def _words(rule: Rule) -> dict[str, Any]:
    milder = {kind.value: told.value for kind, told in rule.milder.items()}
    return {
        "rule": rule.id,
        "statement": rule.statement,
        "basis": rule.basis.value,
        "severity": rule.severity.value,
        **({"severity_in": milder} if milder else {}),
        "says": rule.says,
        "mend": rule.mend,
    }
