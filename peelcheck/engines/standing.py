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

_NONE_BEFORE = "none before"
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
        """The count by its base; half a one stands for none at all on either side."""
        return (self.count or _HALF) / (self.base or _HALF)


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
    span = f"from {_end(rule, low)} to {_end(rule, high)}"
    far = f"{apart.distance:.1f} times their usual distance from it"
    if apart.distance == inf:
        far = "and most of them hardly differ"
    lacks = f"; {one.lacks:,} of its cells have no number" if one.lacks else ""
    stands = _beside(rule, one, apart, _median(rule, others, apart))
    return f"{stands} of {len(others)} others, {span}; {far}{lacks}"


def _end(rule: NotableRule, one: Figure) -> str:
    """Return the figure at an end of all others, and whose it is."""
    told = _told(rule, one)
    return f"{_NONE_BEFORE if told is None else _shown(told)} ({one.force})"


def _median(rule: NotableRule, others: Sequence[Figure], apart: Apart) -> float | None:
    """Return the median of others that lie in order; nothing where it is of none."""
    middle = (others[(len(others) - 1) // 2], others[len(others) // 2])
    if not all(one.count and one.base for one in middle):
        return None
    return apart.middle * (rule.times if rule.against is Against.OTHERS else 1)


def _beside(rule: NotableRule, one: Figure, apart: Apart, median: float | None) -> str:
    """Return a figure beside the median; no number stands for one that has none."""
    own = _told(rule, one)
    if rule.against is Against.YEAR_BEFORE:
        period = one.values[TABLES[rule.table].period_column or ""]
        then = f"the {_shown(one.base)} of {_day(day_before(period))}"
        moved = _NONE_BEFORE if own is None else f"{own:.2f} times {then}"
        usual = "none" if median is None else f"{median:.2f} times"
        return f"{_shown(one.count)} {rule.unit}, {moved}; {usual} is the median"
    told = f"{_shown(own or 0.0)} {rule.unit}"
    if median is None:
        return f"{told}; none is the median"
    times = apart.times if one.count else 0
    return f"{told}, {times:.2f} times the median {_shown(median)}"


def _day(day: date | None) -> str:
    return day_in_words(day) if day else "the year before"


def _told(rule: NotableRule, one: Figure) -> float | None:
    """Return a figure as it is shown: 0 of none at all, nothing of none before."""
    times = rule.times if rule.against is Against.OTHERS else 1
    return times * one.count / one.base if one.base else None


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
