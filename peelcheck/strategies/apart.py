"""Changes that set one force apart from the others: its numbers multiplied."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import ceil
from typing import Any

from peelcheck.against import Against
from peelcheck.engines.standing import day_before
from peelcheck.model import NotableRule
from peelcheck.strategies.edits import Edit
from peelcheck.strategies.repairing import summed_up
from peelcheck.strategies.returned import DrawnReturn, Row
from peelcheck.tables import TABLES

__all__ = ["force_multiplied"]

_TIMES = (1.5, 3, 10, 100)


def force_multiplied(rule: NotableRule, drawn: DrawnReturn, at: int) -> Iterator[Edit]:
    """Yield the return with the numbers of a row's force some times as large.

    First those that the rule adds up, and then every number of its rows; the sums of
    which they are parts follow. Against the year before it is that year's numbers, of
    the same rows a year earlier where there are none.
    """
    force, before = drawn.tables[rule.table][at]["force"], drawn
    if rule.against is Against.YEAR_BEFORE:
        before = _with_the_year_before(rule, drawn)
    units = [one.name for one in TABLES[rule.table].columns if one.unit]
    for names in ([rule.value], [name for name in units if name != rule.per]):
        for times in _TIMES:
            rows = [
                _times(row, names, times) if _is_meant(rule, row, force, drawn) else row
                for row in before.tables[rule.table]
            ]
            after = summed_up(drawn.with_rows(rule.table, rows), rule.table, drawn)
            yield Edit(
                after=after,
                says=f"{rule.table}, {force}: {', '.join(names)} times {times:g}",
                table=rule.table,
                rows=tuple(
                    place
                    for place, row in enumerate(after.tables[rule.table])
                    if row["force"] == force
                ),
                columns=(rule.value,),
            )


def _is_meant(rule: NotableRule, row: Row, force: str, drawn: DrawnReturn) -> bool:
    """Say whether a row is one of the force's, of the year before where it is asked."""
    if rule.against is Against.OTHERS:
        return bool(row["force"] == force)
    before = day_before(_last(rule, drawn))
    return bool(row["force"] == force and row[_period(rule)] == before)


def _period(rule: NotableRule) -> str:
    return TABLES[rule.table].period_column or ""


def _last(rule: NotableRule, drawn: DrawnReturn) -> date:
    days = (row[_period(rule)] for row in drawn.tables[rule.table])
    return max(day for day in days if isinstance(day, date))


def _times(row: Row, names: list[str], times: float) -> Row:
    many: dict[str, Any] = {}
    for name in names:
        value = row.get(name)
        if value is not None:
            made = times * value
            many[name] = ceil(made) if isinstance(value, int) else made
    return {**row, **many}


def _with_the_year_before(rule: NotableRule, drawn: DrawnReturn) -> DrawnReturn:
    """Return the return with each row of its last period a year earlier too."""
    rows, period, last = drawn.tables[rule.table], _period(rule), _last(rule, drawn)
    then = day_before(last)
    if any(row[period] == then for row in rows):
        return drawn
    early = [{**row, period: then} for row in rows if row[period] == last]
    return drawn.with_rows(rule.table, (*rows, *early))
