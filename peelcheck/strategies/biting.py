"""The search for a change that breaks one rule, and no other that need not fall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice, product
from typing import Any

from peelcheck.engines import deciding
from peelcheck.model import (
    CoverageRule,
    GroupRule,
    Kind,
    LinkRule,
    ManifestRule,
    PlacementRule,
    ReferenceRule,
    RowRule,
    Rule,
    StructureRule,
    SumRule,
    TotalsRule,
    UniqueRule,
)
from peelcheck.rules.manifest import WHOLE_RETURN
from peelcheck.rules.rulebook import rulebook
from peelcheck.errors import UsageError
from peelcheck.strategies.edits import (
    Edit,
    as_it_is,
    cells_changed,
    column_changed,
    few_cells,
    labels_swapped,
    many_cells,
    one_more_row,
    other_cells,
    rows_removed,
    some_cells,
    sums_kept,
    target_removed,
)
from peelcheck.strategies.judging import breaks, broken_rules, rules_of, said_of, seen
from peelcheck.strategies.returned import DrawnReturn
from peelcheck.strategies.said import column_dropped, said_otherwise, total_changed
from peelcheck.strategies.together import TOGETHER
from peelcheck.strategies.valid import valid_return
from peelcheck.strategies.whole import answers_for, broken_over_rows
from peelcheck.tables import TABLES

__all__ = ["LEVELS", "biting_edits", "falls", "home_of", "places"]

LEVELS = SMALL, MIDDLE, LARGE = (1, 2, 3)
"""How large a change is: smaller ones are looked for in every row first."""

_LOOKED_AT = 2_000
_ROWS_TRIED = 30
_VAIN = 8
_BESIDE = ReferenceRule | PlacementRule


def falls(rule_id: str) -> frozenset[str]:
    """Return the rules that fall where one is broken, itself among them."""
    return TOGETHER.get(rule_id, frozenset()) | {rule_id}


def biting_edits(
    rule_id: str, drawn: DrawnReturn, at: int, level: int
) -> Iterator[Edit]:
    """Yield changes to a valid return that break a rule and what falls with it.

    Args:
        rule_id: The rule.
        drawn: The return.
        at: The row to begin with.
        level: How large they are, of `LEVELS`.

    """
    table = rulebook()[rule_id].table
    rule = next(one for one in rules_of(drawn, table) if one.id == rule_id)
    wanted = falls(rule_id)
    vain: Counter[tuple[str, ...]] = Counter()
    for edit in islice(_edits(rule, drawn, at, level), _LOOKED_AT):
        if vain[edit.columns] >= _VAIN or not bites(rule, edit):
            continue
        if broken_rules(edit.after, edit.changed) == wanted:
            yield edit
        else:
            vain[edit.columns] += 1


def places(count: int) -> list[int]:
    """Return which of so many rows are tried: all of a few, else some and the last."""
    step = -(-count // _ROWS_TRIED)
    return [*dict.fromkeys((*range(0, count, step), count - 1))]


def bites(rule: Rule, edit: Edit) -> bool:
    """Say whether a change may break a rule, by a look at that rule alone."""
    if isinstance(rule, RowRule):
        rows = edit.after.tables[rule.table]
        new = edit.changed.get(rule.table, ())
        return any(breaks(rule, seen(rule.table, rows[at])) for at in new)
    if isinstance(rule, UniqueRule | CoverageRule | SumRule | GroupRule | _BESIDE):
        rows = [seen(rule.table, row) for row in edit.after.tables[rule.table]]
        return broken_over_rows(rule, rows, said_of(edit.after), ())
    return True


def _edits(rule: Rule, drawn: DrawnReturn, at: int, level: int) -> Iterator[Edit]:
    """Yield changes of a size, of the kinds that can break a rule of its kind."""
    match rule:
        case ManifestRule() if level == SMALL:
            yield from said_otherwise(rule, drawn)
        case StructureRule() if level == SMALL:
            yield from column_dropped(rule, drawn)
        case TotalsRule() if level == SMALL:
            yield from total_changed(rule, drawn)
        case CoverageRule() if level == SMALL:
            yield from _keys_removed(rule, drawn, at)
        case PlacementRule() if level == SMALL:
            yield from labels_swapped(rule, drawn, at)
        case UniqueRule() if level == SMALL:
            yield from one_more_row(rule, drawn, at, as_it_is)
            yield from one_more_row(rule, drawn, at, other_cells)
        case RowRule() | LinkRule() | GroupRule() | SumRule() | ReferenceRule():
            yield from _over_cells(rule, drawn, at, level)
        case _:
            return


def _over_cells(rule: Rule, drawn: DrawnReturn, at: int, level: int) -> Iterator[Edit]:
    """Yield changes of cells, and of rows where these do not do."""
    if level == SMALL:
        if isinstance(rule, LinkRule):
            yield target_removed(rule, drawn, at)
        yield from cells_changed(rule, drawn, at, few_cells)
        if isinstance(rule, ReferenceRule):
            yield from sums_kept(cells_changed(rule, drawn, at, few_cells))
    elif level == MIDDLE:
        if at == 0:
            yield from column_changed(rule, drawn)
        yield from cells_changed(rule, drawn, at, some_cells)
        yield from one_more_row(rule, drawn, at, few_cells)
    else:
        yield from one_more_row(rule, drawn, at, some_cells)
        yield from cells_changed(rule, drawn, at, many_cells)
        row = drawn.tables[rule.table][at]
        for name in TABLES[rule.table].key:
            yield rows_removed(rule, drawn, [name], [row[name]])


def _keys_removed(rule: CoverageRule, drawn: DrawnReturn, at: int) -> Iterator[Edit]:
    rows = drawn.tables[rule.table]
    names = [name for keys in rule.expected for name in keys.columns]
    given = dict.fromkeys(tuple(row[name] for name in names) for row in rows)
    wanted = [key for key in given if _expected(rule, drawn, key)]
    for key in (*wanted[at:], *wanted[:at]):
        yield rows_removed(rule, drawn, names, key)


def _expected(rule: CoverageRule, drawn: DrawnReturn, key: tuple[Any, ...]) -> bool:
    rows = drawn.tables[rule.table]
    own = answers_for(rule, rows, said_of(drawn))
    place = 0
    for keys in rule.expected:
        part = key[place : place + len(keys.columns)]
        place += len(keys.columns)
        if part not in deciding.expected_keys(keys, own):
            return False
    return True


def tables_beside(table: str) -> tuple[str, ...]:
    """Return a table, and those that it points to or that point to it."""
    if table == WHOLE_RETURN:
        return ("population",)
    links = [(one.table, one.to) for one in rulebook() if isinstance(one, LinkRule)]
    near = {name for pair in links if table in pair for name in pair}
    return tuple(name for name in TABLES if name in near | {table})


@cache
def home_of(rule_id: str, edition: str) -> tuple[DrawnReturn, int]:
    """Return the smallest valid return in which a rule can be broken, and the level.

    Raises:
        UsageError: There is none.

    """
    rule = rulebook()[rule_id]
    for kind in (Kind.SUBMISSION, Kind.COLLECTION, Kind.PUBLICATION):
        if kind not in rule.kinds:
            continue
        drawn = valid_return(edition, kind, tables_beside(rule.table))
        rows = drawn.tables.get(rule.table, ({},))
        for level, at in product(LEVELS, places(len(rows))):
            if next(biting_edits(rule_id, drawn, at, level), None):
                return drawn, level
    message = f"no return is known that breaks {rule_id}"
    raise UsageError(message)
