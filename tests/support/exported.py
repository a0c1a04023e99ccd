"""The exports run on plain rows: which rows each says break which rule."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

import oracle
import oracle_groups
import pandas as pd
import polars as pl
import pytest
from drawn_tables import drawn
from plain_cells import read_rows

from peelcheck.binding import worded
from peelcheck.interop.carried import Carried, carried_rules
from peelcheck.model import RowRule, Rule, UniqueRule
from peelcheck.reference.editions import DEFAULT_EDITION, edition_named
from peelcheck.rules.rulebook import rulebook
from peelcheck.shape import ColumnType, Missing
from peelcheck.strategies.valid import valid_return
from peelcheck.tables import TABLES

__all__ = [
    "PANDERA",
    "UNSAID",
    "Found",
    "by_pandera",
    "by_suite",
    "carried",
    "did_not_run",
    "drawn_rows",
    "drawn_together",
    "examples",
    "expected",
    "expected_of_suite",
    "framed",
    "lazy_frame",
    "named",
    "pandas_frame",
    "row_by_row",
    "rules_of",
    "said_of",
    "suite_results",
    "told",
    "valid_rows",
]

Rows: TypeAlias = Sequence[Mapping[str, Any]]
Found: TypeAlias = dict[str, Counter[int]]
"""The places of the rows that break each rule, each as often as it is told."""

UNSAID = {"WOR008", "SPE014"}
"""Rules for which core expectations have no word."""

_FIRST, _LAST = date(1700, 1, 1), date(2200, 1, 1)


@cache
def carried(table: str) -> Carried:
    edition = edition_named(DEFAULT_EDITION)
    return carried_rules(table, rulebook(), edition)


@cache
def rules_of(table: str) -> dict[str, Rule]:
    """Return the rules of a table by id, worded as for the edition."""
    edition = edition_named(DEFAULT_EDITION)
    mine = [rule for rule in rulebook() if rule.table == table]
    return {rule.id: worded(rule, edition) for rule in mine}


def said_of(rule: Rule) -> dict[str, Any]:
    """Return the words that an export is to have of a rule."""
    milder = {str(kind): str(severity) for kind, severity in rule.milder.items()}
    return {
        "statement": rule.statement,
        "basis": str(rule.basis),
        "severity": str(rule.severity),
        **({"severity_in": milder} if milder else {}),
        "says": rule.says,
        "mend": rule.mend,
    }


def expected(table: str, rows: Rows) -> Found:
    """Return what the plain evaluator says of the rules that are carried."""
    return {rule.id: _failing(rule, rows) for rule in carried(table).rules}


def _failing(rule: RowRule | UniqueRule, rows: Rows) -> Counter[int]:
    if isinstance(rule, RowRule):
        return Counter(oracle.over_rows(rule, rows).failing)
    columns = [TABLES[rule.table].column(name) for name in rule.columns]
    asked = [c.name for c in columns if c.missing is Missing.INVALID]
    places = [n for n, row in enumerate(rows) if None not in [row[c] for c in asked]]
    found = oracle_groups.unique(rule, [rows[place] for place in places]).failing
    return Counter(places[place] for place in found)


def expected_of_suite(table: str, rows: Rows) -> dict[str, int]:
    """Return how many rows a suite is to find, by rule; none where it has no word."""
    found = {rule: places.total() for rule, places in expected(table, rows).items()}
    return found | dict.fromkeys(UNSAID & found.keys(), 0)


@cache
def drawn_rows(table: str, seed: int) -> list[dict[str, Any]]:
    """Return the rows of a drawn table, as they are read."""
    return told(table, read_rows(table, drawn(seed).tables[table]))


def drawn_together(table: str, seeds: Iterable[int]) -> list[dict[str, Any]]:
    """Return the rows of several drawn tables as one: suites take no longer for it."""
    return [row for seed in seeds for row in drawn_rows(table, seed)]


@cache
def examples(table: str) -> list[dict[str, Any]]:
    """Return the examples of a table's rules, each filled up from a valid row."""
    (base, *_) = _valid(table)
    return told(table, read_rows(table, [{**base, **row} for row in _examples(table)]))


def _examples(table: str) -> Iterator[Mapping[str, Any]]:
    for rule in carried(table).rules:
        for one in (*rule.passes, *rule.fails):
            for row in one if isinstance(one, tuple) else (one,):
                yield {name: cell for name, cell in row.items() if "." not in name}


def told(table: str, rows: Rows) -> list[dict[str, Any]]:
    """Return rows with values alone, of days that every library can hold."""
    names = [column.name for column in TABLES[table].columns]
    return [{name: _told(row.get(name)) for name in names} for row in rows]


def _told(value: Any) -> Any:
    return min(max(value, _FIRST), _LAST) if isinstance(value, date) else value


_PANDAS = {
    ColumnType.TEXT: "str",
    ColumnType.INTEGER: "Int64",
    ColumnType.NUMBER: "float64",
    ColumnType.DATE: "datetime64[ns]",
}
_POLARS: Mapping[ColumnType, Any] = {
    ColumnType.TEXT: pl.String,
    ColumnType.INTEGER: pl.Int64,
    ColumnType.NUMBER: pl.Float64,
    ColumnType.DATE: pl.Date,
}


def pandas_frame(table: str, rows: Rows) -> pd.DataFrame:
    columns = TABLES[table].columns
    return pd.DataFrame(
        {
            column.name: pd.Series(
                [row[column.name] for row in rows], dtype=_PANDAS[column.type]
            )
            for column in columns
        }
    )


def polars_frame(table: str, rows: Rows) -> pl.DataFrame:
    schema = {one.name: _POLARS[one.type] for one in TABLES[table].columns}
    return pl.DataFrame([*rows], schema=schema)


def lazy_frame(table: str, rows: Rows) -> pl.LazyFrame:
    return polars_frame(table, rows).lazy()


PANDERA: Mapping[str, Callable[[str, Rows], Any]] = {
    "pandas": pandas_frame,
    "polars": polars_frame,
    "polars lazy": lazy_frame,
}
"""The libraries that pandera checks, and how each holds rows."""


def framed(library: str, table: str, rows: Rows) -> Any:
    return PANDERA[library](table, rows)


def by_pandera(library: str, table: str, frame: Any) -> Found:
    """Validate a frame with the committed model; return its failure cases by check."""
    pandera = pytest.importorskip("pandera", reason="pandera is not installed")
    module = import_module(f"peelcheck.schemas.{library.split(maxsplit=1)[0]}")
    name = "".join(part.capitalize() for part in table.split("_"))
    found: Found = defaultdict(Counter)
    found |= {rule.id: Counter() for rule in carried(table).rules}
    try:
        getattr(module, name).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        cases = errors.failure_cases
        rows = cases.to_dicts() if library != "pandas" else cases.to_dict("records")
        for case in rows:
            found[case["check"]][case["index"]] += 1
    return found


@cache
def context() -> Any:
    gx = pytest.importorskip(
        "great_expectations", reason="great-expectations is not installed"
    )
    made = gx.get_context(mode="ephemeral")
    made.variables.progress_bars = {"globally": False}
    return made


@cache
def _batches(family: str, table: str, url: str) -> Any:
    """Return what batches are made of; a context grows slow with its assets."""
    sources, name = context().data_sources, f"{family} {table} {url}"
    if not url:
        add = sources.add_spark if family == "spark" else sources.add_pandas
        asset = add(name).add_dataframe_asset(table)
        return asset.add_batch_definition_whole_dataframe("whole")
    add = sources.add_postgres if "postgres" in url else sources.add_sqlite
    asset = add(name, connection_string=url).add_table_asset(table, table_name=table)
    return asset.add_batch_definition_whole_table("whole")


def suite_results(
    family: str, table: str, data: Any = None, url: str = "", but: Container[str] = ()
) -> list[Any]:
    """Run the committed suite over a frame, or over the table of a database.

    Args:
        family: Of the suites.
        table: Whose suite it is.
        data: The frame.
        url: Of the database, where there is no frame.
        but: The rules whose expectations are not run.

    """
    context()
    from great_expectations import ExpectationSuite

    root = Path(__file__).parent.parent.parent
    text = (root / "expectations" / family / f"{table}.json").read_text("utf-8")
    said = json.loads(text)
    told = [one for one in said["expectations"] if one["meta"]["rule"] not in but]
    suite = ExpectationSuite(**{**said, "expectations": told})
    given = None if url else {"dataframe": data}
    batch = _batches(family, table, url).get_batch(given)
    detail = "COMPLETE" if family == "pandas" else "BASIC"
    return [*batch.validate(suite, result_format=detail).results]


def did_not_run(result: Any) -> bool:
    """Say whether an expectation did not run: neither a failure nor a pass."""
    info = result.exception_info
    return bool(info) and bool(info.get("raised_exception", True))


def by_suite(
    family: str, table: str, data: Any = None, url: str = "", but: Container[str] = ()
) -> dict[str, int]:
    """Return how many rows each rule's expectations do not expect, added up."""
    found = {rule.id: 0 for rule in carried(table).rules if rule.id not in but}
    for result in suite_results(family, table, data, url, but):
        assert not did_not_run(result), result.exception_info
        rule = result.expectation_config.meta["rule"]
        if rule in found:
            # Over no rows a database says nothing, and not 0.
            found[rule] += result.result["unexpected_count"] or 0
    return found


def named(found: Found, table: str) -> set[str]:
    """Return the rules of ours that are told."""
    return {name for name, places in found.items() if places} & rules_of(table).keys()


def row_by_row(refused: Any) -> list[tuple[str, Any]]:
    cases = refused.failure_cases
    return [*zip(cases["check"], cases["index"], strict=True)]


def valid_rows(table: str) -> list[dict[str, Any]]:
    """Return the rows of a valid table."""
    return told(table, _valid(table))


def _valid(table: str) -> Rows:
    return valid_return(DEFAULT_EDITION, "submission", [table]).tables[table]
