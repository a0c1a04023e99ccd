"""What the caller says of data that do not say it themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from numbers import Integral
from typing import Any, NoReturn

from peelcheck.errors import UnknownNameError, UsageError
from peelcheck.reading.shown import quoted, shown
from peelcheck.shape import Table
from peelcheck.tables import TABLES

__all__ = ["Hints", "hints_of", "refuse", "refuse_unknown_columns"]


@dataclass(frozen=True, slots=True)
class Hints:
    """A caller's hints, each of its kind.

    Attributes:
        table: The table a single file or frame holds.
        columns: The column of the table each header stands for.
        constants: The value of columns that are not there.

    """

    table: str | None
    columns: Mapping[str, str]
    constants: Mapping[str, str | int | date]

    def columns_of(self, table: Table) -> dict[str, str]:
        """Return the headers that stand for columns of this table."""
        names = {column.name for column in table.columns}
        return {head: name for head, name in self.columns.items() if name in names}

    def constants_of(self, table: Table) -> dict[str, str | int | date]:
        """Return the constants for columns of this table."""
        names = {column.name for column in table.columns}
        return {name: one for name, one in self.constants.items() if name in names}


def hints_of(table: Any, columns: Any, constants: Any) -> Hints:
    """Return the caller's hints.

    Raises:
        UsageError: One of them cannot mean anything.

    """
    if table is not None and table not in list(TABLES):
        raise UnknownNameError.of("table", shown(table), TABLES)
    for argument, given in (("columns", columns), ("constants", constants)):
        if not isinstance(given, Mapping | None):
            refuse(argument, "a mapping", given)
    columns, constants = columns or {}, constants or {}
    for column in columns.values():
        if not isinstance(column, str):
            refuse("columns", "a mapping of headers to names of columns", column)
    for value in constants.values():
        if isinstance(value, bool) or not isinstance(value, str | Integral | date):
            kinds = "a mapping of columns to texts, whole numbers or dates"
            refuse("constants", kinds, value)
    hints = Hints(
        table,
        {str(header): column for header, column in columns.items()},
        {
            str(column): int(value) if isinstance(value, Integral) else value
            for column, value in constants.items()
        },
    )
    refuse_unknown_columns(hints, TABLES)
    return hints


def refuse(argument: str, wanted: str, given: object) -> NoReturn:
    """Say of what kind an argument must be.

    Raises:
        UsageError: Always.

    """
    message = f"{argument}= is {wanted}, not {quoted(given)}"
    raise UsageError(message)


def refuse_unknown_columns(hints: Hints, tables: Iterable[str]) -> None:
    """Refuse hints that name a column which none of these tables has.

    Raises:
        UnknownNameError: There is such a hint.

    """
    known = {column.name for name in tables for column in TABLES[name].columns}
    for column in (*hints.columns.values(), *hints.constants):
        if column not in known:
            raise UnknownNameError.of("column", column, known)
