"""What a metric needs before it is worked: bound, with its people and its faults."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from peelcheck.binding import bound
from peelcheck.conditions import (
    ALWAYS,
    All,
    Any_,
    Condition,
    LookUp,
    Not,
    columns_of,
    holds,
)
from peelcheck.counts import Exclusion
from peelcheck.measures import Among, Metric
from peelcheck.model import Severity
from peelcheck.recomputing.people import NOBODY, People, people_for
from peelcheck.recomputing.rows import Rows
from peelcheck.recomputing.yearly import people_of_years
from peelcheck.reference.editions import Edition
from peelcheck.results import Report, Verdict
from peelcheck.returns import Return

__all__ = ["bound_of", "faults_of", "people_of"]

_FAULTY = frozenset({Verdict.FAILED, Verdict.NOT_RUN, Verdict.UNDECIDED})


def bound_of(metric: Metric, look_up: LookUp) -> Metric:
    """Return a metric with what it leaves out bound to the edition."""

    def outs(exclusions: Iterable[Exclusion]) -> tuple[Exclusion, ...]:
        ready = (bound(one, look_up) for one in exclusions)
        return tuple(replace(one, when=_settled(one.when)) for one in ready)

    numerator, below = metric.numerator, metric.denominator
    if isinstance(below, Among):
        below = replace(below, but=outs(below.but))
    above = replace(numerator, exclusions=outs(numerator.exclusions))
    return replace(metric, numerator=above, denominator=below)


def _settled(condition: Condition) -> Condition:
    """Return a condition without the parts that no row has a say in.

    A choice of the edition settles which column is asked; the other is then not read.
    """
    match condition:
        case All(parts):
            kept = [_settled(part) for part in parts]
            open_ = tuple(one for one in kept if columns_of(one))
            settled = all(holds(one, {}) for one in kept if not columns_of(one))
            return (All(open_) if open_ else ALWAYS) if settled else Not(ALWAYS)
        case Any_(parts):
            kept = [_settled(part) for part in parts]
            open_ = tuple(one for one in kept if columns_of(one))
            settled = any(holds(one, {}) for one in kept if not columns_of(one))
            return ALWAYS if settled else Any_(open_) if open_ else Not(ALWAYS)
        case _:
            return condition


def people_of(
    metric: Metric,
    given: Return,
    edition: Edition,
    periods: Mapping[date | None, Rows],
) -> dict[date | None, People]:
    """Return the people that a metric divides by, or that stand beside, by period."""
    wanted = metric.people
    if wanted and wanted.projected_by:
        return people_of_years(wanted, given, edition, periods)
    people = people_for(metric, wanted, given, edition) if wanted else NOBODY
    return dict.fromkeys(periods, people)


def faults_of(metric: Metric, report: Report) -> str | None:
    """Return the error rules that fail, or could not run, on the metric's tables."""
    tables = {metric.numerator.table}
    if metric.numerator.link:
        tables.add(metric.numerator.link.to)
    if metric.people:
        tables.add(metric.people.table)
    failed = [
        result.rule.id
        for result in report.results
        if result.severity is Severity.ERROR
        and result.verdict in _FAULTY
        and result.rule.table in tables
    ]
    return ", ".join(failed) or None
