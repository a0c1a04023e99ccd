"""The keys that a table is expected to hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from peelcheck.conditions import Value

__all__ = ["OWN_FORCES", "OWN_PERIODS", "ExpectedKeys", "Own"]


class Own(Enum):
    """What a return answers for, known only once it is there."""

    FORCES = "the forces the return answers for: its own, or the 43"
    PERIODS = "the periods of its rows"


OWN_FORCES: Final = Own.FORCES
OWN_PERIODS: Final = Own.PERIODS


@dataclass(frozen=True, slots=True)
class ExpectedKeys:
    """The combinations expected in some columns: a list, or the return's own."""

    columns: tuple[str, ...]
    values: tuple[tuple[Value, ...], ...] | Own
