"""Printed totals, each held against a condition over what is known of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from peelcheck.conditions import columns_of, holds
from peelcheck.engines.deciding import figure
from peelcheck.engines.outcome import FIRST, Hit, Outcome
from peelcheck.model import TotalsRule
from peelcheck.returns import Total
from peelcheck.shape import Missing

__all__ = ["totals"]


def totals(rule: TotalsRule, found: Sequence[Total]) -> Outcome:
    """Hold each printed total that the rule is about against its condition.

    A total above the sum of those members that have a number is left open where
    another member has none.
    """
    evaluated = undecided = 0
    hits: list[Hit] = []
    for one in found:
        values = _values(one)
        applies = holds(rule.when, values)
        if applies is False:
            continue
        answer = holds(rule.then, values) if applies else None
        undecided += answer is None
        evaluated += answer is not None
        if answer is False:
            hits.append(_hit(rule, one))
    return Outcome(
        evaluated=evaluated,
        failed=len(hits),
        undecided=undecided if rule.missing is Missing.UNDECIDED else 0,
        counted="totals",
        hits=tuple(hits[:FIRST]),
    )


def _values(one: Total) -> dict[str, Any]:
    """Return what a condition may name of a total."""
    return {
        "total": one.area,
        "column": one.column,
        "printed": one.printed,
        "summed": one.summed,
        "agrees": one.agrees,
        "beyond": ", ".join(_held(one)) or None,
    }


def _held(one: Total) -> Mapping[str, float]:
    """Return the bodies beyond the forces whose figure the total holds.

    One without a figure, or with a figure of 0, adds nothing to it.
    """
    return {name: value for name, value in one.beyond.items() if value}


def _hit(rule: TotalsRule, one: Total) -> Hit:
    named = {**one.key, "total": one.area, one.column: one.printed}
    held, key = _held(one), ", ".join(map(str, one.key.values()))
    what = f"{one.area} ({key})" if key else one.area
    says = f"{what} = {figure(one.printed)}"
    if "beyond" in columns_of(rule.then) and held:
        bodies = " and ".join(f"{_owner(n)} {figure(v)}" for n, v in held.items())
        without = figure(one.printed - sum(held.values()))
        them = "it" if len(held) == 1 else "them"
        message = f"{says} holds {bodies}; without {them} {without}"
    else:
        message = f"{says}, {one.members} make {figure(one.summed)}"
    return Hit(one.row, named, message, one.place)


def _owner(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"
