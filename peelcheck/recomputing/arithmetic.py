"""The arithmetic of figures: rates, ratios and their intervals, shares, numbers.

Pure functions over counts; they know no table and no file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from peelcheck.figures import Figure, Step
from peelcheck.groupings import Group, GroupRatio, Split
from peelcheck.measures import Metric
from peelcheck.recomputing.counting import Counted, added
from peelcheck.recomputing.setting import Setting, begun

__all__ = ["rate_figure", "ratio_figures", "split_figures"]


def rate_figure(
    metric: Metric, setting: Setting, count: Counted, population: int | None
) -> Figure:
    """Return a rate: the count by the population, per so many people."""
    figure = begun(metric, setting, count, count.total, population)
    if not count.there:
        return replace(figure, undefined="there is no count")
    if count.total < 0 and not metric.numerator.signed:
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
    group: Group,
) -> Figure:
    own = sum(count.by_group.get(one, 0) for one in group.members)
    theirs = count.by_group.get(reference, 0)
    known = all(one in populations for one in group.members)
    people = sum(populations[one] for one in group.members) if known else None
    asked = [(force, one) for force in setting.forces for one in group.members]
    absent = sum(pair not in count.there for pair in asked)
    smallest = min(own, theirs)
    figure = begun(
        metric, setting, count, own, people, group, smallest=smallest, absent=absent
    )
    figure = replace(
        figure,
        reference_numerator=theirs,
        reference_denominator=populations.get(reference),
        steps=(*count.steps, _others(count, group, own)),
    )
    if absent == len(asked):
        says = "the group has no row, so nil and not available cannot be told apart"
        return replace(figure, undefined=says)
    return _compared(figure, reference, count.unknown if count.told else None)


def _others(count: Counted, group: Group, own: float) -> Step:
    """Return the step from all that is counted to what a group has of it."""
    return Step(f"other than {group.name}", "", added((own, -count.total)), own)


def _compared(figure: Figure, reference: str, unknown: float | None) -> Figure:
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


def split_figures(
    metric: Metric,
    split: Split,
    setting: Setting,
    count: Counted,
    residents: Mapping[str, int],
) -> list[Figure]:
    """Return the share or number of each group of a split.

    `residents` are those whose own shares stand beside, where the metric names some.
    """
    return [
        _part(metric, split, setting, count, group, residents) for group in split.groups
    ]


def _part(
    metric: Metric,
    split: Split,
    setting: Setting,
    count: Counted,
    group: Group,
    residents: Mapping[str, int],
) -> Figure:
    below = {"whole": count.total, "people": residents.get("")}.get(metric.base)
    own = added(count.by_group.get(one, 0) for one in group.members)
    asked = [(force, one) for force in setting.forces for one in group.members]
    absent = sum(pair not in count.seen for pair in asked)
    figure = begun(metric, setting, count, own, below, group, absent=absent)
    known = metric.local and all(one in residents for one in group.members)
    figure = replace(
        figure,
        steps=(*count.steps, _others(count, group, own)),
        reference_numerator=sum(residents[m] for m in group.members) if known else None,
        reference_denominator=sum(residents.values()) if known else None,
    )
    if absent == len(asked) and not (split.complete and count.there):
        says = "the group has no row, so nil and not available cannot be told apart"
        return replace(figure, undefined=says)
    below_nought = own < 0 and not metric.numerator.signed
    if below_nought or (metric.base == "whole" and count.total < own):
        return replace(figure, undefined="a count is below nought")
    if not metric.base:
        return replace(figure, value=own)
    if not below:
        return replace(figure, undefined=_NOTHING_BELOW[metric.base])
    bounds = _bounds(own, below, count, metric) if count.told else None
    return replace(figure, value=own / below * metric.per, bounds=bounds)


_NOTHING_BELOW = {
    "whole": "there is nothing to take a share of",
    "people": "there is no population to divide by",
}


def _bounds(
    own: float, whole: float, count: Counted, metric: Metric
) -> tuple[float, float]:
    """Return the least and greatest share that the rows of unknown group allow."""
    every = whole + count.unknown
    return own / every * metric.per, (own + count.unknown) / every * metric.per


def _exact_interval(own: float, theirs: float, scale: float) -> tuple[float, float]:
    """Return the exact 95 per cent interval of a ratio of two Poisson rates.

    Given their sum, one of two Poisson counts is binomial; the ends of its
    Clopper-Pearson interval, as odds, are those of the ratio. `theirs` is above 0.
    """
    from scipy.special import betaincinv  # noqa: PLC0415 - seldom needed

    low = float(betaincinv(own, theirs + 1, 0.025)) if own else 0.0
    high = float(betaincinv(own + 1, theirs, 0.975))
    return low / (1 - low) * scale, high / (1 - high) * scale
