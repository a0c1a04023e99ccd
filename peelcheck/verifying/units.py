"""The units that figures are declared in, and which of them explains a figure."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from peelcheck.claims import Claim

__all__ = ["DECLARED", "per_head", "unit_named", "units_that"]

DECLARED = {
    1: "per head",
    100: "per cent",
    1_000: "per 1,000",
    10_000: "per 10,000",
    100_000: "per 100,000",
    1_000_000: "per million",
}
"""The units in use, by how many of the base they give a figure for."""


def unit_named(per: int) -> str:
    """Return the name of a unit."""
    return DECLARED.get(per, f"per {per:,}")


def per_head(claim: Claim) -> Fraction:
    """Return a claim's figure for one of the base; its unit must say for how many."""
    if claim.printed is None or not claim.unit.per:
        message = f"claim {claim.id} has no figure in such a unit"
        raise ValueError(message)
    return Fraction(claim.printed.value) / claim.unit.per


def units_that(claim: Claim, low: Fraction, high: Fraction) -> Iterator[int]:
    """Return the other units in which a claim's figure lies between two values.

    Args:
        claim: The claim, with a figure and a unit.
        low: The least value for one of the base.
        high: The greatest.

    """
    if claim.printed is None or claim.unit.per is None:
        return
    for per in DECLARED:
        value = Fraction(claim.printed.value) / per
        if per != claim.unit.per and low <= value <= high:
            yield per
