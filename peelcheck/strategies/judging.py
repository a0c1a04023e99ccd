"""Which rules a return of plain rows breaks: the measure by which data are drawn.

It tells by the plain evaluator and the deciders of whole tables, without any frame, so
that thousands of small changes can be tried. Of a return that kept every rule before,
only what changed is looked at row by row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, TypeAlias

from peelcheck.binding import NotSaidError, bound, edition_for, of_the_period
from peelcheck.conditions import (
    FromEdition,
    FromManifest,
    Value,
    holds,
    references_of,
)
from peelcheck.engines.deciding import manifest_rule
from peelcheck.model import (
    CoverageRule,
    GroupRule,
    Kind,
    LinkRule,
    ManifestRule,
    ReferenceRule,
    RowRule,
    Rule,
    Severity,
    Stage,
    StructureRule,
    SumRule,
    UniqueRule,
)
from peelcheck.reading.manifests import completed, parsed_manifest
from peelcheck.reference.editions import Edition, edition_named
from peelcheck.reference.forces import force_names
from peelcheck.returns import Manifest, mark_of, marked_column
from peelcheck.rules.manifest import WHOLE_RETURN
from peelcheck.rules.rulebook import columns_read, conditions_of, joined, rulebook
from peelcheck.shape import ColumnType, Mark, Missing
from peelcheck.strategies.returned import DrawnReturn, Row
from peelcheck.strategies.whole import broken_over_rows
from peelcheck.tables import TABLES

__all__ = [
    "Changed",
    "applied",
    "breaks",
    "broken_rules",
    "rules_of",
    "said_of",
    "seen",
]

Changed: TypeAlias = Mapping[str, Iterable[int]]
"""The tables that were changed, and which of their rows are new."""

_SPOILT = UniqueRule | CoverageRule | SumRule | GroupRule


def seen(table: str, row: Row) -> dict[str, Any]:
    """Return a row as rules see it: what cannot be read is marked, and gone."""
    marked = dict(row)
    for one in TABLES[table].columns:
        if one.name in row:
            odd = one.type is not ColumnType.TEXT and isinstance(row[one.name], str)
            marked[mark_of(one.name)] = Mark.UNREADABLE.value if odd else None
            marked[one.name] = None if odd else row[one.name]
    return marked


def breaks(rule: RowRule | LinkRule, row: Row) -> bool:
    """Say whether a row, as rules see it, breaks a rule that is bound."""
    if holds(rule.when, row) is not True:
        return False
    answer = holds(rule.then, row)
    return answer is False or (answer is None and rule.missing is Missing.INVALID)


def said_of(drawn: DrawnReturn) -> Manifest:
    """Return the manifest of a return, as reading completes it.

    Raises:
        UnreadableError: The manifest cannot be one.

    """
    fields = parsed_manifest(drawn.manifest, "manifest")
    periods, forces = {}, set()
    for name, rows in drawn.tables.items():
        table = TABLES[name]
        forces |= {row.get("force") for row in rows}
        if table.period_column:
            days = {seen(name, row).get(table.period_column) for row in rows}
            periods[name] = tuple(sorted(day for day in days if day))
    own = tuple(sorted(set(force_names()) & forces))
    return completed(fields, list(drawn.tables), (), own, periods)


@cache
def _needs(rule_id: str) -> tuple[str, ...]:
    """Return the manifest's values that a rule names."""
    found = references_of(tuple(conditions_of(rulebook()[rule_id])))
    return tuple(one.name for one in found if isinstance(one, FromManifest))


@cache
def _bound(rule_id: str, edition: str, said: tuple[Value | None, ...]) -> Rule:
    own, values = edition_named(edition), dict(zip(_needs(rule_id), said, strict=True))

    def look_up(name: FromEdition | FromManifest) -> Value:
        if isinstance(name, FromEdition):
            return own.value(name.name)
        value = values[name.name]
        if value is None:
            raise NotSaidError(name.name)
        return value

    return bound(rulebook()[rule_id], look_up)


def applied(manifest: Manifest, edition: Edition, table: str) -> list[Rule]:
    """Return the rules that apply to a table under a manifest, bound."""
    said = manifest.values_for(table)
    rules = []
    for rule in rulebook():
        if rule.table != table or manifest.kind not in rule.kinds:
            continue
        if rule.period_bound and not of_the_period(manifest, table, edition):
            continue
        try:
            needed = tuple(said[name] for name in _needs(rule.id))
            rules.append(_bound(rule.id, edition.name, needed))
        except NotSaidError:
            continue
    return rules


def rules_of(drawn: DrawnReturn, table: str) -> list[Rule]:
    """Return the rules that apply to a table of a return, bound."""
    manifest = said_of(drawn)
    return applied(manifest, edition_for(manifest, None), table)


def broken_rules(drawn: DrawnReturn, changed: Changed | None = None) -> frozenset[str]:
    """Return the ids of the rules that a return breaks.

    Args:
        drawn: The return.
        changed: What is new in it; the rest is known to keep every rule. Where it
            holds "", for the manifest, or is not given, all is looked at.

    """
    manifest = said_of(drawn)
    edition = edition_for(manifest, None)
    new: Changed | None = (
        None if changed is None or WHOLE_RETURN in changed else changed
    )
    found = {
        rule.id
        for rule in applied(manifest, edition, WHOLE_RETURN)
        if isinstance(rule, ManifestRule) and _said_wrong(rule, manifest)
    }
    for name in drawn.tables:
        rules = applied(manifest, edition, name)
        linked = {rule.to for rule in rules if isinstance(rule, LinkRule)}
        if new is None or name in new or linked & set(new):
            rows = range(len(drawn.tables[name]))
            own = rows if new is None or linked & set(new) else new[name]
            found |= _Trial(drawn, manifest, name).broken(rules, own)
    return frozenset(found)


def _said_wrong(rule: ManifestRule, manifest: Manifest) -> bool:
    return manifest_rule(rule, manifest.values_for(rule.table)).failed > 0


class _Trial:
    """One table of a return, held against its rules."""

    def __init__(self, drawn: DrawnReturn, manifest: Manifest, table: str) -> None:
        """Take the table's rows as rules see them."""
        self.drawn, self.manifest, self.table = drawn, manifest, table
        self.rows = [seen(table, row) for row in drawn.tables[table]]
        self.columns = {name for row in self.rows for name in row}

    def broken(self, rules: Iterable[Rule], new: Iterable[int]) -> set[str]:
        """Return which rules the table breaks, the row rules in its new rows alone."""
        required = [one.name for one in TABLES[self.table].columns if one.required]
        shape = bool(self.rows) and set(required) <= self.columns
        ready = [rule for rule in rules if self._runs(rule)]
        fresh = [self.rows[at] for at in new]
        found = {
            rule.id
            for rule in ready
            if isinstance(rule, RowRule) and any(breaks(rule, row) for row in fresh)
        }
        spoilt = {
            marked_column(name)
            for rule in ready
            if isinstance(rule, RowRule) and rule.id in found and self._stops(rule)
            for name in columns_read(rule)
        }
        for rule in ready:
            if not self._spoilt(rule, spoilt) and self._over_all(rule):
                found.add(rule.id)
        if not shape:
            found |= {one.id for one in rules if isinstance(one, StructureRule)}
        return found

    def _runs(self, rule: Rule) -> bool:
        """Say whether the table has what a rule reads."""
        if isinstance(rule, ManifestRule):
            return True
        return bool(self.rows) and set(columns_read(rule)) <= self.columns

    def _stops(self, rule: RowRule) -> bool:
        """Say whether a broken rule keeps others from looking at its column."""
        severity = rule.severity_in(Kind(self.manifest.kind))
        return severity is Severity.ERROR and rule.stage is Stage.FIELD

    def _spoilt(self, rule: Rule, spoilt: set[str]) -> bool:
        if isinstance(rule, LinkRule):
            return bool(spoilt & set(rule.on))
        summed = isinstance(rule, ReferenceRule) and bool(rule.sums)
        read = set(map(marked_column, columns_read(rule)))
        return (summed or isinstance(rule, _SPOILT)) and bool(spoilt & read)

    def _over_all(self, rule: Rule) -> bool:
        if isinstance(rule, ManifestRule):
            return _said_wrong(rule, self.manifest)
        if isinstance(rule, LinkRule):
            return self._broken_link(rule)
        totals = self.drawn.totals.get(self.table, ())
        return broken_over_rows(rule, self.rows, self.manifest, totals)

    def _broken_link(self, rule: LinkRule) -> bool:
        if rule.to not in self.drawn.tables:
            return False
        there = [seen(rule.to, row) for row in self.drawn.tables[rule.to]]
        read = (*rule.on, *(name.removeprefix("reference.") for name in joined(rule)))
        if any(name not in row for row in there for name in read):
            return False
        known = {tuple(row[name] for name in rule.on): row for row in there}
        blank = {one.name: None for one in TABLES[rule.to].columns}
        for row in self.rows:
            other = known.get(tuple(row[name] for name in rule.on), blank)
            beside = {f"reference.{name}": value for name, value in other.items()}
            if breaks(rule, row | beside):
                return True
        return False
