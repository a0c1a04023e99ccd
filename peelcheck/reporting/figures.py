"""Recomputed figures on a terminal."""

from __future__ import annotations

from collections import defaultdict

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from peelcheck.measures import Figure, Metric
from peelcheck.metrics import METRICS
from peelcheck.recomputing import Figures
from peelcheck.wording import number, places_of

__all__ = ["figures_on_terminal"]

_SHORT = {
    "Asian or Asian British": "Asian",
    "Black or Black British": "Black",
    "Chinese or Other Ethnic Group": "Other",
    "All minority ethnic groups": "All minority",
}


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
    parts += [Text(""), *_caveats(figures)]
    return Group(*parts)


def _block(metric: Metric, period: str, mine: list[Figure]) -> list[RenderableType]:
    stated = "" if mine[0].as_stated else "   NOT THE STATEMENT'S PERIOD"
    title = Text.assemble((metric.title, "bold"), f"   {period}", (stated, "bold red"))
    source = Text(f"{metric.statement}, {mine[0].vintage}   {metric.says}", style="dim")
    return [title, source, _ratios(mine) if metric.ratio else _rates(metric, mine)]


def _rates(metric: Metric, mine: list[Figure]) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    headings = (metric.numerator.unit, "people", "rate", "not stated", "could reach")
    for heading in headings:
        table.add_column(heading, justify="right")
    table.add_column("flags")
    places = places_of(metric)
    for one in mine:
        table.add_row(
            one.force,
            f"{one.numerator:,}",
            number(one.denominator, 0),
            Text(number(one.value, places), style="bold"),
            "-" if one.share_unknown is None else f"{one.share_unknown:.1%}",
            number(one.bounds[1] if one.bounds else None, places),
            _flags(one),
        )
    return table


def _ratios(mine: list[Figure]) -> Table:
    groups = list(dict.fromkeys(one.group for one in mine))
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for group in groups:
        table.add_column(_SHORT.get(group, group), justify="right")
        table.add_column("95% interval", justify="right", style="dim")
    forces: dict[str, dict[str, Figure]] = defaultdict(dict)
    for one in mine:
        forces[one.force][one.group] = one
    for force, by_group in forces.items():
        cells: list[str | Text] = []
        for group in groups:
            cells += _ratio_cells(by_group[group])
        table.add_row(force, *cells)
    return table


def _ratio_cells(one: Figure) -> list[str | Text]:
    small = any(caveat.id == "SMALL_NUMBER" for caveat in one.caveats)
    value = number(one.value, 2) + ("*" if small and one.value is not None else "")
    low, high = one.interval or (None, None)
    interval = f"{number(low, 2)} to {number(high, 2)}" if one.interval else ""
    return [Text(value, style="bold"), interval]


def _flags(one: Figure) -> str:
    general = {"DIFFERS_FROM_HOME_OFFICE", "OTHER_PERIOD"}
    flags = [caveat.id for caveat in one.caveats if caveat.id not in general]
    return ", ".join(flags)


def _caveats(figures: Figures) -> list[RenderableType]:
    known = {caveat.id: caveat for one in figures for caveat in one.caveats}
    lines: list[RenderableType] = []
    for caveat in known.values():
        star = "* " if caveat.id == "SMALL_NUMBER" else ""
        lines.append(
            Text(f"{star}{caveat.id}  {caveat.says} ({caveat.statement})", style="dim")
        )
    lacking = {one.lacks for one in figures if one.lacks}
    lines += [Text(f"without  {', '.join(names)}", style="dim") for names in lacking]
    unvalued = sum(one.value is None for one in figures)
    if unvalued:
        lines.append(Text(f"{unvalued} figures have no value; explain says why", "dim"))
    example = "peelcheck explain stop_search_rate PATH --force Essex"
    lines.append(Text(f"How a figure came about: {example}", style="dim"))
    return lines
