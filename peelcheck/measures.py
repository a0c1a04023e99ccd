"""The records that say how a figure is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from peelcheck.conditions import ALWAYS, Condition, Value
from peelcheck.groupings import Group, GroupRatio, Split

__all__ = [
    "FACTS",
    "ROWS",
    "Beside",
    "Caveat",
    "Denominator",
    "Exclusion",
    "Link",
    "Metric",
    "Numerator",
    "Whole",
]

ROWS = "__one__"
"""The value of a numerator that counts its rows: 1 for each."""


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
    "group",
    "members",
    "untold",
    "beside",
    "agrees",
    "several",
)
"""What a caveat may ask of a figure: its area and whether that is a total; whether it
is of the statement's period; the smaller of a ratio's counts; how many of its cells
hold no number, and how many are not there; whether rows of unknown group stand apart;
the rules its data fail; the reason noted for another population; its group, and what
that takes together; the exclusions that rows kept do not tell; how its whole compares
with a published one, and whether both agree; whether the data hold other periods."""


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
class Link:
    """A column of another table, brought to the rows that it is linked to.

    Attributes:
        to: The other table.
        on: The columns in which linked rows agree.
        when: Which rows of the other table are linked.
        brings: The column brought; of several rows linked to one, the least value.
        otherwise: What stands there where no row is linked.

    """

    to: str
    on: tuple[str, ...]
    when: Condition
    brings: str
    otherwise: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerator:
    """What is counted: a column summed over `where`, less some exclusions in order.

    Attributes:
        table: The table.
        value: The column added up; `ROWS` where rows are counted.
        unit: What is counted.
        counts: What the rows left, with those of unknown group, are.
        exclusions: What is left out, in order.
        where: Which rows are looked at.
        where_says: What these rows are, in words, where not all are looked at.
        link: A column brought from another table.
        flags: Columns that say of each row whether a condition holds on it.
        places: The decimals that sums are shown with.

    """

    table: str
    value: str
    unit: str
    counts: str
    exclusions: tuple[Exclusion, ...]
    where: Condition = ALWAYS
    where_says: str = ""
    link: Link | None = None
    flags: Mapping[str, Condition] = field(default_factory=dict)
    places: int = 0


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
        statement: The statement that it is taken by.

    """

    statement: str = "A9"
    table: str
    reference: str
    value: str
    where: Condition
    vintage: str
    vintage_value: str
    vintage_column: str
    noted_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The sum of all the rows that are counted: a figure is a share of it.

    `says` names what it is the sum of.
    """

    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A published figure that the sum of all rows, or of a group's, is seen beside.

    Attributes:
        reference: The reference table.
        value: Its column of figures; areas and periods are found by `area`, `period`.
        says: What it is, in words.
        short: A heading over the difference, where it is one for all groups.
        low: The assumption that gives the least share of it that agrees.
        high: The assumption that gives the greatest.
        group: The reference's column that tells groups apart; empty for the whole.

    """

    reference: str
    value: str
    says: str
    short: str = ""
    low: str
    high: str
    area: str = "area"
    period: str = "period_end"
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """The definition of a figure: a rate, a ratio of group rates, a share or a number.

    Attributes:
        id: Its name.
        statement: The annex statement it comes from.
        title: What it is called.
        says: How it is made, in one sentence.
        unit: The unit of its value.
        numerator: What is counted.
        denominator: What it is divided by: a population, or the whole that it is a
            share of; nothing for a plain number.
        per: The number of people a rate is given for; 100 for a share.
        ratio: For a ratio of rates, the groups; otherwise nothing.
        split: The groups of a share or number, where it has some.
        local: The population whose own shares stand beside those of a split.
        beside: The published figure that the whole is seen beside.
        places: How many decimals its values are shown with.
        caveats: What the reader of its values must know, each of those it concerns.

    """

    id: str
    statement: str
    title: str
    says: str
    unit: str
    numerator: Numerator
    denominator: Denominator | Whole | None
    per: int = 1
    ratio: GroupRatio | None = None
    split: Split | None = None
    local: Denominator | None = None
    beside: Beside | None = None
    places: int = 3
    caveats: tuple[Caveat, ...] = ()

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups its figures are given for; none where there is but one figure."""
        one = self.ratio or self.split
        return one.groups if one else ()

    @property
    def group_column(self) -> str:
        """The column that tells the groups; empty where there are none."""
        one = self.ratio or self.split
        return one.column if one else ""

    @property
    def of(self) -> int | None:
        """For how many of its base a value is given; nothing if it has no base."""
        return None if self.ratio or self.denominator is None else self.per

    @property
    def people(self) -> Denominator | None:
        """The population it reads, be it divided by or stand beside."""
        if isinstance(self.denominator, Denominator):
            return self.denominator
        return self.local

    @property
    def base(self) -> str:
        """What its figures are divided by, in one word; empty for a plain number."""
        if isinstance(self.denominator, Whole):
            return "whole"
        return "people" if self.denominator else ""

    @property
    def value_word(self) -> str:
        """What its values are, in one word."""
        if self.ratio:
            return "ratio"
        words = {"whole": "per cent", "people": "rate", "": "number"}
        return words[self.base]

    @property
    def statements(self) -> tuple[str, ...]:
        """The statements it carries out, each once."""
        outs = [one.statement for one in self.numerator.exclusions]
        people = [self.people.statement] if self.people else []
        return tuple(dict.fromkeys([self.statement, *outs, *people]))
