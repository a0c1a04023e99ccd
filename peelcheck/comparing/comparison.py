"""What comparing gives: for each table what was corrected, new and withdrawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

import polars as pl

from peelcheck.comparing.changes import (
    Change,
    Correction,
    Doubled,
    ManifestChange,
    What,
)
from peelcheck.comparing.frames import AFTER, ALIKE, SAME, TIMES, why_of
from peelcheck.manifest import Manifest
from peelcheck.returns import ROW, TableData
from peelcheck.tabular import as_pandas

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Comparison", "TableComparison"]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TableComparison:
    """One table of both deliveries.

    Attributes:
        table: Its name.
        before: The table of the first delivery, as read.
        after: The table of the second.
        rows_before: How many rows the first has.
        rows_after: How many the second has.
        key: The columns that tell rows apart; none where rows may be alike.
        columns: The other columns that both have, which are compared.
        columns_before: The columns that the first alone has.
        columns_after: The columns that the second alone has.
        unchanged: How many rows are the same in both.
        corrected: Rows with another cell, in the order of the second.
        new: Rows that the second alone has.
        withdrawn: Rows that the first alone has.
        doubled: Keys that stand more than once in either, with how often in each;
            those alone of which some row is not the same in both.
        not_compared: Why its rows are not compared, if they are not.

    """

    table: str
    before: TableData
    after: TableData
    rows_before: int
    rows_after: int
    key: tuple[str, ...]
    columns: tuple[str, ...]
    columns_before: tuple[str, ...] = ()
    columns_after: tuple[str, ...] = ()
    unchanged: int = 0
    corrected: pl.DataFrame = field(default_factory=pl.DataFrame)
    new: pl.DataFrame = field(default_factory=pl.DataFrame)
    withdrawn: pl.DataFrame = field(default_factory=pl.DataFrame)
    doubled: pl.DataFrame = field(default_factory=pl.DataFrame)
    not_compared: str = ""

    def count(self, what: What) -> int:
        """Return how many rows were corrected, are new or were withdrawn."""
        frame = self._frame(what)
        return int(frame[TIMES].sum()) if TIMES in frame.columns else frame.height

    @property
    def corrected_cells(self) -> dict[str, int]:
        """How many cells of each column were corrected, those with some."""
        if self.corrected.is_empty():
            return {}
        same = {name: self.corrected[f"{SAME}{name}"] for name in self.columns}
        counts = {name: int((~one).sum()) for name, one in same.items()}
        return {name: count for name, count in counts.items() if count}

    @property
    def same(self) -> bool:
        """Whether all rows are the same in both, and none was set aside."""
        apart = any(self.count(what) for what in What) or not self.doubled.is_empty()
        columns = self.columns_before or self.columns_after
        return not (apart or columns or self.not_compared)

    def changes(self, what: What, most: int | None = None) -> Iterator[Change]:
        """Yield the rows of one kind, all of them or the first."""
        rows = self._frame(what).iter_rows(named=True)
        yield from (self._change(what, row) for row in islice(rows, most))

    def doubled_keys(self, most: int | None = None) -> Iterator[Doubled]:
        """Yield the keys that stand more than once, all of them or the first."""
        for row in islice(self.doubled.iter_rows(named=True), most):
            yield Doubled(
                key=self._key(row),
                before=row[TIMES],
                after=row[f"{TIMES}{AFTER}"],
                unchanged=row[ALIKE],
                empty=_empty(row, self.key),
            )

    def _frame(self, what: What) -> pl.DataFrame:
        return {
            What.CORRECTED: self.corrected,
            What.NEW: self.new,
            What.WITHDRAWN: self.withdrawn,
        }[what]

    def _key(self, row: Mapping[str, Any]) -> dict[str, Any]:
        return {name: row[name] for name in self.key}

    def _change(self, what: What, row: Mapping[str, Any]) -> Change:
        end = AFTER if what is What.NEW and self.key else ""
        corrected = what is What.CORRECTED
        source_before, row_before = _place(self.before, row[ROW])
        source_after, row_after = _place(self.after, row[f"{ROW}{AFTER}"])
        return Change(
            what=what,
            key=self._key(row),
            cells=tuple(self._corrections(row)) if corrected else (),
            others={} if corrected else {n: row[f"{n}{end}"] for n in self.columns},
            empty=_empty(row, self.key)
            | ({} if corrected else _empty(row, self.columns, end)),
            source_before=source_before,
            source_after=source_after,
            row_before=row_before,
            row_after=row_after,
            times=row.get(TIMES, 1),
        )

    def _corrections(self, row: Mapping[str, Any]) -> Iterator[Correction]:
        for name in self.columns:
            if not row[f"{SAME}{name}"]:
                yield Correction(
                    column=name,
                    before=row[name],
                    after=row[f"{name}{AFTER}"],
                    before_is=row[why_of(name)] or "",
                    after_is=row[f"{why_of(name)}{AFTER}"] or "",
                )


def _empty(
    row: Mapping[str, Any], columns: Sequence[str], end: str = ""
) -> dict[str, str]:
    """Return why cells of a row hold no value, of those that hold none."""
    whys = {name: row[f"{why_of(name)}{end}"] for name in columns}
    return {name: why for name, why in whys.items() if why}


def _place(data: TableData, number: int | None) -> tuple[str, int | None]:
    """Return the file or sheet that a row comes from, and its number there."""
    if number is None:
        return "", None
    origin, own = data.placed(number)
    return origin.source, own


_COLUMNS = (
    *("table", "what", "key", "column", "before", "after"),
    *("source_before", "row_before", "source_after", "row_after", "times"),
)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Comparison:
    """A first and a second delivery, and all in which they differ.

    Attributes:
        before: What the first was read from.
        after: What the second was read from.
        manifest_before: The manifest of the first.
        manifest_after: The manifest of the second.
        said: The fields of the manifest that say something else.
        tables_before: The tables that the first alone has.
        tables_after: The tables that the second alone has.
        tables: The tables that both have.

    """

    before: str
    after: str
    manifest_before: Manifest
    manifest_after: Manifest
    said: tuple[ManifestChange, ...]
    tables_before: tuple[str, ...]
    tables_after: tuple[str, ...]
    tables: tuple[TableComparison, ...]

    def __repr__(self) -> str:
        """Return one line, however many changes there are."""
        told = "the same" if self.same else self.counted
        return f"<Comparison of {self.before} with {self.after}: {told}>"

    @property
    def same(self) -> bool:
        """Whether nothing differs: rows, columns, tables and manifest.

        Where no row was compared nothing is the same.
        """
        apart = self.said or self.tables_before or self.tables_after
        rows = sum(one.unchanged for one in self.tables)
        return bool(rows) and not apart and all(one.same for one in self.tables)

    @property
    def counted(self) -> str:
        """How many rows were unchanged, corrected, new or withdrawn, in words."""
        unchanged = sum(one.unchanged for one in self.tables)
        counts = [f"{unchanged:,} unchanged"]
        for what in What:
            count = sum(one.count(what) for one in self.tables)
            counts.append(f"{count:,} {what}")
        doubled = sum(one.doubled.height for one in self.tables)
        if doubled:
            counts.append(f"{doubled:,} doubled key{'' if doubled == 1 else 's'}")
        return ", ".join(counts)

    def of(self, table: str) -> TableComparison:
        """Return the comparison of one table.

        Raises:
            KeyError: It is not in both deliveries.

        """
        return {one.table: one for one in self.tables}[table]

    def to_pandas(self) -> pd.DataFrame:
        """Return all changes as a pandas frame.

        A corrected cell is a row, and so are a row that is new or withdrawn, of which
        `times` counts those alike, and a key that stands more than once, with how often
        before and after.

        Raises:
            MissingExtraError: pandas is not installed.

        """
        rows = [row for one in self.tables for row in _told(one)]
        whole = ("row_before", "row_after", "times")
        return as_pandas(rows, _COLUMNS, whole=whole)


def _told(one: TableComparison) -> Iterator[dict[str, Any]]:
    for what in What:
        for change in one.changes(what):
            told = {
                "table": one.table,
                "what": what.value,
                "key": change.told,
                "source_before": change.source_before,
                "row_before": change.row_before,
                "source_after": change.source_after,
                "row_after": change.row_after,
                "times": change.times,
            }
            for cell in change.cells:
                yield told | {
                    "column": cell.column,
                    "before": cell.before_is or str(cell.before),
                    "after": cell.after_is or str(cell.after),
                }
            if not change.cells:
                yield told
    for doubled in one.doubled_keys():
        yield {
            "table": one.table,
            "what": "doubled key",
            "key": doubled.told,
            "before": str(doubled.before),
            "after": str(doubled.after),
        }
