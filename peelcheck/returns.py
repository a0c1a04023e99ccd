"""What somebody hands over, once read: typed tables, a manifest, and the coercions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

import narwhals as nw

from peelcheck.model import Kind
from peelcheck.origins import Origin
from peelcheck.periods import months_between
from peelcheck.shape import Mark

__all__ = [
    "MANIFEST_STATEMENTS",
    "MANIFEST_VALUES",
    "ROW",
    "Absence",
    "Coercion",
    "CoercionExample",
    "Fault",
    "Frame",
    "Manifest",
    "Return",
    "TableData",
    "TableEntry",
    "Total",
    "mark_of",
    "marked_column",
    "text_of",
]

Frame: TypeAlias = nw.LazyFrame[Any] | nw.DataFrame[Any]

ROW = "__row__"
"""The column that numbers the rows as the source does."""


def mark_of(column: str) -> str:
    """Return the name of the column that says why a cell of `column` is empty."""
    return f"{column}.mark"


def marked_column(name: str) -> str:
    """Return the column that a name is of, be it the column's own or its mark's."""
    return name.removesuffix(".mark")


def text_of(column: str) -> str:
    """Return the name of the column that keeps the source's text of `column`."""
    return f"{column}.text"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableEntry:
    """What the manifest says of one table; `several_periods` is what its rows say."""

    source: str | None = None
    publication: str | None = None
    release: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    marks: Mapping[str, Mark] = field(default_factory=dict)
    several_periods: str | None = None

    @property
    def months(self) -> int | None:
        """How many months the period has, where it is of whole months."""
        return months_between(self.period_start, self.period_end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A force that could not supply a table, and why."""

    table: str
    force: str
    reason: str


MANIFEST_VALUES = (
    "edition",
    "kind",
    "force",
    "state",
    "source",
    "publication",
    "release",
    "period_start",
    "period_end",
    "months",
    "several_periods",
    "absent_tables",
)
"""The manifest values a condition may name."""

MANIFEST_STATEMENTS: Mapping[str, tuple[str, ...]] = {
    "edition": ("A3",),
    "kind": ("A2",),
    "state": ("A4", "A6"),
    "unable_to_supply": ("A7",),
    "noted_exceptions": ("A9", "A11"),
    "source": ("A1",),
    "publication": ("A39", "A44", "A47"),
    "release": ("A27", "A33", "A40"),
    "period_start": ("A31", "A47"),
    "period_end": ("A31", "A41", "A47"),
}
"""The statements that a manifest's fields carry out, by field; the rest carry none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Whose return, for which edition, of what kind; and what it notes.

    Attributes:
        edition: The edition it was made for.
        kind: The kind of return.
        force: The force it belongs to, for a submission.
        state: Where it stands, such as `draft` or `final`.
        title: What it calls itself.
        tables: What it says of each table.
        unable_to_supply: Forces noted as missing, with reasons.
        noted_exceptions: Rules noted as not met, with reasons, by rule id.
        assumed: What was assumed because nothing was said, in sentences.
        absent_tables: Tables it names that are not in the return, if any.

    """

    edition: str
    kind: Kind
    force: str | None = None
    state: str | None = None
    title: str | None = None
    tables: Mapping[str, TableEntry] = field(default_factory=dict)
    unable_to_supply: tuple[Absence, ...] = ()
    noted_exceptions: Mapping[str, str] = field(default_factory=dict)
    assumed: tuple[str, ...] = ()
    absent_tables: str | None = None

    def entry(self, table: str) -> TableEntry:
        """Return what it says of a table; an empty entry where it says nothing."""
        return self.tables.get(table, TableEntry())

    def lacks_forces(self, table: str) -> bool:
        """Say whether it notes a force as unable to supply a table."""
        return any(one.table == table for one in self.unable_to_supply)

    def values_for(self, table: str) -> dict[str, Any]:
        """Return the values a condition over this table may name."""
        values: dict[str, Any] = {}
        for name in MANIFEST_VALUES:
            holder = self if hasattr(self, name) else self.entry(table)
            values[name] = getattr(holder, name)
        return values


@dataclass(frozen=True, slots=True)
class CoercionExample:
    """One cell that was read as something other than its text.

    Attributes:
        row: Its row.
        before: Its text.
        after: What it was read as.
        place: Its cell in a sheet, where that is known; with its file or sheet before
            it, where the table has several.

    """

    row: int | None
    before: str
    after: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coercion:
    """Cells of a column that were not canonical, and what became of them.

    Attributes:
        table: The table.
        column: The column; empty where the whole file is meant.
        kind: What was done.
        count: How many cells, exactly.
        examples: The first of them.

    """

    table: str
    column: str
    kind: str
    count: int
    examples: tuple[CoercionExample, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """A column that is missing, doubled or not known."""

    column: str
    what: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A printed total, and what the rows that make it add up to.

    Attributes:
        area: What it is the total of.
        members: The rows that make it, in words.
        column: The column it stands in.
        key: The other columns that tell which figure it is.
        printed: The total as printed.
        summed: The sum of those members that have a number.
        lacks: The members that have none.
        agrees: Whether both agree; nothing where a missing member leaves it open.
        row: Its row.
        place: Its cell in a sheet, such as `C7`; empty for other files.
        beyond: The members that are not territorial forces or areas of them, and
            their figures.

    """

    area: str
    members: str
    column: str
    key: Mapping[str, Any]
    printed: float
    summed: float
    lacks: tuple[str, ...]
    agrees: bool | None
    row: int
    place: str = ""
    beyond: Mapping[str, float | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableData:
    """One table as read.

    Attributes:
        table: The name of the table.
        frame: The typed columns, with `ROW`; `x.mark` and `x.text` where cells of
            column x were not canonical.
        source: Where it came from, as a person would name it.
        row_word: What a row number counts: `row` of a file, `position` in a frame.
        columns: The columns of the table that are there.
        filled: Those of them that the source lacks and that were filled.
        faults: What is wrong with the columns.
        unknown_columns: Columns the table does not know, left alone.
        coercions: What was read as something else.
        totals: The totals its source prints, beside the sums of their members.
        origins: The files or sheets it was read from, in their order; none for a frame.

    """

    table: str
    frame: Frame
    source: str
    row_word: str
    columns: tuple[str, ...]
    filled: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    unknown_columns: tuple[str, ...] = ()
    coercions: tuple[Coercion, ...] = ()
    totals: tuple[Total, ...] = ()
    origins: tuple[Origin, ...] = ()

    def placed(self, number: int) -> tuple[Origin, int]:
        """Return where a row of `ROW` comes from, and its number there."""
        own = [one for one in self.origins if one.after < number]
        origin = own[-1] if own else Origin(source=self.source)
        return origin, number - origin.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """Tables and a manifest, read and typed."""

    source: str
    manifest: Manifest
    tables: Mapping[str, TableData]
