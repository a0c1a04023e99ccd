"""Rules over whole tables, decided on plain rows; the examples run here too.

Every row may carry `ROW`, its number in the source, and `COUNT`, how many rows of the
source it stands for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

from peelcheck.conditions import Condition, holds
from peelcheck.engines.groups import COUNT
from peelcheck.engines.outcome import FIRST, Hit, Outcome
from peelcheck.model import (
    CoverageRule,
    ExpectedKeys,
    ManifestRule,
    Own,
    PlacementRule,
    ReferenceRule,
    SumRule,
)
from peelcheck.returns import ROW, Total
from peelcheck.shape import Missing

__all__ = [
    "Answered",
    "coverage",
    "manifest_rule",
    "placement",
    "reference",
    "sums",
    "totals",
]

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answered:
    """What a return answers for: its forces, those excused, and its periods."""

    forces: Sequence[str] = ()
    excused: Sequence[str] = ()
    periods: Sequence[date] = ()


def coverage(rule: CoverageRule, rows: Iterable[Row], own: Answered) -> Outcome:
    """Look for every expected key among the rows' keys."""
    names = [name for keys in rule.expected for name in keys.columns]
    given = {tuple(row[name] for name in names) for row in rows}
    excused = set(own.excused) if rule.excusable else set()
    forces = {key[names.index("force")] for key in given} if excused else set()
    wanted = [
        sum(parts, ())
        for parts in product(*(_expected(keys, own) for keys in rule.expected))
    ]
    idle = [
        Hit(None, {"force": name}, "noted as unable to supply, and yet it has rows")
        for name in own.forces
        if name in forces & excused
    ]
    missing = [
        Hit(None, dict(zip(names, key, strict=True)), "there is no row")
        for key in wanted
        if key not in given and not excused.intersection(map(str, key))
    ]
    hits = (*idle, *missing)
    return Outcome(
        evaluated=len(wanted),
        failed=len(hits),
        counted="expected keys",
        hits=hits[:FIRST],
    )


def _expected(keys: ExpectedKeys, own: Answered) -> Iterable[tuple[Any, ...]]:
    if keys.values is Own.FORCES:
        return [(name,) for name in own.forces]
    if keys.values is Own.PERIODS:
        return [(day,) for day in own.periods]
    return keys.values


def _groups(rows: Iterable[Row], by: Sequence[str]) -> Iterable[list[Row]]:
    groups: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[tuple(row[name] for name in by)].append(row)
    return groups.values()


def sums(rule: SumRule, rows: Iterable[Row]) -> Outcome:
    """Hold each group's whole against the sum of its parts.

    A group without a whole, without parts or with several wholes is left to the rules
    that find rows missing or doubled.
    """
    evaluated = undecided = 0
    hits: list[Hit] = []
    for group in _groups(rows, rule.by):
        wholes = [row for row in group if holds(rule.whole, row)]
        parts = [row[rule.value] for row in group if not holds(rule.whole, row)]
        if len(wholes) != 1 or not parts:
            continue
        whole = wholes[0][rule.value]
        if None in (whole, *parts, *(holds(rule.whole, row) for row in group)):
            undecided += 1
            continue
        evaluated += 1
        if abs(sum(parts) - whole) > rule.tolerance:
            says = f"the whole is {whole:,}, its {len(parts)} parts make {sum(parts):,}"
            hits.append(_hit(wholes[0], says))
    return Outcome(
        evaluated=evaluated,
        failed=len(hits),
        undecided=undecided if rule.missing is Missing.UNDECIDED else 0,
        counted="groups",
        hits=tuple(hits[:FIRST]),
    )


def totals(found: Sequence[Total]) -> Outcome:
    """Count the printed totals that are not the sum of their members.

    A total above the sum of those members that have a number is left open where
    another member has none.
    """
    hits = [
        Hit(
            one.row,
            {**one.key, "total": one.area, one.column: one.printed},
            f"{one.area} ({', '.join(map(str, one.key.values()))}) = {one.printed:,}, "
            f"{one.members} make {one.summed:,}",
            one.place,
        )
        for one in found
        if one.agrees is False
    ]
    return Outcome(
        evaluated=sum(one.agrees is not None for one in found),
        failed=len(hits),
        undecided=sum(one.agrees is None for one in found),
        counted="totals",
        hits=tuple(hits[:FIRST]),
    )


def reference(
    rule: ReferenceRule, rows: Iterable[Row], published: Sequence[Row]
) -> Outcome:
    """Hold each row against the row of the reference table that its key names."""
    known = {
        tuple(row[name] for name in rule.on.values()): row
        for row in published
        if holds(rule.where, row)
    }
    evaluated = failed = undecided = 0
    hits: list[Hit] = []
    for row in rows:
        applies = holds(rule.when, row)
        if applies is False:
            continue
        joined = known.get(tuple(row[name] for name in rule.on))
        answer = holds(rule.then, _join(row, joined)) if joined and applies else None
        times = row.get(COUNT, 1)
        if joined is None or answer is None:
            undecided += times
            continue
        evaluated += times
        if not answer:
            failed += times
            hits.append(_hit(row, _beside(row, joined)))
    open_ = undecided if rule.missing is Missing.UNDECIDED else 0
    listed = tuple(hits[:FIRST])
    return Outcome(evaluated=evaluated, failed=failed, undecided=open_, hits=listed)


def placement(
    rule: PlacementRule, rows: Iterable[Row], published: Sequence[Row]
) -> Outcome:
    """Look for values that fit another key's reference better than their own."""
    known = {row[rule.key]: row for row in published if holds(rule.where, row)}

    def fits(condition: Condition, row: Row, key: Any) -> bool | None:
        return holds(condition, _join(row, known[key]))

    given = [row for row in rows if row[rule.key] in known and holds(rule.when, row)]
    astray = [row for row in given if fits(rule.band, row, row[rule.key]) is False]
    evaluated = failed = 0
    hits: list[Hit] = []
    for row in given:
        own = fits(rule.own, row, row[rule.key])
        if own is None:
            continue
        evaluated += row.get(COUNT, 1)
        keys = [other[rule.key] for other in astray if other is not row and not own]
        others = [known[key] for key in keys if fits(rule.other, row, key)]
        if others:
            failed += row.get(COUNT, 1)
            nearest = min(others, key=lambda theirs: _distance(row, theirs))
            says = f"fits {nearest[rule.key]} ({_beside(row, nearest)})"
            hits.append(_hit(row, says))
    return Outcome(evaluated=evaluated, failed=failed, hits=tuple(hits[:FIRST]))


def manifest_rule(rule: ManifestRule, values: Row) -> Outcome:
    """Hold the manifest's values against a condition."""
    answer = holds(rule.then, values)
    if answer is None and rule.missing is not Missing.INVALID:
        open_ = int(rule.missing is Missing.UNDECIDED)
        return Outcome(evaluated=0, failed=0, undecided=open_, counted="manifest")
    failed = int(not answer)
    hits = (Hit(None, values),) if failed else ()
    return Outcome(evaluated=1, failed=failed, counted="manifest", hits=hits)


def _join(row: Row, joined: Row) -> dict[str, Any]:
    return {**row, **{f"reference.{name}": value for name, value in joined.items()}}


def _counts(row: Row, joined: Row) -> list[str]:
    """Return the columns that count something on both sides."""
    return [
        name
        for name, value in joined.items()
        if isinstance(value, int) and name in row and "year" not in name
    ]


def _distance(row: Row, joined: Row) -> int:
    return sum(abs(row[name] - joined[name]) for name in _counts(row, joined))


def _beside(row: Row, joined: Row) -> str:
    return ", ".join(
        f"{name} {row[name]:,} against {joined[name]:,} published"
        for name in _counts(row, joined)
    )


def _hit(row: Row, message: str) -> Hit:
    values = {name: v for name, v in row.items() if name not in (ROW, COUNT)}
    return Hit(row.get(ROW), values, message)
