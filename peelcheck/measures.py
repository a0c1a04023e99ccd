"""The records that say how a figure is made."""

from __future__ import annotations

from dataclasses import dataclass

from peelcheck.conditions import ALWAYS, Condition
from peelcheck.counts import Exclusion, Numerator
from peelcheck.groupings import Group, GroupRatio, Split

__all__ = [
    "FACTS",
    "Among",
    "Beside",
    "Caveat",
    "Denominator",
    "Metric",
    "Whole",
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
    "group",
    "members",
    "untold",
    "beside",
    "agrees",
    "several",
    "base",
    "alike",
    "projected",
)
"""What a caveat may ask of a figure: its area and whether that is a total; whether it
is of the statement's period; the smaller of a ratio's counts; how many of its cells
hold no number, and how many are not there; whether rows of unknown group stand apart;
the rules its data fail; the reason noted for another population; its group, and what
that takes together; the exclusions that rows kept do not tell; how its whole compares
with a published one, and whether both agree; whether the data hold other periods; on
how many, such as respondents, a share of weights rests; what all its rows agree in; how
its people are projected, where they are."""


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
        projected_by: The assumption by which the last year of spend is projected,
            where each year has the people of its own middle.
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
    projected_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The sum of all the rows that are counted: a figure is a share of it.

    `says` names what it is the sum of.
    """

    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Among:
    """What stands below the line among the rows counted: each group by its own.

    Attributes:
        says: What it is the sum of.
        value: The column added up below the line, where it is another than above.
        but: What is left out above the line alone.
        base: The column that counts what a figure rests on, such as respondents
            where weights are added up.

    """

    says: str
    value: str = ""
    base: str = ""
    but: tuple[Exclusion, ...] = ()


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
        denominator: What it is divided by: a population, the whole that it is a share
            of, or what each group is a share of; nothing for a plain number.
        per: The number of people a rate is given for; 100 for a share.
        ratio: For a ratio of rates, the groups; otherwise nothing.
        split: The groups of a share or number, where it has some.
        local: The population whose own shares stand beside those of a split.
        beside: The published figure that the whole is seen beside.
        places: How many decimals its values are shown with.
        caveats: What the reader of its values must know, each of those it concerns.
        of_forces: Whether single forces have a figure, and not all together alone.

    """

    id: str
    statement: str
    title: str
    says: str
    unit: str
    numerator: Numerator
    denominator: Denominator | Whole | Among | None
    per: int = 1
    ratio: GroupRatio | None = None
    split: Split | None = None
    local: Denominator | None = None
    beside: Beside | None = None
    places: int = 3
    caveats: tuple[Caveat, ...] = ()
    of_forces: bool = True

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
    def people_by(self) -> str:
        """The column that tells people apart; empty where all are divided by."""
        return self.group_column if self.ratio or self.local else ""

    @property
    def of(self) -> int | None:
        """For how many of its base a value is given; nothing if it has no base."""
        return None if self.ratio or self.denominator is None else self.per

    @property
    def exclusions(self) -> tuple[Exclusion, ...]:
        """What is left out above the line, in order."""
        among = self.denominator if isinstance(self.denominator, Among) else None
        return (*self.numerator.exclusions, *(among.but if among else ()))

    @property
    def people(self) -> Denominator | None:
        """The population it reads, be it divided by or stand beside."""
        if isinstance(self.denominator, Denominator):
            return self.denominator
        return self.local

    @property
    def base(self) -> str:
        """What its figures are divided by, in one word; empty for a plain number."""
        if isinstance(self.denominator, Whole | Among):
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
        outs = [one.statement for one in self.exclusions]
        people = [self.people.statement] if self.people else []
        return tuple(dict.fromkeys([self.statement, *outs, *people]))
