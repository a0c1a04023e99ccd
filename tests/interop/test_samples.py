"""The exports catch on the sample returns, whole and broken, what peelcheck catches."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest
from exported import (
    PANDERA,
    UNSAID,
    by_pandera,
    by_suite,
    carried,
    did_not_run,
    framed,
    pandas_frame,
    suite_results,
    told,
)

import peelcheck
from peelcheck import Report, Return, Verdict
from peelcheck.returns import mark_of
from peelcheck.tables import TABLES

SAMPLES = Path(__file__).parents[2] / "sample_data"
FOLDERS = sorted(path.parent for path in SAMPLES.rglob("manifest.toml"))
FILES = sorted((SAMPLES / "broken").glob("*.csv"))
PUBLISHED = sorted(
    path for path in (SAMPLES / "published_shapes").iterdir() if path.suffix != ".md"
)
JUDGED = {Verdict.PASSED, Verdict.FAILED}


@cache
def checked(path: Path) -> tuple[Return, Report]:
    given = peelcheck.read(path)
    return given, peelcheck.check(given)


def rows_of(given: Return, table: str) -> list[dict[str, Any]]:
    """Return a table as read, with its marks."""
    native: Any = given.tables[table].frame.to_native()
    rows: list[dict[str, Any]] = native.collect().to_dicts()
    return rows


def counts(given: Return, report: Report, table: str) -> dict[str, int]:
    """Return how many rows fail each carried rule that could be judged.

    A frame has no marks: a cell that a file marks as having no value is missing there.
    """
    rows = rows_of(given, table)
    found = {}
    for rule in carried(table).rules:
        result = report.of(rule.id)
        if result.verdict in JUDGED:
            column = rule.id.split(".")[1] if rule.id.endswith(".missing") else ""
            marked = sum(row.get(mark_of(column)) is not None for row in rows)
            found[rule.id] = result.failed + marked
    return found


@pytest.mark.parametrize(
    "path", [*FOLDERS, *FILES, *PUBLISHED], ids=lambda path: path.name
)
class TestSamples:
    """Every rule that both judge, with the same number of rows."""

    @pytest.mark.parametrize("library", PANDERA)
    def test_pandera(self, path: Path, library: str) -> None:
        given, report = checked(path)
        for table in given.tables:
            rows = told(table, rows_of(given, table))
            found = by_pandera(library, table, framed(library, table, rows))
            wanted = counts(given, report, table)
            assert {name: found[name].total() for name in wanted} == wanted

    def test_suites(self, path: Path) -> None:
        given, report = checked(path)
        for table in given.tables:
            rows = told(table, rows_of(given, table))
            found = by_suite("pandas", table, pandas_frame(table, rows))
            wanted = counts(given, report, table)
            wanted |= dict.fromkeys(UNSAID & wanted.keys(), 0)
            assert {name: found[name] for name in wanted} == wanted


SHAPES = ["column_missing", "column_renamed", "column_doubled", "half_a_search"]
"""The samples whose fault is in a table's columns, or in the type of one."""


def by_pandas(shape: str) -> pd.DataFrame:
    path = SAMPLES / "broken" / f"stop_search.{shape}.csv"
    frame = pd.read_csv(path, parse_dates=["year_ending"])
    # pandas calls the second of two columns `searches.1`; as a frame it has both.
    return frame.rename(columns={"searches.1": "searches"})


@pytest.mark.parametrize("shape", SHAPES)
def test_pandera_refuses_what_is_no_table_of_ours(shape: str) -> None:
    found = by_pandera("pandas", "stop_search", by_pandas(shape))
    assert any(found.values())


@pytest.mark.parametrize("shape", ["column_missing", "column_renamed", "half_a_search"])
def test_pandera_refuses_it_of_polars(shape: str) -> None:
    path = SAMPLES / "broken" / f"stop_search.{shape}.csv"
    frame = pl.read_csv(path, try_parse_dates=True)
    assert any(by_pandera("polars", "stop_search", frame).values())
    assert any(by_pandera("polars lazy", "stop_search", frame.lazy()).values())


@pytest.mark.parametrize("shape", ["column_missing", "column_renamed"])
def test_a_suite_fails_for_a_missing_column_and_says_what_did_not_run(
    shape: str,
) -> None:
    results = suite_results("pandas", "stop_search", by_pandas(shape))
    failed = [one for one in results if not one.success and not did_not_run(one)]
    assert [one.expectation_config.kwargs["column"] for one in failed] == ["searches"]
    stopped = {
        one.expectation_config.meta["rule"] for one in results if did_not_run(one)
    }
    assert stopped == {"STS006", "STS.searches.missing", "STS.searches.minimum"}


def test_every_table_has_a_sample() -> None:
    paths = [*FOLDERS, *FILES, *PUBLISHED]
    assert {table for path in paths for table in checked(path)[0].tables} >= {*TABLES}
