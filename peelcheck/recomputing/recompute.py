"""The way of a recomputation: read what is given, work each metric, gather figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from peelcheck.binding import edition_for
from peelcheck.checking import check_return
from peelcheck.checking.run import Told, say_nothing
from peelcheck.conditions import Value
from peelcheck.errors import UsageError
from peelcheck.figures import Figure
from peelcheck.metrics import METRICS
from peelcheck.model import Kind
from peelcheck.reading import read
from peelcheck.recomputing.figures import Figures
from peelcheck.recomputing.splits import overlaps
from peelcheck.recomputing.work import Work
from peelcheck.reference.editions import Edition
from peelcheck.results import Report
from peelcheck.returns import Return
from peelcheck.rules.rulebook import rulebook

__all__ = ["figures_of", "recompute", "recompute_return", "works_of"]


def recompute(
    source: Any,
    *,
    edition: str | None = None,
    kind: str | None = None,
    table: str | None = None,
    columns: Mapping[str, str] | None = None,
    constants: Mapping[str, Any] | None = None,
    manifest: Mapping[str, Any] | str | Path | None = None,
    assume: Mapping[str, Value] | None = None,
) -> Figures:
    """Recompute every figure that a return's tables allow.

    Args:
        source: What `read` takes.
        edition: The edition that defines the metrics; the return's own by default.
        kind: As for `read`, and so `table`, `columns`, `constants` and `manifest`.
        table: The table a single file or frame holds.
        columns: Headers that stand for a column under another name.
        constants: Values of columns that are not there.
        manifest: A manifest file or its contents.
        assume: New values of named assumptions, such as `{"small_number": 50}`.

    Returns:
        The figures: for each force, and for England and Wales unless the return is
        one force's own submission.

    Raises:
        UsageError: An argument cannot mean anything, or no figure can be recomputed.
        UnreadableError: Something cannot be read.

    """
    given = read(
        source,
        table=table,
        columns=columns,
        constants=constants,
        manifest=manifest,
        kind=kind,
        edition=edition,
    )
    return recompute_return(given, edition_for(given.manifest, edition, assume))


def recompute_return(
    given: Return,
    edition: Edition,
    told: Told = say_nothing,
    *,
    report: Report | None = None,
) -> Figures:
    """Recompute every figure that a return, already read, allows.

    It is checked first, so that figures which rest on faults say so.

    Args:
        given: The return.
        edition: The edition.
        told: Called with a few words before each longer piece of work.
        report: What its check gave, where that was made already.

    Raises:
        UsageError: No figure can be recomputed from it.

    """
    if report is None:
        report = check_return(given, edition, rulebook(), told)
    told("recomputing")
    works, reasons = works_of(given, edition, report)
    return figures_of(given, edition, report, works, reasons)


def works_of(
    given: Return, edition: Edition, report: Report
) -> tuple[list[Work], list[str]]:
    """Return the metrics that a checked return allows, and why others are not."""
    works: list[Work] = []
    reasons: list[str] = []
    for metric in METRICS.values():
        if metric.numerator.table not in given.tables:
            continue
        if given.manifest.kind is Kind.SUBMISSION and not metric.of_forces:
            reasons.append(
                f"{metric.id}: given for all forces together alone ({metric.statement})"
            )
        else:
            try:
                works.append(Work.of(metric, given, edition, report))
            except UsageError as error:
                reasons.append(str(error))
    return works, reasons


def figures_of(
    given: Return,
    edition: Edition,
    report: Report,
    works: Iterable[Work],
    reasons: Sequence[str],
) -> Figures:
    """Return the figures of all that `works_of` gives.

    Raises:
        UsageError: There is none.

    """
    figures: list[Figure] = []
    notes: list[str] = []
    for work in works:
        made, said = work.figures()
        figures += made
        notes += [*said, *overlaps(work.metric, edition.changes)]
    if not figures:
        raise _no_figure(given, reasons)
    return Figures(
        source=given.source,
        manifest=given.manifest,
        edition=edition,
        figures=tuple(figures),
        notes=tuple(dict.fromkeys((*notes, *reasons))),
        checked_ok=report.ok,
    )


def _no_figure(given: Return, reasons: Sequence[str]) -> UsageError:
    """Return why a return gives no figure: the first fault, else what it lacks."""
    needed = {metric.numerator.table for metric in METRICS.values()}
    says = f"it takes {' or '.join(sorted(needed))}"
    if needed & set(given.tables):
        says = "no row is one that a metric counts"
    return UsageError(reasons[0] if reasons else f"no figure can be recomputed: {says}")
