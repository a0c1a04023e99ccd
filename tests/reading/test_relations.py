"""Relations of DuckDB, read as frames are."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import duckdb
import narwhals as nw
import polars as pl
import pytest
from readers import Values

import peelcheck
from peelcheck.errors import UnreadableError
from peelcheck.reading import read

ROWS = (
    "select * from (values (2010, 'Essex', 5), (2010, 'kent', 6)) "
    "as t(year, force, population)"
)


@pytest.fixture
def connection() -> Iterator[Any]:
    """Return a database in memory."""
    with duckdb.connect() as made:
        yield made


def test_a_relation_is_read_as_a_frame_is(connection: Any, values: Values) -> None:
    data = read(connection.sql(ROWS)).tables["population"]
    assert values(data, "population") == {0: 5, 1: 6}
    assert values(data, "force") == {0: "Essex", 1: "Kent"}
    assert (data.source, data.row_word) == ("population frame", "position")


def test_a_relation_held_by_narwhals_or_among_frames_is_read(connection: Any) -> None:
    relation = connection.sql(ROWS)
    assert read(nw.from_native(relation)).tables.keys() == {"population"}
    crimes = pl.DataFrame({"force": ["Essex"], "crime": ["C1"]})
    both = read({"population": relation, "crimes": crimes})
    assert both.tables.keys() == {"population", "crimes"}


def test_a_relation_is_run_once(connection: Any) -> None:
    """A relation runs anew at every look; rows drawn twice would not be the same."""
    connection.execute("create sequence looks")
    looked = "nextval('looks')::int as population"
    relation = connection.sql(ROWS).project(f"year, force, {looked}")
    peelcheck.check(relation, kind="publication")
    (looks,) = connection.execute("select nextval('looks')").fetchone()
    assert looks == 3


def test_sums_and_decimals_of_a_relation_are_whole_numbers(
    connection: Any, values: Values
) -> None:
    """A sum of DuckDB is a number of 128 bits, and a price a decimal."""
    columns = "year::decimal(6, 2) as year, force, sum(population) as population"
    summed = connection.sql(ROWS).aggregate(columns).order("force")
    data = read(summed).tables["population"]
    assert values(data, "year") == {0: 2010, 1: 2010}
    assert values(data, "population") == {0: 5, 1: 6}


def test_a_column_doubled_in_a_relation_is_a_fault(connection: Any) -> None:
    doubled = connection.sql(ROWS).project("*, 7 as population")
    data = read(doubled, table="population").tables["population"]
    assert [one.says for one in data.faults] == ["column population stands 2 times"]


def test_a_column_that_polars_cannot_hold_does_no_harm(connection: Any) -> None:
    odd = connection.sql(ROWS).project("*, interval 3 day as waited")
    data = read(odd).tables["population"]
    assert (data.faults, data.unknown_columns) == ((), ("waited",))


def test_a_query_that_fails_is_unreadable(connection: Any) -> None:
    wrong = connection.sql(ROWS).project("year, force::int as force, population")
    says = "the relation: its query fails (Conversion Error: Could not convert string "
    with pytest.raises(UnreadableError) as caught:
        read(wrong)
    assert str(caught.value).startswith(says)
    assert str(caught.value).endswith("Mend the query, and keep its connection open.")


def test_duckdb_is_not_loaded_by_whoever_does_not_give_one() -> None:
    code = (
        "import sys, polars, peelcheck; "
        "peelcheck.check(polars.DataFrame({'year': [2010], 'force': ['Essex'], "
        "'population': [5]})); print('duckdb' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
