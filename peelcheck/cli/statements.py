"""The command that lists the statements of the annex, and what carries each out."""

from __future__ import annotations

from pathlib import Path

import click

from peelcheck.cli.console import show, write
from peelcheck.cli.options import output_options

__all__ = ["statements"]


@click.command("statements")
@output_options("text", "markdown")
def statements(*, form: str, out: Path | None) -> None:
    """List the 49 statements of the annex, and what carries out each of them."""
    from peelcheck.ledger import ledger  # noqa: PLC0415 - when needed
    from peelcheck.reporting import annex  # noqa: PLC0415

    if form == "markdown":
        write(annex.statements_as_markdown(ledger().values()), out)
    else:
        show(annex.statements_page(ledger().values()), out)
