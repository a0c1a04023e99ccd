"""The rows that a metric counts, brought down to few and told apart by period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeAlias

from peelcheck.binding import bound
from peelcheck.conditions import (
    FromEdition,
    FromManifest,
    Value,
    bind,
    columns_of,
    holds,
)
from peelcheck.counts import ROWS, Numerator
from peelcheck.engines.groups import COUNT, summed
from peelcheck.engines.linking import (
    both_or_none,
    brought,
    flagged,
    of_one_library,
    with_ones,
)
from peelcheck.errors import UsageError
from peelcheck.manifest import TableEntry
from peelcheck.measures import Among, Metric
from peelcheck.periods import quarter_of
from peelcheck.recomputing.counting import MET, OPEN, added, marked
from peelcheck.recomputing.people import need_columns
from peelcheck.returns import ROW, Frame, Return
from peelcheck.shape import Table
from peelcheck.tables import TABLES

__all__ = ["Rows", "rows_by_period"]

_QUARTERS = frozenset({1, 2, 3, 4})
Rows: TypeAlias = list[dict[str, Any]]
_LookUp: TypeAlias = Callable[[FromEdition | FromManifest], Value]


def rows_by_period(
    metric: Metric, given: Return, look_up: _LookUp
) -> dict[date | None, Rows]:
    """Return the numerator's rows, summed, by the last day of their period.

    They are summed by all that the metric tells rows apart by.

    Raises:
        UsageError: A table is not there, or lacks a column that the metric reads; or
            no row is one that it counts.

    """
    numerator = metric.numerator
    table = TABLES[numerator.table]
    by = _told_by(metric, table)
    where = bind(numerator.where, look_up)
    rows = _summed(metric, _frame(metric, given, look_up), by)
    kept = [row for row in rows if holds(where, row)]
    if numerator.where_says and not kept:
        message = f"{metric.id}: no row of {table.name} is of {numerator.where_says}"
        raise UsageError(message)
    _need_groups(metric, kept)
    cells: dict[date | None, Rows] = defaultdict(list)
    for row in _few(metric, kept, table):
        cells[_end_of(row, table, given.manifest.entry(table.name))].append(row)
    return cells


def _summed(metric: Metric, frame: Frame, by: Sequence[str]) -> Rows:
    """Return the rows summed, with what is made of them and what stands below."""
    numerator = metric.numerator
    rows = [_made(row, numerator) for row in summed(frame, numerator.value, by)]
    for name in _below(metric):
        for row, other in zip(rows, summed(frame, name, by), strict=True):
            row[name] = other[name]
    return rows


def _few(metric: Metric, rows: Rows, table: Table) -> Rows:
    """Return rows brought down to what tells figures, and ways to them, apart."""
    numerator = metric.numerator
    sums = (numerator.value, *_below(metric), COUNT, "cells")
    periods = (table.period_column, table.quarter_column)
    kept = ("force", metric.group_column, numerator.monthly, *numerator.alike, *periods)
    names = [*dict.fromkeys(name for name in kept if name), MET, OPEN]
    alike: dict[tuple[Any, ...], Rows] = defaultdict(list)
    for row in marked(rows, metric.exclusions):
        alike[tuple(row[name] for name in names)].append(row)
    return [
        dict(zip(names, key, strict=True))
        | {name: added(row[name] for row in some) for name in sums}
        for key, some in alike.items()
    ]


def _below(metric: Metric) -> list[str]:
    """Return the columns added up besides that of the numerator."""
    among = metric.denominator
    names = (among.value, among.base) if isinstance(among, Among) else ()
    return [name for name in names if name]


def _made(row: dict[str, Any], numerator: Numerator) -> dict[str, Any]:
    """Return a row with the column its labels make, and divided by what it is over.

    Where that is missing, or nought, its cells hold no number.
    """
    made, over = dict(row), numerator.over
    if labels := numerator.labels:
        text = row[labels.column]
        made[labels.becomes] = None if text is None else labels.names.get(text)
    if over and row[over]:
        made[numerator.value] = row[numerator.value] / row[over]
    elif over:
        made |= {numerator.value: 0, COUNT: row["cells"]}
    return made


def _end_of(row: dict[str, Any], table: Table, entry: TableEntry) -> date | None:
    """Return the last day of the period a row is of.

    A quarter that lies in the manifest's period is of that, whatever year it is of.
    """
    end: date | None = row[table.period_column] if table.period_column else None
    quarter = row[table.quarter_column] if table.quarter_column else None
    start, last = entry.period_start, entry.period_end
    if end is None or start is None or last is None or quarter not in _QUARTERS:
        return end
    if end == date.max:  # no day follows it
        return end
    first_day, last_day = quarter_of(end, quarter)
    return last if start <= first_day and last_day <= last else end


def _told_by(metric: Metric, table: Table) -> list[str]:
    """Return the columns that tell the rows of a metric apart."""
    numerator = metric.numerator
    asked = (numerator.where, *(out.when for out in metric.exclusions))
    read = [name for condition in asked for name in columns_of(condition)]
    periods = (table.period_column, table.quarter_column)
    own = (numerator.monthly, *numerator.alike, numerator.over)
    names = ["force", *read, metric.group_column, *periods, *own]
    if labels := numerator.labels:
        names = [labels.column if one == labels.becomes else one for one in names]
    return list(dict.fromkeys(name for name in names if name))


def _frame(metric: Metric, given: Return, look_up: _LookUp) -> Frame:
    """Return the numerator's table, with what is linked to it and told of it."""
    numerator = metric.numerator
    data, link = given.tables[numerator.table], numerator.link
    made = {ROWS, *numerator.flags, *([link.brings] if link else [])}
    read = _told_by(metric, TABLES[numerator.table])
    told = [name for one in numerator.flags.values() for name in columns_of(one)]
    linked = link.on if link else ()
    needed = dict.fromkeys([*read, *told, numerator.value, *linked, *_below(metric)])
    own = [name for name in needed if name not in made]
    need_columns(data, own)
    frame = data.frame.select(ROW, *own)
    if link:
        frame = _linked(frame, given, numerator, look_up)
    flags = {name: bind(one, look_up) for name, one in numerator.flags.items()}
    frame = flagged(frame, flags)
    if numerator.value == ROWS:
        frame = with_ones(frame)
    return both_or_none(frame, (numerator.value, *_below(metric)))


def _linked(
    frame: Frame, given: Return, numerator: Numerator, look_up: _LookUp
) -> Frame:
    link = numerator.link
    assert link is not None  # noqa: S101 - the caller asked
    if link.to not in given.tables:
        message = (
            f"{numerator.table}: its figures need the table {link.to}, which is not "
            "in the return"
        )
        raise UsageError(message)
    other = given.tables[link.to]
    need_columns(other, [*link.on, link.brings, *columns_of(link.when)])
    if not of_one_library(frame, other.frame):
        message = (
            f"{numerator.table} and {link.to} are held in two libraries; "
            "hand both over in one"
        )
        raise UsageError(message)
    return brought(frame, other.frame, bound(link, look_up))


def _need_groups(metric: Metric, rows: Rows) -> None:
    """Refuse rows of which none says its group.

    Raises:
        UsageError: They are such rows.

    """
    column, table = metric.group_column, metric.numerator.table
    if column and rows and all(row[column] is None for row in rows):
        message = f"{metric.id}: no row of {table} says {column}"
        raise UsageError(message)
