"""What a terminal of some width shows."""

from __future__ import annotations

from rich.console import Console, RenderableType

__all__ = ["lines_of", "printed"]


def printed(what: RenderableType, width: int) -> str:
    """Return what a terminal without colours prints."""
    console = Console(width=width, color_system=None)
    with console.capture() as text:
        console.print(what)
    return text.get()


def lines_of(what: RenderableType, width: int) -> list[str]:
    """Return it line by line, without what fills a line up."""
    return [line.rstrip() for line in printed(what, width).splitlines()]
