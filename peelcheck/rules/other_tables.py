"""Rules that look at another table of the return: what they read of it, and how."""

from __future__ import annotations

from collections.abc import Iterator

from peelcheck.conditions import columns_of
from peelcheck.model import AgreementRule, LinkRule, Rule
from peelcheck.rules.faults import sum_faults
from peelcheck.tables import TABLES

__all__ = ["other_table_faults", "read_there"]

_JOINED = "reference."


def read_there(rule: LinkRule | AgreementRule) -> tuple[str, ...]:
    """Return the columns of the other table that a rule reads, each once."""
    if isinstance(rule, AgreementRule):
        found = (*rule.on.values(), *rule.other_sums, *columns_of(rule.where))
    else:
        found = (*rule.on, *(name.removeprefix(_JOINED) for name in _named(rule)))
    return tuple(dict.fromkeys(found))


def _named(rule: LinkRule | AgreementRule) -> list[str]:
    """Return what conditions read of the other table, as they name it."""
    names = columns_of((rule.when, rule.then))
    return [name for name in names if name.startswith(_JOINED)]


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
    if not rule.on or not _named(rule):
        yield f"it reads nothing of the table {rule.to}"
    columns = {column.name for column in TABLES[rule.to].columns}
    for name in read_there(rule):
        if name not in columns:
            yield f"the table {rule.to} has no column {name}"
    yield from sum_faults(rule.to, getattr(rule, "other_sums", ()))
