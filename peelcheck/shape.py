"""The records that say what shape data have: tables, their columns, their marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

__all__ = ["ColumnType", "Mark", "Missing", "Table", "TableColumn"]


class Missing(StrEnum):
    """What a missing value means to a rule."""

    INVALID = "invalid"
    UNDECIDED = "undecided"
    IGNORED = "ignored"


class ColumnType(StrEnum):
    """The type of a column once it is read."""

    TEXT = "text"
    INTEGER = "whole number"
    NUMBER = "number"
    DATE = "date"


class Mark(StrEnum):
    """What a cell says that holds no value; it stands beside the empty typed cell."""

    NIL = "nil"
    NOT_AVAILABLE = "not available"
    NOT_APPLICABLE = "not applicable"
    SUPPRESSED = "suppressed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """One column of a table, declared once.

    Attributes:
        name: The column's name.
        type: Its type once read.
        says: What it holds, in one sentence.
        unit: What is counted, for numbers.
        required: Whether the table must have it.
        missing: What a blank cell means.
        domain: The values it may take, for texts; any text where there is none.
        spellings: Folded spellings that are read as a value of the domain.
        minimum: The smallest number allowed.
        headers: Other headers it is known by.
        manifest: The value of the manifest it takes where the table lacks it.
        otherwise: The value it takes where the manifest gives none either.
        empty: Whether it stands empty where the table lacks it, so that rules over
            empty cells see it.
        basis: Of what its counts are a part; two bases are never divided.

    """

    name: str
    type: ColumnType
    says: str
    unit: str = ""
    required: bool = True
    missing: Missing = Missing.INVALID
    domain: tuple[str, ...] = ()
    spellings: Mapping[str, str] = field(default_factory=dict)
    minimum: int | None = None
    headers: tuple[str, ...] = ()
    manifest: str = ""
    otherwise: str | int | None = None
    empty: bool = False
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One kind of data with a fixed shape.

    A column of the key that a table need not have is filled where it is not there:
    from the manifest, by `otherwise`, or with nothing; so is one that is to be `empty`.

    Attributes:
        name: The table's name, and the stem of its file.
        prefix: What the ids of its rules begin with.
        title: What it is called in a report.
        statement: The annex statement it serves.
        says: What one row is.
        columns: Its columns, in order.
        key: The columns that tell its rows apart; none where rows may be alike.
        marks: What marks such as `..` mean in it; a manifest may declare more.
        period_column: The column that holds the last day of the period, if one does.
        quarter_column: The column that holds a quarter of that period, if one does.
        totalled: Whether published sources print totals among its rows.
        stock: Whether its period is a day on which something is counted.
        years: Whether its periods are the years that end in the edition's window.

    """

    name: str
    prefix: str
    title: str
    statement: str
    says: str
    columns: tuple[TableColumn, ...]
    key: tuple[str, ...]
    marks: Mapping[str, Mark] = field(default_factory=dict)
    period_column: str | None = None
    quarter_column: str | None = None
    totalled: bool = False
    stock: bool = False
    years: bool = False

    @property
    def required(self) -> tuple[str, ...]:
        """The names of the columns that it must have."""
        return tuple(column.name for column in self.columns if column.required)

    @property
    def filled(self) -> tuple[TableColumn, ...]:
        """The columns that are filled where it has them not."""
        return tuple(one for one in self.columns if self._is_filled(one))

    def _is_filled(self, one: TableColumn) -> bool:
        told = bool(one.manifest) or one.otherwise is not None or one.empty
        return not one.required and (told or one.name in self.key)

    def column(self, name: str) -> TableColumn:
        """Return the column of this name."""
        return next(column for column in self.columns if column.name == name)
