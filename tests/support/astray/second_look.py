"""A second look at what passed, by plain Python and the plain evaluator alone."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from io import StringIO
from typing import Any

import narwhals as nw

from peelcheck import Report, Return, RuleResult, Verdict, Verification
from peelcheck.binding import NotSaidError, bound, look_up_in
from peelcheck.claims import ClaimVerdict, Held
from peelcheck.conditions import holds
from peelcheck.model import RowRule, Severity
from peelcheck.reference.editions import edition_named
from peelcheck.returns import TableData, mark_of
from peelcheck.shape import ColumnType, Mark, Missing
from peelcheck.tables import TABLES

__all__ = ["lapses", "misprinted", "misread", "rows_in"]


def rows_in(data: TableData) -> list[dict[str, Any]]:
    """Return the rows of a table as read; columns that are not there hold nothing."""
    frame = data.frame
    whole = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    names = [one.name for one in TABLES[data.table].columns]
    none = dict.fromkeys([*names, *map(mark_of, names)])
    return [
        none | {name: _as_day(value) for name, value in row.items()}
        for row in whole.to_arrow().to_pylist()
    ]


def _as_day(value: Any) -> Any:
    """Return a moment as its day; pandas keeps days as moments."""
    return value.date() if isinstance(value, datetime) else value


def lapses(given: Return, report: Report) -> list[str]:
    """Return what a report that passed should have found, in words."""
    return [
        lapse
        for data in given.tables.values()
        for lapse in _lapses_of(data, rows_in(data), given, report)
    ]


def _lapses_of(
    data: TableData, rows: list[dict[str, Any]], given: Return, report: Report
) -> Iterator[str]:
    table = TABLES[data.table]
    if not rows:
        yield f"{data.table} has no rows"
    lacking = {one.name for one in table.columns if one.required} - set(data.columns)
    if lacking:
        yield f"{data.table} lacks {lacking}"
    keys = Counter(tuple(row[name] for name in table.key) for row in rows)
    if table.key and keys.most_common(1)[0][1] > 1:
        yield f"{data.table} has a doubled key"
    for column in table.columns:
        cells = {row[column.name] for row in rows} - {None}
        if column.domain and not cells <= set(column.domain):
            yield f"{column.name} holds {cells - set(column.domain)}"
        if column.required and any(
            row[mark_of(column.name)] == Mark.UNREADABLE for row in rows
        ):
            yield f"{column.name} holds what cannot be read"
    for result in report.results:
        if result.rule.table == data.table:
            yield from _lapses_by(result, rows, given, report.edition)


def _lapses_by(
    result: RuleResult, rows: list[dict[str, Any]], given: Return, edition: str
) -> Iterator[str]:
    """Yield where a rule that is said to have passed does not hold."""
    rule = result.rule
    if result.severity is not Severity.ERROR or not isinstance(rule, RowRule):
        return
    if result.verdict is not Verdict.PASSED:
        return
    try:
        look_up = look_up_in(edition_named(edition), given.manifest, rule.table)
        told = bound(rule, look_up)
    except NotSaidError:
        return
    chosen = [row for row in rows if holds(told.when, row) is True]
    answers = [holds(told.then, row) for row in chosen]
    bad = answers.count(False)
    bad += answers.count(None) if rule.missing is not Missing.IGNORED else 0
    if bad:
        yield f"{rule.id} passed, but {bad} rows break it or leave it open"


def misprinted(verification: Verification) -> list[str]:
    """Return the claims that are said to be reproduced, but are not near their value.

    However a figure is rounded, it lies within one of its last place.
    """
    return [
        f"{one.claim.id}: {one.claim.printed} for {one.value}"
        for one in verification.held
        if one.verdict is ClaimVerdict.REPRODUCED and not _near(one)
    ]


def _near(held: Held) -> bool:
    printed = held.claim.printed
    if printed is None:  # nothing but two counts, which make their own figure
        return held.claim.count is not None and held.claim.of is not None
    if held.value is None:
        return False
    return abs(Decimal(held.value) - printed.value) <= Decimal(1).scaleb(
        -printed.places
    )


def misread(given: Return, files: Mapping[str, bytes]) -> list[str]:
    """Return how far plain CSV files and what was read of them differ.

    Rows are counted, and the columns of whole numbers added up, by Python's own csv.
    """
    return [
        lapse
        for data in given.tables.values()
        if data.source.endswith(".csv")
        for lapse in _misread(data, files[data.source])
    ]


def _misread(data: TableData, raw: bytes) -> Iterator[str]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252")
    separator = max(",;\t", key=text.splitlines()[0].count)
    lines = csv.reader(StringIO(text, newline=""), delimiter=separator)
    header, *cells = [line for line in lines if any(cell.strip() for cell in line)]
    if not {*data.columns} - {*data.filled} <= {*header}:
        return  # a file in the shape of its publisher, whose rows are chosen
    read = rows_in(data)
    if len(read) != len(cells):
        yield f"{len(cells)} rows stand in {data.source}, {len(read)} were read"
    for column in TABLES[data.table].columns:
        if column.type is not ColumnType.INTEGER or column.name not in header:
            continue
        place = header.index(column.name)
        stands = sum(_number(line[place]) for line in cells)
        held = sum(row[column.name] or 0 for row in read)
        if stands != held:
            yield f"{column.name} adds up to {stands}, but was read as {held}"


def _number(cell: str) -> Decimal:
    """Return a count as a person reads it: blanks and commas do not matter."""
    return Decimal("".join(cell.replace(",", "").split()) or 0)
