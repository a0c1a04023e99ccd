"""The rulebook: every rule by id, and what a rule must have to enter it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from peelcheck.conditions import FromEdition, columns_of, references_of
from peelcheck.errors import RulebookError, UnknownNameError
from peelcheck.model import (
    Basis,
    CoverageRule,
    ManifestRule,
    PlacementRule,
    ReferenceRule,
    RowRule,
    Rule,
    Severity,
    StructureRule,
    SumRule,
    TotalsRule,
    UniqueRule,
)
from peelcheck.reference.editions import Edition, edition_named, editions
from peelcheck.reference.populations import REFERENCE_TABLES, reference_rows
from peelcheck.reference.statements import statements
from peelcheck.returns import MANIFEST_VALUES, mark_of
from peelcheck.rules import (
    manifest,
    population,
    population_by_ethnic_group,
    recorded_crime_rate,
    stop_search,
    stop_search_records,
)
from peelcheck.rules.fields import declared_rules
from peelcheck.shape import Missing
from peelcheck.tables import TABLES

__all__ = ["Rulebook", "columns_read", "rulebook"]

_SECTIONS = (
    manifest,
    stop_search,
    population,
    population_by_ethnic_group,
    stop_search_records,
    recorded_crime_rate,
)
_ID = re.compile(r"[A-Z]{3}(\d{3}|(\.[a-z_]+)+)")
_JOINED = "reference."


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Rules that have been looked over, in the order of their tables and stages."""

    rules: tuple[Rule, ...]

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __getitem__(self, rule_id: str) -> Rule:
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise UnknownNameError.of("rule", rule_id, (rule.id for rule in self.rules))

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Rulebook:
        """Build a rulebook, refusing a malformed rule.

        Raises:
            RulebookError: A rule has no words or examples, or names a table, column,
                statement or edition value that does not exist, or its id is taken.

        """
        taken: set[str] = set()
        kept = tuple(rules)
        for rule in kept:
            if rule.id in taken:
                raise RulebookError.of(rule.id, "its id is already taken")
            taken.add(rule.id)
            for fault in _faults(rule):
                raise RulebookError.of(rule.id, fault)
        return cls(kept)


@cache
def rulebook() -> Rulebook:
    """Return the rulebook of everything peelcheck checks."""
    written = [rule for section in _SECTIONS for rule in section.RULES]
    declared = [rule for table in TABLES.values() for rule in declared_rules(table)]
    return Rulebook.of([*written, *declared])


def _conditions(rule: Rule) -> list[Any]:
    """Return whatever conditions a rule carries."""
    names = ("when", "then", "whole", "own", "other", "band")
    return [getattr(rule, name) for name in names if hasattr(rule, name)]


def columns_read(rule: Rule) -> tuple[str, ...]:
    """Return the columns of its table that a rule reads, each once."""
    found = [
        name
        for condition in _conditions(rule)
        for name in columns_of(condition)
        if not name.startswith(_JOINED)
    ]
    match rule:
        case UniqueRule():
            found = [*rule.columns]
        case CoverageRule():
            found += [name for keys in rule.expected for name in keys.columns]
        case SumRule():
            found += [*rule.by, rule.value]
        case ReferenceRule():
            found += rule.on
        case PlacementRule():
            found.append(rule.key)
        case _:
            pass
    return tuple(dict.fromkeys(found))


def _joined(rule: Rule) -> list[str]:
    """Return the columns of a reference table that a rule reads, as it names them."""
    return [
        name
        for condition in _conditions(rule)
        for name in columns_of(condition)
        if name.startswith(_JOINED)
    ]


def _policies(rule: Rule) -> frozenset[Missing]:
    """Return what a missing value may mean to a rule of its kind."""
    if isinstance(rule, RowRule | ManifestRule):
        return frozenset(Missing)
    if isinstance(rule, SumRule | TotalsRule | ReferenceRule):
        return frozenset({Missing.IGNORED, Missing.UNDECIDED})
    return frozenset({Missing.IGNORED})


def _faults(rule: Rule) -> Iterator[str]:
    if not _ID.fullmatch(rule.id):
        yield "its id is not a prefix and three digits, such as STS004"
    if rule.statement not in statements():
        yield f"there is no statement {rule.statement}"
    whole = isinstance(rule, ManifestRule) and rule.table == manifest.WHOLE_RETURN
    if rule.table not in TABLES and not whole:
        yield f"there is no table {rule.table!r}"
    severities = (rule.severity, *rule.milder.values())
    if rule.basis is Basis.DERIVED and Severity.ERROR in severities:
        yield "what we derive ourselves is a query at most"
    if rule.missing not in _policies(rule):
        yield f"no rule of its kind can take a missing value as {rule.missing}"
    for word in ("says", "mend"):
        text = getattr(rule, word)
        if not text or not text.endswith("."):
            yield f"{word!r} is not a sentence"
    for side in ("passes", "fails"):
        if not getattr(rule, side):
            yield f"it has no example in {side!r}"
    yield from _column_faults(rule)
    yield from _reference_faults(rule)
    yield from _value_faults(rule)


def _column_faults(rule: Rule) -> Iterator[str]:
    if isinstance(rule, StructureRule):
        return
    if isinstance(rule, ManifestRule):
        known = set(MANIFEST_VALUES)
    elif rule.table not in TABLES:
        return
    else:
        names = [column.name for column in TABLES[rule.table].columns]
        known = {*names, *map(mark_of, names)}
    joins = isinstance(rule, ReferenceRule | PlacementRule)
    for name in (*columns_read(rule), *(() if joins else _joined(rule))):
        if name not in known:
            yield f"there is no column {name}"


def _reference_faults(rule: Rule) -> Iterator[str]:
    if not isinstance(rule, ReferenceRule | PlacementRule):
        return
    if rule.reference not in REFERENCE_TABLES:
        yield f"there is no reference table {rule.reference}"
        return
    known = reference_rows(rule.reference)[0]
    joined = [name.removeprefix(_JOINED) for name in _joined(rule)]
    pairs = rule.on.values() if isinstance(rule, ReferenceRule) else (rule.key,)
    for name in (*joined, *pairs, *columns_of(rule.where)):
        if name not in known:
            yield f"the reference table has no column {name}"


def _value_faults(rule: Rule) -> Iterator[str]:
    book: Mapping[str, Edition] = {name: edition_named(name) for name in editions()}
    where = (getattr(rule, "where", None),)
    for condition in (*_conditions(rule), *where):
        for value in references_of(condition):
            if not isinstance(value, FromEdition):
                if value.name not in MANIFEST_VALUES:
                    yield f"there is no manifest value {value.name}"
                continue
            for one in book.values():
                try:
                    one.value(value.name)
                except UnknownNameError as error:
                    yield str(error)
