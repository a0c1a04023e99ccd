"""The ways in which a rule of each kind may be broken, smaller changes first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from peelcheck.conditions import columns_of
from peelcheck.engines import deciding
from peelcheck.model import (
    AgreementRule,
    CoverageRule,
    GroupRule,
    LinkRule,
    ManifestRule,
    NotableRule,
    PlacementRule,
    ReferenceRule,
    RowRule,
    Rule,
    StructureRule,
    SumRule,
    TotalsRule,
    UniqueRule,
)
from peelcheck.strategies.apart import force_multiplied
from peelcheck.strategies.applying import said_of
from peelcheck.strategies.cells import (
    as_it_is,
    few_cells,
    many_cells,
    nothing_counted,
    other_cells,
    some_cells,
)
from peelcheck.strategies.edits import (
    Edit,
    cells_changed,
    column_changed,
    key_taken,
    labels_swapped,
    one_more_row,
    row_removed,
    rows_removed,
    sums_kept,
    target_removed,
)
from peelcheck.strategies.returned import DrawnReturn
from peelcheck.strategies.said import (
    column_dropped,
    note_withdrawn,
    said_otherwise,
    total_changed,
)
from peelcheck.strategies.whole import answers_for
from peelcheck.tables import TABLES

__all__ = ["LARGE", "LEVELS", "MIDDLE", "SMALL", "edits_at", "edits_everywhere"]

LEVELS = SMALL, MIDDLE, LARGE = (1, 2, 3)
"""How large a change is: smaller ones are looked for in every row first."""


_EACH = 1_000
"""How many large changes of a kind to one row are looked at."""


def edits_everywhere(rule: Rule, drawn: DrawnReturn, level: int) -> Iterator[Edit]:
    """Yield changes of no one row, of the kinds that can break a rule of its kind."""
    match rule:
        case ManifestRule() if level == SMALL:
            yield from said_otherwise(rule, drawn)
        case StructureRule() if level == SMALL:
            yield from column_dropped(rule, drawn)
        case TotalsRule() if level == SMALL:
            yield from total_changed(rule, drawn)
        case AgreementRule() if level == SMALL:
            yield from note_withdrawn(rule, drawn)
        case RowRule() | GroupRule() | ReferenceRule() if level == MIDDLE:
            yield from column_changed(rule, drawn)
        case _:
            return


def edits_at(rule: Rule, drawn: DrawnReturn, at: int, level: int) -> Iterator[Edit]:
    """Yield changes that begin with a row, of the kinds that can break a rule."""
    match rule:
        case CoverageRule() if level == SMALL:
            yield from _keys_removed(rule, drawn, at)
        case PlacementRule() if level == SMALL:
            yield from labels_swapped(rule, drawn, at)
        case NotableRule() if level == SMALL:
            yield from force_multiplied(rule, drawn, at)
        case UniqueRule() if level == SMALL:
            yield from one_more_row(rule, drawn, at, as_it_is)
            yield from one_more_row(rule, drawn, at, other_cells)
        case UniqueRule() if level == MIDDLE:
            yield from key_taken(rule, drawn, at)
        case (
            RowRule()
            | LinkRule()
            | GroupRule()
            | SumRule()
            | ReferenceRule()
            | AgreementRule()
        ):
            yield from _over_cells(rule, drawn, at, level)
        case _:
            return


def _over_cells(rule: Rule, drawn: DrawnReturn, at: int, level: int) -> Iterator[Edit]:
    """Yield changes of cells, and of rows where these do not do."""
    if level == SMALL:
        if isinstance(rule, LinkRule):
            yield target_removed(rule, drawn, at)
        if isinstance(rule, GroupRule) and "rows" in columns_of(rule.then):
            yield row_removed(rule, drawn, at)
        yield from cells_changed(rule, drawn, at, few_cells)
        if isinstance(rule, ReferenceRule):
            yield from sums_kept(cells_changed(rule, drawn, at, few_cells), drawn)
    elif level == MIDDLE:
        yield from cells_changed(rule, drawn, at, some_cells)
        yield from one_more_row(rule, drawn, at, few_cells)
    else:
        row = drawn.tables[rule.table][at]
        for name in TABLES[rule.table].key:
            yield rows_removed(rule, drawn, [name], [row[name]])
        for cells in (some_cells, nothing_counted):
            yield from islice(one_more_row(rule, drawn, at, cells), _EACH)
        yield from islice(cells_changed(rule, drawn, at, many_cells), _EACH)


def _keys_removed(rule: CoverageRule, drawn: DrawnReturn, at: int) -> Iterator[Edit]:
    rows = drawn.tables[rule.table]
    names = [name for keys in rule.expected for name in keys.columns]
    given = dict.fromkeys(tuple(row[name] for name in names) for row in rows)
    own = answers_for(rule, rows, said_of(drawn))
    wanted = [key for key in given if _expected(rule, own, key)]
    for key in (*wanted[at:], *wanted[:at]):
        yield rows_removed(rule, drawn, names, key)


def _expected(rule: CoverageRule, own: deciding.Answered, key: tuple[Any, ...]) -> bool:
    place = 0
    for keys in rule.expected:
        part = key[place : place + len(keys.columns)]
        place += len(keys.columns)
        if part not in deciding.expected_keys(keys, own):
            return False
    return True
