"""The figures of the report's pages on a force in context: one page a force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from rich import box
from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from peelcheck.errors import UsageError
from peelcheck.figures import Figure
from peelcheck.measures import Metric
from peelcheck.metrics.context import IN_CONTEXT, Shown
from peelcheck.recomputing import Figures
from peelcheck.reporting.figures import caveats_on_terminal, own_caveats
from peelcheck.wording import local_share, number

__all__ = ["in_context"]

_Place: TypeAlias = tuple[str, str, date | None]


def in_context(figures: Figures, force: str | None = None) -> RenderableType:
    """Return a page for each force, or for one, its figures beside the total's.

    Raises:
        UnknownNameError: There is no such force among the figures.
        UsageError: The figures are of no single force.

    """
    kept = figures.only(force=force)
    names = list(dict.fromkeys(one.force for one in kept if not one.total))
    if not names:
        message = "no single force has a figure here; leave --context out"
        raise UsageError(message)
    parts: list[RenderableType] = []
    for name in names:
        parts += [*_page(name, figures), Text("")]
    used = {metric.id for shown in IN_CONTEXT for metric in shown.metrics}
    seen = tuple(one for one in kept if one.metric in used)
    if seen:
        parts += caveats_on_terminal(replace(kept, figures=seen))
    return Group(*parts)


def _place(one: Figure) -> _Place:
    return one.metric, one.group, one.period_end


def _page(name: str, figures: Figures) -> Iterator[RenderableType]:
    yield Rule(Text(f"{name} in context", style="bold"), align="left")
    totals = {_place(one): one for one in figures if one.total}
    mine = [one for one in figures if one.force == name]
    lacking: list[Text] = []
    for page in dict.fromkeys(one.page for one in IN_CONTEXT):
        table = _table(page, beside=bool(totals))
        for shown in (one for one in IN_CONTEXT if one.page == page):
            metric, found = _found(shown, mine, figures)
            for row in _rows(metric, found, totals):
                table.add_row(*row)
            if not found:
                lacking.append(Text(f"  {_why(shown, name, figures)}", style="dim"))
        if table.row_count:
            yield table
    if lacking:
        yield Text("not recomputable from this return:", style="dim")
        yield from lacking


def _why(shown: Shown, name: str, figures: Figures) -> str:
    """Return which figure of the report a return does not allow, and why."""
    title, tables = (
        shown.metrics[0].title,
        dict.fromkeys(metric.numerator.table for metric in shown.metrics),
    )
    excuses = [
        f"{name} is noted as unable to supply {one.table}: {one.reason}"
        for one in figures.manifest.unable_to_supply
        if one.force == name and one.table in tables
    ]
    ids = {metric.id for metric in shown.metrics}
    files = tuple(f"{table}." for table in tables)
    said = [
        note.partition(": ")[2]
        for note in figures.notes
        if note.partition(": ")[0] in ids or note.startswith(files)
    ]
    others = any(one.metric in ids for one in figures)
    last = _last_day(ids, figures)
    none = f"{name} has no figure of it{f' that ends on {last}' if last else ''}"
    takes = f"it takes the table {' or '.join(tables)}"
    return f"{title}: {[*excuses, *([none] if others else []), *said, takes][0]}"


def _last_day(ids: Iterable[str], figures: Figures) -> str:
    """Return the last day of the last period of some metrics, for any area."""
    days = (one.period_end for one in figures if one.metric in ids)
    return max((str(day) for day in days if day), default="")


def _table(page: str, *, beside: bool) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(page, overflow="fold", min_width=40)
    table.add_column("force", justify="right", no_wrap=True)
    if beside:
        table.add_column("in total", justify="right", no_wrap=True)
    table.add_column("", overflow="fold")
    return table


def _found(
    shown: Shown, mine: list[Figure], figures: Figures
) -> tuple[Metric, list[Figure]]:
    """Return the first metric that gives a figure of the report, and its figures.

    One with a value goes before one without.
    """
    ways = []
    for metric in shown.metrics:
        last = _last_day({metric.id}, figures)
        found = [
            one
            for one in mine
            if one.metric == metric.id
            and (not shown.groups or one.group in shown.groups)
            and (not shown.last or not last or str(one.period_end) == last)
        ]
        if found:
            ways.append((metric, found))
    valued = [way for way in ways if any(one.value is not None for one in way[1])]
    return [*valued, *ways, (shown.metrics[0], [])][0]


def _rows(
    metric: Metric, found: list[Figure], totals: Mapping[_Place, Figure]
) -> Iterator[list[str | Text]]:
    """Yield a heading and the rows of one figure, by group and period."""
    periods, places = dict.fromkeys(one.period for one in found), metric.places
    of_several = ["", ""] if totals else [""]
    if len(found) > 1:
        when = f", {next(iter(periods))}" if len(periods) == 1 else ""
        yield [Text(f"{metric.title}{when}", style="bold"), *of_several, metric.unit]
    for one in found:
        label = [one.group, one.period if len(periods) > 1 else ""]
        name, notes = f"  {', '.join(filter(None, label))}", _notes(metric, one)
        total = totals.get(_place(one))
        if total and total.lacks:
            notes.append(f"total of {total.force}")
        if len(found) == 1:
            name = ", ".join(filter(None, [metric.title, one.group, one.period]))
            notes = [metric.unit, *notes]
        yield [
            name,
            Text(number(one.value, places), style="bold"),
            *([number(total.value if total else None, places)] if totals else []),
            "; ".join(notes),
        ]


def _notes(metric: Metric, one: Figure) -> list[str]:
    """Return what to know of a value: the share among residents, flags."""
    notes = [] if one.as_stated else ["NOT THE STATEMENT'S PERIOD"]
    if (local := local_share(one, metric)) is not None:
        notes.append(f"{number(local, metric.places)} among residents")
    if one.undefined:
        notes.append("no value")
    return [*notes, *own_caveats(one)]
