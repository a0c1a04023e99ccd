"""The page itself: records are put into templates, in which every text is escaped."""

from __future__ import annotations

from datetime import datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING

from peelcheck.claims import Verification
from peelcheck.errors import MissingExtraError, UsageError
from peelcheck.recomputing import Figures
from peelcheck.reporting.page.claims import claims_of
from peelcheck.reporting.page.figures import blocks_of
from peelcheck.reporting.page.heading import heading_of
from peelcheck.reporting.page.rules import rules_of
from peelcheck.results import Report

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["need_page_libraries", "page_as_html"]


def page_as_html(
    *,
    report: Report | None = None,
    figures: Figures | None = None,
    verification: Verification | None = None,
    no_figures: str = "",
    made: datetime | None = None,
) -> str:
    """Return one HTML page: the verdict, then rules, figures and claims.

    It stands alone: no script, nothing fetched. The same input gives the same bytes.

    Args:
        report: What checking gave.
        figures: What recomputing gave.
        verification: What became of printed figures.
        no_figures: Why there are no figures, to be said in their place.
        made: The time to print in its head, if any.

    Raises:
        MissingExtraError: jinja2 or matplotlib is not installed.
        UsageError: There is nothing to put on the page.

    """
    if not (report or figures or verification):
        message = "a page needs a report, figures or a verification"
        raise UsageError(message)
    environment = _environment()
    blocks, line = blocks_of(figures) if figures else ((), "")
    page = environment.get_template("page.html").render(
        head=heading_of(report, figures, verification, made),
        rules=rules_of(report) if report else None,
        blocks=blocks,
        blocks_line=line,
        no_figures=no_figures,
        claims=claims_of(verification) if verification else None,
    )
    # A file's name may hold bytes that are no text, and then neither can the page.
    return page.encode("utf-8", "replace").decode("utf-8")


def need_page_libraries() -> None:
    """Refuse to begin what would end without a page.

    Raises:
        MissingExtraError: jinja2 or matplotlib is not installed.

    """
    for name in ("jinja2", "matplotlib"):
        if find_spec(name) is None:
            raise MissingExtraError.of(name, "html")


def _environment() -> Environment:
    try:
        import jinja2  # noqa: PLC0415 - optional
    except ImportError:
        raise MissingExtraError.of("jinja2", "html") from None
    return jinja2.Environment(
        loader=jinja2.PackageLoader("peelcheck.reporting.page"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
