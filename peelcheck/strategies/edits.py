"""Small changes to a return, each told in words, from which one is chosen that bites."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, islice, product
from typing import Any, TypeAlias

from peelcheck.conditions import columns_of
from peelcheck.model import (
    GroupRule,
    LinkRule,
    PlacementRule,
    ReferenceRule,
    Rule,
    SumRule,
    UniqueRule,
)
from peelcheck.returns import marked_column
from peelcheck.rules.rulebook import columns_read
from peelcheck.strategies.repairing import summed_up, taken_out
from peelcheck.strategies.returned import DrawnReturn, Row
from peelcheck.strategies.values import telling_values
from peelcheck.tables import TABLES

__all__ = [
    "Edit",
    "as_it_is",
    "cells_changed",
    "column_changed",
    "few_cells",
    "labels_swapped",
    "many_cells",
    "one_more_row",
    "other_cells",
    "rows_removed",
    "some_cells",
    "sums_kept",
    "target_removed",
]

Cells: TypeAlias = Callable[[Rule, Row], Iterator[dict[str, Any]]]
"""What yields new values for some cells of a row."""

_AT_ONCE = 3
_MANY = 400


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
        changed: The tables that were changed, and which of their rows are new.

    """

    after: DrawnReturn
    says: str
    table: str
    rows: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()
    key: Mapping[str, Any] = field(default_factory=dict)
    changed: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


def columns_of_interest(rule: Rule) -> list[str]:
    """Return the columns whose cells may make a rule hold or not, keys aside."""
    known = {one.name for one in TABLES[rule.table].columns}
    match rule:
        case SumRule(value=value):
            read: tuple[str, ...] = (value,)
        case GroupRule(sums=sums, blanks=blanks, when=when):
            read = (*sums, *blanks, *columns_of(when)) or rule.by
        case ReferenceRule(then=then):
            read = columns_of(then)
        case UniqueRule():
            read = ()
        case _:
            read = columns_read(rule)
    return [name for name in dict.fromkeys(map(marked_column, read)) if name in known]


def few_cells(rule: Rule, row: Row) -> Iterator[dict[str, Any]]:
    """Yield new values for one cell of a row."""
    for name, values in _tried(rule, row).items():
        yield from ({name: value} for value in values)


def some_cells(rule: Rule, row: Row) -> Iterator[dict[str, Any]]:
    """Yield new values for one cell, and for one beside it that a rule does not read."""
    for other in other_cells(rule, row):
        yield from ({**new, **other} for new in few_cells(rule, row))


def many_cells(rule: Rule, row: Row) -> Iterator[dict[str, Any]]:
    """Yield new values for two cells that a rule reads, then for three."""
    tried = _tried(rule, row)
    for size in range(2, _AT_ONCE + 1):
        for names in combinations(tried, size):
            choices = product(*(tried[name] for name in names))
            for values in islice(choices, _MANY):
                yield dict(zip(names, values, strict=True))


def _tried(rule: Rule, row: Row) -> dict[str, list[Any]]:
    table = TABLES[rule.table]
    return {
        name: telling_values(rule, table.column(name), row)
        for name in columns_of_interest(rule)
        if name in row
    }


def cells_changed(
    rule: Rule, drawn: DrawnReturn, at: int, cells: Cells
) -> Iterator[Edit]:
    """Yield the return with other values in some cells of a row."""
    row = drawn.tables[rule.table][at]
    for new in cells(rule, row):
        told = ", ".join(
            f"{name} {row[name]} -> {value}" for name, value in new.items()
        )
        yield Edit(
            after=drawn.with_row(rule.table, at, {**row, **new}),
            says=f"{rule.table}, position {at}: {told}",
            table=rule.table,
            rows=_of_its_group(rule, drawn.tables[rule.table], at),
            columns=tuple(new),
            changed={rule.table: (at,)},
        )


def sums_kept(edits: Iterator[Edit]) -> Iterator[Edit]:
    """Yield changes with each whole set to the sum of its parts afterwards."""
    for edit in edits:
        new = edit.changed[edit.table]
        after, changed = summed_up(edit.after, edit.table, new)
        if changed[edit.table] != new:
            says = f"{edit.says}, and the sums with it"
            yield replace(
                edit, after=after, says=says, changed=changed, rows=changed[edit.table]
            )


def column_changed(rule: Rule, drawn: DrawnReturn) -> Iterator[Edit]:
    """Yield the return with one new value in a column of every row."""
    rows, table = drawn.tables[rule.table], TABLES[rule.table]
    for name in columns_of_interest(rule):
        for value in telling_values(rule, table.column(name), rows[0]):
            yield Edit(
                after=drawn.with_rows(rule.table, ({**r, name: value} for r in rows)),
                says=f"{rule.table}, every row: {name} -> {value}",
                table=rule.table,
                rows=tuple(range(len(rows))),
                columns=(name,),
                changed={rule.table: tuple(range(len(rows)))},
            )


def as_it_is(rule: Rule, row: Row) -> Iterator[dict[str, Any]]:
    """Yield no new value."""
    del rule, row
    yield {}


def _of_its_group(rule: Rule, rows: Sequence[Row], at: int) -> tuple[int, ...]:
    """Return the rows that are added up with one, itself among them."""
    by = _grouped_by(rule)
    if not by:
        return (at,)
    own = [rows[at].get(name) for name in by]
    return tuple(
        place
        for place, row in enumerate(rows)
        if place == at or [row.get(name) for name in by] == own
    )


def _grouped_by(rule: Rule) -> tuple[str, ...]:
    """Return the columns by which a rule adds rows up, if it does."""
    match rule:
        case SumRule(by=by) | GroupRule(by=by):
            return by
        case ReferenceRule(on=on, sums=sums) if sums:
            return tuple(on)
        case _:
            return ()


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
            rows=(*_of_its_group(rule, rows, at), len(rows)),
            columns=tuple(new),
            changed={rule.table: (len(rows),)},
        )


def other_cells(rule: Rule, row: Row) -> Iterator[dict[str, Any]]:
    """Yield small values for cells that a rule does not look at."""
    unique = rule.columns if isinstance(rule, UniqueRule) else ()
    aside = {*columns_of_interest(rule), *unique}
    for column in TABLES[rule.table].columns:
        if column.name in row and column.name not in aside:
            values = [None, *([0] if column.unit else column.domain)]
            apt = (value for value in values if value != row[column.name])
            yield from ({column.name: value} for value in apt)


def rows_removed(
    rule: Rule, drawn: DrawnReturn, names: Sequence[str], key: Sequence[Any]
) -> Edit:
    """Return the return without the rows of a key, and without what points to them."""
    rows = drawn.tables[rule.table]
    gone = [at for at, row in enumerate(rows) if [row[n] for n in names] == [*key]]
    named = dict(zip(names, key, strict=True))
    told = ", ".join(f"{name} {value}" for name, value in named.items())
    after, changed = taken_out(drawn, rule.table, gone)
    return Edit(
        after=after,
        says=f"{rule.table}: no row of {told}",
        table=rule.table,
        rows=_left_of_groups(rule, after, [rows[at] for at in gone]),
        key=named,
        changed=changed,
    )


def _left_of_groups(
    rule: Rule, after: DrawnReturn, gone: Sequence[Row]
) -> tuple[int, ...]:
    """Return what is left of the groups that rows were taken from."""
    by = _grouped_by(rule)
    lost = [[row[name] for name in by] for row in gone]
    rows = after.tables[rule.table]
    return tuple(
        n for n, r in enumerate(rows) if by and [r[name] for name in by] in lost
    )


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
        changed={rule.to: ()},
    )


def labels_swapped(rule: PlacementRule, drawn: DrawnReturn, at: int) -> Iterator[Edit]:
    """Yield the return with the rows of two keys, such as forces, named as the other."""
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
            changed={rule.table: moved},
        )
