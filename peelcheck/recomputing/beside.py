"""What is counted, held beside a published figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peelcheck.measures import Metric
from peelcheck.recomputing.counting import added
from peelcheck.reference.editions import Edition
from peelcheck.reference.populations import reference_rows
from peelcheck.wording import number

__all__ = ["Published", "Seen"]


@dataclass(frozen=True, slots=True)
class Seen:
    """How a sum compares with a published figure.

    Attributes:
        says: That in words.
        apart: By what share of the published figure it is apart from it.
        agrees: Whether that is within the tolerance.

    """

    says: str
    apart: float
    agrees: bool


@dataclass(frozen=True, slots=True)
class Published:
    """The published figures that a metric's are seen beside, of some forces and day."""

    metric: Metric
    edition: Edition
    forces: Sequence[str]
    day: date | None

    def beside(self, whole: float, part: float, members: Sequence[str]) -> Seen | None:
        """Return how a whole, or a group's part of it, compares with what is published.

        Nothing where it is not published of each of the forces.
        """
        wanted = self.metric.beside
        if wanted is None:
            return None
        found = self._found(members)
        kinds = members if wanted.group else ("",)
        keys = [(name, kind) for name in self.forces for kind in kinds]
        if not keys or not set(keys) <= set(found):
            return None
        ours = part if wanted.group else whole
        return self._seen(ours, added(found[key] for key in keys))

    def _found(self, members: Sequence[str]) -> dict[tuple[Any, str], float]:
        wanted = self.metric.beside
        assert wanted is not None  # noqa: S101 - the caller asked
        return {
            (row[wanted.area], row[wanted.group] if wanted.group else ""): row[
                wanted.value
            ]
            for row in reference_rows(wanted.reference)
            if row[wanted.period] == self.day
            and row[wanted.value]
            and (not wanted.group or row[wanted.group] in members)
        }

    def _seen(self, ours: float, theirs: float) -> Seen:
        wanted = self.metric.beside
        assert wanted is not None  # noqa: S101 - the caller asked
        low, high = (
            float(str(self.edition.value(f"assumptions.{one}")))
            for one in (wanted.low, wanted.high)
        )
        share, places = ours / theirs, self.metric.numerator.places
        agrees = low <= share <= high
        apart = number(abs(ours - theirs), places)
        more = "more" if ours >= theirs else "less"
        says = (
            f"{number(ours, places)} beside {number(theirs, places)} {wanted.says}, "
            f"{apart} {more} ({share - 1:+.1%}), {'within' if agrees else 'beyond'} "
            f"the tolerance of {low - 1:+.2%} to {high - 1:+.2%}"
        )
        return Seen(says, share - 1, agrees)
