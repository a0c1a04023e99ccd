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

from peelcheck.conditions import columns_of, holds
from peelcheck.engines.groups import BLANK, COUNT, DISTINCT
from peelcheck.engines.outcome import FIRST, Hit, Outcome
from peelcheck.expected import ExpectedKeys, Own
from peelcheck.model import CoverageRule, GroupRule, ManifestRule, Rule, SumRule
from peelcheck.returns import ROW
from peelcheck.shape import Missing

__all__ = [
    "Answered",
    "coverage",
    "expected_keys",
    "figure",
    "groups",
    "hit_of",
    "manifest_rule",
    "of_groups",
    "rounded",
    "sums",
]

Row = Mapping[str, Any]

_NOTED_YET_THERE = (
    "noted as unable to supply, and yet it has rows: remove the note or the rows"
)


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
        for parts in product(*(expected_keys(keys, own) for keys in rule.expected))
    ]
    idle = [
        Hit(None, {"force": name}, _NOTED_YET_THERE)
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


def expected_keys(keys: ExpectedKeys, own: Answered) -> Iterable[tuple[Any, ...]]:
    """Return the keys a coverage rule expects: as declared, or those of the return."""
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
    that find rows missing or doubled, and so is one with another number of parts than
    the rule expects.
    """
    evaluated = undecided = 0
    hits: list[Hit] = []
    for group in _groups(rows, rule.by):
        wholes = [row for row in group if holds(rule.whole, row)]
        rest = [row for row in group if not holds(rule.whole, row)]
        parts = [one[rule.value] for one in rest if holds(rule.parts, one) is not False]
        if len(wholes) != 1 or not parts or rule.expects not in {None, len(parts)}:
            continue
        whole = wholes[0][rule.value]
        told = (holds(side, row) for side in (rule.whole, rule.parts) for row in group)
        if None in (whole, *parts, *told):
            undecided += 1
            continue
        evaluated += 1
        if abs(sum(parts) - whole) > rule.tolerance:
            summed = sum(parts)
            more = f"{abs(whole - summed):,} {'more' if whole > summed else 'less'}"
            says = f"the whole is {whole:,}, its {len(parts)} parts make {summed:,}"
            says = f"{says}: {more}"
            hits.append(hit_of(wholes[0], says))
    return of_groups(rule, evaluated, undecided, hits)


def groups(rule: GroupRule, rows: Iterable[Row]) -> Outcome:
    """Hold each group, brought down to one row, against a condition.

    The rows are those of `aggregated`; a sum that lacks a cell is missing.
    """
    evaluated = undecided = 0
    hits: list[Hit] = []
    for row in rows:
        answer = holds(rule.then, row)
        if answer is None:
            undecided += 1
            continue
        evaluated += 1
        if not answer:
            hits.append(hit_of(rounded(row), _made(rule, row)))
    return of_groups(rule, evaluated, undecided, hits)


def of_groups(
    rule: Rule, evaluated: int, undecided: int, hits: Sequence[Hit], reason: str = ""
) -> Outcome:
    """Return what was seen of groups; `reason` says why some are open, if they are."""
    return Outcome(
        evaluated=evaluated,
        failed=len(hits),
        undecided=undecided if rule.missing is Missing.UNDECIDED else 0,
        counted="groups",
        hits=tuple(hits[:FIRST]),
        reason=reason if undecided else "",
    )


def _made(rule: GroupRule, row: Row) -> str:
    """Return what the rows of a group make, in words."""
    count = row["rows"]
    rows = "1 row" if count == 1 else f"{count:,} rows"
    made = [f"{name} {figure(row[name])}" for name in rule.sums]
    counted = [name for name in columns_of(rule.then) if name.startswith(BLANK)]
    partly = [name for name in counted if 0 < row[name] < count]
    blanks = [
        f"{name.removeprefix(BLANK)} is blank in {row[name]:,}" for name in partly
    ]
    different = [_values(name, row[f"{DISTINCT}{name}"]) for name in rule.distinct]
    key = ", ".join(str(row[name]) for name in rule.by)
    told = ", ".join([*made, *blanks, *different])
    whose = f" of {key}" if rule.by else " in all"
    return f"{rows}{whose}: {told}".removesuffix(": ")


def _values(column: str, count: int) -> str:
    return f"{column} has {count:,} value{'' if count == 1 else 's'}"


def manifest_rule(rule: ManifestRule, values: Row) -> Outcome:
    """Hold the manifest's values against a condition."""
    answer = holds(rule.then, values)
    if answer is None and rule.missing is not Missing.INVALID:
        open_ = int(rule.missing is Missing.UNDECIDED)
        return Outcome(evaluated=0, failed=0, undecided=open_, counted="manifest")
    failed = int(not answer)
    hits = (Hit(None, values),) if failed else ()
    return Outcome(evaluated=1, failed=failed, counted="manifest", hits=hits)


def figure(value: float | None, places: int = 2) -> str:
    """Return a figure as text, decimals with so many places."""
    if value is None:
        return "nothing"
    return f"{value:,}" if isinstance(value, int) else f"{value:,.{places}f}"


def rounded(row: Row) -> dict[str, Any]:
    """Return a row with its decimals rounded to two places."""
    return {n: round(v, 2) if isinstance(v, float) else v for n, v in row.items()}


def hit_of(row: Row, message: str) -> Hit:
    """Return a row at fault, without what we count beside it."""
    values = {name: v for name, v in row.items() if name not in (ROW, COUNT)}
    return Hit(row.get(ROW), values, message)
