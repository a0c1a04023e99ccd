"""The suites count in Spark the rows that peelcheck finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from asked_beside import assert_queries_agree
from databases import spark_frame, spark_session
from drawn_tables import ASTRAY, SPOILT
from exported import (
    by_suite,
    did_not_run,
    drawn_rows,
    examples,
    expected_of_suite,
    suite_results,
)

from peelcheck.reference.populations import REFERENCE_TABLES, reference_rows
from peelcheck.tables import TABLES

# pyspark leaves its sockets to be closed by whoever comes after it.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    with spark_session() as session:
        yield session


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("rows_of", [partial(drawn_rows, seed=SPOILT[0]), examples])
def test_it_counts_the_same_rows(
    spark: Any, table: str, rows_of: Callable[[str], list[dict[str, Any]]]
) -> None:
    rows = rows_of(table)
    found = by_suite("spark", table, spark_frame(spark, table, rows))
    assert found == expected_of_suite(table, rows)


def test_the_queries_beside_the_suites_find_the_same(spark: Any) -> None:
    for table in TABLES:
        rows = drawn_rows(table, ASTRAY[1])
        spark_frame(spark, table, rows).createOrReplaceTempView(table)
    for name in REFERENCE_TABLES:
        rows = [dict(row) for row in reference_rows(name)]
        spark.createDataFrame(rows).createOrReplaceTempView(name)

    def found(query: str, **asked: Any) -> int:
        return int(spark.sql(query, args=asked).count())

    assert_queries_agree(found, ASTRAY[1])


def test_an_empty_table_is_refused(spark: Any) -> None:
    results = suite_results("spark", "crimes", spark_frame(spark, "crimes", []))
    assert not any(did_not_run(one) for one in results)
    failed = [one.expectation_config.meta["rule"] for one in results if not one.success]
    assert failed == ["CRM.columns"]
