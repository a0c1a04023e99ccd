"""A file's headers matched with the columns of a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peelcheck.errors import UsageError, did_you_mean
from peelcheck.returns import Coercion, CoercionExample, Fault
from peelcheck.shape import Table
from peelcheck.tables import TABLES

__all__ = ["Headers", "matched", "nearest_table", "plain_header", "table_of"]


@dataclass(frozen=True, slots=True)
class Headers:
    """Which header stands for which column, and what is wrong with the rest.

    Attributes:
        positions: The position of the header for each column that has one.
        faults: Columns that are missing or stand twice.
        unknown: Headers that are no column of the table.
        coercions: Headers that were read as a column of another spelling.

    """

    positions: Mapping[str, int]
    faults: tuple[Fault, ...]
    unknown: tuple[str, ...]
    coercions: tuple[Coercion, ...]


def plain_header(header: str) -> str:
    """Return a header, or another name, as names of columns and tables are written."""
    return re.sub(r"[^0-9a-z]+", "_", header.casefold()).strip("_")


def _known(table: Table) -> dict[str, str]:
    return {
        header: column.name
        for column in table.columns
        for header in (column.name, *column.headers)
    }


def matched(
    headers: Sequence[str],
    table: Table,
    renamed: Mapping[str, str],
    given: Sequence[str] = (),
) -> Headers:
    """Match headers with the columns of a table.

    Args:
        headers: The headers as they stand.
        table: The table.
        renamed: Headers the caller named a column for.
        given: Columns the caller gave a constant for.

    Raises:
        UsageError: A column the caller gave a constant for is there.

    """
    known = _known(table)
    meant = [renamed.get(header, known.get(plain_header(header))) for header in headers]
    times = Counter(name for name in meant if name)
    for name in given:
        if name in times:
            message = f"constants= gives {name}, but the data have that column"
            raise UsageError(message)
    positions = {
        name: place for place, name in enumerate(meant) if name and times[name] == 1
    }
    unknown = tuple(h for h, name in zip(headers, meant, strict=True) if name is None)
    doubled = [
        Fault(name, "doubled", f"column {name} stands {count} times")
        for name, count in times.items()
        if count > 1
    ]
    missing = _missing(table, {*times, *given}, unknown)
    return Headers(
        positions=positions,
        faults=(*missing, *doubled),
        unknown=unknown,
        coercions=_respelled(table, headers, positions),
    )


def _respelled(
    table: Table, headers: Sequence[str], positions: Mapping[str, int]
) -> tuple[Coercion, ...]:
    """Return the headers that were read as a column of another spelling, if any."""
    examples = tuple(
        CoercionExample(None, headers[place], name)
        for name, place in positions.items()
        if headers[place] != name
    )
    if not examples:
        return ()
    return (
        Coercion(
            table=table.name,
            column="",
            kind="header",
            count=len(examples),
            examples=examples[:10],
        ),
    )


def _missing(table: Table, there: set[str], unknown: Sequence[str]) -> list[Fault]:
    faults = []
    for column in table.columns:
        if not column.required or column.name in there:
            continue
        hint = did_you_mean(column.name, unknown[:200]).replace("did you mean", "is it")
        says = f"column {column.name} is missing{hint}"
        faults.append(Fault(column.name, "missing", says))
    return faults


def table_of(headers: Sequence[str]) -> str | None:
    """Return the one table all of whose required columns are among the headers."""
    plain = {plain_header(header) for header in headers}
    fitting = []
    for table in TABLES.values():
        known = _known(table)
        there = {known[header] for header in plain if header in known}
        if there.issuperset(table.required):
            fitting.append((len(table.required), table.name))
    return max(fitting)[1] if fitting else None


def nearest_table(headers: Sequence[str]) -> tuple[str | None, list[str]]:
    """Return the table that lacks the fewest columns, and those it lacks."""
    plain = {plain_header(header) for header in headers}
    lacking: dict[str, list[str]] = {}
    for table in TABLES.values():
        known = _known(table)
        there = {known[header] for header in plain if header in known}
        if there:
            lacking[table.name] = [name for name in table.required if name not in there]
    if not lacking:
        return None, []
    name = min(lacking, key=lambda one: len(lacking[one]))
    return name, lacking[name]
