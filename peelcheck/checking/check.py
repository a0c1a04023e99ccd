"""The way of a check: read what is given, run each table, gather the report."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from peelcheck.binding import (
    edition_for,
    worded,
)
from peelcheck.checking.run import Run, Told, say_nothing
from peelcheck.checking.table_run import TableRun
from peelcheck.conditions import Value
from peelcheck.engines.groups import row_count
from peelcheck.errors import UsageError
from peelcheck.model import ManifestRule
from peelcheck.reading import read
from peelcheck.reference.editions import Edition
from peelcheck.results import Report, TableSummary
from peelcheck.returns import Return, TableData
from peelcheck.rules.manifest import WHOLE_RETURN
from peelcheck.rules.rulebook import Rulebook, rulebook
from peelcheck.tables import TABLES

__all__ = ["check", "check_return"]


def check(
    source: Any,
    *,
    edition: str | None = None,
    kind: str | None = None,
    table: str | None = None,
    columns: Mapping[str, str] | None = None,
    constants: Mapping[str, Any] | None = None,
    manifest: Mapping[str, Any] | str | Path | None = None,
    assume: Mapping[str, Value] | None = None,
) -> Report:
    """Check a return against every rule that applies to it.

    Args:
        source: What `read` takes.
        edition: The edition to check against; the return's own by default.
        kind: As for `read`, and so `table`, `columns`, `constants` and `manifest`.
        table: The table a single file or frame holds.
        columns: Headers that stand for a column under another name.
        constants: Values of columns that are not there.
        manifest: A manifest file or its contents.
        assume: New values of named assumptions, such as `{"small_number": 50}`.

    Returns:
        The report: a verdict for every rule, with counts and the first findings.

    Raises:
        UsageError: An argument cannot mean anything.
        UnreadableError: Something cannot be read.

    """
    given = read(
        source,
        table=table,
        columns=columns,
        constants=constants,
        manifest=manifest,
        kind=kind,
        edition=edition,
    )
    return check_return(given, edition_for(given.manifest, edition, assume), rulebook())


def check_return(
    given: Return, edition: Edition, book: Rulebook, told: Told = say_nothing
) -> Report:
    """Check a return that is read against an edition and a rulebook.

    Args:
        given: The return.
        edition: The edition.
        book: The rules.
        told: Called with a few words before each longer piece of work.

    Raises:
        UsageError: The manifest notes an exception to a rule that takes none.

    """
    _refuse_idle_exceptions(given, book)
    rules = [worded(rule, edition) for rule in book]
    run = Run(edition, given.manifest, told)
    results = [
        run.over_manifest(rule, None)
        for rule in rules
        if isinstance(rule, ManifestRule)
        and rule.table == WHOLE_RETURN
        and run.chosen(rule)
    ]
    tables = [given.tables[name] for name in TABLES if name in given.tables]
    rows = [row_count(data.frame) for data in tables]
    done: dict[str, TableRun] = {}
    for data, count in zip(tables, rows, strict=True):
        chosen = [one for one in rules if one.table == data.table and run.chosen(one)]
        own = TableRun(run, data, count, done)
        results += own.results(chosen)
        done[data.table] = own
    return Report(
        source=given.source,
        manifest=given.manifest,
        edition=edition.name,
        tables=tuple(map(_summary, tables, rows)),
        results=tuple(results),
        coercions=tuple(one for data in tables for one in data.coercions),
        changed_assumptions=edition.changes,
    )


def _summary(data: TableData, rows: int) -> TableSummary:
    return TableSummary(
        table=data.table,
        source=data.source,
        row_word=data.row_word,
        rows=rows,
        unknown_columns=data.unknown_columns,
    )


def _refuse_idle_exceptions(given: Return, book: Rulebook) -> None:
    """Refuse a noted exception that would excuse nothing, rather than pass it over."""
    for name in given.manifest.noted_exceptions:
        if not book[name].notable:
            notable = ", ".join(rule.id for rule in book if rule.notable)
            message = f"rule {name} takes no noted exception; those that do: {notable}"
            raise UsageError(message)
