"""Forces held against one another: how, in words, and what each has, in a line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from peelcheck.against import Against
from peelcheck.conditions import FromEdition, Literal
from peelcheck.model import NotableRule
from peelcheck.results import Compared, RuleResult
from peelcheck.wording import day_in_words, number

__all__ = ["compared_in_lines", "compared_in_words", "figure_of"]

_ENDS = 3
_PERIODS = 3


def compared_in_lines(result: RuleResult) -> Iterator[str]:
    """Yield the lowest and highest figures of each period in which one stands apart.

    All of them are in the JSON and on the page.
    """
    pools = [[*pool] for _, pool in groupby(result.compared, lambda one: one.key)]
    telling = [pool for pool in pools if any(one.found for one in pool)]
    for pool in telling[-_PERIODS:]:
        low, high = pool[:_ENDS], pool[-_ENDS:]
        shown = f"{_told(low)} ... {_told(high)}"
        yield f"{_period(pool[0])}{pool[0].unit}: {shown}; {len(pool)} forces"
    more = len(telling) - _PERIODS
    if more > 0:
        yield f"and {more} earlier, as --format json and --html have them"


def compared_in_words(rule: NotableRule) -> str:
    """Return how a rule holds forces against one another, in plain words."""
    added = f"{rule.value} added up by {', '.join(rule.by)}"
    of = f", divided by {rule.per}" if rule.per else ""
    of += f" of {rule.reference}" if rule.reference else ""
    if rule.against is Against.YEAR_BEFORE:
        of = ", divided by that of twelve months before"
    chance = ", and is beyond what chance explains" if rule.counted else ""
    limits = rule.limits
    return (
        f"{added}{of}; found where it is further from the median of the other forces "
        f"than {_limit(limits.distance)} in usual distances of theirs, and than "
        f"{_limit(limits.share)} as a share of it{chance}; of no fewer others than "
        f"{_limit(limits.others)}"
    )


def _limit(value: FromEdition | Literal) -> str:
    if isinstance(value, FromEdition):
        return f"the edition's {value.name.removeprefix('assumptions.')}"
    return str(value)


def _told(figures: list[Compared]) -> str:
    return ", ".join(f"{figure_of(one)} {one.force}" for one in figures)


def figure_of(one: Compared) -> str:
    """Return a figure as it is printed, or that there was none before."""
    return "none before" if one.figure is None else number(one.figure, 2)


def _period(one: Compared) -> str:
    days = [value for value in one.key.values() if isinstance(value, date)]
    return "".join(f"{day_in_words(day)}, " for day in days)
