"""Whether plain rows break a rule over their whole table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from peelcheck.conditions import Condition, holds
from peelcheck.engines import beside, deciding
from peelcheck.engines.agreeing import agreement
from peelcheck.engines.groups import BLANK, DISTINCT, as_kept
from peelcheck.engines.notable import notable, sums_of
from peelcheck.engines.totals import totals
from peelcheck.manifest import Manifest
from peelcheck.model import (
    AgreementRule,
    CoverageRule,
    GroupRule,
    Kind,
    NotableRule,
    PlacementRule,
    ReferenceRule,
    Rule,
    SumRule,
    TotalsRule,
    UniqueRule,
)
from peelcheck.reference.forces import force_names
from peelcheck.reference.populations import reference_rows
from peelcheck.returns import Total
from peelcheck.rules.rulebook import columns_read
from peelcheck.strategies.returned import Row
from peelcheck.tables import TABLES

__all__ = ["answers_for", "broken_over_rows", "broken_over_tables", "grouped_by"]


def broken_over_rows(
    rule: Rule, rows: Sequence[Row], manifest: Manifest, printed: Sequence[Total]
) -> bool:
    """Say whether a table's rows, or its printed totals, break a bound rule.

    Rules of single rows, links and manifests are not looked at.
    """
    match rule:
        case UniqueRule(columns=columns, when=when):
            keys = Counter(_key(row, columns) for row in rows if holds(when, row))
            return max(keys.values(), default=1) > 1
        case CoverageRule():
            own = answers_for(rule, rows, manifest)
            return deciding.coverage(rule, rows, own).failed > 0
        case SumRule():
            return deciding.sums(rule, _distinct(rule, rows)).failed > 0
        case GroupRule():
            return deciding.groups(rule, _grouped(rows, rule)).failed > 0
        case NotableRule():
            return notable(rule, _grouped(rows, rule)).failed > 0
        case ReferenceRule(sums=sums) if sums:
            made = _grouped(rows, rule)
            known = reference_rows(rule.reference)
            return beside.sums_beside(rule, made, known).failed > 0
        case ReferenceRule():
            return (
                beside.reference(rule, rows, reference_rows(rule.reference)).failed > 0
            )
        case PlacementRule():
            return (
                beside.placement(rule, rows, reference_rows(rule.reference)).failed > 0
            )
        case TotalsRule():
            return totals(rule, printed).failed > 0
        case _:
            return False


def broken_over_tables(
    rule: AgreementRule, rows: Iterable[Row], others: Iterable[Row]
) -> bool:
    """Say whether the rows of two tables break a bound rule that they agree."""
    here = _brought_down(rows, (*rule.on,), rule.sums, rule.when)
    there = _brought_down(others, (*rule.on.values(),), rule.other_sums, rule.where)
    return agreement(rule, here, there).failed > 0


def grouped_by(rule: Rule) -> tuple[str, ...] | None:
    """Return the columns by which a rule adds rows up or counts them, if it does.

    A rule over all rows together does so by no column.
    """
    match rule:
        case SumRule(by=by) | GroupRule(by=by):
            return by
        case UniqueRule(columns=columns):
            return columns
        case AgreementRule(on=on):
            return tuple(on)
        case ReferenceRule(on=on, sums=sums) if sums:
            return tuple(on)
        case _:
            return None


def answers_for(
    rule: CoverageRule, rows: Iterable[Row], manifest: Manifest
) -> deciding.Answered:
    """Return the forces and periods that a table must hold."""
    alone = manifest.kind is Kind.SUBMISSION
    forces = (str(manifest.force),) if alone else force_names()
    noted = manifest.unable_to_supply
    excused = [one.force for one in noted if one.table == rule.table]
    period = TABLES[rule.table].period_column
    days = {row[period] for row in rows if row.get(period)} if period else set()
    return deciding.Answered(forces, excused, sorted(days))


def _key(row: Row, columns: Iterable[str]) -> tuple[Any, ...]:
    return tuple(row[name] for name in columns)


def _distinct(rule: Rule, rows: Iterable[Row]) -> list[Row]:
    """Return each combination of what tells rows apart, and is read, once."""
    names = dict.fromkeys((*TABLES[rule.table].key, *columns_read(rule)))
    kept = {_key(row, [n for n in names if n in row]): row for row in rows}
    return [*kept.values()]


def _grouped(
    rows: Iterable[Row], rule: GroupRule | NotableRule | ReferenceRule
) -> list[dict[str, Any]]:
    """Bring the rows of each group down to one, as `aggregated` does."""
    by = tuple(rule.on) if isinstance(rule, ReferenceRule) else rule.by
    sums = sums_of(rule) if isinstance(rule, NotableRule) else rule.sums
    partly = isinstance(rule, NotableRule) and rule.partly
    groups = _groups(rows, by, rule.when)
    return [
        _added(by, key, own, sums, partly=partly) | _counted(rule, own)
        for key, own in groups.items()
    ]


def _brought_down(
    rows: Iterable[Row], by: tuple[str, ...], sums: Iterable[str], when: Condition
) -> list[dict[str, Any]]:
    groups = _groups(rows, by, when)
    return [_added(by, key, own, sums) for key, own in groups.items()]


def _groups(
    rows: Iterable[Row], by: tuple[str, ...], when: Condition
) -> dict[tuple[Any, ...], list[Row]]:
    groups: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        if holds(when, row):
            groups[_key(row, by)].append(row)
    return groups


def _added(
    by: tuple[str, ...],
    key: tuple[Any, ...],
    own: Sequence[Row],
    sums: Iterable[str],
    *,
    partly: bool = False,
) -> dict[str, Any]:
    one: dict[str, Any] = {**dict(zip(by, key, strict=True)), "rows": len(own)}
    for name in sums:
        cells = [row[name] for row in own if row[name] is not None]
        enough = cells if partly else len(cells) == len(own)
        one[name] = as_kept(sum(cells)) if enough else None
    return one


def _counted(
    rule: GroupRule | NotableRule | ReferenceRule, own: Sequence[Row]
) -> dict[str, int]:
    """Return how many cells of a group are empty, and how many values it has."""
    blanks: tuple[str, ...] = ()
    distinct: tuple[str, ...] = ()
    if isinstance(rule, NotableRule):
        blanks = (rule.value,)
    if isinstance(rule, GroupRule):
        blanks, distinct = rule.blanks, rule.distinct
    counted = {f"{BLANK}{n}": sum(row[n] is None for row in own) for n in blanks}
    for name in distinct:
        counted[f"{DISTINCT}{name}"] = len({as_kept(row[name]) for row in own} - {None})
    return counted
