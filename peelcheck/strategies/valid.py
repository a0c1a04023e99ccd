"""Small returns that keep every rule, notes included: where drawing starts from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

from peelcheck.errors import UnknownNameError
from peelcheck.model import AgreementRule, Kind
from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.reference.editions import Edition, edition_named
from peelcheck.reference.forces import force_named, force_names
from peelcheck.returns import Total
from peelcheck.rules.rulebook import rulebook
from peelcheck.strategies.fixed_rows import fixed_rows
from peelcheck.strategies.making import Making
from peelcheck.strategies.returned import DrawnReturn, Row
from peelcheck.tables import DIRECTLY_COLLECTED, TABLES

__all__ = ["valid_return"]

_TITLE = "Made up for tests: none of it happened"


def valid_return(
    edition: str,
    kind: Kind | str,
    tables: Sequence[str] | None = None,
    force: str = "Essex",
) -> DrawnReturn:
    """Return a small return that keeps every rule; always the same one.

    Args:
        edition: The edition.
        kind: The kind of return; a submission is of one force, others of all 43.
        tables: The tables [default: all].
        force: Whose a submission is.

    Raises:
        UnknownNameError: The edition, the kind, a table or the force is not known.

    """
    kinds = [one.value for one in Kind]
    if kind not in kinds:
        raise UnknownNameError.of("kind", str(kind), kinds)
    chosen = tuple(TABLES) if tables is None else tuple(tables)
    for name in chosen:
        if name not in TABLES:
            raise UnknownNameError.of("table", name, TABLES)
    return _valid(edition, Kind(kind), chosen, force_named(force))


@cache
def _valid(
    edition: str, kind: Kind, tables: tuple[str, ...], force: str
) -> DrawnReturn:
    own = edition_named(edition)
    alone = kind is Kind.SUBMISSION
    making = Making(own, (force,) if alone else force_names(), collected=not alone)
    rows = {name: fixed_rows(name, making) for name in TABLES if name in tables}
    manifest: dict[str, Any] = {
        "edition": edition,
        "kind": kind.value,
        "state": "draft",
    }
    manifest |= {"title": _TITLE, **({"force": force} if alone else {})}
    noted = dict.fromkeys(_of_a_few(rows), "A few single ones stand for a year's")
    manifest |= {"noted_exceptions": noted} if noted else {}
    manifest |= {"design": _TITLE} if rows.keys() & {*DIRECTLY_COLLECTED} else {}
    entries = {name: _entry(name, own) for name in rows}
    totals = {name: _totals(name, rows[name], making) for name in rows}
    kept = {name: found for name, found in totals.items() if found}
    return DrawnReturn({**manifest, "tables": entries}, rows, kept)


def _of_a_few(tables: Collection[str]) -> Iterator[str]:
    """Yield the rules by which single ones would have to be as many as are counted."""
    for rule in rulebook():
        if isinstance(rule, AgreementRule) and rule.notable:
            yield from [rule.id] if {rule.table, rule.to} <= {*tables} else []


def _entry(table: str, edition: Edition) -> dict[str, Any]:
    """Return what the manifest says of a table: all that rules ask for."""
    entry: dict[str, Any] = {"source": _TITLE}
    for name in ("publication", "release"):
        value = edition.values.get(f"{_SAID_AS.get(table, table)}.{name}")
        entry |= {name: value} if value else {}
    period = TABLES[table].period_column
    if period:
        start, end = _period(table, edition)
        entry |= {"period_start": start, "period_end": end}
    return entry


_SAID_AS = {
    "outcome_counts": "recorded_crime",
    "recorded_crime_rate": "recorded_crime",
    "stop_search_by_group": "stop_search",
}
"""The table whose edition values a table shares, where it has none of its own."""


def _period(table: str, edition: Edition) -> tuple[date, date]:
    making = Making(edition, (), collected=False)
    shared = table if f"{table}.window.end" in edition.values else _SAID_AS[table]
    end = making.last_day(shared)
    return (end if TABLES[table].stock else making.first_day(shared)), end


def _totals(table: str, rows: Sequence[Row], making: Making) -> tuple[Total, ...]:
    """Return a total that agrees with the rows it is of, where sources print some."""
    if not TABLES[table].totalled or not making.collected:
        return ()
    column = next(one.name for one in TABLES[table].columns[::-1] if one.unit)
    area = "area" if "area" in rows[0] else "force"
    members = [row for row in rows if row[area] in making.forces and _alike(row, rows)]
    summed = sum(row[column] for row in members)
    key = {n: rows[0][n] for n in TABLES[table].key if n != area and rows[0][n]}
    return (
        Total(
            area=ENGLAND_AND_WALES,
            members="its forces",
            column=column,
            key=key,
            printed=summed,
            summed=summed,
            lacks=(),
            agrees=True,
            row=len(rows),
        ),
    )


def _alike(row: Row, rows: Sequence[Row]) -> bool:
    """Say whether a row differs from the first in its force, and what it counts."""
    named = (one for one in ("offence", "worker_type", "ethnic_group") if one in row)
    return all(row[name] == rows[0][name] for name in named)
