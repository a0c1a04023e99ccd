"""What is wrong with a malformed rule that adds up or compares forces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peelcheck.against import Against
from peelcheck.conditions import columns_of
from peelcheck.model import Kind, NotableRule, Rule, Severity
from peelcheck.reference.populations import REFERENCE_TABLES, reference_rows
from peelcheck.shape import ColumnType
from peelcheck.tables import TABLES

__all__ = ["notable_faults", "sum_faults"]

_NUMBERS = {ColumnType.INTEGER, ColumnType.NUMBER}


def sum_faults(table: str, names: Iterable[str]) -> Iterator[str]:
    """Yield which columns of a table are to be added up and are no numbers."""
    columns = {column.name: column for column in TABLES[table].columns}
    for name in names:
        if name in columns and columns[name].type not in _NUMBERS:
            yield f"{name} is no number to be added up"


def notable_faults(rule: Rule) -> Iterator[str]:
    """Yield what is wrong with a rule of this kind; nothing for any other rule."""
    if not isinstance(rule, NotableRule):
        return
    if Kind.SUBMISSION in rule.kinds:
        yield "a submission has no other forces to compare with"
    if rule.severity is Severity.ERROR:
        yield "to stand apart from others is no error"
    if "force" not in rule.by:
        yield "it does not tell forces apart"
    summed = (rule.value, *(() if rule.reference else (rule.per,)))
    yield from sum_faults(rule.table, summed)
    yield from _base_faults(rule)


def _base_faults(rule: NotableRule) -> Iterator[str]:
    """Yield what is wrong with what a figure is divided by."""
    period = TABLES[rule.table].period_column
    if rule.against is Against.YEAR_BEFORE:
        if period not in rule.by:
            yield "it does not tell a year from the year before"
        if rule.per:
            yield "a year and the year before are divided by nothing else"
    elif not rule.per:
        yield "forces of many sizes are compared, and it divides by nothing"
    if not rule.reference:
        return
    if rule.reference not in REFERENCE_TABLES:
        yield f"there is no reference table {rule.reference}"
        return
    known = reference_rows(rule.reference)[0]
    for name in ("force", rule.per, *columns_of(rule.where)):
        if name not in known:
            yield f"the reference table has no column {name}"
