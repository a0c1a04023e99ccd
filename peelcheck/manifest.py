"""What a manifest says of a return: whose it is, of what, and what it notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from peelcheck.cycle import SignOff
from peelcheck.model import Kind
from peelcheck.periods import months_between
from peelcheck.shape import Mark

__all__ = [
    "MANIFEST_STATEMENTS",
    "MANIFEST_VALUES",
    "WORKED_OUT",
    "Absence",
    "Manifest",
    "TableEntry",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableEntry:
    """What the manifest says of one table; `several_periods` is what its rows say."""

    source: str | None = None
    publication: str | None = None
    release: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    price_base: date | None = None
    price_index: str | None = None
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
    "design",
    "source",
    "publication",
    "release",
    "period_start",
    "period_end",
    "months",
    "price_base",
    "price_index",
    "several_periods",
    "absent_tables",
    "without_design",
    "unsigned",
    "signed_early",
)
"""The manifest values a condition may name."""

WORKED_OUT: Mapping[str, str] = {
    "several_periods": "periods",
    "absent_tables": "named and not there",
    "without_design": "of a design that is not named",
    "unsigned": "not signed off",
    "signed_early": "signed off early",
}
"""What lists are of that no manifest says itself, in words, by value."""

MANIFEST_STATEMENTS: Mapping[str, tuple[str, ...]] = {
    "edition": ("A3",),
    "kind": ("A2",),
    "state": ("A4", "A6"),
    "design": ("A3",),
    "signed_off": ("A6",),
    "unable_to_supply": ("A7",),
    "noted_exceptions": ("A5", "A9", "A11"),
    "source": ("A1",),
    "publication": ("A39", "A44", "A47"),
    "release": ("A27", "A33", "A40"),
    "period_start": ("A31", "A47"),
    "period_end": ("A31", "A41", "A47"),
    "price_base": ("A45",),
    "price_index": ("A45",),
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
        design: The version of the design that its collection was made by.
        tables: What it says of each table.
        unable_to_supply: Forces noted as missing, with reasons.
        noted_exceptions: Rules noted as not met, with reasons, by rule id.
        assumed: What was assumed because nothing was said, in sentences.
        signed_off: The forces that signed the final figures off.
        absent_tables: Tables it names that are not in the return, if any.
        without_design: Tables collected by a design that it does not name, if any.
        unsigned: Forces of a final collection that did not sign it off, if any.
        signed_early: Forces that signed off what is not final, if any.

    """

    edition: str
    kind: Kind
    force: str | None = None
    state: str | None = None
    title: str | None = None
    design: str | None = None
    tables: Mapping[str, TableEntry] = field(default_factory=dict)
    unable_to_supply: tuple[Absence, ...] = ()
    noted_exceptions: Mapping[str, str] = field(default_factory=dict)
    assumed: tuple[str, ...] = ()
    signed_off: tuple[SignOff, ...] = ()
    absent_tables: str | None = None
    without_design: str | None = None
    unsigned: str | None = None
    signed_early: str | None = None

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
