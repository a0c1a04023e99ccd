"""The records that say what is counted: of which rows, with what left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from peelcheck.conditions import ALWAYS, Condition, Value

__all__ = ["ROWS", "Exclusion", "Labels", "Link", "Numerator"]

ROWS = "__one__"
"""The value of a numerator that counts its rows: 1 for each."""


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
class Labels:
    """A column made of another by a list: what each of its texts stands for.

    Attributes:
        column: The column of the table.
        becomes: The column made.
        names: What each text stands for; nothing for one that is not listed.

    """

    column: str
    becomes: str
    names: Mapping[str, str]


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
        labels: A column made of another by a list.
        window: The edition's days that it is counted over, where they are not those
            of the table: the part of a name before `.start` and `.end`.
        monthly: The column of months, all of which must have a number.
        alike: Columns in which all rows must agree, such as what is counted.
        over: The column that each value is divided by before it is added up.
        signed: Whether it may be below nought, as what is net of income may.

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
    labels: Labels | None = None
    window: str = ""
    monthly: str = ""
    alike: tuple[str, ...] = ()
    over: str = ""
    signed: bool = False
