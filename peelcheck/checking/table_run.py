"""The rules of one table, run stage by stage.

Rules run in stages. A column that is missing or doubled blocks every rule that reads
it; a column with cells that fail an error rule blocks the rules that count or add up
whole tables by it, for they would only repeat the fault. Other rules go on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from peelcheck.binding import (
    NotSaidError,
    of_the_period,
)
from peelcheck.checking.run import Run
from peelcheck.engines import deciding
from peelcheck.engines.groups import distinct_rows
from peelcheck.engines.keys import unique_outcome
from peelcheck.engines.outcome import Hit, Outcome
from peelcheck.engines.rows import row_outcomes
from peelcheck.model import (
    CoverageRule,
    ManifestRule,
    PlacementRule,
    ReferenceRule,
    RowRule,
    Rule,
    Severity,
    Stage,
    StructureRule,
    SumRule,
    TotalsRule,
    UniqueRule,
)
from peelcheck.reference.populations import reference_rows
from peelcheck.results import RuleResult, Verdict
from peelcheck.returns import TableData, marked_column
from peelcheck.rules.rulebook import columns_read
from peelcheck.shape import Table
from peelcheck.tables import TABLES

__all__ = ["TableRun"]


@dataclass(slots=True)
class TableRun:
    """The rules of one table, stage by stage; it keeps which columns are blocked."""

    run: Run
    data: TableData
    rows: int
    blocked: dict[str, str] = field(default_factory=dict)
    absent: set[str] = field(default_factory=set)

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
            if rule.id not in by_id:
                by_id[rule.id] = self._stopped(rule) or self._whole_table(rule)
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
        if isinstance(rule, ManifestRule):
            return None
        for name in dict.fromkeys(map(marked_column, columns_read(rule))):
            if name in self.blocked and self._blocks(rule, name):
                reason = f"blocked by {self.blocked[name]} (column {name})"
                return self.run.without(rule, Verdict.NOT_RUN, reason)
            if name not in self.data.columns:
                reason = f"the table has no column {name}, and need not"
                return self.run.without(rule, Verdict.NOT_APPLICABLE, reason)
        return None

    def _blocks(self, rule: Rule, name: str) -> bool:
        """Return whether a blocked column stops a rule.

        A column that is not there stops every rule that reads it; one with faulty
        cells only those whose answer for one row rests on the others.
        """
        whole = isinstance(rule, UniqueRule | CoverageRule | SumRule)
        return whole or name in self.absent

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
        """Run row rules together; one by one where together they crash."""
        ready: list[tuple[Rule, RowRule]] = []
        results: list[RuleResult] = []
        for rule in rules:
            try:
                ready.append((rule, self.run.bound(rule)))
            except NotSaidError as error:
                results.append(self.run.without(rule, Verdict.NOT_RUN, str(error)))
        if not ready:
            return results
        self.run.told(f"{self.data.table}: {len(ready)} rules over each row")
        key = self.table.key
        try:
            every = row_outcomes(self.data.frame, [one for _, one in ready], key)
        except Exception:  # noqa: BLE001 - tried again rule by rule, to find the one
            return results + [self._row_rule(rule, one, key) for rule, one in ready]
        pairs = zip(ready, every, strict=True)
        return results + [self.run.judged(r, self.data, out) for (r, _), out in pairs]

    def _row_rule(self, rule: Rule, ready: RowRule, key: Sequence[str]) -> RuleResult:
        def decide() -> Outcome:
            return row_outcomes(self.data.frame, [ready], key)[0]

        return self.run.guarded(rule, self.data, decide)

    def _whole_table(self, rule: Rule) -> RuleResult:
        self.run.told(f"{self.data.table}: {rule.id}")
        if isinstance(rule, ManifestRule):
            return self.run.over_manifest(rule, self.data)
        return self.run.guarded(rule, self.data, lambda: self._decided(rule))

    def _decided(self, rule: Rule) -> Outcome:
        ready = self.run.bound(rule)
        frame, columns = self.data.frame, list(columns_read(ready))
        if isinstance(ready, UniqueRule):
            return unique_outcome(frame, ready.columns)
        if isinstance(ready, TotalsRule):
            return deciding.totals(self.data.totals)
        if isinstance(ready, CoverageRule):
            rows = distinct_rows(frame, columns)
            own = self.run.answers_for(ready.table, self._periods(rows))
            return deciding.coverage(ready, rows, own)
        key = [name for name in self.table.key if name in self.data.columns]
        rows = distinct_rows(frame, list(dict.fromkeys([*key, *columns])))
        if isinstance(ready, SumRule):
            return deciding.sums(ready, rows)
        if isinstance(ready, ReferenceRule):
            return deciding.reference(ready, rows, reference_rows(ready.reference))
        if isinstance(ready, PlacementRule):
            return deciding.placement(ready, rows, reference_rows(ready.reference))
        message = f"no engine runs a {type(ready).__name__}"
        raise TypeError(message)

    def _periods(self, rows: Sequence[Mapping[str, Any]]) -> list[date]:
        """Return the last days of the periods that rows are of."""
        name = self.table.period_column
        days = {row[name] for row in rows if name in row} if name else set()
        return sorted(day for day in days if day is not None)
