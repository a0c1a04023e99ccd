"""The query beside a rule that a suite leaves out finds as much as peelcheck does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache, partial
from typing import Any

import pytest
from asked_beside import asked_of, assert_queries_agree, left_out, queries
from bites import first_of
from databases import Rows, filled, rows_found
from drawn_tables import ASTRAY
from exported import UNSAID, drawn_rows, told
from parity import expected

from peelcheck.authoring import column
from peelcheck.interop.queries import query_of
from peelcheck.manifest import Manifest
from peelcheck.model import (
    Kind,
    ManifestRule,
    NotableRule,
    PlacementRule,
    RowRule,
    TotalsRule,
)
from peelcheck.reference.populations import REFERENCE_TABLES, reference_rows
from peelcheck.rules.rulebook import rulebook
from peelcheck.shape import ColumnType
from peelcheck.tables import TABLES

NO_QUERY = {ManifestRule, NotableRule, PlacementRule, TotalsRule}
"""The kinds of rules that no query over tables can tell."""

_TYPES = {int: ColumnType.INTEGER, float: ColumnType.NUMBER, str: ColumnType.TEXT}


Tables = Mapping[str, Rows]


def fill(url: str, tables: Tables) -> None:
    """Put the tables of a return and the reference tables into a database."""
    for name, rows in tables.items():
        columns = {column.name: column.type for column in TABLES[name].columns}
        filled(url, name, columns, rows)
    for name in REFERENCE_TABLES:
        rows = reference_rows(name)
        columns = {n: _TYPES.get(type(v), ColumnType.DATE) for n, v in rows[0].items()}
        filled(url, name, columns, rows)


@pytest.mark.parametrize("seed", ASTRAY)
class TestOnDrawnReturns:
    """Collections with faults: rows doubled or gone, figures and keys changed."""

    def test_sqlite(self, sqlite: str, seed: int) -> None:
        fill(sqlite, {name: drawn_rows(name, seed) for name in TABLES})
        assert_queries_agree(partial(rows_found, sqlite), seed)

    def test_postgres(self, postgres: str, seed: int) -> None:
        fill(postgres, {name: drawn_rows(name, seed) for name in TABLES})
        assert_queries_agree(partial(rows_found, postgres), seed)


OF_RULES = [name for name in queries() if not name.endswith(".type")]


@cache
def broken_return(rule: str) -> tuple[Tables, Manifest]:
    """Return the tables and the manifest of a return that breaks a rule."""
    drawn = first_of(rule).given
    tables = {name: told(name, drawn.tables.get(name, ())) for name in TABLES}
    return tables, drawn.read().manifest


def assert_query_finds_what_breaks(url: str, rule: str) -> None:
    tables, manifest = broken_return(rule)
    fill(url, tables)
    asked = asked_of(rulebook()[rule], manifest)
    assert asked is not None
    # A query knows no manifest: coverage is asked of all 43 forces.
    manifest = replace(manifest, kind=Kind.COLLECTION)
    wanted = expected(rulebook()[rule], tables, manifest)
    assert wanted is not None
    assert rows_found(url, queries()[rule], **asked) == wanted.failed > 0


@pytest.mark.parametrize("rule", OF_RULES)
class TestOnReturnsThatBreakOneRule:
    """The query of each rule, on a return that breaks it."""

    def test_sqlite(self, sqlite: str, rule: str) -> None:
        assert_query_finds_what_breaks(sqlite, rule)

    def test_postgres(self, postgres: str, rule: str) -> None:
        assert_query_finds_what_breaks(postgres, rule)


class TestTypes:
    """What is not of a column's type, where a database keeps it nonetheless."""

    def found(self, url: str, name: str, kind: str, values: list[Any]) -> int:
        """Return how many values a column of another type is told not to be of its."""
        rows = [{name: value} for value in values]
        filled(url, "stop_search", {name: kind}, rows)
        return rows_found(url, queries()[f"STS.{name}.type"])

    def test_postgres(self, postgres: str) -> None:
        assert self.found(postgres, "searches", "Float", [2, 1.5, None]) == 1
        days = [datetime(2018, 3, 31, hour) for hour in (0, 10)]  # noqa: DTZ001
        assert self.found(postgres, "year_ending", "DateTime", [*days, None]) == 1

    def test_sqlite(self, sqlite: str) -> None:
        assert self.found(sqlite, "searches", "Float", [2, 1.5, None]) == 1
        texts = ["2018-03-31", "2018-03-31 10:00:00", "31/03/2018", None]
        assert self.found(sqlite, "year_ending", "Text", texts) == 2


def test_a_query_that_sql_has_no_words_for_is_none() -> None:
    rule = rulebook()["CRI015"]
    assert isinstance(rule, RowRule)
    odd = replace(rule, then=column("release").matches("2018.*"))
    assert query_of(odd, TABLES["recorded_crime"]) == ""


def test_every_rule_left_out_has_a_query_where_one_can_tell_it() -> None:
    without = {
        name
        for table in TABLES
        for name, told in left_out(table).items()
        if "sql" not in told
    }
    types = {name for name in without if name.endswith(".type")}
    numbers = {
        f"{table.prefix}.{column.name}.type"
        for table in TABLES.values()
        for column in table.columns
        if column.type is ColumnType.NUMBER
    }
    assert types == numbers
    assert {type(rulebook()[name]) for name in without - types} == NO_QUERY
    assert queries().keys() >= UNSAID


def test_a_value_of_the_manifest_is_a_parameter() -> None:
    assert queries()["CRI015"].endswith("WHERE (period_end <> :period_end)")


def test_a_missing_value_that_breaks_a_rule_is_found(sqlite: str) -> None:
    rule = rulebook()["CRI021"]
    assert isinstance(rule, RowRule)
    query = query_of(replace(rule, table="given"), TABLES[rule.table])
    releases = ("2018-12", "2019-03", None)
    rows = [{"release": release} for release in releases]
    filled(sqlite, "given", {"release": ColumnType.TEXT}, rows)
    assert rows_found(sqlite, query, release="2018-12") == 2
