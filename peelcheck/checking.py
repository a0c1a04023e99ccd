"""A return held against the rulebook: which rules run, in what order, to what verdict.

Rules run in stages. A column that is missing or doubled blocks every rule that reads
it; a column with cells that fail an error rule blocks the rules over whole tables that
read it, for they would only repeat the fault. Other rules go on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peelcheck.binding import (
    NotSaidError,
    bound,
    edition_for,
    look_up_in,
    of_the_period,
)
from peelcheck.conditions import Value
from peelcheck.engines import deciding
from peelcheck.engines.groups import distinct_rows, row_count
from peelcheck.engines.keys import unique_outcome
from peelcheck.engines.outcome import Hit, Outcome
from peelcheck.engines.rows import row_outcomes
from peelcheck.findings import findings_of
from peelcheck.model import (
    CoverageRule,
    Kind,
    ManifestRule,
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
from peelcheck.reading import read
from peelcheck.reference.editions import Edition
from peelcheck.reference.forces import forces
from peelcheck.reference.populations import reference_rows
from peelcheck.results import Report, RuleResult, TableSummary, Verdict
from peelcheck.returns import Manifest, Return, TableData
from peelcheck.rules.manifest import WHOLE_RETURN
from peelcheck.rules.rulebook import Rulebook, columns_read, rulebook
from peelcheck.tables import TABLES

__all__ = ["check", "check_return"]

Told = Callable[[str], None]


def check(
    source: Any,
    *,
    edition: str | None = None,
    kind: str | None = None,
    table: str | None = None,
    columns: Mapping[str, str] | None = None,
    constants: Mapping[str, Any] | None = None,
    manifest: Mapping[str, Any] | str | Path | None = None,
    assume: Mapping[str, Value] | None = None,
) -> Report:
    """Check a return against every rule that applies to it.

    Args:
        source: What `read` takes, or a return already read.
        edition: The edition to check against; the return's own by default.
        kind: As for `read`, and so `table`, `columns`, `constants` and `manifest`.
        table: The table a single file or frame holds.
        columns: Headers that stand for a column under another name.
        constants: Values of columns that are not there.
        manifest: A manifest file or its contents.
        assume: New values of named assumptions, such as `{"small_number": 50}`.

    Returns:
        The report: a verdict for every rule, with counts and the first findings.

    Raises:
        UsageError: An argument cannot mean anything.
        UnreadableError: Something cannot be read.

    """
    given = source
    if not isinstance(given, Return):
        given = read(
            source,
            table=table,
            columns=columns,
            constants=constants,
            manifest=manifest,
            kind=kind,
            edition=edition,
        )
    return check_return(given, edition_for(given.manifest, edition, assume), rulebook())


def check_return(
    given: Return, edition: Edition, book: Rulebook, told: Told = lambda _: None
) -> Report:
    """Check a return that is read against an edition and a rulebook.

    Args:
        given: The return.
        edition: The edition.
        book: The rules.
        told: Called with a few words before each longer piece of work.

    """
    run = _Run(edition, given.manifest, told)
    whole = [rule for rule in book if rule.table == WHOLE_RETURN]
    results = [run.over_manifest(rule, None) for rule in whole if run.chosen(rule)]
    summaries = []
    for name in TABLES:
        if name not in given.tables:
            continue
        data = given.tables[name]
        rules = [rule for rule in book if rule.table == name and run.chosen(rule)]
        rows = row_count(data.frame)
        results += _TableRun(run, data, rows).results(rules)
        summaries.append(
            TableSummary(
                table=name,
                source=data.source,
                row_word=data.row_word,
                rows=rows,
                unknown_columns=data.unknown_columns,
            )
        )
    return Report(
        source=given.source,
        manifest=given.manifest,
        edition=edition.name,
        tables=tuple(summaries),
        results=tuple(results),
        coercions=tuple(c for data in given.tables.values() for c in data.coercions),
        changed_assumptions=edition.changes,
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """One checking: what every rule of it shares."""

    edition: Edition
    manifest: Manifest
    told: Told

    @property
    def kind(self) -> Kind:
        return self.manifest.kind

    def chosen(self, rule: Rule) -> bool:
        return self.kind in rule.kinds

    def bound(self, rule: Rule) -> Rule:
        return bound(rule, look_up_in(self.edition, self.manifest, rule.table))

    def answers_for(self, table: str) -> list[str]:
        """Return the forces a table of this return must hold."""
        if self.kind is Kind.SUBMISSION and self.manifest.force:
            wanted = [self.manifest.force]
        else:
            wanted = [force.name for force in forces()]
        noted = self.manifest.unable_to_supply
        excused = {one.force for one in noted if one.table == table}
        return [name for name in wanted if name not in excused]

    def over_manifest(self, rule: Rule, data: TableData | None) -> RuleResult:
        """Run a rule over what the manifest says."""
        values = self.manifest.values_for(rule.table)

        def decide() -> Outcome:
            ready = self.bound(rule)
            if not isinstance(ready, ManifestRule):
                raise TypeError(type(ready).__name__)
            return deciding.manifest_rule(ready, values)

        return self.guarded(rule, data, decide)

    def guarded(
        self, rule: Rule, data: TableData | None, decide: Callable[[], Outcome]
    ) -> RuleResult:
        """Run one rule; whatever it raises is a crash, and a crash is no pass."""
        try:
            return self.judged(rule, data, decide())
        except NotSaidError as error:
            return self.without(rule, Verdict.NOT_RUN, str(error))
        except Exception as error:  # noqa: BLE001 - any fault of ours is a verdict
            says = f"{type(error).__name__}: {error}"
            return self.without(rule, Verdict.CRASHED, says)

    def without(self, rule: Rule, verdict: Verdict, reason: str) -> RuleResult:
        """Return a verdict that no data were looked at for."""
        severity = rule.severity_in(self.kind)
        return RuleResult(rule=rule, severity=severity, verdict=verdict, reason=reason)

    def judged(
        self, rule: Rule, data: TableData | None, outcome: Outcome
    ) -> RuleResult:
        """Turn an engine's counts into a verdict and findings."""
        noted = self.manifest.noted_exceptions.get(rule.id)
        if outcome.failed and rule.notable and noted:
            reason = f"a noted exception: {noted}"
            return self.without(rule, Verdict.NOT_APPLICABLE, reason)
        severity = rule.severity_in(self.kind)
        reason = ""
        if outcome.failed:
            verdict = Verdict.FAILED
        elif outcome.undecided:
            verdict, reason = Verdict.UNDECIDED, "a value it needs is missing"
        elif outcome.evaluated:
            verdict = Verdict.PASSED
        else:
            verdict, reason = Verdict.NOT_APPLICABLE, "there is nothing it applies to"
        return RuleResult(
            rule=rule,
            severity=severity,
            verdict=verdict,
            evaluated=outcome.evaluated,
            failed=outcome.failed,
            undecided=outcome.undecided,
            counted=outcome.counted,
            findings=findings_of(rule, severity, data, outcome.hits),
            reason=reason,
        )


@dataclass(slots=True)
class _TableRun:
    """The rules of one table, stage by stage; it keeps which columns are blocked."""

    run: _Run
    data: TableData
    rows: int
    blocked: dict[str, str] = field(default_factory=dict)

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
        self.blocked |= {fault.column: rule.id for fault in self.data.faults}
        if not self.rows:
            hits.append(Hit(None, {}, "there is a header, but there are no rows"))
            names = [column.name for column in TABLES[self.data.table].columns]
            self.blocked |= dict.fromkeys(names, rule.id)
        outcome = Outcome(
            evaluated=len(TABLES[self.data.table].columns),
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
        for name in dict.fromkeys(c.removesuffix(".mark") for c in columns_read(rule)):
            if name in self.blocked:
                reason = f"blocked by {self.blocked[name]} (column {name})"
                return self.run.without(rule, Verdict.NOT_RUN, reason)
            if name not in self.data.columns:
                reason = f"the table has no column {name}, and need not"
                return self.run.without(rule, Verdict.NOT_APPLICABLE, reason)
        return None

    def _block(self, result: RuleResult) -> None:
        """Keep rules over whole tables from repeating what a cell's own rule found."""
        rule = result.rule
        failed = result.verdict is Verdict.FAILED
        if not failed or result.severity is not Severity.ERROR:
            return
        if isinstance(rule, RowRule) and rule.stage is Stage.FIELD:
            for name in columns_read(rule):
                self.blocked.setdefault(name.removesuffix(".mark"), rule.id)

    def _row_rules(self, rules: Sequence[RowRule]) -> list[RuleResult]:
        """Run row rules together; one by one where together they crash."""
        ready: list[tuple[Rule, RowRule]] = []
        results: list[RuleResult] = []
        for rule in rules:
            try:
                ready.append((rule, self.run.bound(rule)))  # type: ignore[arg-type]
            except NotSaidError as error:
                results.append(self.run.without(rule, Verdict.NOT_RUN, str(error)))
        if not ready:
            return results
        self.run.told(f"{self.data.table}: {len(ready)} rules over each row")
        key = TABLES[self.data.table].key
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
        if isinstance(ready, CoverageRule):
            wanted = self.run.answers_for(ready.table)
            return deciding.coverage(ready, distinct_rows(frame, columns), wanted)
        key = [name for name in TABLES[ready.table].key if name in self.data.columns]
        rows = distinct_rows(frame, list(dict.fromkeys([*key, *columns])))
        if isinstance(ready, SumRule):
            return deciding.sums(ready, rows)
        if isinstance(ready, ReferenceRule):
            return deciding.reference(ready, rows, reference_rows(ready.reference))
        if isinstance(ready, PlacementRule):
            return deciding.placement(ready, rows, reference_rows(ready.reference))
        message = f"no engine runs a {type(ready).__name__}"
        raise TypeError(message)
