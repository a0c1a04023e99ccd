"""The arithmetic of figures: counts with their exclusions, rates, ratios, intervals.

Pure functions over plain rows; they know no table and no file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from peelcheck.conditions import holds
from peelcheck.engines.groups import COUNT
from peelcheck.measures import (
    Caveat,
    Figure,
    GroupRatio,
    Metric,
    Numerator,
    RatioGroup,
    Step,
)

__all__ = [
    "Counted",
    "Row",
    "Setting",
    "counted",
    "fallen",
    "rate_figure",
    "ratio_figures",
]

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Counted:
    """A numerator, with the steps to it.

    Attributes:
        steps: From all rows to the numerator.
        total: The numerator.
        by_group: The numerator by group, where there are groups.
        there: The forces and groups that have a row with a number.
        unknown: What was left out for want of a group.
        told: Whether rows of unknown group stand apart, so that their share is known.
        gaps: How many of the cells that are kept hold no number.

    """

    steps: tuple[Step, ...]
    total: int
    by_group: Mapping[str, int]
    there: frozenset[tuple[str, str]]
    unknown: int
    told: bool
    gaps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the figures of one area share.

    Attributes:
        area: The name of the force or total.
        forces: The forces it holds.
        total: Whether it is a total.
        vintage: The population's vintage, in words.
        period: The period, in words.
        period_end: Its last day, where rows carry one.
        as_stated: Whether that is the statement's period.
        caveats: The metric's caveats, bound to the edition.
        lacks: For a total, the forces it does not hold.
        faults: The error rules its data fail, as a text.
        noted: Why another population is used, where that is noted.

    """

    area: str
    forces: tuple[str, ...]
    total: bool
    vintage: str
    period: str
    period_end: date | None
    as_stated: bool
    caveats: tuple[Caveat, ...]
    lacks: tuple[str, ...]
    faults: str | None
    noted: str | None


def counted(
    rows: Iterable[Row], numerator: Numerator, group_column: str | None
) -> Counted:
    """Sum a numerator step by step; a row falls to the first exclusion it meets."""
    parts = fallen(rows, numerator)
    rest = parts.pop("")
    left = _sum(rest, numerator) + sum(_sum(out, numerator) for out in parts.values())
    steps = [Step(f"all {numerator.unit}", "", 0, left)]
    unknown, told = 0, any(one.unknown for one in numerator.exclusions)
    for exclusion in numerator.exclusions:
        out = parts[exclusion.name]
        if exclusion.if_found and not out:
            continue
        gone = _sum(out, numerator)
        told = told and (bool(out) or not exclusion.unknown)
        left -= gone
        unknown += gone if exclusion.unknown else 0
        steps.append(Step(exclusion.name, exclusion.statement, -gone, left))
    by_group: Counter[str] = Counter()
    for row in rest:
        by_group[row[group_column] if group_column else ""] += row[numerator.value]
    return Counted(
        steps=tuple(steps),
        total=left,
        by_group=by_group,
        there=frozenset(
            (row["force"], row[group_column] if group_column else "")
            for row in rest
            if row[COUNT] < row["cells"]
        ),
        unknown=unknown,
        told=told,
        gaps=sum(row[COUNT] for row in rest),
    )


def fallen(rows: Iterable[Row], numerator: Numerator) -> dict[str, list[Row]]:
    """Return the rows by the first exclusion they fall to; those left under `""`."""
    parts: dict[str, list[Row]] = {one.name: [] for one in numerator.exclusions}
    parts[""] = []
    for row in rows:
        met = (one.name for one in numerator.exclusions if holds(one.when, row))
        parts[next(met, "")].append(row)
    return parts


def _sum(rows: Iterable[Row], numerator: Numerator) -> int:
    return sum(row[numerator.value] for row in rows)


def rate_figure(
    metric: Metric, setting: Setting, count: Counted, population: int | None
) -> Figure:
    """Return a rate: the count by the population, per so many people."""
    figure = _figure(metric, setting, count, count.total, population)
    if not count.there:
        return replace(figure, undefined="there is no count")
    if count.total < 0:
        return replace(figure, undefined="the count is below nought")
    if not population:
        return replace(figure, undefined="there is no population to divide by")
    value = count.total / population * metric.per
    high = (count.total + count.unknown) / population * metric.per
    return replace(figure, value=value, bounds=(value, high) if count.told else None)


def ratio_figures(
    metric: Metric,
    ratio: GroupRatio,
    setting: Setting,
    count: Counted,
    populations: Mapping[str, int],
) -> list[Figure]:
    """Return the ratio of each group's rate to that of the reference group."""
    return [
        _ratio(metric, ratio.reference, setting, count, populations, group)
        for group in ratio.groups
    ]


def _ratio(
    metric: Metric,
    reference: str,
    setting: Setting,
    count: Counted,
    populations: Mapping[str, int],
    group: RatioGroup,
) -> Figure:
    own = sum(count.by_group.get(one, 0) for one in group.members)
    theirs = count.by_group.get(reference, 0)
    known = all(one in populations for one in group.members)
    people = sum(populations[one] for one in group.members) if known else None
    asked = [(force, one) for force in setting.forces for one in group.members]
    absent = sum(pair not in count.there for pair in asked)
    figure = _figure(
        metric, setting, count, own, people, smallest=min(own, theirs), absent=absent
    )
    others = Step(f"other than {group.name}", "", own - count.total, own)
    figure = replace(
        figure,
        group=group.name,
        reference_numerator=theirs,
        reference_denominator=populations.get(reference),
        steps=(*count.steps, others),
    )
    if absent == len(asked):
        says = "the group has no row, so nil and not available cannot be told apart"
        return replace(figure, undefined=says)
    return _compared(figure, reference, count.unknown if count.told else None)


def _compared(figure: Figure, reference: str, unknown: int | None) -> Figure:
    """Return a figure with its ratio, or with the reason why it has none.

    Where the count of unknown rows is itself not known, the ratio has no bounds.
    """
    own, theirs = figure.numerator, figure.reference_numerator
    people, their_people = figure.denominator, figure.reference_denominator
    if not people or not their_people:
        return replace(figure, undefined="a group has no population to divide by")
    if not theirs:
        says = f"no {reference} person was counted, so there is nothing to compare"
        return replace(figure, undefined=says)
    if min(own, theirs) < 0:
        return replace(figure, undefined="the count is below nought")
    scale = their_people / people
    bounds = None
    if unknown is not None:
        low, high = own / (theirs + unknown), (own + unknown) / theirs
        bounds = (low * scale, high * scale)
    return replace(
        figure,
        value=own / theirs * scale,
        bounds=bounds,
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
    **facts: int,
) -> Figure:
    whole = count.total + count.unknown
    return Figure(
        metric=metric.id,
        force=setting.area,
        total=setting.total,
        value=None,
        unit=metric.unit,
        numerator=numerator,
        denominator=denominator,
        vintage=setting.vintage,
        period=setting.period,
        period_end=setting.period_end,
        as_stated=setting.as_stated,
        steps=count.steps,
        share_unknown=count.unknown / whole if whole > 0 and count.told else None,
        caveats=_caveats(setting, gaps=count.gaps, told=count.told, **facts),
        lacks=setting.lacks,
    )


def _caveats(setting: Setting, **facts: int) -> tuple[Caveat, ...]:
    """Return the caveats that concern a figure, with its facts filled in."""
    row: dict[str, Any] = {
        "force": setting.area,
        "total": setting.total,
        "as_stated": setting.as_stated,
        "smallest": None,
        "absent": None,
        "faults": setting.faults,
        "noted": setting.noted,
        **facts,
    }
    return tuple(
        replace(caveat, says=caveat.says.format(**row))
        for caveat in setting.caveats
        if holds(caveat.when, row)
    )
