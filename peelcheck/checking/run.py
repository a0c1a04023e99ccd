"""One rule run: bound, guarded against crashes, and brought to its verdict."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from peelcheck.binding import (
    NotSaidError,
    bound,
    look_up_in,
)
from peelcheck.checking.findings import findings_of
from peelcheck.engines import deciding
from peelcheck.engines.outcome import Outcome
from peelcheck.manifest import Manifest
from peelcheck.model import (
    Kind,
    ManifestRule,
    Rule,
)
from peelcheck.reference.editions import Edition
from peelcheck.reference.forces import forces
from peelcheck.results import RuleResult, Verdict
from peelcheck.returns import TableData

__all__ = ["Run", "Told", "say_nothing"]

Told = Callable[[str], None]


def say_nothing(_: str) -> None:
    """Take words about the work, and say nothing."""


_Rule = TypeVar("_Rule", bound=Rule)


@dataclass(frozen=True, slots=True)
class Run:
    """One checking: what every rule of it shares."""

    edition: Edition
    manifest: Manifest
    told: Told

    @property
    def kind(self) -> Kind:
        """The kind of return."""
        return self.manifest.kind

    def chosen(self, rule: Rule) -> bool:
        """Return whether a rule applies to this kind of return."""
        return self.kind in rule.kinds

    def bound(self, rule: _Rule) -> _Rule:
        """Return a rule with edition and manifest values put in."""
        return bound(rule, look_up_in(self.edition, self.manifest, rule.table))

    def answers_for(self, table: str, periods: Sequence[date]) -> deciding.Answered:
        """Return what a table of this return must hold.

        Raises:
            NotSaidError: It is a submission, and nothing says whose.

        """
        wanted = [force.name for force in forces()]
        if self.kind is Kind.SUBMISSION:
            if not self.manifest.force:
                message = "the manifest gives no force"
                raise NotSaidError(message)
            wanted = [self.manifest.force]
        noted = self.manifest.unable_to_supply
        excused = [one.force for one in noted if one.table == table]
        return deciding.Answered(wanted, excused, periods)

    def over_manifest(self, rule: ManifestRule, data: TableData | None) -> RuleResult:
        """Run a rule over what the manifest says."""
        values = self.manifest.values_for(rule.table)

        return self.guarded(
            rule, data, lambda: deciding.manifest_rule(self.bound(rule), values)
        )

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
        severity = rule.severity_in(self.kind)
        reason = ""
        if outcome.failed and rule.notable and noted:
            verdict, reason = Verdict.NOT_APPLICABLE, f"a noted exception: {noted}"
        elif outcome.failed:
            verdict = Verdict.FAILED
        elif outcome.undecided:
            verdict = Verdict.UNDECIDED
            reason = outcome.reason or "a value it needs is missing"
        elif outcome.evaluated:
            verdict = Verdict.PASSED
        else:
            verdict = Verdict.NOT_APPLICABLE
            reason = outcome.reason or "there is nothing it applies to"
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
            compared=outcome.compared,
        )
