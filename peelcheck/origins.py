"""Where the rows of a table come from, be it read from several files or sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Origin", "Spread"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Columns of a sheet that were turned into rows.

    Attributes:
        into: The column that took their cells.
        by: The column that took what their headers name.
        letters: The letter of each, by the value of `by` as text.

    """

    into: str
    by: str
    letters: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One of the files or sheets that a table was read from.

    Attributes:
        source: Its name, as a person would say it.
        after: The number after which its rows begin in `ROW`, which runs through all.
        letters: The letter of each column in its sheet; empty where it is in none.
        spread: The columns that were turned into rows, where there are any.

    """

    source: str
    after: int = 0
    letters: Mapping[str, str] = field(default_factory=dict)
    spread: Spread | None = None

    def cell(self, column: str, row: int, values: Mapping[str, Any]) -> str:
        """Return the cell of a column in one of its rows, if that is known.

        Args:
            column: The column.
            row: The row, numbered as in the sheet.
            values: Some values of the row, as typed.

        """
        letter = self.letters.get(column, "")
        if self.spread and column == self.spread.into:
            letter = self.spread.letters.get(str(values.get(self.spread.by)), "")
        return f"{letter}{row}" if letter else ""
