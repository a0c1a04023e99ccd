"""How the figures of one metric and period came about, step by step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peelcheck.figures import Figure
from peelcheck.measures import Metric
from peelcheck.reporting.figures import own_caveats
from peelcheck.reporting.page.pictures import Picture, named, waterfall
from peelcheck.reporting.page.sheets import Sheet, sheet, sheet_of_some
from peelcheck.wording import after_steps_in_words, number

__all__ = ["FIGURES", "Way", "every_way", "first_ways"]

FIGURES = 60
"""How many figures a table of steps holds: the 43 forces, and some room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The way of one figure: a waterfall, its steps, and the lines that follow them."""

    picture: Picture
    steps: Sheet
    lines: tuple[str, ...]


def first_ways(metric: Metric, mine: Sequence[Figure], id_: str) -> Iterator[Way]:
    """Give the ways of the total's figures, or of the only or first force's.

    Raises:
        MissingExtraError: matplotlib is not installed.

    """
    first = [one for one in mine if one.force == mine[0].force]
    for place, one in enumerate(first):
        yield Way(
            picture=waterfall(metric, one, f"{id_}-{place + 1}"),
            steps=_steps(one, metric.numerator.places),
            lines=tuple(
                line.strip()
                for said in after_steps_in_words(one, metric)
                for line in said.splitlines()
            ),
        )


def _steps(one: Figure, places: int) -> Sheet:
    rows = [
        (
            step.name,
            number(step.change, places) if n else "",
            number(step.left, places),
            f"Annex {step.statement}" if step.statement else "",
        )
        for n, step in enumerate(one.steps)
    ]
    caption = f"The steps: {named(one)}"
    return sheet(caption, ("Step", "Change#", "Left#", "Statement"), rows)


def every_way(metric: Metric, mine: Sequence[Figure]) -> Iterator[Sheet]:
    """Give, for each group, a table with a row a figure and a column a step."""
    groups = [one.name for one in metric.groups if one.headline] or [
        one.group for one in mine
    ]
    for group in dict.fromkeys(one.group for one in mine if one.group in groups):
        figures = [one for one in mine if one.group == group]
        names = list(dict.fromkeys(s.name for one in figures for s in one.steps))
        rows = [(one.force, *_cells(metric, one, names)) for one in figures]
        heads = [f"{name[0].upper()}{name[1:]}#" for name in names]
        divided = {
            "people": ["Counted#", "People#"],
            "whole": ["Counted#", "Of all#"],
            "": [],
        }[metric.base]
        if metric.ratio:
            reference = metric.ratio.reference
            divided += [f"Counted, {reference}#", f"People, {reference}#"]
        value = f"{metric.value_word.capitalize()}#"
        heads = ["Force", *heads, *divided, value, "Least#", "Most#", "To know"]
        caption = f"How each figure came about{f': {group}' if group else ''}"
        yield sheet_of_some(caption, heads, rows, FIGURES)


def _cells(metric: Metric, one: Figure, names: Sequence[str]) -> list[str]:
    steps = {step.name: step for step in one.steps}
    places = metric.numerator.places
    changes = {name: number(step.change, places) for name, step in steps.items()}
    changes[names[0]] = number(one.steps[0].left, places)
    low, high = one.bounds or (None, None)
    divided = [one.numerator, one.denominator] if metric.base else []
    if metric.ratio:
        divided += [one.reference_numerator, one.reference_denominator]
    return [
        *(changes.get(name, "") for name in names),
        *(number(part, places) for part in divided),
        *(number(value, metric.places) for value in (one.value, low, high)),
        "; ".join(own_caveats(one)),
    ]
