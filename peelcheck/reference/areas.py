"""The areas that figures are for: the forces, and all of them together."""

from __future__ import annotations

from peelcheck.reference.forces import force_named
from peelcheck.reference.spelling import fold

__all__ = ["ENGLAND_AND_WALES", "area_named"]

ENGLAND_AND_WALES = "England and Wales"


def area_named(name: str) -> str:
    """Return the project's name of a force, or of England and Wales.

    Raises:
        UnknownNameError: Neither is known by that name.

    """
    if fold(name) == fold(ENGLAND_AND_WALES):
        return ENGLAND_AND_WALES
    return force_named(name)
