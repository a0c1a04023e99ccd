"""The rulebook: every rule by id, and what a rule must have to enter it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from peelcheck.conditions import FromEdition, columns_of, references_of
from peelcheck.errors import RulebookError, UnknownNameError
from peelcheck.manifest import MANIFEST_VALUES
from peelcheck.model import (
    AgreementRule,
    Basis,
    CoverageRule,
    GroupRule,
    LinkRule,
    ManifestRule,
    NotableRule,
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
from peelcheck.returns import mark_of
from peelcheck.rules import manifest
from peelcheck.rules.faults import notable_faults, sum_faults
from peelcheck.rules.fields import declared_rules
from peelcheck.rules.other_tables import other_table_faults
from peelcheck.rules.sections import SECTIONS
from peelcheck.shape import Missing
from peelcheck.tables import TABLES

__all__ = ["Rulebook", "columns_read", "conditions_of", "joined", "rulebook"]

_ID = re.compile(r"[A-Z]{3}(\d{3}|(\.[a-z_]+)+)")
_JOINED = "reference."
_OPEN = SumRule | TotalsRule | ReferenceRule | GroupRule | NotableRule | AgreementRule
_OF_TOTALS = ("total", "column", "printed", "summed", "agrees", "beyond")


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
    written = [rule for section in SECTIONS for rule in section.RULES]
    declared = [rule for table in TABLES.values() for rule in declared_rules(table)]
    return Rulebook.of([*written, *declared])


def conditions_of(rule: Rule) -> list[Any]:
    """Return whatever conditions a rule carries."""
    names = ("when", "then", "whole", "parts", "own", "other", "band")
    return [getattr(rule, name) for name in names if hasattr(rule, name)]


def _conditions_over_rows(rule: Rule) -> list[Any]:
    """Return those of a rule's conditions that are over rows of its table."""
    if isinstance(rule, TotalsRule):
        return []
    if isinstance(rule, GroupRule | AgreementRule):
        return [rule.when]
    return conditions_of(rule)


def columns_read(rule: Rule) -> tuple[str, ...]:
    """Return the columns of its table that a rule reads, each once."""
    found = [
        name
        for condition in _conditions_over_rows(rule)
        for name in columns_of(condition)
        if not name.startswith(_JOINED)
    ]
    match rule:
        case UniqueRule():
            found = [*rule.columns, *found]
        case GroupRule():
            found += [*rule.by, *rule.sums, *rule.blanks, *rule.distinct]
        case LinkRule():
            found += rule.on
        case CoverageRule():
            found += [name for keys in rule.expected for name in keys.columns]
        case SumRule():
            found += [*rule.by, rule.value]
        case NotableRule():
            summed = () if rule.reference or not rule.per else (rule.per,)
            found += [*rule.by, rule.value, *summed]
        case ReferenceRule() | AgreementRule():
            found += [*rule.on, *rule.sums]
        case PlacementRule():
            found.append(rule.key)
        case _:
            pass
    return tuple(dict.fromkeys(found))


def joined(rule: Rule) -> list[str]:
    """Return the columns of another table that a rule reads, as it names them."""
    return [
        name
        for condition in conditions_of(rule)
        for name in columns_of(condition)
        if name.startswith(_JOINED)
    ]


def _policies(rule: Rule) -> frozenset[Missing]:
    """Return what a missing value may mean to a rule of its kind."""
    if isinstance(rule, RowRule | ManifestRule | LinkRule):
        return frozenset(Missing)
    if isinstance(rule, _OPEN):
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
    yield from _example_faults(rule)
    yield from _column_faults(rule)
    yield from _made_faults(rule)
    yield from _reference_faults(rule)
    yield from notable_faults(rule)
    yield from other_table_faults(rule)
    yield from _value_faults(rule)


def _example_faults(rule: Rule) -> Iterator[str]:
    open_ = rule.missing is Missing.UNDECIDED
    for side in ("passes", "fails", *(["undecided"] if open_ else [])):
        if not getattr(rule, side):
            yield f"it has no example in {side!r}"
    if rule.undecided and not open_:
        yield f"a missing value is {rule.missing}, so no example is undecided"


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
    joins = isinstance(rule, ReferenceRule | PlacementRule | LinkRule)
    joins = joins or isinstance(rule, GroupRule | TotalsRule | AgreementRule)
    for name in (*columns_read(rule), *(() if joins else joined(rule))):
        if name not in known:
            yield f"there is no column {name}"


def _made_faults(rule: Rule) -> Iterator[str]:
    """Yield what is wrong with names of what groups, sums and totals make."""
    match rule:
        case GroupRule():
            counted = {f"blank.{name}" for name in rule.blanks}
            counted |= {f"distinct.{name}" for name in rule.distinct}
            known, what = {*rule.by, *rule.sums, *counted, "rows"}, "group"
            astray = (n for n in columns_of(rule.when) if n.startswith(_JOINED))
            over = (*columns_of(rule.then), *astray)
        case TotalsRule():
            known, what = set(_OF_TOTALS), "total"
            over = (*columns_of(rule.when), *columns_of(rule.then))
        case ReferenceRule() if rule.sums:
            known, what = {*rule.on, *rule.sums}, "sum"
            own = columns_of(rule.then)
            over = tuple(name for name in own if not name.startswith(_JOINED))
        case AgreementRule():
            known, what = {*rule.on, *rule.sums, "rows"}, "group"
            known |= {f"{_JOINED}{name}" for name in (*rule.other_sums, "rows")}
            over = columns_of(rule.then)
        case _:
            return
    for name in over:
        if name not in known:
            yield f"a {what} has no {name}"
    yield from sum_faults(rule.table, getattr(rule, "sums", ()))


def _reference_faults(rule: Rule) -> Iterator[str]:
    if not isinstance(rule, ReferenceRule | PlacementRule):
        return
    if rule.reference not in REFERENCE_TABLES:
        yield f"there is no reference table {rule.reference}"
        return
    known = reference_rows(rule.reference)[0]
    read = [name.removeprefix(_JOINED) for name in joined(rule)]
    pairs = rule.on.values() if isinstance(rule, ReferenceRule) else (rule.key,)
    for name in (*read, *pairs, *columns_of(rule.where)):
        if name not in known:
            yield f"the reference table has no column {name}"


def _value_faults(rule: Rule) -> Iterator[str]:
    book: Mapping[str, Edition] = {name: edition_named(name) for name in editions()}
    others = (getattr(rule, name, None) for name in ("where", "limits"))
    for condition in (*conditions_of(rule), *others):
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
