"""The query beside a rule that a suite leaves out finds as much as peelcheck does."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from asked_beside import assert_queries_agree, left_out, queries
from databases import filled, rows_found
from drawn_tables import ASTRAY
from exported import UNSAID, drawn_rows

from peelcheck.interop.queries import query_of
from peelcheck.model import ManifestRule, PlacementRule, RowRule, TotalsRule
from peelcheck.reference.populations import REFERENCE_TABLES, reference_rows
from peelcheck.rules.rulebook import rulebook
from peelcheck.shape import ColumnType
from peelcheck.tables import TABLES

NO_QUERY = {ManifestRule, PlacementRule, TotalsRule}
"""The kinds of rules that no query over tables can tell."""

_TYPES = {int: ColumnType.INTEGER, float: ColumnType.NUMBER, str: ColumnType.TEXT}


def fill(url: str, seed: int) -> None:
    """Put a drawn return and the reference tables into a database."""
    for table in TABLES.values():
        columns = {column.name: column.type for column in table.columns}
        filled(url, table.name, columns, drawn_rows(table.name, seed))
    for name in REFERENCE_TABLES:
        rows = reference_rows(name)
        columns = {n: _TYPES.get(type(v), ColumnType.DATE) for n, v in rows[0].items()}
        filled(url, name, columns, rows)


@pytest.mark.parametrize("seed", ASTRAY)
class TestOnDrawnReturns:
    """Collections with faults: rows doubled or gone, figures and keys changed."""

    def test_sqlite(self, sqlite: str, seed: int) -> None:
        fill(sqlite, seed)
        assert_queries_agree(partial(rows_found, sqlite), seed)

    def test_postgres(self, postgres: str, seed: int) -> None:
        fill(postgres, seed)
        assert_queries_agree(partial(rows_found, postgres), seed)


def test_every_rule_left_out_has_a_query_where_one_can_tell_it() -> None:
    without = {
        name
        for table in TABLES
        for name, told in left_out(table).items()
        if "sql" not in told
    }
    types = {name for name in without if name.endswith(".type")}
    assert {type(rulebook()[name]) for name in without - types} == NO_QUERY
    assert queries().keys() >= UNSAID


def test_a_value_of_the_manifest_is_a_parameter() -> None:
    assert queries()["CRI015"].endswith("WHERE (period_end <> :period_end)")


def test_a_missing_value_that_breaks_a_rule_is_found(sqlite: str) -> None:
    rule = rulebook()["CRI021"]
    assert isinstance(rule, RowRule)
    query = query_of(replace(rule, table="given"), ())
    releases = ("2018-12", "2019-03", None)
    rows = [{"release": release} for release in releases]
    filled(sqlite, "given", {"release": ColumnType.TEXT}, rows)
    assert rows_found(sqlite, query, release="2018-12") == 2
