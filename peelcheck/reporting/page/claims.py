"""The claims on the page: the verdict on each, what it rests on, and its rivals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peelcheck.claims import ClaimVerdict, Held, Integers, Joint, Rivals, Verification
from peelcheck.metrics import METRICS
from peelcheck.reporting.claims import (
    NO_PROOF,
    claims_counted,
    printed_text,
    subject_of,
)
from peelcheck.reporting.page.sheets import Sheet, capped, listed, sheet, sheet_of_some
from peelcheck.wording import (
    departures_in_words,
    integers_in_words,
    number,
    period_in_words,
)

__all__ = ["Claimed", "Claims", "claims_of"]

CLAIMS = 500
DETAILED = 100
RIVALS = 8
JOINT = 40
FAULTS = 100
_PROOF = f"{NO_PROOF[0].upper()}{NO_PROOF[1:]}."
_SYMBOLS = {
    ClaimVerdict.REPRODUCED: "✓",
    ClaimVerdict.NOT_REPRODUCED: "✗",
    ClaimVerdict.IMPOSSIBLE: "‼",
    ClaimVerdict.NOT_CHECKABLE: "?",
}
_GRAVEST = (
    ClaimVerdict.IMPOSSIBLE,
    ClaimVerdict.NOT_REPRODUCED,
    ClaimVerdict.NOT_CHECKABLE,
    ClaimVerdict.REPRODUCED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A claim as the page shows it.

    Attributes:
        id: Its name.
        verdict: A symbol and what became of it.
        says: Why, in one sentence.
        facts: What was printed, and what follows from the data: terms and texts.
        rivals: The departures that print it, if there was a search.
        cast: How wide that search was cast, and what its hits are worth.

    """

    id: str
    verdict: str
    says: str
    facts: tuple[tuple[str, str], ...]
    rivals: Sheet | None
    cast: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """All claims as the page shows them.

    Attributes:
        counted: How many there are of each verdict.
        main: The claims in the order of their file.
        detailed: The claims one by one, the gravest first.
        line: How many of them are shown, where not all are.
        joint: The departures that print several claims together.
        proof: What such departures are worth.
        faults: The lines that are no claims.

    """

    counted: str
    main: Sheet
    detailed: tuple[Claimed, ...]
    line: str
    joint: Sheet | None
    proof: str
    faults: Sheet | None


def claims_of(verification: Verification) -> Claims:
    """Return the claims of a verification as the page shows them."""
    held = verification.held
    by_gravity = sorted(held, key=lambda one: _GRAVEST.index(one.verdict))
    shown, line = capped(by_gravity, DETAILED)
    return Claims(
        counted=claims_counted(verification),
        main=_main(held),
        detailed=tuple(_claimed(one) for one in shown),
        line=line,
        joint=_joint(verification.joint),
        proof=_PROOF,
        faults=_faults(verification),
    )


def _verdict(held: Held) -> str:
    return f"{_SYMBOLS[held.verdict]}\N{NO-BREAK SPACE}{held.verdict.value}"


def _value(held: Held) -> str:
    metric = METRICS.get(held.claim.metric)
    return number(held.value, metric.places if metric else 3)


def _main(held: Sequence[Held]) -> Sheet:
    rows = [
        (
            one.claim.id,
            subject_of(one.claim),
            printed_text(one.claim),
            one.claim.unit.text,
            _value(one),
            one.interval or "-",
            _verdict(one),
        )
        for one in held
    ]
    heads = ["Claim", "Of whom", "Printed#", "Unit", "Recomputed#"]
    heads += ["Values that print so", "Verdict"]
    return sheet_of_some("The claims and their verdicts", heads, rows, CLAIMS)


def _claimed(held: Held) -> Claimed:
    return Claimed(
        id=held.claim.id,
        verdict=_verdict(held),
        says=held.says,
        facts=tuple((term, text) for term, text in _facts(held) if text),
        rivals=_rivals(held, held.rivals) if held.rivals else None,
        cast=_cast(held.rivals) if held.rivals else "",
    )


def _facts(held: Held) -> Iterator[tuple[str, str]]:
    claim = held.claim
    yield "Of whom", subject_of(held.claim)
    yield "Printed", f"{printed_text(held.claim)} {claim.unit.text}".rstrip()
    so = f"{held.interval}, rounded {claim.rounding.value}" if held.interval else ""
    yield "Metric", claim.metric
    yield "Printed where", claim.where
    yield "Period", period_in_words(claim.start, claim.end)
    yield "Rests on", "; ".join(claim.evidence)
    yield "Values that print so", so
    yield "Recomputed", "" if held.value is None else _value(held)
    yield "Counts above the line that would print it", _integers(held.numerators)
    yield "Counts below the line that would print it", _integers(held.denominators)
    yield "Unit", f"{held.unit} it would be near" if held.unit else ""
    for statement, says in held.flags:
        yield f"To know ({statement})", says
    for caveat in held.figure.caveats if held.figure else ():
        yield f"To know ({caveat.source})", f"{caveat.id}: {caveat.says}"


def _integers(integers: Integers | None) -> str:
    if integers is None:
        return ""
    return integers_in_words(integers) if integers else "none"


def _rivals(held: Held, rivals: Rivals) -> Sheet | None:
    """Return the first rivals of each number of departures, the fewest first."""
    rows, hits = [], sum(rivals.hits.values())
    for size in sorted({len(one.departures) for one in rivals.found}):
        mine = [one for one in rivals.found if len(one.departures) == size]
        rows += [
            (
                f"{size:,}",
                departures_in_words(one.departures),
                number(one.value, METRICS[held.claim.metric].places),
                f"{one.numerator:,}",
                f"{one.denominator:,}",
            )
            for one in mine[:RIVALS]
        ]
    heads = ("Departures#", "Reproduced by", "Value#", "Count#", "People#")
    line = listed(len(rows), hits)
    caption = f"Ways to print {printed_text(held.claim)}"
    return sheet(caption, heads, rows, line=line) if rows else None


def _cast(rivals: Rivals) -> str:
    hits = sum(rivals.hits.values())
    by_size = ", ".join(
        f"{count:,} of {size:,} departure{'' if size == 1 else 's'}"
        for size, count in sorted(rivals.hits.items())
        if count
    )
    found = f"{hits:,} print this one: {by_size}. {_PROOF}" if hits else "None does so."
    return (
        f"{rivals.tried:,} combinations of departures were tried; they print "
        f"{rivals.distinct:,} different figures. {found}"
    )


def _joint(joint: Sequence[Joint]) -> Sheet | None:
    rows = [
        (
            one.metric,
            departures_in_words(one.departures),
            f"{len(one.claims):,} of {one.of:,}",
            ", ".join(one.claims),
        )
        for one in joint
    ]
    heads = ("Metric", "Reproduced by", "Claims", "Which")
    caption = "Departures that print several claims on one metric together"
    return sheet_of_some(caption, heads, rows, JOINT) if rows else None


def _faults(verification: Verification) -> Sheet | None:
    rows = [
        (one.place, one.field, one.text, one.says, one.mend)
        for one in verification.faults
    ]
    heads = ("Line", "Field", "Text", "What is wrong", "To mend it")
    caption = f"Lines of {verification.claims_source} that are no claims, and not held"
    return sheet_of_some(caption, heads, rows, FAULTS) if rows else None
