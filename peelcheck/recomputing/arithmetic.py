"""The arithmetic of figures: counts with their exclusions, rates, ratios, intervals.

Pure functions over plain rows; they know no table and no file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from peelcheck.conditions import holds
from peelcheck.engines.groups import COUNT
from peelcheck.measures import (
    Caveat,
    Exclusion,
    Figure,
    GroupRatio,
    Metric,
    Numerator,
    Step,
)

__all__ = ["Counted", "Setting", "counted", "rate_figure", "ratio_figures"]

Row = Mapping[str, Any]
_NOT_COUNTED = Caveat(
    id="INCOMPLETE",
    statement="A7",
    says="{} of its cells hold no number, and are not counted.",
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A numerator, with the steps to it.

    Attributes:
        steps: From all rows to the numerator.
        total: The numerator.
        by_group: The numerator by group, where there are groups.
        unknown: What was left out for want of a group.
        gaps: How many cells held no number.

    """

    steps: tuple[Step, ...]
    total: int
    by_group: Mapping[str, int]
    unknown: int
    gaps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the figures of one area share: where, when, against which population."""

    force: str
    vintage: str
    period: str
    as_stated: bool
    caveats: tuple[Caveat, ...]
    lacks: tuple[str, ...]
    small: int
    small_caveat: Caveat


def counted(
    rows: Iterable[Row],
    numerator: Numerator,
    exclusions: Sequence[Exclusion],
    group_column: str | None,
) -> Counted:
    """Sum a numerator step by step; a row falls to the first exclusion it meets."""
    rest = list(rows)
    gaps = sum(row[COUNT] for row in rest)
    left = sum(row[numerator.value] or 0 for row in rest)
    steps = [Step(f"all {numerator.unit}", "", 0, left)]
    unknown = 0
    for exclusion in exclusions:
        out = [row for row in rest if holds(exclusion.when, row)]
        rest = [row for row in rest if not holds(exclusion.when, row)]
        gone = sum(row[numerator.value] or 0 for row in out)
        left -= gone
        unknown += gone if exclusion.unknown else 0
        steps.append(Step(exclusion.name, exclusion.statement, -gone, left))
    by_group: Counter[str] = Counter()
    if group_column:
        for row in rest:
            by_group[row[group_column]] += row[numerator.value] or 0
    return Counted(tuple(steps), left, by_group, unknown, gaps)


def rate_figure(
    metric: Metric, setting: Setting, count: Counted, population: int | None
) -> Figure:
    """Return a rate: the count by the population, per so many people."""
    figure = _figure(metric, setting, count, count.total, population)
    if not population:
        return replace(figure, undefined="there is no population to divide by")
    value = count.total / population * metric.per
    high = (count.total + count.unknown) / population * metric.per
    return replace(figure, value=value, bounds=(value, high))


def ratio_figures(
    metric: Metric,
    ratio: GroupRatio,
    setting: Setting,
    count: Counted,
    populations: Mapping[str, int],
) -> list[Figure]:
    """Return the ratio of each group's rate to that of the reference group."""
    return [
        _ratio(metric, ratio, setting, count, populations, taken)
        for taken in ratio.groups
    ]


def _ratio(
    metric: Metric,
    ratio: GroupRatio,
    setting: Setting,
    count: Counted,
    populations: Mapping[str, int],
    taken: tuple[str, tuple[str, ...]],
) -> Figure:
    name, members = taken
    own = sum(count.by_group.get(group, 0) for group in members)
    theirs = count.by_group.get(ratio.reference, 0)
    known = all(group in populations for group in members)
    people = sum(populations[group] for group in members) if known else None
    others = Step(f"other than {name}", "", own - count.total, own)
    few = min(own, theirs) < setting.small
    figure = _figure(metric, setting, count, own, people)
    return _compared(
        replace(
            figure,
            group=name,
            reference_numerator=theirs,
            reference_denominator=populations.get(ratio.reference),
            steps=(*count.steps, others),
            caveats=(*figure.caveats, *([setting.small_caveat] if few else [])),
        ),
        ratio.reference,
        count.unknown,
    )


def _compared(figure: Figure, reference: str, unknown: int) -> Figure:
    """Return a figure with its ratio, or with the reason why it has none."""
    own, theirs = figure.numerator, figure.reference_numerator
    people, their_people = figure.denominator, figure.reference_denominator
    if not people or not their_people:
        return replace(figure, undefined="a group has no population to divide by")
    if not theirs:
        says = f"no {reference} person was counted, so there is nothing to compare"
        return replace(figure, undefined=says)
    scale = their_people / people
    return replace(
        figure,
        value=own / theirs * scale,
        bounds=(own / (theirs + unknown) * scale, (own + unknown) / theirs * scale),
        interval=_exact_interval(own, theirs, scale),
    )


def _exact_interval(own: int, theirs: int, scale: float) -> tuple[float, float]:
    """Return the exact 95 per cent interval of a ratio of two Poisson rates.

    Given their sum, one of two Poisson counts is binomial; the ends of its
    Clopper-Pearson interval, as odds, are those of the ratio. `theirs` is above 0.
    """
    from scipy.special import betaincinv  # noqa: PLC0415 - seldom needed

    low = float(betaincinv(own, theirs + 1, 0.025)) if own else 0.0
    high = float(betaincinv(own + 1, theirs, 0.975))
    return low / (1 - low) * scale, high / (1 - high) * scale


def _figure(
    metric: Metric,
    setting: Setting,
    count: Counted,
    numerator: int,
    denominator: int | None,
) -> Figure:
    whole = count.total + count.unknown
    caveats = (*setting.caveats, *metric.caveats)
    if count.gaps:
        says = _NOT_COUNTED.says.format(f"{count.gaps:,}")
        caveats = (*caveats, replace(_NOT_COUNTED, says=says))
    return Figure(
        metric=metric.id,
        force=setting.force,
        value=None,
        unit=metric.unit,
        numerator=numerator,
        denominator=denominator,
        vintage=setting.vintage,
        period=setting.period,
        as_stated=setting.as_stated,
        steps=count.steps,
        share_unknown=count.unknown / whole if whole else None,
        caveats=caveats,
        lacks=setting.lacks,
    )
