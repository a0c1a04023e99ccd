"""The option that writes a page beside what a command prints."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from peelcheck.cli.console import write
from peelcheck.errors import UsageError

if TYPE_CHECKING:
    from peelcheck.recomputing import Figures
    from peelcheck.reference.editions import Edition
    from peelcheck.results import Report
    from peelcheck.returns import Return

__all__ = ["figures_for_page", "page_option", "write_page"]

_Command = TypeVar("_Command", bound=Callable[..., Any])


def _ready(_: click.Context, __: click.Parameter, page: Path | None) -> Path | None:
    """Refuse before the work begins where the page could not be drawn after it."""
    if page is not None:
        from peelcheck.reporting.page import (  # noqa: PLC0415 - when needed
            need_page_libraries,
        )

        need_page_libraries()
    return page


def page_option(command: _Command) -> _Command:
    """Give a command --html."""
    return click.option(
        "--html",
        "page",
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False),
        callback=_ready,
        help="Page to write as well: verdict, rules, figures, charts in one file.",
    )(command)


def figures_for_page(
    given: Return, edition: Edition, report: Report, told: Callable[[str], None]
) -> tuple[Figures | None, str]:
    """Return the figures that a checked return allows, or why it allows none."""
    from peelcheck.recomputing import recompute_return  # noqa: PLC0415 - when needed

    try:
        return recompute_return(given, edition, told, report=report), ""
    except UsageError as error:
        return None, str(error)


def write_page(page: Path, **parts: Any) -> None:
    """Write a page; `parts` are those of `page_as_html`."""
    from peelcheck.reporting.page import page_as_html  # noqa: PLC0415 - when needed

    write(page_as_html(**parts), page)
