"""The suites as files: core expectations, in words, the same for each data source."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from exported import UNSAID, carried, rules_of, said_of

from peelcheck.interop.written import suite_files
from peelcheck.model import StructureRule
from peelcheck.rules.rulebook import rulebook
from peelcheck.tables import TABLES

FAMILIES = ["pandas", "spark", "sql"]
FILES = suite_files()
DAY = re.compile(r"\d{4}-\d{2}-\d{2}(T00:00:00)?")


def suite(family: str, table: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(FILES[Path(family) / f"{table}.json"])
    return found


def test_there_is_a_suite_for_each_table_and_family() -> None:
    wanted = {Path(family) / f"{name}.json" for family in FAMILIES for name in TABLES}
    assert FILES.keys() == wanted


@pytest.mark.parametrize("table", TABLES)
class TestSuites:
    """What every suite holds."""

    def test_families_differ_in_the_days_of_bounds_alone(self, table: str) -> None:
        assert suite("spark", table) == suite("sql", table)
        other, same = (
            json.dumps([one | {"description": "", "meta": {}} for one in told])
            for told in (
                suite(name, table)["expectations"] for name in ("pandas", "sql")
            )
        )
        assert DAY.sub("", other) == DAY.sub("", same)
        assert {len(day[0]) for day in DAY.finditer(other)} <= {19}
        assert {len(day[0]) for day in DAY.finditer(same)} <= {10}

    def test_every_expectation_bears_the_words_of_its_rule(self, table: str) -> None:
        severities = {"error": "critical", "query": "warning", "note": "info"}
        for one in suite("sql", table)["expectations"]:
            rule = rules_of(table)[one["meta"]["rule"]]
            assert one["meta"] == {"rule": rule.id, **said_of(rule)}
            assert one["severity"] == severities[rule.severity]
            if not isinstance(rule, StructureRule):
                words = f"{rule.id} ({rule.severity}, {rule.statement}): {rule.says}"
                assert one["description"].startswith(words)
                assert one["description"].endswith(f" Mend: {rule.mend}")

    def test_it_expects_the_columns_and_rows_first(self, table: str) -> None:
        kind = TABLES[table]
        (rule,) = [r for r in rules_of(table).values() if isinstance(r, StructureRule)]
        head = f"{rule.id} (error, {rule.statement}): There is "
        told = [
            (one["type"], one["description"])
            for one in suite("sql", table)["expectations"]
            if one["meta"]["rule"] == rule.id
        ]
        assert told == [
            *(
                ("expect_column_to_exist", f"{head}a column {name}. Mend: {rule.mend}")
                for name in (c.name for c in kind.columns if c.required)
            ),
            (
                "expect_table_row_count_to_be_between",
                f"{head}at least one row. Mend: Hand the rows in too.",
            ),
        ]

    def test_it_tells_each_column(self, table: str) -> None:
        told = suite("sql", table)["meta"]["columns"]
        assert list(told) == [column.name for column in TABLES[table].columns]
        for column in TABLES[table].columns:
            one = told[column.name]
            assert (one["type"], one["says"]) == (column.type, column.says)
            assert (one["required"], one.get("unit", "")) == (
                column.required,
                column.unit,
            )
            filled = column in TABLES[table].filled
            assert ("taken_as" in one) is filled
            assert one.get("taken_as") == (column.otherwise if filled else None)

    def test_every_rule_is_in_it_or_listed_as_left_out(self, table: str) -> None:
        said = suite("sql", table)
        told = {one["meta"]["rule"] for one in said["expectations"]}
        left_out = said["meta"]["left_out"]
        assert not told & left_out.keys()
        rules = {rule.id for rule in rulebook() if rule.table == table}
        assert told | left_out.keys() == rules
        unsaid = {rule.id for rule in carried(table).rules} & left_out.keys()
        assert unsaid == {name for name in UNSAID if rulebook()[name].table == table}

    def test_its_expectations_are_core_ones(self, table: str) -> None:
        gx = pytest.importorskip(
            "great_expectations.expectations.core",
            reason="great-expectations is not installed",
        )
        for one in suite("sql", table)["expectations"]:
            name = "".join(part.capitalize() for part in one["type"].split("_"))
            assert hasattr(gx, name)


def test_a_milder_severity_of_a_kind_of_return_is_told() -> None:
    expectations = suite("sql", "stop_search")["expectations"]
    (one,) = [e for e in expectations if e["meta"]["rule"] == "STS001"]
    assert one["meta"]["severity_in"] == {"publication": "note"}


def test_no_suite_names_a_version() -> None:
    for text in FILES.values():
        assert "great_expectations_version" not in text
