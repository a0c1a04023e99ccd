"""Recomputed figures on a terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from peelcheck.figures import Figure
from peelcheck.ledger import coverage
from peelcheck.measures import Caveat, Metric
from peelcheck.metrics import METRICS
from peelcheck.recomputing import Figures
from peelcheck.reference.forces import force_names
from peelcheck.reporting.annex import coverage_in_words
from peelcheck.wording import local_share, number

__all__ = [
    "apart",
    "beside_value",
    "caveats_on_terminal",
    "figures_on_terminal",
    "group_headings",
    "interval_in_words",
    "of_first",
    "one_by_one",
    "own_caveats",
    "reach",
]


def figures_on_terminal(figures: Figures) -> RenderableType:
    """Return figures as something rich prints: one table a metric and period."""
    manifest = figures.manifest
    parts: list[RenderableType] = [
        Text.assemble(
            (figures.source, "bold"),
            f"   {manifest.kind}, edition {figures.edition.name}",
        )
    ]
    parts += [Text(f"assumed  {one}", style="magenta") for one in manifest.assumed]
    parts += [Text(f"taken    {one}", style="magenta") for one in figures.notes]
    blocks: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for one in figures:
        blocks[(one.metric, one.period)].append(one)
    for (metric, period), mine in blocks.items():
        parts += [Text(""), *_block(METRICS[metric], period, mine)]
    parts += [Text(""), *caveats_on_terminal(figures)]
    parts.append(Text(coverage_in_words(coverage(figures=figures)), style="dim"))
    return Group(*parts)


def _block(metric: Metric, period: str, mine: list[Figure]) -> list[RenderableType]:
    stated = "" if mine[0].as_stated else "   NOT THE STATEMENT'S PERIOD"
    when = f"   {period}" if period else ""
    title = Text.assemble((metric.title, "bold"), when, (stated, "bold red"))
    made = ", ".join(one for one in (metric.statement, mine[0].vintage) if one)
    source = Text(f"{made}   {metric.says}", style="dim")
    if not metric.group_column:
        return [title, source, _rates(metric, mine)]
    parts: list[RenderableType] = [title, source, _grouped(metric, mine)]
    if says := _more(metric, mine):
        parts.append(Text(says, style="dim"))
    return parts


def _more(metric: Metric, mine: list[Figure]) -> str:
    """Return what a table of all forces leaves out; empty if nothing."""
    forces = {one.force for one in mine}
    if len(forces) == 1:
        return ""
    if one_by_one(metric):
        return f"{len(forces) - 1} more areas with --force NAME"
    others = [group.name for group in metric.groups if not group.headline]
    says = f"{len(others)} more groups with --force NAME: {', '.join(others)}"
    return says if others else ""


def one_by_one(metric: Metric) -> bool:
    """Say whether areas do not stand side by side, for the data name the groups."""
    return bool(metric.split and metric.split.open)


def of_first(mine: Sequence[Figure]) -> list[Figure]:
    """Return the figures of the area that comes first."""
    return [one for one in mine if one.force == mine[0].force]


def _rates(metric: Metric, mine: list[Figure]) -> Table:
    unknown = any(one.unknown for one in metric.numerator.exclusions)
    table = Table(box=None, pad_edge=False)
    table.add_column("", no_wrap=True)
    for heading in group_headings(metric):
        table.add_column(heading, justify="right", no_wrap=True)
    for heading in ("not stated", "could reach") if unknown else ():
        table.add_column(heading, justify="right")
    table.add_column("flags")
    for one in mine:
        table.add_row(
            one.force,
            *beside_value(one, metric)[0],
            Text(number(one.value, metric.places), style="bold"),
            *(reach(one, metric) if unknown else ()),
            ", ".join(own_caveats(one)),
        )
    return table


def reach(one: Figure, metric: Metric) -> tuple[str, str]:
    """Return the share that is not stated, and what the rate could reach with it."""
    share = "-" if one.share_unknown is None else f"{one.share_unknown:.1%}"
    return share, number(one.bounds[1] if one.bounds else None, metric.places)


def _grouped(metric: Metric, mine: list[Figure]) -> Table:
    """Return figures by group: a line a force, or for one force a line a group."""
    if len({one.force for one in mine}) == 1 or one_by_one(metric):
        return _groups_of_one(metric, of_first(mine))
    table = Table(box=None, pad_edge=False)
    table.add_column("", no_wrap=True)
    groups = [group for group in metric.groups if group.headline]
    for group in groups:
        table.add_column(group.short, justify="right", no_wrap=True)
    if metric.beside and metric.beside.short:
        table.add_column(metric.beside.short, justify="right", no_wrap=True)
    forces: dict[str, dict[str, Figure]] = defaultdict(dict)
    for one in mine:
        forces[one.force][one.group] = one
    for force, by_group in forces.items():
        values = [_starred(metric, by_group[group.name]) for group in groups]
        told = metric.beside and metric.beside.short
        seen = [apart(by_group[groups[0].name])] if told else []
        table.add_row(force, *values, *seen)
    return table


def apart(one: Figure) -> str:
    """Return by how much a figure's whole differs from a published one."""
    return "-" if one.beside is None else f"{round(one.beside, 3) + 0:+.1%}"


def _groups_of_one(metric: Metric, mine: list[Figure]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(mine[0].force, overflow="fold")
    for heading in group_headings(metric):
        table.add_column(heading, justify="right", no_wrap=True)
    for one in mine:
        before, after = beside_value(one, metric)
        table.add_row(one.group, *before, _starred(metric, one), *after)
    return table


def group_headings(metric: Metric) -> tuple[str, ...]:
    """Return the headings over the figures of one force, group by group."""
    base = {"people": ("people",), "whole": ("of all",), "": ()}[metric.base]
    counted = (metric.numerator.unit,) if metric.base else ()
    value = metric.value_word if metric.base else metric.unit
    local = ("among residents",) if metric.local else ()
    interval = ("exact 95% interval",) if metric.ratio else ()
    return (*counted, *base, value, *local, *interval)


def beside_value(one: Figure, metric: Metric) -> tuple[list[str], list[str]]:
    """Return what stands before a figure's value under these headings, and after."""
    before = []
    if metric.base:
        places = metric.numerator.places
        below = places if metric.base == "whole" else 0
        nothing = one.value is None and not one.numerator
        above = None if nothing else one.numerator  # missing is not nought
        base = None if nothing and metric.base == "whole" else one.denominator
        before = [number(above, places), number(base, below)]
    after = []
    if metric.local:
        after.append(number(local_share(one, metric), metric.places))
    if metric.ratio:
        after.append(interval_in_words(one, metric))
    return before, after


def interval_in_words(one: Figure, metric: Metric) -> str:
    """Return an exact interval, or a dash where there is none."""
    if one.interval is None:
        return "-"
    low, high = (number(end, metric.places) for end in one.interval)
    return f"{low} to {high}"


def _starred(metric: Metric, one: Figure) -> Text:
    star = "*" if one.value is not None and own_caveats(one) else ""
    return Text(number(one.value, metric.places) + star, style="bold")


def own_caveats(one: Figure) -> list[str]:
    """Return the names of the caveats that concern this figure and not every one."""
    return [caveat.id for caveat in one.caveats if not caveat.general]


def caveats_on_terminal(figures: Figures) -> list[RenderableType]:
    """Return what to know of the figures, and how one came about."""
    known: dict[tuple[str, bool], Caveat] = {}
    for one in (caveat for figure in figures for caveat in figure.caveats):
        known.setdefault((one.id, one.general), one)
    lines: list[RenderableType] = []
    for caveat in known.values():
        star = "" if caveat.general else "* "
        says = _generally(caveat, figures)
        lines.append(Text(f"{star}{caveat.id}  {says} ({caveat.source})", "dim"))
    lacking = {one.lacks for one in figures if one.lacks}
    lines += [Text(f"without  {', '.join(names)}", style="dim") for names in lacking]
    unvalued = sum(one.value is None for one in figures)
    if unvalued:
        lines.append(Text(f"{unvalued} figures have no value; explain says why", "dim"))
    lines.append(Text(_how_to_explain(figures), style="dim"))
    return lines


def _how_to_explain(figures: Figures) -> str:
    """Return the command that shows how the first of the figures came about."""
    one = next(iter(figures))
    days = {other.period_end for other in figures if other.metric == one.metric}
    named = {
        "--force": one.force if one.force in force_names() else "",
        "--group": one.group,
        "--period": str(one.period_end) if len(days) > 1 else "",
    }
    words = [f'{option} "{name}"' for option, name in named.items() if name]
    command = " ".join(["peelcheck explain", one.metric, "PATH", *words])
    return f"How a figure came about: {command}"


def _generally(caveat: Caveat, figures: Figures) -> str:
    """Return a caveat's words where they are the same for all, else how many it is."""
    says = {
        one.says for figure in figures for one in figure.caveats if one.id == caveat.id
    }
    if len(says) == 1:
        return caveat.says
    count = sum(
        any(one.id == caveat.id for one in figure.caveats) for figure in figures
    )
    return f"{count} figures; the first: {caveat.says}"
