"""The records that say how a figure is made, and what a figure is once made."""

from __future__ import annotations

from dataclasses import dataclass

from peelcheck.conditions import Condition

__all__ = [
    "Caveat",
    "Denominator",
    "Exclusion",
    "Figure",
    "GroupRatio",
    "Metric",
    "Numerator",
    "Step",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caveat:
    """A note the annex, or a named assumption, ties to a figure."""

    id: str
    statement: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """Rows left out of a numerator, and why.

    `unknown` marks rows that belong to some group we cannot name: they are left out,
    and the bounds of a figure say what they could change.
    """

    name: str
    statement: str
    when: Condition
    unknown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerator:
    """What is counted: a column summed, less some exclusions in order."""

    table: str
    value: str
    unit: str
    exclusions: tuple[Exclusion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Denominator:
    """The population divided by.

    Attributes:
        table: The table of the return that gives it.
        reference: The reference table taken where the return has no such table.
        value: The column that counts people.
        where: Which of its rows, by edition values.
        vintage: The vintage in words; `{}` takes the edition value named next.
        vintage_value: The dotted name of that value.

    """

    table: str
    reference: str
    value: str
    where: Condition
    vintage: str
    vintage_value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRatio:
    """A ratio of group rates to the rate of a reference group.

    `groups` maps each printed group to the values of `column` it takes together.
    """

    column: str
    reference: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """The definition of a figure: a rate, or a ratio of group rates.

    Attributes:
        id: Its name.
        statement: The annex statement it comes from.
        title: What it is called.
        says: How it is made, in one sentence.
        unit: The unit of its value.
        numerator: What is counted.
        denominator: What it is divided by.
        per: The number of people a rate is given for.
        ratio: For a ratio of rates, the groups; otherwise nothing.
        caveats: What the reader of any of its values must know.

    """

    id: str
    statement: str
    title: str
    says: str
    unit: str
    numerator: Numerator
    denominator: Denominator
    per: int = 1
    ratio: GroupRatio | None = None
    caveats: tuple[Caveat, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way from all rows to a numerator: what went, what is left."""

    name: str
    statement: str
    change: int
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A recomputed value, with everything that made it.

    Attributes:
        metric: The metric's id.
        force: The force, or the area for a total.
        group: The group, for a ratio.
        value: The value; nothing where it is undefined.
        unit: Its unit.
        numerator: The count divided.
        denominator: The population divided by.
        reference_numerator: For a ratio, the reference group's count.
        reference_denominator: For a ratio, the reference group's population.
        vintage: The population's vintage.
        period: The period the data cover.
        as_stated: Whether that is the statement's period.
        steps: The way from all rows to the numerator.
        share_unknown: The share of otherwise counted rows whose group is not stated.
        bounds: The least and greatest value the unknown rows allow.
        interval: For a ratio, the exact 95 per cent interval.
        caveats: What its reader must know.
        lacks: For a total, the forces it does not hold.
        undefined: Why there is no value, where there is none.

    """

    metric: str
    force: str
    group: str = ""
    value: float | None
    unit: str
    numerator: int
    denominator: int | None
    reference_numerator: int | None = None
    reference_denominator: int | None = None
    vintage: str
    period: str
    as_stated: bool
    steps: tuple[Step, ...]
    share_unknown: float | None = None
    bounds: tuple[float, float] | None = None
    interval: tuple[float, float] | None = None
    caveats: tuple[Caveat, ...] = ()
    lacks: tuple[str, ...] = ()
    undefined: str = ""
