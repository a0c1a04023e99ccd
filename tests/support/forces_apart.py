"""Counts of 43 forces, one row each, as rules over forces are given them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from math import exp, log
from typing import Any

from bound_rules import ready
from scipy.stats import median_abs_deviation

from peelcheck.conditions import Literal
from peelcheck.engines.standing import Figure
from peelcheck.model import NotableRule
from peelcheck.reference.forces import force_names
from peelcheck.rules.rulebook import rulebook

__all__ = [
    "BEFORE",
    "DAY",
    "FORCES",
    "doubled",
    "edge",
    "figure",
    "parts",
    "rule_of",
    "spread",
    "years",
]

DAY, BEFORE = date(2018, 3, 31), date(2017, 3, 31)
FORCES = force_names()


def rule_of(name: str, **limits: float) -> NotableRule:
    """Return a rule bound to the edition, with some other limits."""
    rule = ready(rulebook()[name])
    assert isinstance(rule, NotableRule)
    changed = {key: Literal(value) for key, value in limits.items()}
    return replace(rule, limits=replace(rule.limits, **changed))


def parts(counts: Mapping[str, Any], base: float = 100_000) -> list[dict[str, Any]]:
    """Return one row a force, of a part and its whole."""
    return [
        {
            "as_at": DAY,
            "force": force,
            "without_clearance": count,
            "workforce": base,
            "rows": 1,
            "blank.without_clearance": int(count is None),
        }
        for force, count in counts.items()
    ]


def years(pairs: Mapping[str, tuple[Any, Any]], value: str) -> list[dict[str, Any]]:
    """Return two rows a force: a year, and the year before."""
    return [
        {
            "year_ending": day,
            "force": force,
            value: count,
            "rows": 1,
            f"blank.{value}": int(count is None),
        }
        for force, pair in pairs.items()
        for day, count in zip((BEFORE, DAY), pair, strict=True)
    ]


def spread(first: Any) -> dict[str, Any]:
    """Return counts of a first force and of 42 others about 10,000, evenly apart."""
    steps = [round(10_000 * 1.1 ** ((at - 20.5) / 20.5)) for at in range(42)]
    return {FORCES[0]: first} | dict(zip(FORCES[1:], steps, strict=True))


def edge(limit: float) -> float:
    """Return the count that is so many usual distances above the others' median."""
    others = [log(count) for count in [*spread(0).values()][1:]]
    middle = (others[20] + others[21]) / 2
    usual = median_abs_deviation(others, scale="normal")
    return float(exp(middle + limit * usual))


def doubled() -> dict[str, tuple[int, int]]:
    """Return 43 forces that searched as often as before, and one twice as often."""
    return {
        force: (1000, 2000 if at == 0 else 1000 + 10 * (at % 5 - 2))
        for at, force in enumerate(FORCES)
    }


def figure(count: float, base: float) -> Figure:
    return Figure(force="Kent", pool=(), values={}, count=count, base=base, lacks=0)
