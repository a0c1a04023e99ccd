"""Groups of rows held against the same groups of another table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from peelcheck.conditions import holds
from peelcheck.engines.deciding import figure, hit_of, of_groups, rounded
from peelcheck.engines.outcome import Hit, Outcome
from peelcheck.engines.pointing import LINKED
from peelcheck.model import AgreementRule

__all__ = ["agreement"]

Row = Mapping[str, Any]
_ROWS = "rows"


def agreement(
    rule: AgreementRule, rows: Iterable[Row], others: Iterable[Row]
) -> Outcome:
    """Hold what each group makes against what it makes in the other table.

    Both are as `aggregated` gives them, one row a group, with whatever the rule adds
    up. A group that lacks a value of its key, or that the other table has not, is left
    open, and so is one whose sum lacks a cell where the rule reads it.
    """
    known = {tuple(row[name] for name in rule.on.values()): row for row in others}
    evaluated = undecided = 0
    hits: list[Hit] = []
    for row in rows:
        key = tuple(row[name] for name in rule.on)
        other = None if None in key else known.get(key)
        answer = None if other is None else holds(rule.then, _beside(rule, row, other))
        if other is None or answer is None:
            undecided += 1
            continue
        evaluated += 1
        if not answer:
            hits.append(hit_of(rounded(row), _apart(rule, row, other)))
    reason = f"a group is not in {rule.to}, or a value it needs is missing"
    return of_groups(rule, evaluated, undecided, hits, reason)


def _beside(rule: AgreementRule, row: Row, other: Row) -> dict[str, Any]:
    made = {f"{LINKED}{name}": other[name] for name in (*rule.other_sums, _ROWS)}
    return {**row, **made}


def _apart(rule: AgreementRule, row: Row, other: Row) -> str:
    """Return what both tables make of a group, in words, and how far they are apart."""
    own, theirs = _made(row, rule.sums), _made(other, rule.other_sums)
    says = f"{' and '.join(own)} here, {' and '.join(theirs)} in {rule.to}"
    pair = [*_figures(row, rule.sums), *_figures(other, rule.other_sums)]
    if len(pair) != 2:
        return says
    apart = pair[0] - pair[1]
    return f"{says}: {figure(abs(apart))} {'more' if apart > 0 else 'fewer'} here"


def _figures(row: Row, sums: Sequence[str]) -> list[Any]:
    return [row[name] for name in sums or (_ROWS,)]


def _made(row: Row, sums: Sequence[str]) -> list[str]:
    if not sums:
        return ["1 row" if row[_ROWS] == 1 else f"{row[_ROWS]:,} rows"]
    return [f"{name} {figure(row[name])}" for name in sums]
