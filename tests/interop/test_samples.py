"""The exports catch on the sample returns, whole and broken, what peelcheck catches."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    expected,
    framed,
    pandas_frame,
    suite_results,
    told,
)

import peelcheck
from peelcheck import Report, Return, Verdict
from peelcheck.returns import mark_of
from peelcheck.shape import ColumnType
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


def by_pandas(path: Path, table: str) -> pd.DataFrame:
    """Return a file as pandas reads it when told which columns are texts and days."""
    kinds = {column.name: column.type for column in TABLES[table].columns}
    texts = dict.fromkeys((n for n, k in kinds.items() if k is ColumnType.TEXT), str)
    frame = pd.read_csv(path, dtype=texts)
    for name in {n for n, kind in kinds.items() if kind is ColumnType.DATE}:
        if name in frame:
            frame[name] = pd.to_datetime(frame[name])
    # pandas calls the second of two columns `searches.1`; as a frame it has both.
    return frame.rename(columns={"searches.1": "searches"})


def by_polars(path: Path, table: str) -> pl.DataFrame:
    """Return a file as polars reads it when told which columns are texts."""
    kinds = {column.name: column.type for column in TABLES[table].columns}
    texts = {n: pl.String for n, k in kinds.items() if k is ColumnType.TEXT}
    return pl.read_csv(path, try_parse_dates=True, schema_overrides=texts)


READERS: Mapping[str, Callable[[Path, str], Any]] = {
    "pandas": by_pandas,
    "polars": by_polars,
}


def failed_of(report: Report, table: str) -> set[str]:
    """Return the rules of a table's rows and shape that a return fails."""
    known = {*(rule.id for rule in carried(table).by_shape), *expected(table, [])}
    return {one for one in known if report.of(one).verdict is Verdict.FAILED}


@pytest.mark.parametrize("library", READERS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_broken_file_read_by_its_library_breaks_the_same_rules(
    path: Path, library: str
) -> None:
    _, report = checked(path)
    table = path.name.partition(".")[0]
    wanted = failed_of(report, table)
    if library == "polars" and "column_doubled" in path.name:
        wanted = set()  # polars reads the second of two columns under another name
    found = by_pandera(library, table, READERS[library](path, table))
    rules = {name for name, places in found.items() if places}
    assert rules & {one.rule.id for one in report.results} == wanted


def test_half_a_search_is_named_with_its_row() -> None:
    path = SAMPLES / "broken" / "stop_search.half_a_search.csv"
    found = by_pandera("pandas", "stop_search", by_pandas(path, "stop_search"))
    assert [*found["STS.searches.type"]] == [24]


def test_a_suite_does_not_look_at_types() -> None:
    path = SAMPLES / "broken" / "stop_search.half_a_search.csv"
    frame = by_pandas(path, "stop_search")
    assert all(one.success for one in suite_results("pandas", "stop_search", frame))


@pytest.mark.parametrize("shape", ["column_missing", "column_renamed"])
def test_a_suite_fails_for_a_missing_column_and_says_what_did_not_run(
    shape: str,
) -> None:
    path = SAMPLES / "broken" / f"stop_search.{shape}.csv"
    results = suite_results("pandas", "stop_search", by_pandas(path, "stop_search"))
    failed = [one for one in results if not one.success and not did_not_run(one)]
    assert [one.expectation_config.kwargs["column"] for one in failed] == ["searches"]
    stopped = {
        one.expectation_config.meta["rule"] for one in results if did_not_run(one)
    }
    assert stopped == {"STS006", "STS.searches.missing", "STS.searches.minimum"}


def test_every_table_has_a_sample() -> None:
    paths = [*FOLDERS, *FILES, *PUBLISHED]
    assert {table for path in paths for table in checked(path)[0].tables} >= {*TABLES}
