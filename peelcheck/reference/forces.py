"""The 43 territorial forces, their spellings, and the bodies that are not of them.

Source: ONS area codes of December 2016 and Home Office tables; see the data log.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from peelcheck.errors import UnknownNameError
from peelcheck.reference.published import published
from peelcheck.reference.spelling import fold

__all__ = [
    "AMBIGUOUS",
    "BRITISH_TRANSPORT_POLICE",
    "DESIGNATED_AMONG_STAFF",
    "Force",
    "force_named",
    "force_names",
    "forces",
    "other_bodies",
    "spellings",
]

BRITISH_TRANSPORT_POLICE = "British Transport Police"
_ENDINGS = (" police", " constabulary", " police service", " police force")


AMBIGUOUS = {
    "london": "the region has two, Metropolitan Police and City of London",
}
"""Names that could be more than one force, folded, and what to say of them."""


DESIGNATED_AMONG_STAFF = (
    "Avon and Somerset",
    "City of London",
    "Cleveland",
    "Cumbria",
    "Gwent",
    "Lancashire",
    "North Yorkshire",
    "South Wales",
    "Sussex",
    "Warwickshire",
    "West Mercia",
    "West Midlands",
    "West Yorkshire",
)
"""The forces that could not tell designated officers from staff.

Source: Home Office, Police workforce, 30 September 2018, table 3 and its notes.
"""


@dataclass(frozen=True, slots=True)
class Force:
    """A territorial police force."""

    code: str
    name: str
    aliases: tuple[str, ...]
    region: str
    country: str


def _aliases(text: str) -> tuple[str, ...]:
    return tuple(alias for alias in text.split("; ") if alias)


@cache
def forces() -> tuple[Force, ...]:
    """Return the 43 territorial forces by name."""
    return tuple(
        Force(
            row["code"],
            row["name"],
            _aliases(row["aliases"]),
            row["region"],
            row["country"],
        )
        for row in published("forces.csv")
    )


@cache
def other_bodies() -> dict[str, str]:
    """Return the bodies that are not among the 43, and why each is not."""
    return {row["name"]: row["why"] for row in published("other_bodies.csv")}


@cache
def spellings() -> dict[str, str]:
    """Return every accepted spelling, folded, and the name it stands for.

    A bare name may carry Police or Constabulary. "London" alone stands for nobody:
    it is a region that holds two forces.
    """
    known: dict[str, str] = {}
    for force in forces():
        for alias in (force.name, *force.aliases):
            known[fold(alias)] = force.name
            if not alias.lower().endswith(_ENDINGS):
                known.update({fold(alias + end): force.name for end in _ENDINGS})
        known[fold(force.code)] = force.name
    for row in published("other_bodies.csv"):
        for alias in (row["name"], *_aliases(row["aliases"])):
            known[fold(alias)] = row["name"]
    return known


def force_names() -> tuple[str, ...]:
    """Return the names of the 43 territorial forces."""
    return tuple(force.name for force in forces())


def force_named(name: str) -> str:
    """Return the project's name of a force, by any accepted spelling.

    Raises:
        UnknownNameError: No force is known by that name.

    """
    if fold(name) in AMBIGUOUS:
        message = f"{name!r} is no force: {AMBIGUOUS[fold(name)]}"
        raise UnknownNameError(message)
    try:
        return spellings()[fold(name)]
    except KeyError:
        known = (force.name for force in forces())
        raise UnknownNameError.of("force", name, known) from None
