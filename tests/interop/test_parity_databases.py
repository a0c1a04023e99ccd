"""The suites count in SQLite and Postgres the rows that peelcheck finds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from databases import filled
from drawn_tables import ASTRAY, SPOILT
from exported import (
    by_suite,
    did_not_run,
    drawn_together,
    examples,
    expected_of_suite,
    suite_results,
)

from peelcheck.tables import TABLES

# Great Expectations builds its queries as SQLAlchemy 2.0 still allows.
pytestmark = pytest.mark.filterwarnings("ignore:Implicit coercion of SELECT")


SEEDS = [SPOILT, *([seed] for seed in ASTRAY)]


def fill(url: str, table: str, rows: list[dict[str, Any]]) -> None:
    columns = {column.name: column.type for column in TABLES[table].columns}
    filled(url, table, columns, rows)


def assert_database_agrees(url: str, table: str, rows: list[dict[str, Any]]) -> None:
    fill(url, table, rows)
    assert by_suite("sql", table, url=url) == expected_of_suite(table, rows)


@pytest.mark.parametrize("table", TABLES)
class TestDatabases:
    """Over tables of a file, and of a server."""

    @pytest.mark.parametrize("seeds", SEEDS, ids=str)
    def test_sqlite(self, sqlite: str, table: str, seeds: Sequence[int]) -> None:
        assert_database_agrees(sqlite, table, drawn_together(table, seeds))

    @pytest.mark.parametrize("seeds", SEEDS, ids=str)
    def test_postgres(self, postgres: str, table: str, seeds: Sequence[int]) -> None:
        assert_database_agrees(postgres, table, drawn_together(table, seeds))

    def test_examples_in_sqlite(self, sqlite: str, table: str) -> None:
        assert_database_agrees(sqlite, table, examples(table))

    def test_examples_in_postgres(self, postgres: str, table: str) -> None:
        assert_database_agrees(postgres, table, examples(table))


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_of_a_database_is_refused(sqlite: str, table: str) -> None:
    fill(sqlite, table, [])
    results = suite_results("sql", table, url=sqlite)
    assert not any(did_not_run(one) for one in results)
    failed = [one.expectation_config.meta["rule"] for one in results if not one.success]
    assert failed == [f"{TABLES[table].prefix}.columns"]
