"""Fixtures for the tests of profiles: the made-up files, and how tables are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from peelcheck import Report, Verdict
from peelcheck.engines.plain import plain_rows
from peelcheck.model import Severity
from peelcheck.returns import Return, TableData

Rows: TypeAlias = Callable[..., list[dict[str, Any]]]
Said: TypeAlias = Callable[[TableData], dict[tuple[str, str], int]]
Errors: TypeAlias = Callable[[Report], set[str]]
Totals: TypeAlias = Callable[[TableData], tuple[int, int, int]]


@pytest.fixture(scope="session")
def rows() -> Rows:
    """Return what lists the rows of a table that have some values."""

    def listed(given: Return, table: str, **values: Any) -> list[dict[str, Any]]:
        return [
            row
            for row in plain_rows(given.tables[table].frame)
            if all(row[name] == value for name, value in values.items())
        ]

    return listed


@pytest.fixture(scope="session")
def said() -> Said:
    """Return what counts coercions by column and kind."""

    def counted(data: TableData) -> dict[tuple[str, str], int]:
        return {(one.column, one.kind): one.count for one in data.coercions}

    return counted


@pytest.fixture(scope="session")
def totals() -> Totals:
    """Return what counts printed totals: those that agree, differ, and stay open."""

    def counted(data: TableData) -> tuple[int, int, int]:
        answers = [one.agrees for one in data.totals]
        return answers.count(True), answers.count(False), answers.count(None)

    return counted


@pytest.fixture(scope="session")
def errors() -> Errors:
    """Return what names the rules that fail as errors."""

    def failed(report: Report) -> set[str]:
        return {
            result.rule.id
            for result in report.results
            if result.verdict is Verdict.FAILED and result.severity is Severity.ERROR
        }

    return failed
