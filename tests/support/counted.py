"""Drawn returns for one metric: all that it reads, and counts that tell rows apart."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from hypothesis import strategies as st

import peelcheck
from peelcheck.counts import ROWS
from peelcheck.figures import Figure
from peelcheck.measures import Among, Metric
from peelcheck.model import Kind
from peelcheck.recomputing.splits import bound_split
from peelcheck.reference.editions import DEFAULT_EDITION, edition_named
from peelcheck.shape import ColumnType
from peelcheck.strategies import DrawnReturn, returns
from peelcheck.tables import TABLES

__all__ = ["counted_apart", "drawn_for", "figures_by_place", "sums_of"]

_MOST = 160
_OF_METRIC = {"recorded_crime_series_rate": {"months": 18}}
"""Cells of rows that a metric counts, where drawn rows are of another."""


def sums_of(metric: Metric) -> list[str]:
    """Return the columns that a metric adds up, that above the line first."""
    below = metric.denominator
    names = (below.value, below.base) if isinstance(below, Among) else ()
    return [metric.numerator.value, *(name for name in names if name)]


def drawn_for(
    metric: Metric, kind: Kind = Kind.COLLECTION
) -> st.SearchStrategy[DrawnReturn]:
    """Return a strategy for valid returns that hold all that a metric reads."""
    link, people = metric.numerator.link, metric.people
    tables = [metric.numerator.table]
    tables += [link.to] if link else []
    tables += [people.table] if people else []
    return returns(kind=kind, tables=tables)


def counted_apart(drawn: DrawnReturn, metric: Metric, random: Random) -> DrawnReturn:
    """Return a return whose rows count various numbers, for each group of a metric.

    Forces and groups that are drawn are alike, which would hide that they are mixed
    up. The counts agree with no other table: figures are made of any.
    """
    numerator = metric.numerator
    table = numerator.table
    rows = tuple(
        {**row, **_OF_METRIC.get(metric.id, {})} for row in drawn.tables[table]
    )
    if numerator.value == ROWS:
        # Rows without a key may be alike; of others some are left out.
        least, most = (1, 3) if not TABLES[table].key else (0, 1)
        kept = [row for row in rows for _ in range(random.randint(least, most))]
        return drawn.with_rows(table, kept or rows)
    whole = TABLES[table].column(numerator.value).type is ColumnType.INTEGER
    column = metric.group_column
    if column and any(row[column] is None for row in rows):
        labels = tuple(_labels(metric))
        rows = tuple({**row, column: label} for row in rows for label in labels)
    made = []
    for row in rows:
        count = random.randint(0, _MOST)
        below = dict.fromkeys(sums_of(metric)[1:], 2 * _MOST + count)
        made.append({**row, **below, numerator.value: count if whole else count / 4})
    return drawn.with_rows(table, made)  # quarters are exact as floats


def _labels(metric: Metric) -> Iterator[str]:
    """Yield the labels that a metric tells apart, and one that is in no group."""
    groups = bound_split(metric, edition_named(DEFAULT_EDITION)).groups
    yield from dict.fromkeys(one for group in groups for one in group.members)
    if not TABLES[metric.numerator.table].column(metric.group_column).domain:
        yield "another"


def figures_by_place(drawn: DrawnReturn, metric: Metric) -> dict[Any, Figure]:
    """Return a metric's figures by force, group and period."""
    figures = peelcheck.recompute(drawn.read()).only(metric=metric.id)
    return {(one.force, one.group, one.period_end): one for one in figures}
