"""Which rules of a table another library can carry, and in what form.

A user's own frame has no marks, only missing values, so a condition on a mark is
settled here: no cell is marked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any, cast

from peelcheck.binding import bound, worded
from peelcheck.conditions import (
    ALWAYS,
    All,
    Always,
    Any_,
    Condition,
    FromEdition,
    FromManifest,
    IsMissing,
    Name,
    Value,
    columns_of,
    references_of,
)
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
    StructureRule,
    SumRule,
    TotalsRule,
    UniqueRule,
)
from peelcheck.reference.editions import Edition
from peelcheck.returns import marked_column
from peelcheck.shape import Missing

__all__ = ["Carried", "LeftOut", "carried_rules", "words_of"]

_BEYOND_ROWS = {
    AgreementRule: "it adds up rows of another table",
    CoverageRule: "it looks for rows that are not there",
    GroupRule: "it looks at groups of rows",
    LinkRule: "it looks at rows of another table",
    ManifestRule: "it looks at the manifest",
    NotableRule: "it holds forces against one another",
    PlacementRule: "it compares each row with the others of a reference table",
    ReferenceRule: "it looks at a reference table",
    SumRule: "it adds rows up",
    TotalsRule: "it looks at totals printed beside the rows",
}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A rule that cannot be carried, with the edition's values, and why."""

    rule: Rule
    why: str


@dataclass(frozen=True, slots=True)
class Carried:
    """What another library is to carry of a table.

    Attributes:
        rules: The rules, bound to the edition and rid of marks.
        structure: The rule over which columns there are; none of a whole return.
        types: The rules over the types of columns, by column.
        left_out: Rules it cannot carry, by id.

    """

    rules: tuple[RowRule | UniqueRule, ...]
    structure: StructureRule | None
    types: dict[str, RowRule]
    left_out: dict[str, LeftOut]

    @property
    def by_shape(self) -> tuple[Rule, ...]:
        """The rules over the columns that there are and their types."""
        structure = (self.structure,) if self.structure else ()
        return (*structure, *self.types.values())


def carried_rules(table: str, rules: Iterable[Rule], edition: Edition) -> Carried:
    """Return which of a table's rules can be carried.

    Args:
        table: The name of the table; empty for the rules of a return as a whole.
        rules: The rulebook.
        edition: The edition whose values are written into the conditions.

    """
    kept: list[RowRule | UniqueRule] = []
    structure: StructureRule | None = None
    types: dict[str, RowRule] = {}
    left_out: dict[str, LeftOut] = {}
    for told in rules:
        if told.table != table:
            continue
        rule = _without_marks(_of_edition(worded(told, edition), edition))
        if isinstance(rule, StructureRule):
            structure = rule
        elif isinstance(rule, RowRule) and rule.then == ALWAYS:
            (mark,) = columns_of(cast("RowRule", told).then)
            types[marked_column(mark)] = rule
        elif why := _why_not(rule):
            left_out[rule.id] = LeftOut(rule, why)
        elif isinstance(rule, RowRule | UniqueRule):
            kept.append(rule)
    return Carried(tuple(kept), structure, types, left_out)


def _of_edition(rule: Rule, edition: Edition) -> Rule:
    def look_up(name: FromEdition | FromManifest) -> Value | FromManifest:
        return edition.value(name.name) if isinstance(name, FromEdition) else name

    return bound(rule, look_up)


def _why_not(rule: Rule) -> str:
    """Return why no library that looks at rows can carry a rule; nothing if it can."""
    if isinstance(rule, RowRule):
        asked = (rule.when, rule.then)
        if any(isinstance(one, FromManifest) for one in references_of(asked)):
            return "it compares with a value of the manifest"
        if any(map(_is_mark, columns_of(asked))):
            return "it looks at marks, which a frame has not"
        if rule.missing is not Missing.IGNORED:
            return "a missing value means more to it than to keep it"
        if rule.kinds != frozenset(Kind):
            kinds = " or a ".join(sorted(rule.kinds))
            return f"it is for a {kinds} alone, which rows do not tell"
    return _BEYOND_ROWS.get(type(rule), "")


def _is_mark(column: str) -> bool:
    return marked_column(column) != column


def _without_marks(rule: Rule) -> Rule:
    settled: dict[str, Any] = {
        field.name: _unmarked(getattr(rule, field.name))
        for field in fields(rule)
        if isinstance(getattr(rule, field.name), Condition)
    }
    return replace(rule, **settled)


def _unmarked(condition: Condition) -> Condition:
    match condition:
        case IsMissing(Name(column)) if _is_mark(column):
            return ALWAYS
        case Any_(parts):
            settled = tuple(map(_unmarked, parts))
            return ALWAYS if ALWAYS in settled else Any_(settled)
        case All(parts):
            settled = tuple(p for p in map(_unmarked, parts) if p != Always())
            return All(settled) if settled else ALWAYS
        case _:
            return condition


def words_of(rule: Rule) -> dict[str, Any]:
    """Return what an export says of a rule, beside what it checks."""
    milder = {kind.value: told.value for kind, told in rule.milder.items()}
    return {
        "statement": rule.statement,
        "basis": rule.basis.value,
        "severity": rule.severity.value,
        **({"severity_in": milder} if milder else {}),
        "says": rule.says,
        "mend": rule.mend,
    }
