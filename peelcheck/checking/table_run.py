"""The rules of one table, run stage by stage.

Rules run in stages. A column that is missing or doubled blocks every rule that reads
it; a column with cells that fail an error rule blocks the rules that count or add up
whole tables by it, for they would only repeat the fault. Other rules go on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Self, TypeVar

from peelcheck.binding import (
    NotSaidError,
    of_the_period,
)
from peelcheck.checking.run import Run
from peelcheck.checking.whole_table import agreed, decided
from peelcheck.engines.linking import of_one_library
from peelcheck.engines.outcome import Hit, Outcome
from peelcheck.engines.pointing import linked_outcomes
from peelcheck.engines.rows import row_outcomes
from peelcheck.model import (
    AgreementRule,
    CoverageRule,
    GroupRule,
    LinkRule,
    ManifestRule,
    NotableRule,
    ReferenceRule,
    RowRule,
    Rule,
    Severity,
    Stage,
    StructureRule,
    SumRule,
    UniqueRule,
)
from peelcheck.results import RuleResult, Verdict
from peelcheck.returns import TableData, marked_column
from peelcheck.rules.other_tables import read_there
from peelcheck.rules.rulebook import columns_read
from peelcheck.shape import Table
from peelcheck.tables import TABLES

__all__ = ["TableRun"]

_WHOLE = UniqueRule | CoverageRule | SumRule | GroupRule | NotableRule | AgreementRule
_ADDED = NotableRule | AgreementRule
"""The kinds that add up rows, of which each is to stand once."""
_Linked = TypeVar("_Linked", RowRule, LinkRule)


@dataclass(slots=True)
class TableRun:
    """The rules of one table, stage by stage; it keeps which columns are blocked.

    Attributes:
        run: What every rule of the check shares.
        data: The table.
        rows: How many rows it has.
        others: The tables that have been run before, by name.
        blocked: The columns that stop rules, and the rule that found them faulty.
        absent: Those of them that are missing or doubled.
        doubled: The rule that found rows that stand twice, if one did.

    """

    run: Run
    data: TableData
    rows: int
    others: Mapping[str, Self] = field(default_factory=dict)
    blocked: dict[str, str] = field(default_factory=dict)
    absent: set[str] = field(default_factory=set)
    doubled: str = ""

    @property
    def table(self) -> Table:
        """The table's declaration."""
        return TABLES[self.data.table]

    def results(self, rules: Sequence[Rule]) -> list[RuleResult]:
        """Run the rules in their stages; return the results in the rules' order."""
        by_id: dict[str, RuleResult] = {}
        for rule in rules:
            if isinstance(rule, StructureRule):
                by_id[rule.id] = self._structure(rule)
        rest = [rule for rule in rules if rule.id not in by_id]
        for rule in rest:
            if stopped := self._stopped(rule):
                by_id[rule.id] = stopped
        rowwise = [r for r in rest if isinstance(r, RowRule) and r.id not in by_id]
        for result in self._row_rules(rowwise):
            by_id[result.rule.id] = result
            self._block(result)
        for rule in rest:
            if rule.id not in by_id and (stopped := self._stopped(rule)):
                by_id[rule.id] = stopped
        linked = [r for r in rest if isinstance(r, LinkRule) and r.id not in by_id]
        by_id |= {result.rule.id: result for result in self._link_rules(linked)}
        # Keys come first: where they do not hold, sums of many rows are of no one.
        for rule in sorted(rest, key=lambda one: isinstance(one, _ADDED)):
            if rule.id not in by_id:
                by_id[rule.id] = self._doubled(rule) or self._whole_table(rule)
                self._note_doubled(by_id[rule.id])
        return [by_id[rule.id] for rule in rules]

    def _structure(self, rule: Rule) -> RuleResult:
        hits = [
            Hit(None, {"column": fault.column}, fault.says)
            for fault in self.data.faults
        ]
        self.absent = {fault.column for fault in self.data.faults}
        if not self.rows:
            hits.append(Hit(None, {}, "there is a header, but there are no rows"))
            self.absent = {column.name for column in self.table.columns}
        self.blocked |= dict.fromkeys(self.absent, rule.id)
        outcome = Outcome(
            evaluated=len(self.table.columns),
            failed=len(hits),
            counted="columns",
            hits=tuple(hits),
        )
        return self.run.judged(rule, self.data, outcome)

    def _stopped(self, rule: Rule) -> RuleResult | None:
        """Return the verdict of a rule that cannot run on these columns or period."""
        manifest, edition = self.run.manifest, self.run.edition
        if rule.period_bound and not of_the_period(manifest, rule.table, edition):
            reason = "the figures are not of the period the statement names"
            return self.run.without(rule, Verdict.NOT_APPLICABLE, reason)
        if rule.every_force and manifest.lacks_forces(rule.table):
            reason = "a force is noted as unable to supply the table"
            return self.run.without(rule, Verdict.NOT_APPLICABLE, reason)
        if isinstance(rule, ManifestRule):
            return None
        for name in dict.fromkeys(map(marked_column, columns_read(rule))):
            if name in self.blocked and self.blocks(rule, name):
                reason = f"blocked by {self.blocked[name]} (column {name})"
                return self.run.without(rule, Verdict.NOT_RUN, reason)
            if name not in self.data.columns:
                reason = f"the table has no column {name}, and need not"
                return self.run.without(rule, Verdict.NOT_APPLICABLE, reason)
        if isinstance(rule, LinkRule | AgreementRule):
            return self._unlinked(rule)
        return None

    def _note_doubled(self, result: RuleResult) -> None:
        """Keep rules that add rows up from repeating what the key's rule found."""
        is_key = result.rule.id == f"{self.table.prefix}.key"
        if is_key and result.verdict is Verdict.FAILED:
            self.doubled = result.rule.id

    def _doubled(self, rule: Rule) -> RuleResult | None:
        """Return the verdict of a rule that would add doubled rows up, if it is one."""
        found = ""
        if isinstance(rule, AgreementRule):
            found = self.doubled or self.others[rule.to].doubled
        elif isinstance(rule, NotableRule) and rule.expects is None:
            found = self.doubled
        if not found:
            return None
        reason = f"blocked by {found} (rows that stand twice)"
        return self.run.without(rule, Verdict.NOT_RUN, reason)

    def _unlinked(self, rule: LinkRule | AgreementRule) -> RuleResult | None:
        """Return the verdict of a rule whose tables cannot be linked, if it is one."""
        other, links = self.others.get(rule.to), isinstance(rule, LinkRule)
        if other is None:
            reason = f"the return has no table {rule.to}"
            if links:
                return self.run.without(rule, Verdict.NOT_RUN, reason)
            reason = f"{reason} to agree with"
            return self.run.without(rule, Verdict.NOT_APPLICABLE, reason)
        for name in map(marked_column, read_there(rule)):
            if name in other.blocked and other.blocks(rule, name):
                reason = f"blocked by {other.blocked[name]} (column {name})"
                return self.run.without(rule, Verdict.NOT_RUN, reason)
            if name not in other.data.columns:
                reason = f"the table {rule.to} has no column {name}, and need not"
                return self.run.without(rule, Verdict.NOT_APPLICABLE, reason)
        if links and not of_one_library(self.data.frame, other.data.frame):
            reason = f"{rule.table} and {rule.to} are to come from one library"
            return self.run.without(rule, Verdict.NOT_RUN, reason)
        return None

    def blocks(self, rule: Rule, name: str) -> bool:
        """Return whether a blocked column stops a rule.

        A column that is not there stops every rule that reads it; one with faulty
        cells only those whose answer for one row rests on the others.
        """
        if isinstance(rule, LinkRule):
            return name in rule.on or name in self.absent
        added = isinstance(rule, ReferenceRule) and bool(rule.sums)
        return added or isinstance(rule, _WHOLE) or name in self.absent

    def _block(self, result: RuleResult) -> None:
        """Keep rules over whole tables from repeating what a cell's own rule found."""
        rule = result.rule
        failed = result.verdict is Verdict.FAILED
        if not failed or result.severity is not Severity.ERROR:
            return
        if isinstance(rule, RowRule) and rule.stage is Stage.FIELD:
            for name in columns_read(rule):
                self.blocked.setdefault(marked_column(name), rule.id)

    def _row_rules(self, rules: Sequence[RowRule]) -> list[RuleResult]:
        """Run row rules together, in one pass."""

        def outcomes(ready: Sequence[RowRule]) -> list[Outcome]:
            return row_outcomes(self.data.frame, ready, self.table.key)

        return self._together(rules, "over each row", outcomes)

    def _link_rules(self, rules: Sequence[LinkRule]) -> list[RuleResult]:
        """Run the rules of each table that rows point to together, in one pass."""
        results: list[RuleResult] = []
        ordered = sorted(rules, key=_target)
        for (to, _), group in groupby(ordered, key=_target):
            other = self.others[to]

            def outcomes(
                ready: Sequence[LinkRule], other: Self = other
            ) -> list[Outcome]:
                frame, target = self.data.frame, other.data.frame
                return linked_outcomes(frame, target, ready, self.table.key)

            results += self._together([*group], f"over rows and {to}", outcomes)
        return results

    def _together(
        self,
        rules: Sequence[_Linked],
        where: str,
        outcomes: Callable[[Sequence[_Linked]], list[Outcome]],
    ) -> list[RuleResult]:
        """Run rules together; one by one where together they crash."""
        ready: list[tuple[Rule, _Linked]] = []
        results: list[RuleResult] = []
        for rule in rules:
            try:
                ready.append((rule, self.run.bound(rule)))
            except NotSaidError as error:
                results.append(self.run.without(rule, Verdict.NOT_RUN, str(error)))
        if not ready:
            return results
        self.run.told(f"{self.data.table}: {len(ready)} rules {where}")
        try:
            every = outcomes([one for _, one in ready])
        except Exception:  # noqa: BLE001 - tried again rule by rule, to find the one
            return results + [self._alone(rule, one, outcomes) for rule, one in ready]
        pairs = zip(ready, every, strict=True)
        return results + [self.run.judged(r, self.data, out) for (r, _), out in pairs]

    def _alone(
        self,
        rule: Rule,
        ready: _Linked,
        outcomes: Callable[[Sequence[_Linked]], list[Outcome]],
    ) -> RuleResult:
        return self.run.guarded(rule, self.data, lambda: outcomes([ready])[0])

    def _whole_table(self, rule: Rule) -> RuleResult:
        self.run.told(f"{self.data.table}: {rule.id}")
        if isinstance(rule, ManifestRule):
            return self.run.over_manifest(rule, self.data)
        if isinstance(rule, AgreementRule):
            other = self.others[rule.to].data
            return self.run.guarded(
                rule, self.data, lambda: agreed(self.run, self.data, other, rule)
            )
        return self.run.guarded(
            rule, self.data, lambda: decided(self.run, self.data, rule)
        )


def _target(rule: LinkRule) -> tuple[str, tuple[str, ...]]:
    return rule.to, rule.on
