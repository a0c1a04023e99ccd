"""What the exports to other libraries leave out, as a list."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table as Grid

from peelcheck.interop.left_out import Omission

__all__ = ["left_out_as_markdown", "left_out_page"]

_CARRIED = "carried"
_HEAD = ("id", "severity", "pandera", "Great Expectations", "query")


def left_out_page(left_out: Sequence[Omission]) -> RenderableType:
    """Return a line for each rule that an export leaves out, and how many there are."""
    grid = Grid(box=None, pad_edge=False, caption=_counts(left_out))
    for name in _HEAD:
        grid.add_column(name, overflow="fold")
    for one in left_out:
        grid.add_row(*_cells(one))
    return grid


def left_out_as_markdown(left_out: Sequence[Omission]) -> str:
    """Return the same as Markdown."""
    lines = [
        f"{_counts(left_out)}.",
        "",
        f"| {' | '.join(_HEAD)} |",
        "|---|---|---|---|---|",
        *(f"| {' | '.join(_cells(one))} |" for one in left_out),
    ]
    return "\n".join(lines) + "\n"


def _counts(left_out: Sequence[Omission]) -> str:
    by_pandera = sum(bool(one.by_pandera) for one in left_out)
    queries = sum(one.query for one in left_out)
    return (
        f"{by_pandera} rules are left out by the pandera models, {len(left_out)} by "
        f"the suites; {queries} of these have a query"
    )


def _cells(one: Omission) -> tuple[str, ...]:
    query = "yes" if one.query else "no"
    by_pandera = one.by_pandera or _CARRIED
    return one.rule.id, one.rule.severity, by_pandera, one.by_suites, query
