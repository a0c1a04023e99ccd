"""Rules that no change breaks alone: which fall with them, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

__all__ = ["TOGETHER", "Together", "falls"]


@dataclass(frozen=True, slots=True)
class Together:
    """What falls with a rule, and why it must."""

    rules: frozenset[str]
    why: str


def _with(*rules: str, why: str) -> Together:
    return Together(frozenset(rules), why)


_NO_ROW = "a force without rows lacks each of the rows that it should have"
_CELLS = "a group without rows lacks each of the cells that it should have"
_SUMS = "the group is a part of another, or has its parts, so a second sum is off too"
_TWO_YEARS = "the table then holds two years, of which one is not the manifest's"
_EARLY = "a year so early is not the edition's year either"

TOGETHER: Final[Mapping[str, Together]] = {
    "STS002": _with("STS003", "STS012", why=_NO_ROW),
    "STS007": _with("STS003", "STS012", why=_CELLS),
    "STS012": _with("STS003", why=_CELLS),
    "STS004": _with("STR002", why="a search of a vehicle alone is noted as left out"),
    "STS015": _with("STS010", "STS013", why=_TWO_YEARS),
    "POP003": _with("POP002", why="the other force's value is then out of its band"),
    "ETH004": _with("ETH003", why="the other force's values are then out of band"),
    "CRI004": _with("CRI019", why=_NO_ROW),
    "CRI005": _with("CRI011", why=_SUMS),
    "CRI006": _with("CRI005", why=_SUMS),
    "CRI010": _with("CRI005", why=_SUMS),
    "CRI011": _with("CRI005", why=_SUMS),
    "CRI012": _with("CRI021", why="the rows carry the release that was right"),
    "CRI023": _with("CRI015", "CRI017", why=_TWO_YEARS),
    "OCM006": _with("OCM001", why="no crime of British Transport Police is there"),
    "OCM007": _with("OCM001", why="no crime of the other force is there"),
    "WOR002": _with("WOR012", why=_NO_ROW),
    "JUD002": _with("JUD004", "JUD005", why=_NO_ROW),
    "CAL003": _with("CAL006", why="a month of the other force is not all of them"),
    "SPE002": _with("SPE008", why=_NO_ROW),
    "FIL002": _with("FIL006", why="the sample is missing from all files together"),
    "FIL003": _with("FIL005", why="a file of another force is no sample of it"),
    "FIL006": _with("FIL005", why="all are as many as the samples of forces make"),
    "WOR015": _with("WOR009", why="the force's equivalents are then not as published"),
    "POP.year.minimum": _with("POP001", why=_EARLY),
    "ETH.census_year.minimum": _with("ETH001", why=_EARLY),
    "CRI.months.minimum": _with("CRI014", why="no month at all is not twelve"),
    "CRR.population_year.minimum": _with("CRR001", why=_EARLY),
}
"""The rules that fall with others, by the rule that is to be broken."""


def falls(rule_id: str) -> frozenset[str]:
    """Return the rules that fall where one is broken, itself among them."""
    together = TOGETHER.get(rule_id)
    return (together.rules if together else frozenset()) | {rule_id}
