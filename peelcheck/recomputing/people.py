"""The people a metric divides by: from the return, or from the published figures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peelcheck.binding import bound, look_up_in
from peelcheck.conditions import FromEdition, FromManifest, Value, columns_of, holds
from peelcheck.engines.groups import distinct_rows
from peelcheck.errors import UsageError
from peelcheck.measures import Denominator, Metric
from peelcheck.reference.editions import Edition
from peelcheck.reference.populations import reference_rows
from peelcheck.returns import Return, TableData
from peelcheck.tables import TABLES

__all__ = ["NOBODY", "People", "need_columns", "people_for", "people_otherwise"]


@dataclass(frozen=True, slots=True)
class People:
    """People by force and group; the group is empty where there are none.

    Attributes:
        by_force: The numbers, each above nought.
        vintage: Their vintage, in words.
        notes: What was taken from elsewhere, or left out, and why.
        noted: The reason noted for another vintage than the edition's.
        projected: How they are carried on from earlier years, where they are.

    """

    by_force: Mapping[str, Mapping[str, int]]
    vintage: str
    notes: tuple[str, ...]
    noted: str | None
    projected: str | None = None


NOBODY = People({}, "", (), None)


def people_for(
    metric: Metric, wanted: Denominator, given: Return, edition: Edition
) -> People:
    """Return the people a metric divides by, or that stand beside.

    Raises:
        UsageError: The return's own table lacks a column that is needed.

    """
    rows: Sequence[Mapping[str, Any]] = reference_rows(wanted.reference)
    notes = [f"{wanted.table}: not in the return, taken from the published figures"]
    vintage, noted = edition.value(wanted.vintage_value), None
    if wanted.table in given.tables:
        data, notes = given.tables[wanted.table], []
        need_columns(data, [*columns_of(wanted.where), wanted.value, "force"])
        rows = distinct_rows(data.frame, [c.name for c in TABLES[wanted.table].columns])
        vintage, noted = _noted(wanted, given, rows, vintage)
    look_up = look_up_in(edition, given.manifest, wanted.table)

    def with_vintage(name: FromEdition | FromManifest) -> Value:
        return vintage if name.name == wanted.vintage_value else look_up(name)

    where = bound(wanted, with_vintage).where
    chosen = [row for row in rows if holds(where, row)]
    by_force, doubled = _by_force(metric, wanted, chosen)
    notes += [f"{wanted.table}: {name} stands twice, and has none" for name in doubled]
    return People(by_force, wanted.vintage.format(vintage), tuple(notes), noted)


def people_otherwise(
    metric: Metric,
    wanted: Denominator,
    given: Return,
    edition: Edition,
    changes: Mapping[str, Value],
) -> Mapping[str, Mapping[str, int]]:
    """Return the published people by force and group, some edition values changed."""
    look_up = look_up_in(edition, given.manifest, wanted.table)

    def changed(name: FromEdition | FromManifest) -> Value:
        return changes[name.name] if name.name in changes else look_up(name)

    where = bound(wanted, changed).where
    rows = [row for row in reference_rows(wanted.reference) if holds(where, row)]
    return _by_force(metric, wanted, rows)[0]


def need_columns(data: TableData, columns: Sequence[str]) -> None:
    """Refuse a table that lacks a column.

    Raises:
        UsageError: A column is missing, or stands twice.

    """
    for name in columns:
        if name not in data.columns:
            message = (
                f"{data.source}: column {name} is missing or stands twice; "
                "`peelcheck check` says more"
            )
            raise UsageError(message)


def _noted(
    wanted: Denominator,
    given: Return,
    rows: Sequence[Mapping[str, Any]],
    vintage: Value,
) -> tuple[Value, str | None]:
    """Return the vintage to use: another where the manifest notes an exception."""
    reason = given.manifest.noted_exceptions.get(wanted.noted_by)
    there = {row[wanted.vintage_column] for row in rows}
    if reason is None or vintage in there or len(there) != 1:
        return vintage, None
    return there.pop(), reason


def _by_force(
    metric: Metric, wanted: Denominator, rows: Sequence[Mapping[str, Any]]
) -> tuple[dict[str, dict[str, int]], list[str]]:
    group, value = metric.people_by, wanted.value
    keys = [(row["force"], row[group] if group else "") for row in rows]
    times = Counter(keys)
    people: dict[str, dict[str, int]] = defaultdict(dict)
    for key, row in zip(keys, rows, strict=True):
        if times[key] == 1 and row[value] is not None and row[value] > 0:
            people[key[0]][key[1]] = row[value]
    doubled = [" ".join(map(str, key)).strip() for key in times if times[key] > 1]
    return people, doubled
