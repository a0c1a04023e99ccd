"""What is known of one thing, line by line, under its name."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

__all__ = ["card"]


def card(title: str, lines: Iterable[tuple[str, str]]) -> RenderableType:
    """Return a title over lines of a word and a text."""
    grid = Grid.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, text in lines:
        grid.add_row(name, Text(text))
    return Group(Text(title, style="bold"), grid)
