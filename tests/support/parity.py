"""What the plain evaluator says of a drawn return, and what a report says of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import oracle
import oracle_groups
import oracle_notable
from oracle import Row, Told

from peelcheck.binding import NotSaidError, bound, look_up_in, of_the_period
from peelcheck.manifest import Manifest
from peelcheck.model import (
    AgreementRule,
    CoverageRule,
    GroupRule,
    Kind,
    LinkRule,
    NotableRule,
    PlacementRule,
    ReferenceRule,
    RowRule,
    Rule,
    SumRule,
    UniqueRule,
)
from peelcheck.reference.editions import edition_named
from peelcheck.reference.forces import force_names
from peelcheck.reference.populations import reference_rows
from peelcheck.results import Finding, RuleResult, Verdict
from peelcheck.rules.rulebook import columns_read, rulebook
from peelcheck.tables import TABLES

__all__ = ["OVER_TABLES", "expected", "rules_of", "said"]

OVER_TABLES = (
    AgreementRule,
    CoverageRule,
    GroupRule,
    LinkRule,
    NotableRule,
    PlacementRule,
    ReferenceRule,
    SumRule,
    UniqueRule,
)
"""The kinds of rules whose answer rests on more than a row of its own table."""

Rows = Mapping[str, Sequence[Row]]


def rules_of(manifest: Manifest, kinds: Any) -> list[Rule]:
    """Return the rules of some kinds that are for this kind of return."""
    every = (rule for rule in rulebook() if isinstance(rule, kinds))
    return [rule for rule in every if manifest.kind in rule.kinds]


def expected(rule: Rule, tables: Rows, manifest: Manifest) -> Told | None:
    """Return what a rule says of plain rows; nothing where it does not apply."""
    edition = edition_named("peel-2018-19")
    if rule.period_bound and not of_the_period(manifest, rule.table, edition):
        return None
    if rule.every_force and manifest.lacks_forces(rule.table):
        return None
    try:
        ready = bound(rule, look_up_in(edition, manifest, rule.table))
    except NotSaidError:
        return None
    rows = tables[rule.table]
    if isinstance(ready, RowRule):
        return oracle.over_rows(ready, rows)
    if isinstance(ready, LinkRule):
        return oracle.linked(ready, rows, tables[ready.to])
    if isinstance(ready, AgreementRule):
        return oracle_groups.agreement(ready, rows, tables[ready.to])
    return _over_table(ready, rows, manifest)


def _over_table(rule: Rule, rows: Sequence[Row], manifest: Manifest) -> Told:
    match rule:
        case UniqueRule():
            return oracle_groups.unique(rule, rows)
        case SumRule():
            return oracle_groups.summed(rule, rows, TABLES[rule.table].key)
        case GroupRule():
            return oracle_groups.grouped(rule, rows)
        case NotableRule():
            return oracle_notable.notable(rule, rows)
        case CoverageRule():
            return _covered(rule, rows, manifest)
        case ReferenceRule(reference=name):
            told = oracle_groups.reference(rule, rows, reference_rows(name))
            return told if rule.sums else _listed_once(told, rule, rows)
        case PlacementRule(reference=name):
            told = oracle_groups.placement(rule, rows, reference_rows(name))
            return _listed_once(told, rule, rows)
        case _:
            message = f"there is no oracle for {type(rule).__name__}"
            raise TypeError(message)


def _listed_once(told: Told, rule: Rule, rows: Sequence[Row]) -> Told:
    """Leave out rows that are alike: all are counted, the first of them is listed."""
    names = (*TABLES[rule.table].key, *columns_read(rule))
    first: dict[tuple[Any, ...], int] = {}
    for place, row in enumerate(rows):
        first.setdefault(tuple(row[name] for name in names), place)
    return replace(told, failing=told.failing & frozenset(first.values()))


def _covered(rule: CoverageRule, rows: Sequence[Row], manifest: Manifest) -> Told:
    alone = manifest.kind is Kind.SUBMISSION
    forces = [str(manifest.force)] if alone else [*force_names()]
    noted = manifest.unable_to_supply
    excused = [one.force for one in noted if one.table == rule.table]
    period = TABLES[rule.table].period_column
    return oracle_groups.coverage(rule, rows, forces, excused, period)


def said(result: RuleResult, rows: Sequence[Row], first: int) -> Told | None:
    """Return what a result says, rows by their place; nothing where it did not run.

    Args:
        result: The result, with all its findings.
        rows: The table's rows, whose keys the findings must show.
        first: The number of the first row.

    """
    if result.verdict in (Verdict.NOT_RUN, Verdict.CRASHED):
        return None
    failing = _failing(result.findings, rows, first)
    counts = result.evaluated, result.failed, result.undecided
    return Told(*counts, frozenset(failing))


def _failing(
    findings: Iterable[Finding], rows: Sequence[Row], first: int
) -> Iterable[Any]:
    for one in findings:
        if one.row is None:
            yield tuple(one.values.items())
            continue
        place = one.row - first
        own = {name: rows[place][name] for name in one.key}
        yield place if own == one.key else (place, own, one.key)
