"""The `peelcheck` command: a thin cover over the library.

Only click is loaded here; each command loads what it needs, so `--help` is quick.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from peelcheck import __version__
from peelcheck.cli.comparing import diff
from peelcheck.cli.console import keep_apart, progress, show, warn, write
from peelcheck.cli.exits import (
    CRASHED,
    FOUND,
    INTERRUPTED,
    NOTHING_READ,
    OK,
    WRONG_USE,
)
from peelcheck.cli.exports import schemas, suites
from peelcheck.cli.given import given_in
from peelcheck.cli.options import output_options, source_options
from peelcheck.cli.pages import figures_for_page, page_option, write_page
from peelcheck.cli.profiles import profiles
from peelcheck.cli.sample import sample
from peelcheck.cli.statements import statements
from peelcheck.cli.verifying import verify
from peelcheck.errors import PeelcheckError, UnreadableError

if TYPE_CHECKING:
    from peelcheck.recomputing import Figures

__all__ = ["main"]


_EPILOG = """\b
Exit codes of check:
  0  no errors (queries and notes may stand)
  1  errors found or undecided, or nothing could be evaluated
  2  wrong use
  3  nothing could be read
  4  a rule crashed
"""


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="peelcheck")
def _peelcheck() -> None:
    """Check police data returns against Annex A of HMICFRS PEEL reports.

    PATH is a folder of files, or one CSV, Parquet, XLSX, XLSM or ODS file. Nothing
    leaves this machine, and nothing in PATH is changed.
    """


@_peelcheck.command("check", epilog=_EPILOG)
@source_options()
@output_options("text", "json")
@page_option
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
    page: Path | None,
    **options: Any,
) -> None:
    """Check a return against every rule that applies to it.

    Say where each broken rule is broken, and how to mend it.
    """
    from peelcheck.checking import check_return  # noqa: PLC0415 - when needed
    from peelcheck.rules.rulebook import rulebook  # noqa: PLC0415

    keep_apart((out, page), (path, options["manifest"]))
    with progress() as told:
        given, edition = given_in(path, options, told)
        report = check_return(given, edition, rulebook(), told)
        if page:
            figures, why = figures_for_page(given, edition, report, told)
    if form == "json":
        from peelcheck.reporting.machine import report_as_json  # noqa: PLC0415

        write(report_as_json(report), out)
    else:
        from peelcheck.reporting.findings import report_on_terminal  # noqa: PLC0415

        show(report_on_terminal(report, every_rule=every_rule), out)
    if page:
        write_page(page, report=report, figures=figures, no_figures=why)
    context.exit(CRASHED if report.crashed else OK if report.ok else FOUND)


@_peelcheck.command("recompute")
@source_options()
@output_options("text", "json", "csv")
@page_option
@click.option("--force", metavar="NAME", help="Only this force.")
@click.option("--metric", metavar="NAME", help="Only this metric.")
@click.option(
    "--context",
    "by_force",
    is_flag=True,
    help="One page a force: the figures of the report's pages on a force in context, "
    "beside the total's.",
)
def _recompute(
    path: Path,
    *,
    form: str,
    out: Path | None,
    force: str | None,
    metric: str | None,
    by_force: bool,
    page: Path | None,
    **options: Any,
) -> None:
    """Recompute the figures a return allows, for each force and in total."""
    from peelcheck.checking import check_return  # noqa: PLC0415 - when needed
    from peelcheck.recomputing import recompute_return  # noqa: PLC0415
    from peelcheck.rules.rulebook import rulebook  # noqa: PLC0415

    if by_force and (metric or form != "text"):
        message = "--context prints pages of several metrics, as text alone"
        raise click.UsageError(message)
    keep_apart((out, page), (path, options["manifest"]))
    with progress() as told:
        given, edition = given_in(path, options, told)
        report = check_return(given, edition, rulebook(), told)
        every = recompute_return(given, edition, told, report=report)
        figures = every.only(metric=metric, force=force)
    if not figures.checked_ok:
        warn("this return does not pass `peelcheck check`; its figures rest on faults")
    if by_force:
        from peelcheck.reporting.context import in_context  # noqa: PLC0415

        show(in_context(every, force), out)
    else:
        _give(figures, form, out)
    if page:
        write_page(page, report=report, figures=figures)


def _give(figures: Figures, form: str, out: Path | None) -> None:
    """Print figures, or write them, in one of the forms of `recompute`."""
    from peelcheck.reporting import figures as on_terminal  # noqa: PLC0415
    from peelcheck.reporting import machine  # noqa: PLC0415

    if form == "json":
        write(machine.figures_as_json(figures), out)
    elif form == "csv":
        write(machine.figures_as_csv(figures), out)
    else:
        show(on_terminal.figures_on_terminal(figures), out)


@_peelcheck.command("rules")
@click.option("--table", metavar="NAME", help="Only rules of this table.")
@output_options("text", "markdown")
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
@source_options(required=False)
@click.option("--force", metavar="NAME", help="Force [default: its own, or the total].")
@click.option(
    "--group", metavar="NAME", default="", help="Group, where the metric has some."
)
@click.option("--period", metavar="DAY", help="Last day, where there are several.")
def _explain(
    name: str,
    path: Path | None,
    *,
    force: str | None,
    group: str,
    period: str | None,
    **options: Any,
) -> None:
    """Explain a rule, metric, caveat, statement, table or assumption by its NAME.

    With the PATH of a return, explain how the metric's figure for one force came
    about, exclusion by exclusion. `assumptions` lists the named assumptions.
    """
    if path is None:
        from peelcheck.reporting.explained import explained  # noqa: PLC0415

        show(explained(name), None)
        return
    from peelcheck.recomputing import recompute_return  # noqa: PLC0415 - when needed

    with progress() as told:
        given, edition = given_in(path, options, told)
        figures = recompute_return(given, edition, told)
    click.echo(figures.explain(name, force, group, period=period))


def _named(what: str, name: str, known: Any) -> NoReturn:
    from peelcheck.errors import UnknownNameError  # noqa: PLC0415 - when needed

    raise UnknownNameError.of(what, name, known)


_peelcheck.add_command(verify)
_peelcheck.add_command(diff)
_peelcheck.add_command(profiles)
_peelcheck.add_command(sample)
_peelcheck.add_command(statements)
_peelcheck.add_command(schemas)
_peelcheck.add_command(suites)


def main() -> NoReturn:
    """Run the command; turn whatever goes wrong into a message and an exit code."""
    try:
        with _peelcheck.make_context("peelcheck", sys.argv[1:]) as context:
            _peelcheck.invoke(context)
        sys.stdout.flush()
        sys.exit(OK)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(WRONG_USE)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # What is left to flush at exit goes nowhere, as the reader went away.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
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
