"""A rule over a whole table, brought to the engine that decides it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from peelcheck.checking.run import Run
from peelcheck.engines import beside, deciding
from peelcheck.engines.agreeing import agreement
from peelcheck.engines.groups import aggregated, distinct_rows
from peelcheck.engines.keys import unique_outcome
from peelcheck.engines.notable import notable, sums_of
from peelcheck.engines.outcome import Outcome
from peelcheck.engines.totals import totals
from peelcheck.model import (
    AgreementRule,
    CoverageRule,
    GroupRule,
    NotableRule,
    PlacementRule,
    ReferenceRule,
    Rule,
    SumRule,
    TotalsRule,
    UniqueRule,
)
from peelcheck.reference.populations import reference_rows
from peelcheck.returns import TableData
from peelcheck.rules.rulebook import columns_read
from peelcheck.tables import TABLES

__all__ = ["agreed", "decided"]


def agreed(run: Run, data: TableData, other: TableData, rule: AgreementRule) -> Outcome:
    """Return what an engine says of a rule over a table and another.

    Raises:
        NotSaidError: The manifest does not give a value that the rule needs.

    """
    ready = run.bound(rule)
    rows = aggregated(data.frame, [*ready.on], sums=ready.sums, when=ready.when)
    others = aggregated(
        other.frame, [*ready.on.values()], sums=ready.other_sums, when=ready.where
    )
    return agreement(ready, rows, others)


def decided(run: Run, data: TableData, rule: Rule) -> Outcome:
    """Return what an engine says of a rule over a table.

    Raises:
        NotSaidError: The manifest does not give a value that the rule needs.
        TypeError: No engine runs rules of its kind.

    """
    ready, frame = run.bound(rule), data.frame
    match ready:
        case UniqueRule():
            return unique_outcome(frame, ready.columns, ready.when)
        case TotalsRule():
            return totals(ready, data.totals)
        case GroupRule():
            rows = aggregated(
                frame,
                ready.by,
                sums=ready.sums,
                blanks=ready.blanks,
                distinct=ready.distinct,
                when=ready.when,
            )
            return deciding.groups(ready, rows)
        case NotableRule(by=by, value=value, when=when, partly=partly):
            sums, gaps = sums_of(ready), [value]
            rows = aggregated(
                frame, by, sums=sums, blanks=gaps, when=when, partly=partly
            )
            return notable(ready, rows)
        case ReferenceRule(sums=sums) if sums:
            rows = aggregated(frame, [*ready.on], sums=sums, when=ready.when)
            return beside.sums_beside(ready, rows, reference_rows(ready.reference))
        case _:
            return _over_distinct_rows(run, data, ready)


def _over_distinct_rows(run: Run, data: TableData, ready: Rule) -> Outcome:
    frame, columns, table = data.frame, columns_read(ready), TABLES[data.table]
    if isinstance(ready, CoverageRule):
        rows = distinct_rows(frame, columns)
        own = run.answers_for(ready.table, _periods(rows, table.period_column))
        return deciding.coverage(ready, rows, own)
    key = [name for name in table.key if name in data.columns]
    rows = distinct_rows(frame, list(dict.fromkeys([*key, *columns])))
    match ready:
        case SumRule():
            return deciding.sums(ready, rows)
        case ReferenceRule():
            return beside.reference(ready, rows, reference_rows(ready.reference))
        case PlacementRule():
            return beside.placement(ready, rows, reference_rows(ready.reference))
        case _:
            message = f"no engine runs a {type(ready).__name__}"
            raise TypeError(message)


def _periods(rows: Sequence[Mapping[str, Any]], column: str | None) -> list[date]:
    """Return the last days of the periods that rows are of."""
    days = {row[column] for row in rows if column in row} if column else set()
    return sorted(day for day in days if day is not None)
