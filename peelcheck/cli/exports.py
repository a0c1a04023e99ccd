"""The commands that write the rulebook for other libraries."""

from __future__ import annotations

from pathlib import Path

import click

import peelcheck
from peelcheck.cli.console import show, write
from peelcheck.cli.options import output_options
from peelcheck.errors import UsageError

__all__ = ["schemas", "suites"]


def _write_files(files: dict[Path, str], into: Path | None, folder: Path) -> None:
    if into is None and not Path(peelcheck.__file__).is_relative_to(Path.cwd()):
        message = "this is not the checkout that peelcheck runs from; say --into FOLDER"
        raise UsageError(message)
    into = into or folder
    for name, text in files.items():
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        write(text, into / name)


def _check_files(files: dict[Path, str], folder: Path, again: str) -> None:
    from peelcheck.interop.written import stale  # noqa: PLC0415 - when needed

    old = stale(files, folder)
    if old:
        message = f"{', '.join(map(str, old))} not as the rulebook has it; run {again}"
        raise UsageError(message)
    click.echo(f"{len(files)} file{'s' if len(files) > 1 else ''} fresh")


@click.group("schemas")
def schemas() -> None:
    """Write the rulebook as pandera models, or check that they are fresh."""


@schemas.command("write")
@click.option("--into", type=click.Path(path_type=Path), help="Folder to write into.")
def _schemas_write(into: Path | None) -> None:
    """Write the pandera models [default: into peelcheck/schemas]."""
    from peelcheck.interop.written import (  # noqa: PLC0415 - when needed
        SCHEMA_FOLDER,
        schema_files,
    )

    _write_files(schema_files(), into, SCHEMA_FOLDER)


@schemas.command("check")
def _schemas_check() -> None:
    """Fail where peelcheck/schemas is not as the rulebook has it."""
    from peelcheck.interop.written import (  # noqa: PLC0415 - when needed
        SCHEMA_FOLDER,
        schema_files,
    )

    _check_files(schema_files(), SCHEMA_FOLDER, "peelcheck schemas write")


@schemas.command("left-out")
@output_options("text", "markdown")
def _left_out(*, form: str, out: Path | None) -> None:
    """List the rules that the models or the suites leave out, and why."""
    from peelcheck.interop.left_out import rules_left_out  # noqa: PLC0415 - when needed
    from peelcheck.reporting import exports_page as page  # noqa: PLC0415

    if form == "markdown":
        write(page.left_out_as_markdown(rules_left_out()), out)
    else:
        show(page.left_out_page(rules_left_out()), out)


@click.group("suites")
def suites() -> None:
    """Write the rulebook as Great Expectations suites, or check they are fresh."""


@suites.command("write")
@click.option("--into", type=click.Path(path_type=Path), help="Folder to write into.")
def _suites_write(into: Path | None) -> None:
    """Write the suites [default: into expectations]."""
    from peelcheck.interop.written import (  # noqa: PLC0415 - when needed
        SUITE_FOLDER,
        suite_files,
    )

    _write_files(suite_files(), into, SUITE_FOLDER)


@suites.command("check")
def _suites_check() -> None:
    """Fail where expectations is not as the rulebook has it."""
    from peelcheck.interop.written import (  # noqa: PLC0415 - when needed
        SUITE_FOLDER,
        suite_files,
    )

    _check_files(suite_files(), SUITE_FOLDER, "peelcheck suites write")
