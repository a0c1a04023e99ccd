"""A second delivery beside the first, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from peelcheck.comparing import Comparison
from peelcheck.comparing.changes import Change, ManifestChange, What
from peelcheck.comparing.comparison import TableComparison
from peelcheck.returns import TableData

__all__ = ["comparison_on_terminal"]

_FEW = 5
_STYLES = {What.CORRECTED: "yellow", What.NEW: "green", What.WITHDRAWN: "red"}


def comparison_on_terminal(comparison: Comparison) -> RenderableType:
    """Return a comparison as something rich prints: counts, then the first changes."""
    parts: list[RenderableType] = [
        Text.assemble(
            (comparison.after, "bold"), "   compared with ", (comparison.before, "bold")
        ),
        _counts(comparison),
        *map(_said, comparison.said),
        *(
            Text(f"table    {one} is in the first alone")
            for one in comparison.tables_before
        ),
        *(
            Text(f"table    {one} is in the second alone")
            for one in comparison.tables_after
        ),
    ]
    for one in comparison.tables:
        parts += _table(one)
    parts += [Text(""), Text(_outcome(comparison), style="bold")]
    return Group(*parts)


def _outcome(comparison: Comparison) -> str:
    if comparison.same:
        return f"The same: {comparison.counted}."
    if not comparison.tables:
        return "Nothing was compared: they have no table in common."
    out = ", ".join(one.table for one in comparison.tables if one.not_compared)
    if all(one.not_compared for one in comparison.tables):
        return f"Nothing was compared: {out} could not be."
    return f"Of both: {comparison.counted}{f'; not compared: {out}' if out else ''}."


def _first_few(names: Sequence[str]) -> str:
    """Return names in a list, of many the first and how many more there are."""
    more = len(names) - _FEW
    return ", ".join(names[:_FEW]) + (f" and {more:,} more" if more > 0 else "")


def _counts(comparison: Comparison) -> RenderableType:
    grid = Table.grid(padding=(0, 3))
    for one in comparison.tables:
        rows = f"{one.rows_before:,} -> {one.rows_after:,} rows"
        told = (f"{one.count(what):,} {what}" for what in What)
        counts = ("not compared",) if one.not_compared else told
        unchanged = "" if one.not_compared else f"{one.unchanged:,} unchanged"
        grid.add_row(one.table, rows, unchanged, *counts)
    return Padding(grid, (0, 0, 0, 2))


def _said(one: ManifestChange) -> Text:
    before, after = (text or "nothing" for text in (one.before, one.after))
    return Text(f"manifest {one.field}: {before} -> {after}", style="magenta")


def _table(one: TableComparison) -> Iterator[RenderableType]:
    """Yield what differs in a table, if anything does."""
    if one.same:
        return
    yield Text("")
    yield Text(one.table, style="bold")
    if one.not_compared:
        yield Text(f"  not compared: {one.not_compared}", style="red")
    for names, which in ((one.columns_before, "first"), (one.columns_after, "second")):
        if names:
            yield Text(f"  columns of the {which} alone: {_first_few(names)}")
    cells = [f"{count:,} of {name}" for name, count in one.corrected_cells.items()]
    if cells:
        yield Text(f"  cells corrected: {', '.join(cells)}")
    for what in What:
        yield from _listed(one, what)
    yield from _doubled(one)


def _listed(one: TableComparison, what: What) -> Iterator[RenderableType]:
    shown = 0
    for change in one.changes(what, _FEW):
        shown += change.times
        yield Text(f"  {_change(one, change)}", style=_STYLES[what])
    if (more := one.count(what) - shown) > 0:
        yield Text(f"  and {more:,} more {what}")


def _change(one: TableComparison, change: Change) -> str:
    cells = "; ".join(f"{cell.column} {cell.says}" for cell in change.cells)
    places = [
        _place("first", one.before, change.source_before, change.row_before),
        _place("second", one.after, change.source_after, change.row_after),
    ]
    alike = [f"{change.times:,} rows alike"] if change.times > 1 else []
    where = ", ".join([*filter(None, places), *alike])
    return f"{change.what}  {change.told}{f': {cells}' if cells else ''}  ({where})"


def _place(which: str, data: TableData, source: str, number: int | None) -> str:
    """Return where a row stands; the file too, where there are several."""
    if number is None:
        return ""
    file = f" {source}" if len(data.origins) > 1 else ""
    return f"{which}{file} {data.row_word} {number:,}"


def _doubled(one: TableComparison) -> Iterator[RenderableType]:
    if one.doubled.is_empty():
        return
    yield Text("  set apart, as their key stands more than once:", style="red")
    for key in one.doubled_keys(_FEW):
        times = f"{_times(key.before)} in the first, {_times(key.after)} in the second"
        same = f"; {key.unchanged:,} of them unchanged" if key.unchanged else ""
        yield Text(f"    {key.told}: {times}{same}")
    if (more := one.doubled.height - _FEW) > 0:
        yield Text(f"    and {more:,} more such key{'' if more == 1 else 's'}")


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"
