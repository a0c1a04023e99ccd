"""The `peelcheck` command: a thin cover over the library.

Only click is loaded here; each command loads what it needs, so `--help` is quick.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from peelcheck import __version__
from peelcheck.console import progress, show, warn, write
from peelcheck.errors import PeelcheckError, UnreadableError, UsageError

if TYPE_CHECKING:
    from peelcheck.returns import Return

__all__ = ["main"]

OK, FOUND, WRONG_USE, NOTHING_READ, CRASHED, INTERRUPTED = 0, 1, 2, 3, 4, 130

_Command = TypeVar("_Command", bound=Callable[..., Any])

_EPILOG = """\b
Exit codes of check:
  0  no errors (queries and notes may stand)
  1  errors found, or nothing could be evaluated
  2  wrong use
  3  nothing could be read
  4  a rule crashed
"""


def _pairs(
    _: click.Context, option: click.Parameter, given: tuple[str, ...]
) -> dict[str, str]:
    """Take `name=value` options apart."""
    pairs = {}
    for text in given:
        name, sign, value = text.partition("=")
        if not sign or not name.strip() or not value.strip():
            message = f"{text!r} is not of the form NAME=VALUE"
            raise click.BadParameter(message, param=option)
        pairs[name.strip()] = value.strip()
    return pairs


_SOURCE_OPTIONS = (
    click.argument("path", type=click.Path(path_type=Path)),
    click.option(
        "--edition",
        metavar="NAME",
        help="Edition of the annex [default: the return's].",
    ),
    click.option(
        "--kind",
        type=click.Choice(["submission", "collection", "publication"]),
        help="Kind of return, where no manifest says it.",
    ),
    click.option("--table", metavar="NAME", help="Table a single file holds."),
    click.option(
        "--column",
        "columns",
        metavar="HEADER=COLUMN",
        multiple=True,
        callback=_pairs,
        help="Column that a header of the file stands for; repeatable.",
    ),
    click.option(
        "--constant",
        "constants",
        metavar="COLUMN=VALUE",
        multiple=True,
        callback=_pairs,
        help="Value of a column the file does not have; repeatable.",
    ),
    click.option(
        "--manifest",
        type=click.Path(path_type=Path),
        help="Manifest to use in place of the folder's own.",
    ),
    click.option(
        "--assume",
        metavar="NAME=VALUE",
        multiple=True,
        callback=_pairs,
        help="New value of a named assumption; repeatable. `peelcheck explain "
        "assumptions` lists them.",
    ),
)


def _source_options(command: _Command) -> _Command:
    for option in reversed(_SOURCE_OPTIONS):
        command = option(command)
    return command


def _output_options(*formats: str) -> Callable[[_Command], _Command]:
    def decorate(command: _Command) -> _Command:
        command = click.option(
            "--out",
            type=click.Path(path_type=Path, dir_okay=False),
            help="File to write instead of the terminal.",
        )(command)
        return click.option(
            "--format",
            "form",
            type=click.Choice(formats),
            default=formats[0],
            show_default=True,
            help="What to print.",
        )(command)

    return decorate


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="peelcheck")
def _peelcheck() -> None:
    """Check police data returns against Annex A of HMICFRS PEEL reports.

    PATH is a folder with a manifest.toml, or one CSV or Parquet file. Nothing leaves
    this machine, and nothing in PATH is changed.
    """


@_peelcheck.command("check", epilog=_EPILOG)
@_source_options
@_output_options("text", "json")
@click.option("--all", "every_rule", is_flag=True, help="List every rule's verdict.")
@click.pass_context
def _check(
    context: click.Context,
    /,
    path: Path,
    *,
    form: str,
    out: Path | None,
    every_rule: bool,
    **options: Any,
) -> None:
    """Check a return against every rule that applies to it.

    Say where each broken rule is broken, and how to mend it.
    """
    from peelcheck.binding import edition_for  # noqa: PLC0415 - when needed
    from peelcheck.checking import check_return  # noqa: PLC0415
    from peelcheck.rules.rulebook import rulebook  # noqa: PLC0415

    with progress() as told:
        given = _read(path, options, told)
        edition = edition_for(given.manifest, options["edition"], options["assume"])
        report = check_return(given, edition, rulebook(), told)
    if form == "json":
        from peelcheck.reporting.machine import report_as_json  # noqa: PLC0415

        write(report_as_json(report), out)
    else:
        from peelcheck.reporting.findings import report_on_terminal  # noqa: PLC0415

        show(report_on_terminal(report, every_rule=every_rule), out)
    context.exit(CRASHED if report.crashed else OK if report.ok else FOUND)


@_peelcheck.command("recompute")
@_source_options
@_output_options("text", "json", "csv")
@click.option("--force", metavar="NAME", help="Only this force.")
@click.option("--metric", metavar="NAME", help="Only this metric.")
def _recompute(
    path: Path,
    *,
    form: str,
    out: Path | None,
    force: str | None,
    metric: str | None,
    **options: Any,
) -> None:
    """Recompute the figures a return allows, for each force and in total."""
    from peelcheck.binding import edition_for  # noqa: PLC0415 - when needed
    from peelcheck.checking import check_return  # noqa: PLC0415
    from peelcheck.recomputing import recompute_return  # noqa: PLC0415
    from peelcheck.rules.rulebook import rulebook  # noqa: PLC0415

    with progress() as told:
        given = _read(path, options, told)
        edition = edition_for(given.manifest, options["edition"], options["assume"])
        report = check_return(given, edition, rulebook(), told)
        told("recomputing")
        figures = recompute_return(given, edition).only(metric=metric, force=force)
    if not report.ok:
        warn("this return does not pass `peelcheck check`; its figures rest on faults")
    if form == "json":
        from peelcheck.reporting.machine import figures_as_json  # noqa: PLC0415

        write(figures_as_json(figures), out)
    elif form == "csv":
        from peelcheck.reporting.machine import figures_as_csv  # noqa: PLC0415

        write(figures_as_csv(figures), out)
    else:
        from peelcheck.reporting.figures import figures_on_terminal  # noqa: PLC0415

        show(figures_on_terminal(figures), out)


@_peelcheck.command("rules")
@click.option("--table", metavar="NAME", help="Only rules of this table.")
@_output_options("text", "markdown")
def _rules(*, table: str | None, form: str, out: Path | None) -> None:
    """List the rulebook: id, annex statement, basis, severity, sentence."""
    from peelcheck.reporting import rulebook_page as page  # noqa: PLC0415 - when needed
    from peelcheck.rules.rulebook import rulebook  # noqa: PLC0415

    rules = [rule for rule in rulebook() if table in (None, rule.table)]
    if table and not rules:
        _named("table", table, {rule.table for rule in rulebook() if rule.table})
    if form == "markdown":
        write(page.rules_as_markdown(rules), out)
    else:
        show(page.rules_page(rules), out)


@_peelcheck.command("tables")
@click.argument("name", required=False)
def _tables(name: str | None) -> None:
    """List the tables, or the columns of the table NAME with units and values."""
    from peelcheck.reporting import rulebook_page as page  # noqa: PLC0415 - when needed
    from peelcheck.tables import TABLES  # noqa: PLC0415

    if name is None:
        show(page.tables_page(TABLES.values()), None)
    elif name in TABLES:
        show(page.table_explained(TABLES[name]), None)
    else:
        _named("table", name, TABLES)


@_peelcheck.command("explain")
@click.argument("name")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--force", metavar="NAME", default="England and Wales", show_default=True)
@click.option("--group", metavar="NAME", default="", help="Group, for a ratio.")
def _explain(name: str, path: Path | None, *, force: str, group: str) -> None:
    """Explain a rule, metric, statement or assumption by its NAME.

    With the PATH of a return, explain how the metric's figure for one force came
    about, exclusion by exclusion. `assumptions` lists the named assumptions.
    """
    if path is None:
        from peelcheck.reporting.rulebook_page import explained  # noqa: PLC0415

        show(explained(name), None)
        return
    from peelcheck.recomputing import recompute  # noqa: PLC0415 - when needed

    with progress() as told:
        told(f"reading {path.name}")
        text = recompute(path).explain(name, force, group)
    click.echo(text)


def _write_files(files: dict[Path, str], into: Path) -> None:
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


@_peelcheck.group("schemas")
def _schemas() -> None:
    """Write the rulebook as pandera models, or check that they are fresh."""


@_schemas.command("write")
@click.option("--into", type=click.Path(path_type=Path), help="Folder to write into.")
def _schemas_write(into: Path | None) -> None:
    """Write the pandera models [default: into peelcheck/schemas]."""
    from peelcheck.interop.written import (  # noqa: PLC0415 - when needed
        SCHEMA_FOLDER,
        schema_files,
    )

    _write_files(schema_files(), into or SCHEMA_FOLDER)


@_schemas.command("check")
def _schemas_check() -> None:
    """Fail where peelcheck/schemas is not as the rulebook has it."""
    from peelcheck.interop.written import (  # noqa: PLC0415 - when needed
        SCHEMA_FOLDER,
        schema_files,
    )

    _check_files(schema_files(), SCHEMA_FOLDER, "peelcheck schemas write")


@_peelcheck.group("suites")
def _suites() -> None:
    """Write the rulebook as Great Expectations suites, or check they are fresh."""


@_suites.command("write")
@click.option("--into", type=click.Path(path_type=Path), help="Folder to write into.")
def _suites_write(into: Path | None) -> None:
    """Write the suites [default: into expectations]."""
    from peelcheck.interop.written import (  # noqa: PLC0415 - when needed
        SUITE_FOLDER,
        suite_files,
    )

    _write_files(suite_files(), into or SUITE_FOLDER)


@_suites.command("check")
def _suites_check() -> None:
    """Fail where expectations is not as the rulebook has it."""
    from peelcheck.interop.written import (  # noqa: PLC0415 - when needed
        SUITE_FOLDER,
        suite_files,
    )

    _check_files(suite_files(), SUITE_FOLDER, "peelcheck suites write")


def _named(what: str, name: str, known: Any) -> NoReturn:
    from peelcheck.errors import UnknownNameError  # noqa: PLC0415 - when needed

    raise UnknownNameError.of(what, name, known)


def _read(
    path: Path, options: Mapping[str, Any], told: Callable[[str], None]
) -> Return:
    from peelcheck.reading import read  # noqa: PLC0415 - when needed

    told(f"reading {path.name}")
    names = ("edition", "kind", "table", "columns", "constants", "manifest")
    return read(path, **{name: options[name] for name in names})


def main() -> NoReturn:
    """Run the command; turn whatever goes wrong into a message and an exit code."""
    try:
        sys.exit(_peelcheck.main(standalone_mode=False) or OK)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(WRONG_USE)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115
        sys.exit(OK)
    except UnreadableError as error:
        _fail(str(error), NOTHING_READ)
    except PeelcheckError as error:
        _fail(str(error), WRONG_USE)
    except Exception as error:
        if os.environ.get("PEELCHECK_DEBUG"):
            raise
        says = f"peelcheck itself failed ({type(error).__name__}: {error})"
        _fail(f"{says}; set PEELCHECK_DEBUG=1 to see where, and report it", CRASHED)


def _fail(message: str, code: int) -> NoReturn:
    click.secho(f"peelcheck: {message}", fg="red", err=True)
    sys.exit(code)
