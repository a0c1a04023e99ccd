"""Rows held against published ones: their own, or those of another key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from peelcheck.conditions import ALWAYS, Condition, columns_of, holds
from peelcheck.engines.deciding import figure, hit_of, rounded
from peelcheck.engines.groups import COUNT
from peelcheck.engines.outcome import FIRST, Hit, Outcome
from peelcheck.model import PlacementRule, ReferenceRule
from peelcheck.shape import Missing

__all__ = ["placement", "reference", "sums_beside"]

Row = Mapping[str, Any]
_JOINED = "reference."


def sums_beside(
    rule: ReferenceRule, rows: Iterable[Row], published: Sequence[Row]
) -> Outcome:
    """Hold sums, one row a key as `aggregated` gives them, against published rows."""
    outcome = reference(replace(rule, when=ALWAYS), rows, published)
    hits = (replace(one, values=rounded(one.values)) for one in outcome.hits)
    return replace(outcome, counted="groups", hits=tuple(hits))


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
            hits.append(hit_of(row, _beside(rule.then, row, joined, sums=rule.sums)))
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
            nearest = min(others, key=lambda theirs: _distance(rule.other, row, theirs))
            says = f"fits {nearest[rule.key]} ({_beside(rule.other, row, nearest)})"
            hits.append(hit_of(row, says))
    return Outcome(evaluated=evaluated, failed=failed, hits=tuple(hits[:FIRST]))


def _join(row: Row, joined: Row) -> dict[str, Any]:
    return {**row, **{f"{_JOINED}{name}": value for name, value in joined.items()}}


def _counts(then: Condition, row: Row, joined: Row) -> list[tuple[str, str]]:
    """Return the columns that count something on both sides, as pairs.

    They are those of one name; where none is, the two that the condition compares.
    """
    same = [
        (name, name)
        for name, value in joined.items()
        if _is_number(value) and _is_number(row.get(name)) and "year" not in name
    ]
    read = columns_of(then)
    theirs = [n.removeprefix(_JOINED) for n in read if n.startswith(_JOINED)]
    own = [name for name in read if not name.startswith(_JOINED)]
    alone = len(own) == len(theirs) == 1
    return same or ([(own[0], theirs[0])] if alone else [])


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def _distance(then: Condition, row: Row, joined: Row) -> float:
    pairs = _counts(then, row, joined)
    return float(sum(abs(row[own] - joined[other]) for own, other in pairs))


def _beside(then: Condition, row: Row, joined: Row, *, sums: Sequence[str] = ()) -> str:
    """Return figures beside the published ones, decimals and sums with the change."""
    return ", ".join(
        _one_beside((own, other), row[own], joined[other], added=own in sums)
        for own, other in _counts(then, row, joined)
    )


def _one_beside(
    names: tuple[str, str], own: float, other: float, *, added: bool
) -> str:
    apart = own - other
    decimal = any(isinstance(value, float) for value in (own, other))
    if decimal:
        own, other, apart = float(own), float(other), float(apart)
    unit = "" if names[0] == names[1] else f" {names[1]}"
    places = 2 if added else 3
    shown, theirs = figure(own, places), figure(other, places)
    says = f"{names[0]} {shown} against {theirs}{unit} published"
    if shown == theirs or not (decimal or added):
        return says
    return f"{says}, {figure(abs(apart), places)} {'more' if apart > 0 else 'less'}"
