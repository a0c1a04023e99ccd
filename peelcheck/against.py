"""What a force is compared with, and from where on it stands apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from peelcheck.conditions import FromEdition, Literal

__all__ = ["Against", "Limits"]


class Against(StrEnum):
    """What a force's figure is compared with."""

    OTHERS = "the other forces"
    YEAR_BEFORE = "the year before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """From where on a figure stands apart; all of it must be so.

    Attributes:
        distance: More than so many usual distances of the others from their median.
        share: By so large a share of that median at least.
        probability: Beyond what so large a share of chance counts keeps to.
        others: So many other forces at least are compared with.

    """

    distance: FromEdition | Literal
    share: FromEdition | Literal
    probability: FromEdition | Literal
    others: FromEdition | Literal
