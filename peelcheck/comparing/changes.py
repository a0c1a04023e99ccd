"""The changes of a comparison: rows, cells, keys that are doubled, and the manifest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

__all__ = ["Change", "Correction", "Doubled", "ManifestChange", "What", "told_apart"]


class What(StrEnum):
    """What became of a row from one delivery to the next."""

    CORRECTED = "corrected"
    NEW = "new"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One cell that is another in the second delivery.

    Attributes:
        column: Its column.
        before: Its value in the first delivery; nothing where it had none.
        after: Its value in the second.
        before_is: Why it had none, such as `not available` or `blank`.
        after_is: Why it has none now.

    """

    column: str
    before: Any
    after: Any
    before_is: str = ""
    after_is: str = ""

    @property
    def says(self) -> str:
        """What it was and what it is, as `not available -> 12`."""
        return f"{self.before_is or self.before} -> {self.after_is or self.after}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row that is another, new, or no longer there.

    Attributes:
        what: Which of these.
        key: What tells it apart; nothing in a table without a key.
        cells: The cells that were corrected.
        others: The other values of a row that is new or withdrawn.
        empty: Why values of `key` and `others` are not there, by column, such as
            `not available`, `blank` or `unreadable: Apr-17`.
        source_before: The file, sheet or frame it stands in of the first delivery.
        source_after: That of the second.
        row_before: Its row there in the first delivery; nothing where it is new.
        row_after: Its row in the second; nothing where it was withdrawn.
        times: How many rows alike it stands for; one in a table with a key.

    """

    what: What
    key: Mapping[str, Any]
    cells: tuple[Correction, ...] = ()
    others: Mapping[str, Any] = field(default_factory=dict)
    empty: Mapping[str, str] = field(default_factory=dict)
    source_before: str = ""
    source_after: str = ""
    row_before: int | None = None
    row_after: int | None = None
    times: int = 1

    @property
    def told(self) -> str:
        """What tells the row apart, as `force = Kent, as_at unreadable: Apr-17`."""
        return told_apart(self.key or self.others, self.empty)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubled:
    """A key that stands more than once in a delivery.

    Attributes:
        key: The key.
        before: How many rows of the first delivery have it.
        after: How many of the second.
        unchanged: How many of these are the same in both; the rest is not compared.
        empty: Why values of the key are not there, by column.

    """

    key: Mapping[str, Any]
    before: int
    after: int
    unchanged: int = 0
    empty: Mapping[str, str] = field(default_factory=dict)

    @property
    def told(self) -> str:
        """The key, as `force = Kent, as_at unreadable: Apr-17`."""
        return told_apart(self.key, self.empty)


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestChange:
    """A field of the manifest that says something else; nothing where it is silent."""

    field: str
    before: str | None
    after: str | None


def told_apart(values: Mapping[str, Any], empty: Mapping[str, str]) -> str:
    """Return names and values in words; where there is no value, why there is none."""
    return ", ".join(
        f"{name} {empty[name]}" if name in empty else f"{name} = {value}"
        for name, value in values.items()
    )
