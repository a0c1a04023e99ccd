"""The search for a change that breaks one rule, and no other that need not fall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from peelcheck.conditions import columns_of, holds
from peelcheck.errors import UsageError
from peelcheck.model import (
    AgreementRule,
    CoverageRule,
    GroupRule,
    Kind,
    LinkRule,
    ManifestRule,
    NotableRule,
    PlacementRule,
    ReferenceRule,
    RowRule,
    Rule,
    SumRule,
    UniqueRule,
)
from peelcheck.rules.manifest import WHOLE_RETURN
from peelcheck.rules.rulebook import rulebook
from peelcheck.strategies.applying import rules_of
from peelcheck.strategies.edits import Edit
from peelcheck.strategies.judging import breaks_over_rows, broken_rules
from peelcheck.strategies.returned import DrawnReturn
from peelcheck.strategies.rows import breaks, new_places, seen
from peelcheck.strategies.together import falls
from peelcheck.strategies.valid import valid_return
from peelcheck.strategies.ways import LEVELS, edits_at, edits_everywhere
from peelcheck.tables import DIRECTLY_COLLECTED, TABLES

__all__ = ["Home", "biting_edits", "home_of"]

_ROWS_TRIED = 30
_VAIN = 8
_PLACES = 6
_OVER_ROWS = (
    UniqueRule
    | CoverageRule
    | SumRule
    | GroupRule
    | ReferenceRule
    | PlacementRule
    | NotableRule
)


def biting_edits(
    rule_id: str, drawn: DrawnReturn, level: int, at: int | None, most: int = 1
) -> list[Edit]:
    """Return changes to a valid return that break a rule and what falls with it.

    Args:
        rule_id: The rule.
        drawn: The return.
        level: How large they are, of `LEVELS`.
        at: The row that is changed; none for changes of no one row.
        most: How many there are at most.

    """
    table = rulebook()[rule_id].table
    rule = next(one for one in rules_of(drawn, table) if one.id == rule_id)
    if at is None:
        edits = edits_everywhere(rule, drawn, level)
    elif at < len(drawn.tables.get(table, ())):
        edits = edits_at(rule, drawn, at, level)
    else:
        return []
    return [*islice(_biting(rule, drawn, edits), most)]


def _biting(rule: Rule, drawn: DrawnReturn, edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield the changes that bite; columns changed in vain are soon left."""
    wanted, vain = falls(rule.id), Counter[tuple[str, ...]]()
    for edit in edits:
        if vain[edit.columns] >= _VAIN or not _may_bite(rule, edit, drawn):
            continue
        if broken_rules(edit.after, drawn) == wanted:
            yield edit
        else:
            vain[edit.columns] += 1


def _rows_to_try(rule: Rule, drawn: DrawnReturn) -> list[int]:
    """Return which rows are tried: all of a few, else some; of sums, the wholes too."""
    rows = drawn.tables.get(rule.table, ())
    step = -(-len(rows) // _ROWS_TRIED) or 1
    if not isinstance(rule, SumRule):
        return [*range(0, len(rows), step)]
    told = [seen(rule.table, row) for row in rows]
    wholes = [at for at, row in enumerate(told) if holds(rule.whole, row)]
    return [*dict.fromkeys((*wholes, *range(0, len(rows), step)))] if wholes else []


def _may_bite(rule: Rule, edit: Edit, before: DrawnReturn) -> bool:
    """Say whether a change may break a rule, by a look at that rule alone."""
    if isinstance(rule, RowRule):
        rows = edit.after.tables[rule.table]
        new = new_places(rule.table, edit.after, before)
        return any(breaks(rule, seen(rule.table, rows[at])) for at in new)
    if isinstance(rule, _OVER_ROWS):
        return breaks_over_rows(rule, edit.after, before)
    return True


def _tables_beside(rule: Rule) -> tuple[str, ...]:
    """Return a rule's table, and those that it looks at or that point to it.

    A rule of the whole return needs any table, or one that has a design to be named.
    """
    table = rule.table
    if isinstance(rule, ManifestRule) and table == WHOLE_RETURN:
        designed = "without_design" in columns_of(rule.then)
        return DIRECTLY_COLLECTED[-1:] if designed else ("population",)
    links = [(one.table, one.to) for one in rulebook() if isinstance(one, LinkRule)]
    near = {name for pair in links if table in pair for name in pair}
    near |= {rule.to} if isinstance(rule, AgreementRule) else set()
    return tuple(name for name in TABLES if name in near | {table})


@dataclass(frozen=True, slots=True)
class Home:
    """Where a rule can be broken.

    Attributes:
        drawn: The smallest valid return in which it can be.
        level: How large a change it takes, of `LEVELS`.
        places: Rows of its table that can be changed so; none for no one row.

    """

    drawn: DrawnReturn
    level: int
    places: tuple[int | None, ...]


@cache
def home_of(rule_id: str, edition: str) -> Home:
    """Return where a rule can be broken.

    Raises:
        UsageError: No return is known that breaks it.

    """
    rule = rulebook()[rule_id]
    for kind in (Kind.SUBMISSION, Kind.COLLECTION, Kind.PUBLICATION):
        if kind not in rule.kinds:
            continue
        drawn = valid_return(edition, kind, _tables_beside(rule))
        for level in LEVELS:
            if biting_edits(rule_id, drawn, level, None):
                return Home(drawn, level, (None,))
            rows = _rows_to_try(rule, drawn)
            biting = (at for at in rows if biting_edits(rule_id, drawn, level, at))
            if places := tuple(islice(biting, _PLACES)):
                return Home(drawn, level, places)
    message = f"no return is known that breaks {rule_id}"
    raise UsageError(message)
