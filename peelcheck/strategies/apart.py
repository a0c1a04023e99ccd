"""Changes that set one force apart from the others: its numbers multiplied."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peelcheck.comparing import Against
from peelcheck.engines.standing import day_before
from peelcheck.model import NotableRule
from peelcheck.strategies.edits import Edit
from peelcheck.strategies.repairing import summed_up
from peelcheck.strategies.returned import DrawnReturn, Row
from peelcheck.strategies.rows import new_places
from peelcheck.tables import TABLES

__all__ = ["force_multiplied"]

_TIMES = (3, 10, 100)


def force_multiplied(rule: NotableRule, drawn: DrawnReturn, at: int) -> Iterator[Edit]:
    """Yield the return with the numbers of a row's force some times as large.

    First those that the rule adds up, and then every number of its rows; the sums of
    which they are parts follow. A rule on the year before gets one, of the same rows
    a year earlier, where there is none.
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
                says=f"{rule.table}, {force}: {', '.join(names)} times {times}",
                table=rule.table,
                rows=tuple(new_places(rule.table, after, before)),
                columns=(rule.value,),
            )


def _is_meant(rule: NotableRule, row: Row, force: str, drawn: DrawnReturn) -> bool:
    """Say whether a row is one of the force's, in the last of the periods."""
    period = TABLES[rule.table].period_column
    if row["force"] != force or rule.against is Against.OTHERS:
        return bool(row["force"] == force)
    days = [one[period] for one in drawn.tables[rule.table] if one[period]]
    return bool(row[period] == max(days))


def _times(row: Row, names: list[str], times: int) -> Row:
    many: dict[str, Any] = {
        name: times * row[name] for name in names if row.get(name) is not None
    }
    return {**row, **many}


def _with_the_year_before(rule: NotableRule, drawn: DrawnReturn) -> DrawnReturn:
    """Return the return with each row of its last period a year earlier too."""
    period = TABLES[rule.table].period_column or ""
    rows = drawn.tables[rule.table]
    last = max(row[period] for row in rows if row[period])
    then = day_before(last)
    if any(row[period] == then for row in rows):
        return drawn
    early = [{**row, period: then} for row in rows if row[period] == last]
    return drawn.with_rows(rule.table, (*rows, *early))
