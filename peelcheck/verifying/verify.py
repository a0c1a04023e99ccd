"""The way of a verification: read claims and data, recompute, hold each claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from peelcheck.binding import edition_for
from peelcheck.checking import check_return
from peelcheck.checking.run import Told, say_nothing
from peelcheck.claims import Claim, Held, Verification
from peelcheck.conditions import Value
from peelcheck.errors import UsageError
from peelcheck.reading import read
from peelcheck.reading.claims import Claims
from peelcheck.recomputing.figures import Figures
from peelcheck.recomputing.recompute import figures_of, works_of
from peelcheck.recomputing.work import Work
from peelcheck.reference.editions import Edition
from peelcheck.results import Report
from peelcheck.returns import Return
from peelcheck.rules.rulebook import rulebook
from peelcheck.verifying.arithmetic_claims import (
    beside_another,
    intersected,
    on_its_own,
)
from peelcheck.verifying.joint import Party, joint_view
from peelcheck.verifying.metric_claims import against_figure
from peelcheck.verifying.sources import claims_from
from peelcheck.verifying.usage import barred, flagged
from peelcheck.verifying.ways import Ways

__all__ = ["verify", "verify_return"]

Grounds = dict[str, dict[date | None, Ways]]


def verify(
    claims: Any,
    data: Any,
    *,
    edition: str | None = None,
    kind: str | None = None,
    assume: Mapping[str, Value] | None = None,
) -> Verification:
    """Hold printed figures against the data, and against their own arithmetic.

    Args:
        claims: A claims file, CSV or TOML; one mapping of its fields a claim; or a
            table of published figures, in any form that `read` takes.
        data: The return, as `read` takes it, or already read where more must be said.
        edition: The edition that defines the metrics; the return's own by default.
        kind: The kind of return, where no manifest says it.
        assume: New values of named assumptions.

    Returns:
        For each claim whether it is reproduced, not reproduced (and what would
        reproduce it), impossible or not checkable; and the lines that are no claims.

    Raises:
        UsageError: An argument cannot mean anything.
        UnreadableError: The claims or the data cannot be read.

    """
    given = read(data, kind=kind, edition=edition)
    return verify_return(
        claims_from(claims), given, edition_for(given.manifest, edition, assume)
    )


def verify_return(
    claims: Claims,
    given: Return,
    edition: Edition,
    told: Told = say_nothing,
    *,
    report: Report | None = None,
) -> Verification:
    """Hold claims, already read, against a return, already read.

    Args:
        claims: The claims.
        given: The return.
        edition: The edition.
        told: Called with a few words before each longer piece of work.
        report: What the return's check gave, where that was made already.

    """
    if report is None:
        report = check_return(given, edition, rulebook(), told)
    works, lacking = works_of(given, edition, report)
    grounds, figures = _grounds(works), None
    if grounds:
        told("recomputing")
        try:
            figures = figures_of(given, edition, report, works, lacking)
        except UsageError as error:  # the claims that need none are still held
            lacking = [*lacking, str(error)]
    held, parties = [], []
    for number, claim in enumerate(claims.claims, 1):
        told(f"claim {number} of {len(claims.claims)}")
        one, party = _held(claim, figures, grounds)
        held.append(flagged(one, edition))
        parties += [party] if party else []
    held, notes = _compared(held, edition)
    return Verification(
        source=given.source,
        claims_source=claims.source,
        edition=edition.name,
        held=tuple(held),
        faults=tuple(claims.faults),
        joint=joint_view(parties),
        notes=_once(claims.notes, _faulty(report), _taken(figures), lacking, notes),
        changed_assumptions=edition.changes,
    )


def _grounds(works: Iterable[Work]) -> Grounds:
    """Return the ways of each metric that has any rows, by period."""
    return {
        work.metric.id: {
            end: Ways(work, end, "", "", work.metric.of or 1) for end in work.periods
        }
        for work in works
        if work.periods
    }


def _held(
    claim: Claim, figures: Figures | None, grounds: Grounds
) -> tuple[Held, Party | None]:
    """Return what became of one claim, and its party in the joint view."""
    if one := barred(claim):
        return one, None
    if not claim.metric:
        return on_its_own(claim), None
    ways = _ways(claim, grounds)
    found = against_figure(claim, figures, ways)
    if ways is None or found.held.figure is None or claim.printed is None:
        return found.held, None
    return found.held, Party(claim, ways, found.search)


def _ways(claim: Claim, grounds: Grounds) -> Ways | None:
    """Return the ways of making a claim's figure, from the rows of its period."""
    periods = grounds.get(claim.metric, {})
    ends = [end for end in periods if end is not None]
    end = ends[0] if claim.end is None and len(ends) == 1 else claim.end
    if end not in periods and not ends:
        end = None  # its rows have no period of their own
    if end not in periods:
        return None
    return periods[end].about(claim.subject, claim.group, claim.unit.per or 1)


def _compared(held: Sequence[Held], edition: Edition) -> tuple[list[Held], list[str]]:
    """Return the claims held against one another: of one quantity, and of one base."""
    claims = {one.claim.id: one.claim for one in held}
    band = float(str(edition.value("assumptions.same_quantity_band")))
    done = [
        beside_another(one, claims[one.claim.beside], band)
        if one.claim.beside in claims
        else one
        for one in held
    ]
    return intersected(done)


def _once(*notes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for several in notes for one in several))


def _taken(figures: Figures | None) -> tuple[str, ...]:
    return figures.notes if figures else ()


def _faulty(report: Report) -> list[str]:
    if report.ok:
        return []
    return ["this return does not pass its check; its figures rest on faults"]
