"""The command that compares a second delivery of a return with the first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from peelcheck.cli.console import keep_apart, progress, show, write
from peelcheck.cli.exits import FOUND, OK
from peelcheck.cli.options import output_options, reading_options

if TYPE_CHECKING:
    from peelcheck.comparing import Comparison

__all__ = ["diff"]

_EPILOG = """\b
Exit codes of diff:
  0  both were read, whatever the differences
  1  something differs, and --fail-on changed asks for it
  2  wrong use
  3  a delivery could not be read
"""


@click.command("diff", epilog=_EPILOG)
@click.argument("first", type=click.Path(path_type=Path))
@click.argument("second", type=click.Path(path_type=Path))
@reading_options
@output_options("text", "json")
@click.option(
    "--fail-on",
    "fails",
    type=click.Choice(["changed"]),
    help="End with 1 where anything differs, or nothing could be compared.",
)
@click.pass_context
def diff(
    context: click.Context,
    /,
    first: Path,
    second: Path,
    *,
    form: str,
    out: Path | None,
    fails: str | None,
    **options: Any,
) -> None:
    """Compare the delivery in SECOND with the earlier one in FIRST.

    Each is a return, read as check reads it. Say of each table which rows were
    corrected, are new or were withdrawn; keys that stand more than once are set apart.
    """
    from peelcheck.comparing import compared  # noqa: PLC0415 - when needed

    keep_apart((out,), (first, second))
    with progress() as told:
        comparison = compared(first, second, told, **options)
    _show(comparison, form, out)
    context.exit(FOUND if fails and not comparison.same else OK)


def _show(comparison: Comparison, form: str, out: Path | None) -> None:
    if form == "json":
        from peelcheck.reporting.machine import (  # noqa: PLC0415 - when needed
            comparison_in_parts,
        )

        write(comparison_in_parts(comparison), out)
    else:
        from peelcheck.reporting.comparison import (  # noqa: PLC0415 - when needed
            comparison_on_terminal,
        )

        show(comparison_on_terminal(comparison), out)
