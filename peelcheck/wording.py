"""Records put into plain English: conditions as sentences, figures as their way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from peelcheck.claims import Departure, Integers
from peelcheck.conditions import (
    All,
    Always,
    Any_,
    Compare,
    Condition,
    FromEdition,
    FromManifest,
    IsIn,
    IsMissing,
    Literal,
    Matches,
    Name,
    Not,
    Operand,
    Scaled,
)
from peelcheck.cycle import SignOff
from peelcheck.figures import Figure
from peelcheck.measures import Metric

__all__ = [
    "after_steps_in_words",
    "condition_in_words",
    "day_in_words",
    "departures_in_words",
    "figure_in_words",
    "integers_in_words",
    "local_share",
    "number",
    "pairs_in_words",
    "period_in_words",
    "signed_off_in_words",
    "visible",
]

_SIGNS = {
    "==": "is",
    "!=": "is not",
    "<": "is less than",
    "<=": "is at most",
    ">": "is more than",
    ">=": "is at least",
}
_LISTED = 6


def condition_in_words(condition: Condition) -> str:
    """Return a condition as an English clause."""
    match condition:
        case Always():
            return "in every row"
        case Compare(left, sign, right):
            return f"{_words(left)} {_SIGNS[sign]} {_words(right)}"
        case IsIn(operand, values):
            shown = ", ".join(map(str, values[:_LISTED]))
            more = len(values) - _LISTED
            rest = f" and {more} more" if more > 0 else ""
            return f"{_words(operand)} is one of {shown}{rest}"
        case Matches(operand, pattern):
            return f"{_words(operand)} looks like {pattern}"
        case IsMissing(operand):
            return f"{_words(operand)} is empty"
        case Not(IsMissing(operand)):
            return f"{_words(operand)} is given"
        case Not(inner):
            return f"it is not so that {_part(inner)}"
        case All(parts):
            return " and ".join(map(_part, parts))
        case Any_(parts):
            return ", or ".join(map(_part, parts))


def _part(condition: Condition) -> str:
    words = condition_in_words(condition)
    return f"({words})" if isinstance(condition, All | Any_) else words


def _words(operand: Operand) -> str:
    match operand:
        case Name(column):
            return column.replace("reference.", "published ").replace("_", " ")
        case Literal(value):
            return str(value)
        case FromEdition(name):
            return f"the edition's {name.removeprefix('assumptions.')}"
        case FromManifest(name):
            return f"the manifest's {name.replace('_', ' ')}"
        case Scaled(factor, column):
            return f"{_words(factor)} times {_words(column)}"


def day_in_words(day: date) -> str:
    """Return a day as `31 March 2018`."""
    return f"{day.day} {day:%B %Y}"


def period_in_words(start: date | None, end: date | None) -> str:
    """Return a period as `1 April 2017 to 31 March 2018`, a single day as that."""
    days = [day_in_words(day) for day in (start, end) if day]
    return " to ".join(dict.fromkeys(days))


def signed_off_in_words(signed: Sequence[SignOff]) -> str:
    """Return how many forces signed off, and the last day on which one did."""
    forces = "1 force" if len(signed) == 1 else f"{len(signed)} forces"
    return f"{forces}, the last on {day_in_words(max(one.on for one in signed))}"


def number(value: float | None, places: int) -> str:
    """Return a number as printed, or a dash where there is none."""
    return "-" if value is None else f"{value:,.{places}f}"


def integers_in_words(integers: Integers) -> str:
    """Return whole numbers as `5,308 to 5,311`."""
    if integers.high is None:
        return f"{integers.low:,} or more"
    if integers.high == integers.low:
        return f"{integers.low:,}"
    return f"{integers.low:,} to {integers.high:,}"


def departures_in_words(departures: Iterable[Departure]) -> str:
    """Return departures as one phrase, in their order."""
    return "; ".join(one.says for one in departures)


def figure_in_words(figure: Figure, metric: Metric) -> str:
    """Return the way a figure came about, line by line, with what to know of it."""
    group = f", {figure.group}" if figure.group else ""
    lines = [f"{metric.title}: {figure.force}{group}", f"{figure.period}", ""]
    places = metric.numerator.places
    for step in figure.steps:
        reason = f"   ({step.statement})" if step.statement else ""
        told = step.change or step.statement
        change = number(step.change, places) if told else ""
        left = number(step.left, places)
        lines.append(f"  {step.name:<44}{change:>12}{left:>14}{reason}")
    after = (f"  {line}" for line in after_steps_in_words(figure, metric))
    return "\n".join([*lines, "", *after])


def after_steps_in_words(figure: Figure, metric: Metric) -> list[str]:
    """Return what follows the steps: the division, then what to know of it."""
    places = metric.places
    lines = _division(figure, metric, places)
    if figure.share_unknown is not None:
        lines.append(
            f"not stated: {figure.share_unknown:.1%} of {metric.numerator.counts}"
        )
    if figure.bounds:
        low, high = (number(end, places) for end in figure.bounds)
        lines.append(f"were all of them known, it could lie from {low} to {high}")
    if figure.interval:
        low, high = (number(end, places) for end in figure.interval)
        lines.append(f"exact 95% interval {low} to {high}")
    lines += [f"{one.id}: {one.says} ({one.source})" for one in figure.caveats]
    if figure.lacks:
        lines.append(f"without {len(figure.lacks)} forces: {', '.join(figure.lacks)}")
    return lines


def _division(figure: Figure, metric: Metric, places: int) -> list[str]:
    if figure.value is None:
        return [f"no value: {figure.undefined}"]
    above = number(figure.numerator, metric.numerator.places)
    value = f"{number(figure.value, places)} {figure.unit}"
    if not metric.base:
        return [value]
    counted = metric.numerator.places if metric.base == "whole" else 0
    below = number(figure.denominator, counted)
    if not metric.ratio:
        times = f" x {metric.per:,}" if metric.per > 1 else ""
        made = f"{above} / {below} ({figure.vintage}){times} = {value}"
        return [made, *_local(figure, metric, places)]
    ref = f"{figure.reference_numerator:,} / {figure.reference_denominator:,}"
    return [
        f"({above} / {below}) / ({ref}) = {value}",
        f"{figure.group} against {metric.ratio.reference}, {figure.vintage}",
    ]


def _local(figure: Figure, metric: Metric, places: int) -> list[str]:
    """Return the share of the group among residents, where that stands beside."""
    share = local_share(figure, metric)
    if share is None:
        return []
    above, below = figure.reference_numerator, figure.reference_denominator
    return [f"among residents {above:,} / {below:,} = {number(share, places)} per cent"]


def local_share(figure: Figure, metric: Metric) -> float | None:
    """Return the share, in per cent, of a figure's group among residents, if known."""
    if metric.local is None or not figure.reference_denominator:
        return None
    return 100 * (figure.reference_numerator or 0) / figure.reference_denominator


def visible(text: str) -> str:
    """Return a text with a mark for each character that prints nothing.

    Some of them XML cannot hold, and some turn the text about.
    """
    return "".join(
        one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in text
    )


def pairs_in_words(pairs: Mapping[str, Any]) -> str:
    """Return names and values as `searches = 3, resultant_arrests = 4`."""
    return ", ".join(
        f"{name} = {'empty' if value is None else value}"
        for name, value in pairs.items()
    )
