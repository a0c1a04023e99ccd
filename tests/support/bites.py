"""What became of returns that break one rule each: did it fire, alone, and point?"""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import HealthCheck, Phase, given, settings

import peelcheck
from peelcheck import Verdict
from peelcheck.strategies import Broken, broken_by

__all__ = ["Bites", "bites_of", "first_of"]


@dataclass(slots=True)
class Bites:
    """How often a rule was broken, and what was seen then.

    Attributes:
        rule: The id of the rule.
        drawn: How many returns were drawn.
        fired: On how many of them the rule failed.
        alone: On how many it failed, those declared to fall with it, and no other.
        pointed: On how many each finding of the rule pointed to what was changed.
        changes: What was changed, each once, in the order drawn.
        bad: The first return on which it was not so, in words.

    """

    rule: str
    drawn: int = 0
    fired: int = 0
    alone: int = 0
    pointed: int = 0
    changes: dict[str, None] = field(default_factory=dict)
    bad: str = ""

    @property
    def all_bit(self) -> bool:
        """Whether every return that was drawn was found out as it should be."""
        return self.drawn == self.fired == self.alone == self.pointed > 0

    def see(self, broken: Broken) -> None:
        """Check one return and add up what is seen."""
        report = peelcheck.check(broken.given.read())
        failed = {r.rule.id for r in report.results if r.verdict is Verdict.FAILED}
        findings = report.of(self.rule).findings
        fired = self.rule in failed and bool(findings) and not report.crashed
        alone = failed == broken.falls
        pointed = fired and all(map(broken.is_pointed_to_by, findings))
        self.drawn += 1
        self.fired += fired
        self.alone += alone
        self.pointed += pointed
        self.changes[broken.says] = None
        if not (fired and alone and pointed):
            self.bad = self.bad or f"failed: {sorted(failed)}\n{broken}"


def bites_of(rule: str, examples: int) -> Bites:
    """Draw returns that break a rule, the same ones each time, and check them."""
    seen = Bites(rule)

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],  # a whole return is large
    )
    @given(broken_by(rule))
    def bites(broken: Broken) -> None:
        seen.see(broken)

    bites()
    return seen


def first_of(rule: str) -> Broken:
    """Return the simplest return that breaks a rule: the first that is drawn."""
    found: list[Broken] = []

    @settings(max_examples=1, phases=[Phase.generate], deadline=None, database=None)
    @given(broken_by(rule))
    def drawn(broken: Broken) -> None:
        found.append(broken)

    drawn()
    return found[0]
