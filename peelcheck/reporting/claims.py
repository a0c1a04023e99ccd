"""Claims held against data, on a terminal."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from peelcheck.claims import (
    Claim,
    ClaimFault,
    ClaimVerdict,
    Held,
    Joint,
    Rivals,
    Verification,
)
from peelcheck.ledger import coverage
from peelcheck.metrics import METRICS
from peelcheck.reporting.annex import coverage_in_words
from peelcheck.verifying.intervals import interval_of
from peelcheck.wording import departures_in_words, number, period_in_words

__all__ = [
    "NO_PROOF",
    "claims_counted",
    "printed_text",
    "subject_of",
    "verification_on_terminal",
]

_STYLES = {
    ClaimVerdict.REPRODUCED: "bold green",
    ClaimVerdict.NOT_REPRODUCED: "bold red",
    ClaimVerdict.IMPOSSIBLE: "bold red",
    ClaimVerdict.NOT_CHECKABLE: "yellow",
}
_LISTED = 20
_CONCERNED = 6
_RIVALS = 4
NO_PROOF = "a combination that prints the figure is a candidate, not proof of its cause"


def verification_on_terminal(verification: Verification) -> RenderableType:
    """Return a verification as something rich prints, claim by claim."""
    parts: list[RenderableType] = [
        Text.assemble(
            (verification.claims_source, "bold"),
            f"   held against {verification.source}, edition {verification.edition}",
        )
    ]
    parts += [
        Text(f"assumption changed  {name} = {value}", style="magenta")
        for name, value in verification.changed_assumptions.items()
    ]
    parts += [Text(f"noted    {one}", style="magenta") for one in verification.notes]
    for one in _listed(verification):
        parts += [Text(""), *_held(one)]
    parts += _unlisted(verification)
    parts += _joint(verification.joint)
    parts += _faults(verification.faults)
    parts += [Text(""), *_general(verification.held)]
    parts += [Text(coverage_in_words(coverage(verification=verification)), "dim")]
    parts += [Text(claims_counted(verification), style="bold")]
    return Group(*parts)


def _general(held: Sequence[Held]) -> Iterator[RenderableType]:
    """Say once what concerns all figures of a kind, and the claims it concerns."""
    claims: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for one in held:
        for caveat in one.figure.caveats if one.figure else ():
            if caveat.general:
                key = (caveat.id, caveat.says, caveat.source)
                claims[key].append(one.claim.id)
    for (name, says, source), concerned in claims.items():
        more = len(concerned) - _CONCERNED
        whom = ", ".join(concerned[:_CONCERNED]) + (f", {more:,} more" * (more > 0))
        yield Text(f"{name}  {says} ({source}) Concerns {whom}.", style="dim")


def _listed(verification: Verification) -> list[Held]:
    """Return the first claims of each verdict, in the order of the file."""
    times: Counter[ClaimVerdict] = Counter()
    listed = []
    for one in verification.held:
        times[one.verdict] += 1
        if times[one.verdict] <= _LISTED:
            listed.append(one)
    return listed


def _unlisted(verification: Verification) -> Iterator[RenderableType]:
    """Say how many claims of each verdict are not listed."""
    for verdict in ClaimVerdict:
        more = verification.count(verdict) - _LISTED
        if more > 0:
            yield Text("")
            says = (
                f"and {more:,} more {verdict.value}, not listed; --format json has all"
            )
            yield Text(says, style=_STYLES[verdict])


def subject_of(claim: Claim) -> str:
    """Return whose figure a claim is about, and of which group."""
    return ", ".join(part for part in (claim.subject, claim.group) if part)


def _held(held: Held) -> Iterator[RenderableType]:
    claim = held.claim
    yield Text.assemble(
        (f"{claim.id}  ", "bold"),
        (held.verdict.value, _STYLES[held.verdict]),
        f"  {subject_of(claim)}: {_printed(held)}",
    )
    where = "; ".join(
        part for part in (claim.where, period_in_words(claim.start, claim.end)) if part
    )
    if where and held.verdict is not ClaimVerdict.REPRODUCED:
        yield Text(f"  printed  {where}", style="dim")
    yield Text(f"  {held.says}")
    if held.unit:
        yield Text(f"  unit     {held.unit} it would be near", style="magenta")
    for statement, says in held.flags:
        yield Text(f"  note     {says} ({statement})", style="cyan")
    for one in held.figure.caveats if held.figure else ():
        if not one.general:
            says = f"{one.id}  {one.says} ({one.source})"
            yield Text(f"  note     {says}", style="cyan")
    if held.rivals is not None:
        yield from _rivals(held, held.rivals)


def printed_text(claim: Claim) -> str:
    """Return a figure as printed, or its two counts where only they are."""
    if claim.printed is not None:
        return claim.printed.text
    counts = (claim.count or 0, claim.of or 0)
    word, (first, second) = ("to", counts[::-1]) if claim.change else ("of", counts)
    return f"{first:,} {word} {second:,}"


def _printed(held: Held) -> str:
    """Return the figure as printed, with its unit and the values that print so."""
    claim = held.claim
    if claim.printed is None:
        text = f"{printed_text(claim)} {claim.unit.text}".rstrip()
        said = {True: ", said to be more", False: ", said to be fewer"}
        return text + (said[claim.more] if claim.more is not None else "")
    within = f" ({held.interval})" if held.interval else ""
    unit = claim.unit.text
    if unit == "per cent" and claim.printed.text.endswith(("%", "cent")):
        unit = ""
    return f"{claim.printed.text} {unit}".rstrip() + within


def _rivals(held: Held, rivals: Rivals) -> Iterator[RenderableType]:
    hits = sum(rivals.hits.values())
    cast = (
        f"{rivals.tried:,} combinations of up to 4 departures tried, "
        f"which print {rivals.distinct:,} different figures"
    )
    yield Text(f"  {hits or 'none'} of {cast}", style="dim")
    for size, count in rivals.hits.items():
        mine = [one for one in rivals.found if len(one.departures) == size]
        for one in mine[:_RIVALS]:
            value = _value(one.value, held)
            by = departures_in_words(one.departures)
            yield Text(f"  reproduced by  {value}  {by}")
        if count > _RIVALS:
            yield Text(f"    and {count - _RIVALS} more of {size} departures", "dim")
    if hits:
        yield Text(f"  {NO_PROOF}", style="dim")


def _value(value: float, held: Held) -> str:
    """Return a value, to more decimals where rounding takes it out of the interval."""
    claim = held.claim
    places = METRICS[claim.metric].places
    shown = number(value, places)
    if claim.printed is None:
        return shown
    interval = interval_of(claim.printed, claim.rounding)
    if Fraction(shown.replace(",", "")) in interval:
        return shown
    return f"{shown} ({number(value, places + 2)})"


def _joint(joint: tuple[Joint, ...]) -> Iterator[RenderableType]:
    if not joint:
        return
    yield Text("")
    yield Text("Departures that print several claims on one metric together", "bold")
    table = Table(box=None, pad_edge=False, show_header=False)
    for one in joint:
        table.add_row(
            one.metric,
            f"{len(one.claims)} of {one.of}",
            departures_in_words(one.departures),
        )
    yield table


def _faults(faults: tuple[ClaimFault, ...]) -> Iterator[RenderableType]:
    if not faults:
        return
    yield Text("")
    yield Text(f"{len(faults)} lines are no claims and were not held", "bold red")
    for one in faults:
        field = f", {one.field}" if one.field else ""
        end = "" if one.says.endswith("?") else "."
        yield Text(f"  {one.place}{field}: {one.says}{end} {one.mend}")


def claims_counted(verification: Verification) -> str:
    """Return how many claims there are of each verdict, and how many are malformed."""
    counts = [
        f"{verification.count(verdict):,} {verdict.value}"
        for verdict in ClaimVerdict
        if verification.count(verdict)
    ]
    if verification.faults:
        counts.append(f"{len(verification.faults)} malformed")
    return ", ".join(counts) or "no claim was held"
