"""One force's figure among those of the others, and the words for where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import inf
from typing import Any

from peelcheck.against import Against
from peelcheck.model import NotableRule
from peelcheck.periods import year_before
from peelcheck.results import Compared
from peelcheck.tables import TABLES
from peelcheck.wording import day_in_words

__all__ = ["Apart", "Figure", "compared", "day_before", "said_of"]

_HALF = 0.5
"""What stands for no count at all, which has no logarithm."""

_FEW = 100
_CHANGE = "times the year before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What a force is compared by.

    Attributes:
        force: The force.
        pool: What it shares with those it is compared with, such as the period.
        values: The group it is of, by column.
        count: What was counted.
        base: What that is divided by: people, a whole, or the count of a year before.
        lacks: How many of its cells have no number.

    """

    force: str
    pool: tuple[Any, ...]
    values: Mapping[str, Any]
    count: float
    base: float
    lacks: int

    @property
    def rate(self) -> float:
        """The count by its base; of none at all, half a one by it."""
        return max(self.count, _HALF) / max(self.base, _HALF)


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """How far a figure is from those of the others.

    Attributes:
        distance: In usual distances of the others from their median.
        times: As a multiple of that median.
        middle: The median.

    """

    distance: float
    times: float
    middle: float


def said_of(
    rule: NotableRule, one: Figure, apart: Apart, pool: Sequence[Figure]
) -> str:
    """Return where a figure stands among all of its pool, in words."""
    others = sorted((o for o in pool if o.force != one.force), key=lambda o: o.rate)
    low, high = others[0], others[-1]
    span = (
        f"from {_shown(_told(rule, low))} ({low.force}) "
        f"to {_shown(_told(rule, high))} ({high.force})"
    )
    far = f"{apart.distance:.1f} times their usual distance from it"
    if apart.distance == inf:
        far = "and most of them hardly differ"
    lacks = f"; {one.lacks:,} of its cells have no number" if one.lacks else ""
    return f"{_beside(rule, one, apart)} of {len(others)} others, {span}; {far}{lacks}"


def _beside(rule: NotableRule, one: Figure, apart: Apart) -> str:
    if rule.against is Against.YEAR_BEFORE:
        period = one.values[TABLES[rule.table].period_column or ""]
        then = _day(day_before(period))
        told = f"{_shown(one.count)} {rule.unit}, {apart.times * apart.middle:.2f}"
        return (
            f"{told} times the {_shown(one.base)} of {then}; "
            f"{apart.middle:.2f} times is the median"
        )
    middle = _shown(apart.middle * rule.times)
    told = f"{_shown(_told(rule, one))} {rule.unit}, {apart.times:.2f} times"
    return f"{told} the median {middle}"


def _day(day: date | None) -> str:
    return day_in_words(day) if day else "the year before"


def _told(rule: NotableRule, one: Figure) -> float:
    """Return a figure as it is shown: none at all is 0, whatever stands for it."""
    times = rule.times if rule.against is Against.OTHERS else 1
    return times * one.count / max(one.base, _HALF)


def _shown(value: float) -> str:
    if isinstance(value, int) or abs(value) >= _FEW:
        return f"{value:,.0f}"
    return f"{value:.2f}"


def day_before(end: date | None) -> date | None:
    """Return the last day of the twelve months before those that end on a day.

    Nothing where there is no day, or none before it.
    """
    if end is None or end.year <= date.min.year + 1:
        return None
    return year_before(end) - timedelta(days=1)


def compared(rule: NotableRule, one: Figure, apart: Apart, *, found: bool) -> Compared:
    """Return a figure as it is shown beside those of the others."""
    named = {name: one.values[name] for name in rule.by if name != "force"}
    return Compared(
        force=one.force,
        key=named,
        figure=_told(rule, one),
        unit=rule.unit if rule.against is Against.OTHERS else _CHANGE,
        count=one.count,
        base=one.base,
        distance=None if apart.distance == inf else apart.distance,
        found=found,
    )
