"""Shares of what stands below the line among the same rows: each group by its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from peelcheck.figures import Figure, Step
from peelcheck.groupings import Group
from peelcheck.measures import Among, Metric
from peelcheck.recomputing.counting import Counted, Row, added, counted
from peelcheck.recomputing.setting import Setting, begun

__all__ = ["Line", "among_figures", "below_line"]

_ALL = Group(name="", short="", members=("",))


class Line(NamedTuple):
    """What is counted above a line, below it, and what both rest on."""

    above: Counted
    below: Counted
    base: Counted


def below_line(rows: Iterable[Row], metric: Metric, above: Counted) -> Line | None:
    """Return what is counted on both sides of the line; nothing where it has none."""
    among = metric.denominator
    if not isinstance(among, Among):
        return None
    kept = list(rows)
    below = _of_column(kept, metric, among.value)
    return Line(
        above, below, _of_column(kept, metric, among.base) if among.base else below
    )


def _of_column(rows: list[Row], metric: Metric, name: str) -> Counted:
    """Return a column counted below the line, by default that of the numerator."""
    numerator = metric.numerator
    if name:
        numerator = replace(numerator, value=name)
    return counted(rows, numerator, metric.group_column)


def among_figures(metric: Metric, setting: Setting, line: Line) -> list[Figure]:
    """Return the share of each group, or of all where there are none."""
    return [_share(metric, setting, line, one) for one in metric.groups or (_ALL,)]


def _share(metric: Metric, setting: Setting, line: Line, group: Group) -> Figure:
    own, whole, base = (
        added(side.by_group.get(one, 0) for one in group.members) for side in line
    )
    named = group if group.name else None
    asked = [(force, one) for force in setting.forces for one in group.members]
    figure = begun(
        metric,
        setting,
        line.above,
        own,
        whole,
        named,
        base=base,
        gaps=sum(line.below.gaps.get(one, 0) for one in group.members),
        absent=sum(pair not in line.below.there for pair in asked) if named else None,
    )
    if named:
        rest = Step(
            f"other than {group.name}", "", added((own, -line.above.total)), own
        )
        figure = replace(figure, steps=(*figure.steps, rest))
    if not any(one in group.members for _, one in line.below.there):
        says = "the group has no row, so nil and not available cannot be told apart"
        return replace(figure, undefined=says if named else "there is no count")
    if own < 0 or whole < own:
        says = "a count is below nought, or more is counted above the line than below"
        return replace(figure, undefined=says)
    if not whole:
        return replace(figure, undefined="there is nothing to take a share of")
    return replace(figure, value=own / whole * metric.per)
