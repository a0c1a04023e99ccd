"""Claims held against their own arithmetic, for want of data to hold them against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from peelcheck.claims import Claim, ClaimVerdict, Held, Integers
from peelcheck.verifying.intervals import (
    Interval,
    in_decimals,
    interval_of,
    possible_denominators,
    possible_numerators,
)
from peelcheck.verifying.units import per_head, unit_named, units_that
from peelcheck.verifying.usage import barred
from peelcheck.wording import integers_in_words

__all__ = ["beside_another", "intersected", "on_its_own"]


def on_its_own(claim: Claim) -> Held:
    """Return what a claim's own numbers say of it."""
    if claim.change:
        return _change(claim)
    if claim.printed is None:
        return _two_counts(claim)
    per = claim.unit.per
    if claim.count is None and claim.of is None:
        says = "no table of the return holds it, and it prints no count to divide"
        return _held(claim, ClaimVerdict.NOT_CHECKABLE, says)
    if per is None:
        says = "its unit does not say per how many, so its counts cannot be divided"
        return _held(claim, ClaimVerdict.NOT_CHECKABLE, says)
    interval = interval_of(claim.printed, claim.rounding)
    if claim.count is None:
        found = possible_numerators(claim.of or 1, interval, per)
        return _possible(claim, interval, numerators=found)
    if claim.of is None:
        found = possible_denominators(claim.count, interval, per)
        return _possible(claim, interval, denominators=found)
    return _share(claim, interval, Fraction(claim.count * per, claim.of))


def _held(claim: Claim, verdict: ClaimVerdict, says: str) -> Held:
    return Held(claim=claim, verdict=verdict, says=says)


def _words(interval: Interval, claim: Claim) -> str:
    places = claim.printed.places if claim.printed else 0
    return interval.in_words(places + 1)


def _share(claim: Claim, interval: Interval, value: Fraction) -> Held:
    """Return whether two counts print the figure, and if not whether any could."""
    counts = f"{claim.count:,} of {claim.of:,}"
    per = claim.unit.per or 1
    able = possible_numerators(claim.of or 1, interval, per)
    shown = f"{counts} is {in_decimals(value, _places(claim))}"
    held = Held(
        claim=claim,
        verdict=ClaimVerdict.REPRODUCED,
        says=f"{shown} {unit_named(per)}",
        value=float(value),
        interval=_words(interval, claim),
        numerators=able,
    )
    if value in interval:
        return held
    if not able:
        says = f"no whole number of {claim.of:,} gives it; {held.says}"
        return replace(held, verdict=ClaimVerdict.IMPOSSIBLE, says=says)
    says = f"{held.says}; it would take {integers_in_words(able)} of {claim.of:,}"
    return replace(held, verdict=ClaimVerdict.NOT_REPRODUCED, says=says)


def _possible(
    claim: Claim,
    interval: Interval,
    *,
    numerators: Integers | None = None,
    denominators: Integers | None = None,
) -> Held:
    """Return the whole numbers that could stand where none is printed."""
    found = numerators if numerators is not None else denominators
    held = Held(
        claim=claim,
        verdict=ClaimVerdict.IMPOSSIBLE,
        says="",
        interval=_words(interval, claim),
        numerators=numerators,
        denominators=denominators,
    )
    words = integers_in_words(found) if found else "no whole number"
    if denominators is not None:
        parts = f"{claim.count:,} of {words}"
        missing = "what it is a share of"
        if claim.base:
            missing = f"the number of {claim.base}"
    else:
        parts, missing = f"{words} of {claim.of:,}", "the count"
    if not found:
        return replace(held, says=f"{parts} gives it")
    says = f"possible: {parts} prints it; {missing} is in no table of the return"
    return replace(held, verdict=ClaimVerdict.NOT_CHECKABLE, says=says)


def _two_counts(claim: Claim) -> Held:
    """Return what two counts without a figure say: a part is no more than its whole."""
    count, of = claim.count or 0, claim.of or 1
    if count > of:
        says = f"{count:,} is more than the {of:,} it is of"
        return _held(claim, ClaimVerdict.IMPOSSIBLE, says)
    share = in_decimals(Fraction(count * 100, of), 2)
    says = f"possible: {count:,} of {of:,} is {share} per cent; neither count is in "
    return _held(claim, ClaimVerdict.NOT_CHECKABLE, says + "a table of the return")


def _change(claim: Claim) -> Held:
    """Return whether a change from one count to another is as printed."""
    if claim.count is None or claim.of is None:
        says = "a change needs the counts before and after it"
        return _held(claim, ClaimVerdict.NOT_CHECKABLE, says)
    change = claim.count - claim.of
    share = Fraction(change * 100, claim.of)
    value = share if claim.unit.per or not claim.printed else Fraction(change)
    sign = "+" if change > 0 else ""
    says = f"{claim.of:,} to {claim.count:,} is {change:+,}, or {sign}"
    held = Held(
        claim=claim,
        verdict=ClaimVerdict.NOT_CHECKABLE,
        says=f"{says}{in_decimals(share, _places(claim) - 1)} per cent",
        value=float(value),
    )
    if claim.more is not None:
        same = change > 0 if claim.more else change < 0
        return replace(held, verdict=_verdict(same=same))
    if claim.printed is None:
        return replace(held, says=f"{held.says}; no figure is printed to hold it to")
    interval = interval_of(claim.printed, claim.rounding)
    return replace(
        held,
        verdict=_verdict(same=value in interval),
        interval=_words(interval, claim),
    )


def _verdict(*, same: bool) -> ClaimVerdict:
    return ClaimVerdict.REPRODUCED if same else ClaimVerdict.NOT_REPRODUCED


def _places(claim: Claim) -> int:
    return claim.printed.places + 2 if claim.printed else 2


def beside_another(held: Held, other: Claim, tolerance: float) -> Held:
    """Return a claim held against another of the same quantity.

    Where the two are not near in the units printed, a declared unit is looked for in
    which they are. What the data, or its own counts, say of a claim stays its verdict.

    Args:
        held: What became of the claim so far.
        other: The claim beside it.
        tolerance: How near they must be, as a share.

    """
    claim = held.claim
    if barred(claim):
        return held
    if not (claim.printed and other.printed and claim.unit.per and other.unit.per):
        says = f"{held.says}; it and {other.id} have no units to compare"
        return replace(held, says=says)
    theirs = per_head(other)
    ends = (theirs * (1 - Fraction(tolerance)), theirs * (1 + Fraction(tolerance)))
    low, high = sorted(ends)
    named = f"{other.printed.text} {other.unit.text} ({other.id})"
    if low <= per_head(claim) <= high:
        apart = _apart(per_head(claim), theirs, named)
        return replace(held, says=f"{apart}; {held.says}")
    says, unit = f"it is not near {named}, in this or any declared unit", ""
    for per in units_that(claim, low, high):
        apart = _apart(Fraction(claim.printed.value) / per, theirs, "it")
        unit = unit_named(per)
        says = (
            f"{claim.printed.text} {claim.unit.text} is not near {named}; "
            f"{unit} it would be {apart}"
        )
        break
    if held.verdict is not ClaimVerdict.NOT_CHECKABLE:
        return replace(held, says=f"{held.says}; {says}")
    return replace(held, verdict=ClaimVerdict.NOT_REPRODUCED, says=says, unit=unit)


def _apart(value: Fraction, other: Fraction, named: str) -> str:
    if value == other:
        return f"the same as {named}"
    return f"{in_decimals(abs(value / other - 1) * 100, 1)}% apart from {named}"


def intersected(held: Sequence[Held]) -> tuple[list[Held], list[str]]:
    """Return claims on one base with the whole numbers that all of them allow.

    Returns:
        The claims, and a sentence for each base that some of them share.

    """
    bases: dict[tuple[object, ...], list[Held]] = defaultdict(list)
    for one in held:
        claim = one.claim
        # One that no whole number gives says nothing of the others, nor a barred one.
        if claim.base and not claim.change and _base_of(one) and not barred(claim):
            key = (claim.subject, claim.base.casefold(), claim.start, claim.end)
            bases[key].append(one)
    done: dict[str, Held] = {}
    notes: list[str] = []
    for members in bases.values():
        if len(members) > 1:
            changed, says = _together(members)
            done |= changed
            notes.append(says)
    return [done.get(one.claim.id, one) for one in held], notes


def _base_of(held: Held) -> Integers | None:
    of = held.claim.of
    return Integers(of, of) if of is not None else held.denominators


def _together(members: Sequence[Held]) -> tuple[Mapping[str, Held], str]:
    """Return claims on one base, each with what they allow together."""
    ranges = [found for one in members if (found := _base_of(one)) is not None]
    both = ranges[0]
    for found in ranges[1:]:
        both = both.within(found)
    claim = members[0].claim
    named = ", ".join(one.claim.id for one in members)
    subject = f"{claim.subject}, {claim.base}: claims {named}"
    if both:
        says = f"{subject} together leave {integers_in_words(both)}"
        changed = {
            one.claim.id: replace(one, denominators=both)
            for one in members
            if one.denominators is not None
        }
        return changed, says
    each = "; ".join(
        f"{one.claim.id} allows {integers_in_words(found)}"
        for one, found in zip(members, ranges, strict=True)
    )
    says = f"{subject} contradict one another: {each}"
    return {
        one.claim.id: replace(
            one, says=f"{one.says}; it contradicts {_others(one, members)}"
        )
        for one in members
    }, says


def _others(held: Held, members: Sequence[Held]) -> str:
    return ", ".join(one.claim.id for one in members if one is not held)
