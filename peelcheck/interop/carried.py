"""Which rules of a table another library can carry, and in what form.

A user's own frame has no marks, only missing values, so a condition on a mark is
settled here: no cell is marked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from peelcheck.binding import worded
from peelcheck.conditions import (
    ALWAYS,
    All,
    Always,
    Any_,
    Condition,
    FromManifest,
    IsMissing,
    Name,
    bind,
    references_of,
)
from peelcheck.model import LinkRule, RowRule, Rule, StructureRule, UniqueRule
from peelcheck.reference.editions import Edition
from peelcheck.shape import Table

__all__ = ["EXPORTED_TABLES", "Carried", "carried_rules"]

EXPORTED_TABLES = ("stop_search",)
"""The tables that are written in other libraries' words so far."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What another library is to carry of a table.

    Attributes:
        rules: The rules, bound to the edition and rid of marks.
        by_shape: Rules carried by the columns' presence and types alone.
        left_out: Rules it cannot carry, by id, and why.

    """

    rules: tuple[RowRule | UniqueRule, ...]
    by_shape: tuple[str, ...]
    left_out: dict[str, str]


def carried_rules(table: Table, rules: Iterable[Rule], edition: Edition) -> Carried:
    """Return which of a table's rules can be carried.

    Args:
        table: The table.
        rules: The rulebook.
        edition: The edition whose values are written into the conditions.

    """
    kept: list[RowRule | UniqueRule] = []
    shape: list[str] = []
    left_out: dict[str, str] = {}
    for told in rules:
        if told.table != table.name:
            continue
        rule = worded(told, edition)
        if isinstance(rule, StructureRule):
            shape.append(rule.id)
        elif isinstance(rule, UniqueRule) and rule.when == ALWAYS:
            kept.append(rule)
        elif isinstance(rule, UniqueRule):
            left_out[rule.id] = "it asks some rows only to be unique"
        elif isinstance(rule, LinkRule):
            left_out[rule.id] = "it looks at rows of another table"
        elif not isinstance(rule, RowRule):
            left_out[rule.id] = "it looks at a whole table or at the manifest"
        elif _needs_manifest(rule):
            left_out[rule.id] = "it compares with a value of the manifest"
        else:
            ready = _unmarked_rule(rule, edition)
            shape += [rule.id] if ready.then == ALWAYS else []
            kept += [] if ready.then == ALWAYS else [ready]
    return Carried(tuple(kept), tuple(shape), left_out)


def _needs_manifest(rule: RowRule) -> bool:
    named = (*references_of(rule.when), *references_of(rule.then))
    return any(isinstance(value, FromManifest) for value in named)


def _unmarked_rule(rule: RowRule, edition: Edition) -> RowRule:
    when = bind(rule.when, lambda value: edition.value(value.name))
    then = bind(rule.then, lambda value: edition.value(value.name))
    return replace(rule, when=_unmarked(when), then=_unmarked(then))


def _unmarked(condition: Condition) -> Condition:
    match condition:
        case IsMissing(Name(column)) if column.endswith(".mark"):
            return ALWAYS
        case Any_(parts):
            settled = tuple(map(_unmarked, parts))
            return ALWAYS if ALWAYS in settled else Any_(settled)
        case All(parts):
            settled = tuple(p for p in map(_unmarked, parts) if p != Always())
            return All(settled) if settled else ALWAYS
        case _:
            return condition
