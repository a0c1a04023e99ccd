"""The command that holds printed figures against a return."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from peelcheck.cli.console import keep_apart, progress, show, write
from peelcheck.cli.exits import FOUND, NOTHING_READ, OK
from peelcheck.cli.given import given_in
from peelcheck.cli.options import output_options, source_options
from peelcheck.cli.pages import figures_for_page, page_option, write_page

if TYPE_CHECKING:
    from peelcheck.claims import Verification

__all__ = ["verify"]

_EPILOG = """\b
Exit codes of verify:
  0  claims were held, whatever the verdicts
  1  a verdict, or malformed lines, that --fail-on names
  2  wrong use
  3  the claims or the data could not be read, or no line is a claim
"""
_FAILS = ("not-reproduced", "impossible", "not-checkable", "malformed")


@click.command("verify", epilog=_EPILOG)
@click.argument("claims", type=click.Path(path_type=Path))
@source_options()
@output_options("text", "json")
@page_option
@click.option(
    "--fail-on",
    "fails",
    type=click.Choice(_FAILS),
    multiple=True,
    help="Verdict, or malformed lines, to end with 1 for; repeatable.",
)
@click.pass_context
def verify(
    context: click.Context,
    /,
    claims: Path,
    path: Path,
    *,
    form: str,
    out: Path | None,
    page: Path | None,
    fails: tuple[str, ...],
    **options: Any,
) -> None:
    """Hold the printed figures of CLAIMS against the return in PATH.

    CLAIMS is a CSV or TOML file with a figure a line, as printed: whose, of which
    metric or of which two counts, in which unit, for which period, printed where. Each
    is reproduced, not reproduced (then with the departures from the metric that would
    print it), impossible, or not checkable.
    """
    from peelcheck.checking import check_return  # noqa: PLC0415 - when needed
    from peelcheck.rules.rulebook import rulebook  # noqa: PLC0415
    from peelcheck.verifying import claims_from, verify_return  # noqa: PLC0415 - late

    keep_apart((out, page), (claims, path, options["manifest"]))
    with progress() as told:
        told(f"reading {claims.name}")
        read = claims_from(claims)
        given, edition = given_in(path, options, told)
        report = check_return(given, edition, rulebook(), told)
        verification = verify_return(read, given, edition, told, report=report)
        if page:
            figures, why = figures_for_page(given, edition, report, told)
    _show(verification, form, out)
    if page:
        write_page(
            page,
            report=report,
            figures=figures,
            verification=verification,
            no_figures=why,
        )
    context.exit(_exit_code(verification, fails))


def _show(verification: Verification, form: str, out: Path | None) -> None:
    if form == "json":
        from peelcheck.reporting.machine import (  # noqa: PLC0415 - when needed
            verification_as_json,
        )

        write(verification_as_json(verification), out)
    else:
        from peelcheck.reporting.claims import (  # noqa: PLC0415 - when needed
            verification_on_terminal,
        )

        show(verification_on_terminal(verification), out)


def _exit_code(verification: Verification, fails: tuple[str, ...]) -> int:
    if not verification.held:
        return NOTHING_READ
    found = {one.verdict.value.replace(" ", "-") for one in verification.held}
    if verification.faults:
        found.add("malformed")
    return FOUND if found & set(fails) else OK
