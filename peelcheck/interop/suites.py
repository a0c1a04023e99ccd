"""Great Expectations suites, one a table and kind of data source."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from peelcheck.interop.carried import Carried, words_of
from peelcheck.interop.core_expectations import DayText
from peelcheck.interop.expectations import Expectation, expectations_of
from peelcheck.interop.queries import query_of, type_query
from peelcheck.interop.texts import CannotSayError
from peelcheck.model import Rule, Severity, StructureRule
from peelcheck.shape import Table, TableColumn

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
            "columns": {c.name: self._column(c) for c in self.table.columns},
            "left_out": self.left_out,
        }
        suite = {
            "name": f"peelcheck_{self.table.name}",
            "expectations": self.expectations,
            "meta": meta,
        }
        return json.dumps(suite, ensure_ascii=False, indent=2) + "\n"

    def _column(self, column: TableColumn) -> dict[str, Any]:
        filled = {"taken_as": column.otherwise}
        return {
            "type": column.type.value,
            "says": column.says,
            **({"unit": column.unit} if column.unit else {}),
            "required": column.required,
            **(filled if column in self.table.filled else {}),
        }


def suite_of(table: Table, carried: Carried, family: str) -> Suite:
    """Return a table's suite for a kind of data source, one of `FAMILIES`."""
    expectations: list[Mapping[str, Any]] = []
    if carried.structure:
        expectations += _structure(table, carried.structure)
    left_out: dict[str, Mapping[str, str]] = {}
    for name, rule in carried.types.items():
        query = type_query(table.name, table.column(name))
        left_out[rule.id] = _left_out(_TYPE, query)
    for kept in carried.rules:
        try:
            said = expectations_of(table, kept, FAMILIES[family])
        except CannotSayError as error:
            why = f"core expectations have no word for {error}"
            left_out[kept.id] = _left_out(why, query_of(kept, table))
        else:
            expectations += _entries(kept, said)
    for name, one in carried.left_out.items():
        left_out[name] = _left_out(one.why, query_of(one.rule, table))
    return Suite(table, family, tuple(expectations), left_out)


def _left_out(why: str, query: str) -> dict[str, str]:
    return {"why": why, **({"sql": query} if query else {})}


def _structure(table: Table, rule: StructureRule) -> Iterator[dict[str, Any]]:
    """Expect the columns there must be, and rows; an empty table passes the rest."""
    for name in table.required:
        there = ("expect_column_to_exist", {"column": name})
        yield _entry(rule, there, f"There is a column {name}.", rule.mend)
    rows = ("expect_table_row_count_to_be_between", {"min_value": 1})
    yield _entry(rule, rows, "There is at least one row.", "Hand the rows in too.")


def _entries(rule: Rule, said: list[Expectation]) -> Iterator[dict[str, Any]]:
    for part, expectation in enumerate(said, 1):
        which = f" (Part {part} of {len(said)} of this rule.)" if len(said) > 1 else ""
        yield _entry(rule, expectation, rule.says + which, rule.mend)


def _entry(
    rule: Rule, expectation: Expectation, says: str, mend: str
) -> dict[str, Any]:
    kind, kwargs = expectation
    words = f"{rule.id} ({rule.severity}, {rule.statement}): {says} Mend: {mend}"
    return {
        "type": kind,
        "kwargs": kwargs,
        "meta": {"rule": rule.id, **words_of(rule)},
        "description": words,
        "severity": _SEVERITIES[rule.severity],
    }
