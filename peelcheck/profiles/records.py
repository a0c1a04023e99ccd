"""The records a profile is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from peelcheck.shape import Mark

__all__ = [
    "Areas",
    "Form",
    "FoundValue",
    "Place",
    "Profile",
    "ProfileMark",
    "ProfileTable",
    "Summed",
    "Unpivoted",
]


class Place(StrEnum):
    """Where a value stands that is in no cell."""

    TITLE = "title"
    HEADER = "header"
    FILE_NAME = "file name"


class Form(StrEnum):
    """How a text is turned into a column's value."""

    AS_IT_IS = "as it is"
    MONTH_END = "last day of the month"
    FINANCIAL_YEAR_END = "last day of the financial year"
    LOCAL_DAY = "day in Great Britain"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileMark:
    """A mark the source uses, what it means there, and how that is known."""

    mark: str
    means: Mark
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundValue:
    """A value found by a pattern in a title, a header or the file's name.

    Attributes:
        column: The column it is the value of; `period` for the months the file covers.
        where: Where it stands.
        pattern: A regular expression; its groups are `value`, or `month` and `year`.
        form: What is made of it.

    """

    column: str
    where: Place
    pattern: str
    form: Form = Form.AS_IT_IS


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpivoted:
    """Several columns of one quantity, turned into rows.

    Attributes:
        into: The column that takes the cells.
        by: The column that takes what their headers name.
        pattern: What in a header names it; without one, the last row of the header
            is a value of the column, or is spelt as one.

    """

    into: str
    by: str
    pattern: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summed:
    """Rows of a finer breakdown than the table has, added up.

    Attributes:
        over: The header of the finer breakdown.
        columns: The columns that are added up.
        says: What was added up, in words; `{labels}` and `{groups}` in it stand for
            how many of each there are.
        within: The column of the coarser breakdown that the table has.
        values: The labels of the finer breakdown; rows of another are not added up.

    """

    over: str
    columns: tuple[str, ...]
    says: str
    within: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Areas:
    """Which rows are forces, regions and totals, and what becomes of them.

    Attributes:
        column: The column that names the area.
        code: The header of the ONS area code, where the source has one.
        kept: Whether regions and totals stay in the table.
        totals: Names of totals, and the groups of rows that may make each; the first
            that fits is taken. Regions and countries need no mention.
        others: Rows that are no force and no total: members of totals only.
        checked: The columns in which totals are held against their members.
        tolerance: How far a total may lie from its members' sum.

    """

    column: str
    code: str = ""
    kept: bool = False
    totals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    checked: tuple[str, ...] = ()
    tolerance: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileTable:
    """How one table of peelcheck is read from a source.

    Attributes:
        table: The table of peelcheck.
        sheet: The sheet of a workbook, by its trimmed name.
        title: A pattern of the sheet's title, where names change from year to year.
        holding: Words of the row in a sheet that its headers stand in.
        columns: The header of each column; an empty one is the first column.
        patterns: A pattern of the header, for columns whose headers change.
        constants: Values of columns that the source leaves out.
        forms: What is made of a column's cells.
        found: Values found elsewhere than in cells.
        keep: The values a header must have for a row to be read.
        unpivot: Columns turned into rows.
        summed: Rows added up.
        areas: Which rows are forces.
        copies: The column that says which row repeats which.

    """

    table: str
    sheet: str = ""
    title: str = ""
    holding: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    patterns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, Any] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    found: tuple[FoundValue, ...] = ()
    keep: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unpivot: Unpivoted | None = None
    summed: Summed | None = None
    areas: Areas | None = None
    copies: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One published source, and how it is read.

    Attributes:
        name: The profile's name, and the stem of its file.
        title: What the source is called.
        publisher: Who publishes it.
        published_at: Where.
        licence: Under which licence.
        vintage: What tells one edition of it from the next, in a sentence.
        publication: The publication its figures are quoted from, where that is known.
        headers: The headers a file of it has, among others.
        sheets: The sheets a workbook of it has, among others.
        marks: What its marks mean.
        tables: The tables it fills.

    """

    name: str
    title: str
    publisher: str
    published_at: str
    licence: str
    vintage: str
    publication: str = ""
    headers: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    marks: tuple[ProfileMark, ...] = ()
    tables: tuple[ProfileTable, ...]
