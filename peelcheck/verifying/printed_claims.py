"""Published figures taken as claims, each printed value of a table one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from peelcheck.claims import Claim, Printed, Unit
from peelcheck.engines.plain import plain_rows
from peelcheck.metrics.printed import PRINTED, PrintedIn
from peelcheck.periods import year_before
from peelcheck.returns import ROW, Return, TableData
from peelcheck.tables import TABLES

__all__ = ["printed_claims"]

_NAMED = 3


def printed_claims(given: Return) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """Return the claims that a return's tables of published figures make, and notes.

    The notes say how many figures are no claims, and why: none is dropped in silence.
    """
    claims: list[Claim] = []
    notes: list[str] = []
    for name, printed in PRINTED.items():
        if name in given.tables:
            made, said = _claims(given.tables[name], printed)
            claims += made
            notes += said
    return tuple(claims), tuple(notes)


def _claims(data: TableData, printed: PrintedIn) -> tuple[list[Claim], list[str]]:
    claims: list[Claim] = []
    lacking, unheld = Counter[str](), Counter[str]()
    names: Counter[str] = Counter()
    for row in _rows(data, printed):
        metric = printed.metrics.get(str(row.get(printed.by)), "")
        if row.get(printed.figure) is None:
            lacking["hold no number"] += 1
        elif row.get(printed.subject) is None:
            lacking["name nobody"] += 1
        elif printed.by and not metric:
            unheld[str(row.get(printed.by))] += 1
        else:
            name = ", ".join(str(row.get(part)) for part in printed.label)
            names[name] += 1
            own_id = name if names[name] == 1 else f"{name} ({names[name]})"
            claims.append(_claim(own_id, row, data, printed, metric))
    notes = [f"{data.source}: {n:,} figures {says}" for says, n in lacking.items()]
    if unheld:
        first = ", ".join(list(unheld)[:_NAMED])
        more = ", ..." if len(unheld) > _NAMED else ""
        says = f"{unheld.total():,} figures are of no metric and were not held"
        notes.append(f"{data.source}: {says}: {first}{more}")
    return claims, notes


def _rows(data: TableData, printed: PrintedIn) -> list[dict[str, Any]]:
    period = TABLES[data.table].period_column
    wanted = (
        printed.figure,
        printed.subject,
        printed.by,
        printed.count,
        printed.of,
        *printed.label,
        period,
    )
    there = [name for name in dict.fromkeys(wanted) if name in data.columns]
    return plain_rows(data.frame.select(ROW, *there))


def _claim(
    own_id: str,
    row: Mapping[str, Any],
    data: TableData,
    printed: PrintedIn,
    metric: str,
) -> Claim:
    table = TABLES[data.table]
    step = Decimal(1).scaleb(-printed.places)
    value = Decimal(str(row[printed.figure])).quantize(step, ROUND_HALF_UP)
    end = row.get(table.period_column or "")
    return Claim(
        id=own_id,
        subject=str(row.get(printed.subject)),
        printed=Printed(str(value), value, printed.places),
        unit=Unit(table.column(printed.figure).unit, printed.per),
        metric=metric,
        count=row.get(printed.count),
        of=row.get(printed.of) or None,
        start=year_before(end) if end else None,
        end=end,
        where=f"{_place(data, row)}, the stored value to {printed.places} decimals",
    )


def _place(data: TableData, row: Mapping[str, Any]) -> str:
    origin, number = data.placed(row[ROW])
    return f"{origin.source}, {data.row_word} {number}"
