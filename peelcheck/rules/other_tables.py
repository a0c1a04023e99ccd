"""Rules that look at another table of the return: what they read of it, and how."""

from __future__ import annotations

from collections.abc import Iterator

from peelcheck.conditions import columns_of
from peelcheck.model import AgreementRule, LinkRule, Rule
from peelcheck.shape import ColumnType
from peelcheck.tables import TABLES

__all__ = ["other_table_faults", "read_there"]

_JOINED = "reference."


def read_there(rule: LinkRule | AgreementRule) -> tuple[str, ...]:
    """Return the columns of the other table that a rule reads, each once."""
    if isinstance(rule, AgreementRule):
        found = (*rule.on.values(), *rule.other_sums, *columns_of(rule.where))
    else:
        named = columns_of((rule.when, rule.then))
        joined = (n.removeprefix(_JOINED) for n in named if n.startswith(_JOINED))
        found = (*rule.on, *joined)
    return tuple(dict.fromkeys(found))


def other_table_faults(rule: Rule) -> Iterator[str]:
    """Yield what is wrong with what a rule reads of another table of the return."""
    if not isinstance(rule, LinkRule | AgreementRule):
        return
    order = [*TABLES]
    if rule.to not in order:
        yield f"there is no table {rule.to!r} to point to"
        return
    if order.index(rule.to) >= order.index(rule.table):
        yield f"the table {rule.to} is not checked before {rule.table}"
    named = [n for n in columns_of((rule.when, rule.then)) if n.startswith(_JOINED)]
    if not rule.on or not named:
        yield f"it reads nothing of the table {rule.to}"
    columns = {column.name: column for column in TABLES[rule.to].columns}
    for name in read_there(rule):
        if name not in columns:
            yield f"the table {rule.to} has no column {name}"
    for name in getattr(rule, "other_sums", ()):
        numbers = {ColumnType.INTEGER, ColumnType.NUMBER}
        if name in columns and columns[name].type not in numbers:
            yield f"{name} is no number to be added up"
