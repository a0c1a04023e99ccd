"""Small changes to a return, each told in words, some of which bite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from peelcheck.model import LinkRule, PlacementRule, Rule, UniqueRule
from peelcheck.strategies.cells import Cells, columns_of_interest
from peelcheck.strategies.repairing import summed_up, taken_out
from peelcheck.strategies.returned import DrawnReturn, Row
from peelcheck.strategies.rows import new_places
from peelcheck.strategies.values import telling_values
from peelcheck.strategies.whole import grouped_by
from peelcheck.tables import TABLES

__all__ = [
    "Edit",
    "cells_changed",
    "column_changed",
    "key_taken",
    "labels_swapped",
    "one_more_row",
    "row_removed",
    "rows_removed",
    "sums_kept",
    "target_removed",
]


@dataclass(frozen=True, slots=True)
class Edit:
    """A return with a small change.

    Attributes:
        after: The return, changed.
        says: What was changed, in words.
        table: The table that a finding is about.
        rows: The rows of it that a finding may name; none where a key is missing.
        columns: The columns that were changed.
        key: What a finding names where no row is at fault.

    """

    after: DrawnReturn
    says: str
    table: str
    rows: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()
    key: Mapping[str, Any] = field(default_factory=dict)


def cells_changed(
    rule: Rule, drawn: DrawnReturn, at: int, cells: Cells
) -> Iterator[Edit]:
    """Yield the return with other values in some cells of a row."""
    row = drawn.tables[rule.table][at]
    for new in cells(rule, row):
        told = ", ".join(
            f"{name} {row[name]} -> {value}" for name, value in new.items()
        )
        after = drawn.with_row(rule.table, at, {**row, **new})
        rows = after.tables[rule.table]
        left = _left_of_groups(rule, after, [row])
        yield Edit(
            after=after,
            says=f"{rule.table}, position {at}: {told}",
            table=rule.table,
            rows=tuple(dict.fromkeys((*_of_its_group(rule, rows, at), *left))),
            columns=tuple(new),
        )


def sums_kept(edits: Iterator[Edit], before: DrawnReturn) -> Iterator[Edit]:
    """Yield changes with each whole set to the sum of its parts afterwards."""
    for edit in edits:
        after = summed_up(edit.after, edit.table, before)
        if after is not edit.after:
            says = f"{edit.says}, and the sums with it"
            rows = tuple(new_places(edit.table, after, before))
            yield replace(edit, after=after, says=says, rows=rows)


def column_changed(rule: Rule, drawn: DrawnReturn) -> Iterator[Edit]:
    """Yield the return with one new value in a column of every row.

    Where rows differ, that of the first or of the last too.
    """
    rows, table = drawn.tables[rule.table], TABLES[rule.table]
    for name in columns_of_interest(rule):
        column = table.column(name)
        differ = any(row[name] != rows[0][name] for row in rows)
        own = [rows[0][name], rows[-1][name]] if differ else []
        values = (*telling_values(rule, column, rows[0]), *own)
        for value in dict.fromkeys(values):
            yield Edit(
                after=drawn.with_rows(rule.table, ({**r, name: value} for r in rows)),
                says=f"{rule.table}, every row: {name} -> {value}",
                table=rule.table,
                rows=tuple(range(len(rows))),
                columns=(name,),
            )


def _of_its_group(rule: Rule, rows: Sequence[Row], at: int) -> tuple[int, ...]:
    """Return the rows that are added up with one, itself among them."""
    by = grouped_by(rule)
    if by is None:
        return (at,)
    own = [rows[at].get(name) for name in by]
    return tuple(
        place
        for place, row in enumerate(rows)
        if place == at or [row.get(name) for name in by] == own
    )


def one_more_row(
    rule: Rule, drawn: DrawnReturn, at: int, cells: Cells
) -> Iterator[Edit]:
    """Yield the return with a row repeated at its end, some of its cells changed."""
    rows = drawn.tables[rule.table]
    for new in cells(rule, rows[at]):
        after = drawn.with_rows(rule.table, (*rows, {**rows[at], **new}))
        told = ", ".join(f"{name} {value}" for name, value in new.items())
        yield Edit(
            after=after,
            says=f"{rule.table}: position {at} repeated"
            + (f" with {told}" if told else ""),
            table=rule.table,
            rows=_of_its_group(rule, after.tables[rule.table], len(rows)),
            columns=tuple(new),
        )


def rows_removed(
    rule: Rule, drawn: DrawnReturn, names: Sequence[str], key: Sequence[Any]
) -> Edit:
    """Return the return without the rows of a key, and without what points to them."""
    rows = drawn.tables[rule.table]
    gone = [at for at, row in enumerate(rows) if [row[n] for n in names] == [*key]]
    named = dict(zip(names, key, strict=True))
    told = ", ".join(f"{name} {value}" for name, value in named.items())
    after = taken_out(drawn, rule.table, gone)
    return Edit(
        after=after,
        says=f"{rule.table}: no row of {told}",
        table=rule.table,
        rows=_left_of_groups(rule, after, [rows[at] for at in gone]),
        key=named,
    )


def _left_of_groups(
    rule: Rule, after: DrawnReturn, gone: Sequence[Row]
) -> tuple[int, ...]:
    """Return what is left of the groups that rows were taken from."""
    by = grouped_by(rule)
    if by is None:
        return ()
    lost = [[row[name] for name in by] for row in gone]
    rows = after.tables[rule.table]
    return tuple(n for n, r in enumerate(rows) if [r[name] for name in by] in lost)


def row_removed(rule: Rule, drawn: DrawnReturn, at: int) -> Edit:
    """Return the return without a row, and without what points to it."""
    names, row = TABLES[rule.table].key, drawn.tables[rule.table][at]
    return rows_removed(rule, drawn, names, [row[name] for name in names])


def key_taken(rule: UniqueRule, drawn: DrawnReturn, at: int) -> Iterator[Edit]:
    """Yield the return with a row that has the key of the next but for one column."""
    rows = drawn.tables[rule.table]
    row, following = rows[at], rows[(at + 1) % len(rows)]
    new = {n: following[n] for n in rule.columns if following[n] != row[n]}
    if len(new) == 1:
        yield from cells_changed(rule, drawn, at, lambda *_: iter([new]))


def target_removed(rule: LinkRule, drawn: DrawnReturn, at: int) -> Edit:
    """Return the return without the row that another points to."""
    rows = drawn.tables[rule.table]
    key = [rows[at][name] for name in rule.on]
    there = drawn.tables[rule.to]
    gone = [n for n, row in enumerate(there) if [row[name] for name in rule.on] == key]
    orphans = [
        n for n, row in enumerate(rows) if [row[name] for name in rule.on] == key
    ]
    return Edit(
        after=drawn.without(rule.to, gone),
        says=f"{rule.to}: no row of {' '.join(map(str, key))}",
        table=rule.table,
        rows=tuple(orphans),
        columns=rule.on,
    )


def labels_swapped(rule: PlacementRule, drawn: DrawnReturn, at: int) -> Iterator[Edit]:
    """Yield the return with the rows of two keys, such as forces, interchanged."""
    rows = drawn.tables[rule.table]
    own = rows[at][rule.key]
    for other in dict.fromkeys(row[rule.key] for row in rows):
        if other == own:
            continue
        named = {own: other, other: own}
        new = [{**r, rule.key: named.get(r[rule.key], r[rule.key])} for r in rows]
        moved = tuple(n for n, r in enumerate(rows) if r[rule.key] in named)
        yield Edit(
            after=drawn.with_rows(rule.table, new),
            says=f"{rule.table}: {own} and {other} swapped",
            table=rule.table,
            rows=moved,
            columns=(rule.key,),
        )
