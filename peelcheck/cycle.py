"""The quality cycle of what forces are asked for: where it stands, and who signed."""

from dataclasses import dataclass
from datetime import date

__all__ = ["FINAL", "NOBODY", "STATES", "SignOff"]

FINAL = "final"

STATES = ("draft", "submitted", "shared", "corrected", FINAL)
"""Where a return may stand, in order; a draft was not handed in yet."""

NOBODY = "none"
"""What a list of forces or tables says where it applies and is empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """A force that looked over the final figures, and the day it said so."""

    force: str
    on: date
