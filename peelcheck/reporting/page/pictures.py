"""The charts of the page, each with the words that say what it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peelcheck.figures import Figure
from peelcheck.measures import Metric
from peelcheck.reporting.charts import (
    Mark,
    drawn_dots,
    drawn_waterfall,
    is_log,
)
from peelcheck.reporting.figures import of_first, one_by_one
from peelcheck.reporting.svg import Drawing
from peelcheck.wording import number

__all__ = ["Picture", "compared", "named", "waterfall"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart as SVG, what it is called, and how to read it."""

    title: str
    says: str
    svg: str


def named(one: Figure) -> str:
    """Return whose figure it is, with its group."""
    return f"{one.force}, {one.group}" if one.group else one.force


def compared(metric: Metric, mine: Sequence[Figure], id_: str) -> Iterator[Picture]:
    """Give the charts that show the figures side by side: one for each group.

    A force on its own has one chart, of its groups.

    Raises:
        MissingExtraError: matplotlib is not installed.

    """
    if len({one.force for one in mine}) == 1 or one_by_one(metric):
        first = of_first(mine)
        if len(first) > 1:
            whose = f"{metric.title}: {first[0].force}"
            yield from _dots(metric, [(one.group, one) for one in first], whose, id_)
        return
    shown_groups = {one.name for one in metric.groups if one.headline} or {""}
    groups = dict.fromkeys(one.group for one in mine if one.group in shown_groups)
    for place, group in enumerate(groups):
        shown = [(one.force, one) for one in mine if one.group == group]
        whose = f"{metric.title}: {group}" if group else metric.title
        yield from _dots(metric, shown, whose, f"{id_}-{place + 1}")


def _dots(
    metric: Metric, shown: Sequence[tuple[str, Figure]], title: str, id_: str
) -> Iterator[Picture]:
    share = metric.base == "whole"
    marks = [_mark(label, one, share) for label, one in shown if one.value is not None]
    if not marks:
        return
    ratio = metric.ratio is not None
    says = _read(metric, marks, left_out=len(shown) - len(marks))
    drawing = Drawing(id=id_, title=title, says=_extremes(metric, marks))
    svg = drawn_dots(marks, drawing, axis=metric.unit, ratio=ratio)
    yield Picture(title=title, says=says, svg=svg)


def _mark(label: str, one: Figure, share: bool) -> Mark:  # noqa: FBT001
    low, high = one.interval or one.bounds or (None, None)
    value = one.value or 0.0
    return Mark(
        label=label, value=value, low=low, high=high, total=one.total, share=share
    )


def _extremes(metric: Metric, marks: Sequence[Mark]) -> str:
    """Return what a chart shows, for those who cannot see it."""
    ordered = sorted(marks, key=lambda mark: (-mark.value, mark.label))
    told = [("Greatest", ordered[0]), ("Least", ordered[-1])]
    told += [("In total", mark) for mark in marks if mark.total]
    words = [
        f"{word}: {mark.label}, {number(mark.value, metric.places)}."
        for word, mark in told
    ]
    return f"{len(marks)} values. {' '.join(words)} The table holds every value."


def _read(metric: Metric, marks: Sequence[Mark], *, left_out: int) -> str:
    """Return how to read a chart."""
    ratio = metric.ratio is not None
    log = is_log(marks, ratio=ratio)
    parts = ["Dots are the values."]
    if any(mark.low is not None for mark in marks):
        reach = "how far each could reach were all those not stated known"
        line = "exact 95% intervals" if ratio else reach
        parts.append(f"Lines are {line}; a long one may go on beyond the edge.")
    if any(mark.total for mark in marks):
        parts.append("The diamond and the dashed line are the total.")
    if log:
        parts.append("The axis is logarithmic.")
    if log and any(mark.value <= 0 for mark in marks):
        parts.append("A triangle at the edge is nought.")
    if ratio and metric.ratio:
        parts.append(f"At 1 a group is as likely as {metric.ratio.reference} people.")
    if left_out:
        parts.append(f"{left_out} without a value are not drawn.")
    return " ".join(parts)


def waterfall(metric: Metric, one: Figure, id_: str) -> Picture:
    """Return the chart of the way from all rows to a figure's count.

    Raises:
        MissingExtraError: matplotlib is not installed.

    """
    unit = metric.numerator.unit
    title = f"From all {unit} to those counted: {named(one)}"
    first, *rest = one.steps
    places = metric.numerator.places
    words = [f"{number(first.left, places)} {first.name}"]
    words += [f"{step.name} {number(step.change, places)}" for step in rest]
    says = f"{'; '.join(words)}; {number(one.steps[-1].left, places)} counted."
    drawing = Drawing(id=id_, title=title, says=says)
    svg = drawn_waterfall(one.steps, drawing, unit=unit, places=places)
    return Picture(title=title, says="", svg=svg)
