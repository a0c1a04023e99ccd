"""Which rules a return of plain rows breaks: the measure by which data are drawn.

It tells by the plain evaluator and the deciders of whole tables, without any frame, so
that thousands of small changes can be tried. Of a return that kept every rule before,
only what changed is looked at row by row.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from peelcheck.binding import edition_for
from peelcheck.engines.deciding import manifest_rule
from peelcheck.manifest import Manifest
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
    Severity,
    Stage,
    StructureRule,
    SumRule,
    UniqueRule,
)
from peelcheck.returns import marked_column
from peelcheck.rules.manifest import WHOLE_RETURN
from peelcheck.rules.other_tables import read_there
from peelcheck.strategies.applying import applied, read_by, said_of
from peelcheck.strategies.returned import DrawnReturn, Row
from peelcheck.strategies.rows import breaks, new_places, seen, touched
from peelcheck.strategies.whole import broken_over_rows, broken_over_tables
from peelcheck.tables import TABLES

__all__ = ["breaks_over_rows", "broken_rules"]

_SPOILT = UniqueRule | CoverageRule | SumRule | GroupRule | NotableRule
_BESIDE = LinkRule | AgreementRule
_OVER_ROWS = _SPOILT | ReferenceRule | PlacementRule


def breaks_over_rows(rule: Rule, drawn: DrawnReturn, before: DrawnReturn) -> bool:
    """Say whether a return, valid before, breaks a bound rule over its whole table."""
    rows = drawn.tables[rule.table]
    places = touched(rule, drawn, before)
    own = rows if places is None else [rows[at] for at in places]
    told = [seen(rule.table, row) for row in own]
    return broken_over_rows(rule, told, said_of(drawn), ())


def broken_rules(
    drawn: DrawnReturn, before: DrawnReturn | None = None
) -> frozenset[str]:
    """Return the ids of the rules that a return breaks.

    Args:
        drawn: The return.
        before: The valid return it was made from, if so: what is the same in both is
            known to keep the rules. Where the manifest is another, all is looked at.

    """
    if before is not None and before.manifest is not drawn.manifest:
        before = None
    manifest = said_of(drawn)
    edition = edition_for(manifest, None)
    found = {
        rule.id
        for rule in applied(manifest, edition, WHOLE_RETURN)
        if isinstance(rule, ManifestRule) and _said_wrong(rule, manifest)
    }
    trials = {
        name: _Trial(drawn, manifest, applied(manifest, edition, name), name, before)
        for name in drawn.tables
    }
    for trial in trials.values():
        near = {one.to for one in trial.rules if isinstance(one, _BESIDE)}
        if before is None or any(
            _is_other(name, drawn, before) for name in (trial.table, *near)
        ):
            found |= trial.broken(trials)
    # Only rules that take a note can be noted: `check` refuses the others.
    return frozenset(found) - manifest.noted_exceptions.keys()


def _is_other(table: str, drawn: DrawnReturn, before: DrawnReturn) -> bool:
    """Say whether a table, or what is printed beside it, is not as it was before."""
    if drawn.tables.get(table) is not before.tables.get(table):
        return True
    return drawn.totals.get(table) is not before.totals.get(table)


def _said_wrong(rule: ManifestRule, manifest: Manifest) -> bool:
    return manifest_rule(rule, manifest.values_for(rule.table)).failed > 0


class _Trial:
    """One table of a return, held against its rules."""

    def __init__(
        self,
        drawn: DrawnReturn,
        manifest: Manifest,
        rules: Sequence[Rule],
        table: str,
        before: DrawnReturn | None,
    ) -> None:
        """Take a return, and the rules that apply to the table."""
        self.drawn, self.manifest, self.table = drawn, manifest, table
        self.rules, self.before = rules, before

    @cached_property
    def rows(self) -> list[Row]:
        """The rows, as rules see them."""
        return [seen(self.table, row) for row in self.drawn.tables[self.table]]

    @cached_property
    def columns(self) -> set[str]:
        """The columns that there are."""
        return set().union(*self.rows)

    @cached_property
    def come(self) -> list[int]:
        """The places of the rows that are new."""
        if self.before is None:
            return [*range(len(self.rows))]
        return new_places(self.table, self.drawn, self.before)

    @cached_property
    def gone(self) -> list[Row]:
        """The rows that were there before alone."""
        if self.before is None:
            return []
        rows = self.before.tables[self.table]
        places = new_places(self.table, self.before, self.drawn)
        return [seen(self.table, rows[at]) for at in places]

    @cached_property
    def by_row(self) -> list[RowRule]:
        """The row rules that the table breaks, in its new rows alone."""
        fresh = [self.rows[at] for at in self.come]
        return [
            rule
            for rule in self.rules
            if isinstance(rule, RowRule)
            and self._runs(rule)
            and any(breaks(rule, row) for row in fresh)
        ]

    @cached_property
    def spoilt(self) -> set[str]:
        """The columns in which a cell is at fault."""
        stopping = (rule for rule in self.by_row if self._stops(rule))
        return {marked_column(name) for rule in stopping for name in read_by(rule.id)}

    def broken(self, others: Mapping[str, _Trial]) -> set[str]:
        """Return which rules the table breaks, beside the other tables."""
        found = {rule.id for rule in self.by_row}
        for rule in self.rules:
            if not self._runs(rule) or self._is_spoilt(rule) or self._is_kept(rule):
                continue
            if self._over_all(rule, others):
                found.add(rule.id)
        if f"{TABLES[self.table].prefix}.key" in found:
            # Doubled rows keep forces from being compared by sums of many rows.
            many = (one for one in self.rules if isinstance(one, NotableRule))
            found -= {one.id for one in many if one.expects is None}
        if not self.rows or not self.columns.issuperset(TABLES[self.table].required):
            found |= {one.id for one in self.rules if isinstance(one, StructureRule)}
        return found

    def _runs(self, rule: Rule) -> bool:
        """Say whether the table has what a rule reads."""
        if isinstance(rule, ManifestRule):
            return True
        return bool(self.rows) and set(read_by(rule.id)) <= self.columns

    def _stops(self, rule: RowRule) -> bool:
        """Say whether a broken rule keeps others from looking at its column."""
        severity = rule.severity_in(Kind(self.manifest.kind))
        return severity is Severity.ERROR and rule.stage is Stage.FIELD

    def _is_spoilt(self, rule: Rule) -> bool:
        """Say whether faulty cells keep a rule from its answer."""
        if isinstance(rule, LinkRule):
            return bool(self.spoilt & set(rule.on))
        summed = isinstance(rule, ReferenceRule) and bool(rule.sums)
        read = set(map(marked_column, read_by(rule.id)))
        over = summed or isinstance(rule, _SPOILT | AgreementRule)
        return over and bool(self.spoilt & read)

    def _is_kept(self, rule: Rule) -> bool:
        """Say whether all that a rule over rows looks at is as it was before."""
        if self.before is None or not isinstance(rule, _OVER_ROWS):
            return False
        table = TABLES[self.table]
        names = (*read_by(rule.id), *table.key, table.period_column or "")
        come = Counter(_key(self.rows[at], names) for at in self.come)
        gone = Counter(_key(row, names) for row in self.gone)
        return come == gone or (isinstance(rule, CoverageRule) and self._covers(rule))

    def _covers(self, rule: CoverageRule) -> bool:
        """Say whether no key of a row that is gone has gone, and no period has come."""
        period = TABLES[self.table].period_column or ""
        names = [name for keys in rule.expected for name in keys.columns]
        if self.manifest.unable_to_supply:
            return False
        old = {row.get(period) for row in self.gone}
        if any(self.rows[at].get(period) not in old for at in self.come):
            return False
        lost = {_key(row, names) for row in self.gone}
        return lost <= {_key(row, names) for row in self.rows} if lost else True

    def _over_all(self, rule: Rule, others: Mapping[str, _Trial]) -> bool:
        if isinstance(rule, ManifestRule):
            return _said_wrong(rule, self.manifest)
        if isinstance(rule, LinkRule):
            return rule.to in others and self._broken_link(rule, others[rule.to])
        if isinstance(rule, AgreementRule):
            return rule.to in others and self._apart(rule, others[rule.to])
        totals = self.drawn.totals.get(self.table, ())
        at = touched(rule, self.drawn, self.before)
        told = self.rows if at is None else [self.rows[place] for place in at]
        return broken_over_rows(rule, told, self.manifest, totals)

    def _apart(self, rule: AgreementRule, there: _Trial) -> bool:
        """Say whether the table does not agree with another, where each row counts."""
        read = set(map(marked_column, read_there(rule)))
        if not read <= there.columns or there.spoilt & read:
            return False
        return broken_over_tables(rule, self.rows, there.rows) and not (
            self.doubled or there.doubled
        )

    @cached_property
    def doubled(self) -> bool:
        """Whether rows share their key."""
        key = f"{TABLES[self.table].prefix}.key"
        found = (rule for rule in self.rules if rule.id == key)
        return any(self._over_all(rule, {}) for rule in found if self._runs(rule))

    def _broken_link(self, rule: LinkRule, there: _Trial) -> bool:
        if not set(read_there(rule)) <= there.columns or there.spoilt & set(rule.on):
            return False
        known: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
        for row in there.rows:
            known[_key(row, rule.on)].append(row)
        names = [one.name for one in TABLES[rule.to].columns]
        for row in self.rows:
            key = _key(row, rule.on)
            others = [] if None in key else known.get(key, [])
            beside = {f"reference.{name}": _least(others, name) for name in names}
            if breaks(rule, {**row, **beside}):
                return True
        return False


def _least(rows: Iterable[Row], name: str) -> Any:
    """Return what stands for rows of one key, as the engine takes it."""
    values = (row.get(name) for row in rows)
    return min((one for one in values if one is not None), default=None)


def _key(row: Row, names: Iterable[str]) -> tuple[Any, ...]:
    return tuple([row.get(name) for name in names])
