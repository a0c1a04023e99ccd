"""What a figure is once made: its value, and everything that made it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from peelcheck.measures import Caveat

__all__ = ["Figure", "Step"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way from all rows to a numerator: what went, what is left."""

    name: str
    statement: str
    change: float
    left: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A recomputed value, with everything that made it.

    Attributes:
        metric: The metric's id.
        force: The force, or the area for a total.
        total: Whether it is a total over forces.
        group: The group, where the metric has some.
        members: What the group takes together.
        value: The value; nothing where it is undefined.
        unit: Its unit.
        numerator: The count divided.
        denominator: The population, or whole, divided by; nothing for a number.
        reference_numerator: For a ratio, the reference group's count; beside a share,
            the residents of the group.
        reference_denominator: For a ratio, the reference group's population; beside a
            share, all residents.
        vintage: The population's vintage, or what the whole is.
        period: The period the data cover.
        period_end: The last day of that period.
        as_stated: Whether that is the statement's period.
        steps: The way from all rows to the numerator.
        share_unknown: The share of otherwise counted rows whose group is not stated.
        bounds: The least and greatest value the unknown rows allow.
        interval: For a ratio, the exact 95 per cent interval.
        caveats: What its reader must know.
        lacks: For a total, the forces it does not hold.
        beside: By what share the whole differs from the published figure that the
            metric is seen beside, where there is one.
        undefined: Why there is no value, where there is none.

    """

    metric: str
    force: str
    total: bool = False
    group: str = ""
    members: tuple[str, ...] = ()
    value: float | None
    unit: str
    numerator: float
    denominator: float | None
    reference_numerator: float | None = None
    reference_denominator: float | None = None
    vintage: str
    period: str
    period_end: date | None
    as_stated: bool
    steps: tuple[Step, ...]
    share_unknown: float | None = None
    bounds: tuple[float, float] | None = None
    interval: tuple[float, float] | None = None
    caveats: tuple[Caveat, ...] = ()
    lacks: tuple[str, ...] = ()
    beside: float | None = None
    undefined: str = ""
