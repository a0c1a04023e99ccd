"""One metric explained: what it counts, what it leaves out, what it divides by."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType

from peelcheck.counts import ROWS
from peelcheck.groupings import Group as Grouped
from peelcheck.measures import Among, Metric, Whole
from peelcheck.reference.statements import Statement
from peelcheck.reporting.cards import card
from peelcheck.wording import condition_in_words

__all__ = ["metric_explained"]


def metric_explained(metric: Metric, statement: Statement) -> RenderableType:
    """Return a metric's statement, numerator, exclusions and denominator."""
    outs = [
        f"{out.name}: {condition_in_words(out.when)} ({out.statement})"
        for out in metric.exclusions
    ]
    counted = metric.numerator.value.replace(ROWS, "rows")
    looked_at = metric.numerator.where_says
    lines = [
        ("statement", f"{statement.id}, {statement.section}: {statement.says}"),
        ("says", metric.says),
        ("unit", metric.unit),
        ("numerator", f"{counted} of {metric.numerator.table}"),
        *((("looked at", looked_at),) if looked_at else ()),
        *_made(metric),
        *(("left out", out) for out in outs),
        *_base(metric),
    ]
    if metric.ratio:
        names = ", ".join(group.name for group in metric.groups)
        lines.append(("groups", f"{names}; against {metric.ratio.reference}"))
    if metric.split:
        lines += [("group", _group(group)) for group in metric.groups]
        lines += [("groups", "each that the data name")] * metric.split.open
    lines += [(one.id, one.says) for one in metric.caveats]
    return card(f"{metric.id}  {metric.title}", lines)


def _made(metric: Metric) -> Iterator[tuple[str, str]]:
    """Return the columns that a metric brings to its rows, or tells of them."""
    if link := metric.numerator.link:
        where = condition_in_words(link.when)
        key = " and ".join(link.on)
        otherwise = f"{link.otherwise} where there is none"
        says = f"{link.brings} of {link.to}, by {key}, where {where}; {otherwise}"
        yield "linked", says
    for name, condition in metric.numerator.flags.items():
        yield name.replace("_", " "), condition_in_words(condition)
    if labels := metric.numerator.labels:
        yield labels.becomes.replace("_", " "), f"as {labels.column} has it, grouped"
    if metric.numerator.monthly:
        yield "months", "each of them has a number, or there is no value"
    if metric.numerator.alike:
        yield "alike", f"all rows agree in {' and '.join(metric.numerator.alike)}"
    if metric.numerator.over:
        yield "each", f"divided by its {metric.numerator.over} before it is added up"


def _group(group: Grouped) -> str:
    """Return a group of a split with what it takes together."""
    if group.assumption:
        return f"{group.name}: as the assumption {group.assumption} has it"
    return f"{group.name}: {', '.join(group.members)}"


def _base(metric: Metric) -> Iterator[tuple[str, str]]:
    """Return what a metric is divided by, and what stands beside it."""
    below = metric.denominator
    if isinstance(below, Whole | Among):
        yield "divided by", below.says
    if isinstance(below, Among) and below.but:
        names = ", ".join(one.name for one in below.but)
        yield "among them", f"those {names}, left out above the line alone"
    if (people := metric.people) and people.projected_by:
        says = "of the mid-year in each year, the last carried on by"
        yield "divided by", f"{people.value} {says} {people.projected_by}"
    elif people:
        word = "beside" if metric.local else "divided by"
        yield word, f"{people.value} of {people.table}"
        yield "where", condition_in_words(people.where)
