"""The records that say how a figure is made, and what a figure is once made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from peelcheck.conditions import ALWAYS, Condition

__all__ = [
    "FACTS",
    "Caveat",
    "Denominator",
    "Exclusion",
    "Figure",
    "GroupRatio",
    "Metric",
    "Numerator",
    "PrintedIn",
    "RatioGroup",
    "Step",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caveat:
    """A note the annex, or a named assumption, ties to a figure.

    Attributes:
        id: Its name.
        source: The statement, or the named assumption, it comes from.
        says: The note; `{gaps}` and the like are filled in from the figure's facts.
        when: The figures it concerns, a condition over `FACTS`.
        general: Whether it is said once for a table of figures, not figure by figure.

    """

    id: str
    source: str
    says: str
    when: Condition = ALWAYS
    general: bool = False


FACTS = (
    "force",
    "total",
    "as_stated",
    "smallest",
    "gaps",
    "absent",
    "told",
    "faults",
    "noted",
)
"""What a caveat may ask of a figure: its area and whether that is a total; whether it
is of the statement's period; the smaller of a ratio's counts; how many of its cells
hold no number, and how many are not there; whether rows of unknown group stand apart;
the rules its data fail; the reason noted for another population."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """Rows left out of a numerator, and why.

    `unknown` marks rows that belong to some group we cannot name: they are left out,
    and the bounds of a figure say what they could change. `if_found` leaves the step
    out of the way where there are no such rows.
    """

    name: str
    statement: str
    when: Condition
    unknown: bool = False
    if_found: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerator:
    """What is counted: a column summed over `where`, less some exclusions in order.

    `counts` says what the rows left, with those of unknown group, are.
    """

    table: str
    value: str
    unit: str
    counts: str
    exclusions: tuple[Exclusion, ...]
    where: Condition = ALWAYS


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
        vintage_column: The column that holds the vintage.
        noted_by: The rule whose noted exception allows another vintage.

    """

    table: str
    reference: str
    value: str
    where: Condition
    vintage: str
    vintage_value: str
    vintage_column: str
    noted_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioGroup:
    """A group compared: its name, a short name, and the labels it takes together."""

    name: str
    short: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRatio:
    """A ratio of the rates of some groups of `column` to that of a reference group.

    `labels` are those of people under each grouping of them, in one order, so that a
    group of one grouping can be found in another; `grouped_by` names the edition value
    that says which grouping is taken.
    """

    column: str
    reference: str
    groups: tuple[RatioGroup, ...]
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    grouped_by: str = ""

    def of(self, name: str) -> RatioGroup:
        """Return the group of this name."""
        return next(group for group in self.groups if group.name == name)

    def members_in(self, grouping: str, group: RatioGroup) -> tuple[str, ...]:
        """Return the labels, under a grouping, that stand where a group's do."""
        every = self.labels.values()
        home = next(one for one in every if set(group.members) <= set(one))
        places = [home.index(member) for member in group.members]
        return tuple(self.labels[grouping][place] for place in places)


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
        places: How many decimals its values are shown with.
        caveats: What the reader of its values must know, each of those it concerns.

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
    places: int = 3
    caveats: tuple[Caveat, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedIn:
    """Where a table of published figures prints values that can be held.

    Attributes:
        table: The table.
        figure: The column of the figure.
        subject: The column that says whose it is.
        per: For how many people.
        places: The decimals it is held to, where the source prints them all.
        label: The columns that tell its figures apart, for their names.
        metrics: The metric by the value of the column `by`; rows of another value
            are of no metric.
        by: The column that tells the metric.
        count: The column of the count above the line, where the table has it.
        of: The column of the count below.

    """

    table: str
    figure: str
    subject: str
    per: int
    places: int
    label: tuple[str, ...]
    metrics: Mapping[str, str] = field(default_factory=dict)
    by: str = ""
    count: str = ""
    of: str = ""


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
        total: Whether it is a total over forces.
        group: The group, for a ratio.
        value: The value; nothing where it is undefined.
        unit: Its unit.
        numerator: The count divided.
        denominator: The population divided by.
        reference_numerator: For a ratio, the reference group's count.
        reference_denominator: For a ratio, the reference group's population.
        vintage: The population's vintage.
        period: The period the data cover.
        period_end: The last day of that period.
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
    total: bool = False
    group: str = ""
    value: float | None
    unit: str
    numerator: int
    denominator: int | None
    reference_numerator: int | None = None
    reference_denominator: int | None = None
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
    undefined: str = ""
