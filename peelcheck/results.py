"""What checking gives: verdicts, findings and the report that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from peelcheck.manifest import Manifest
from peelcheck.model import Rule, Severity
from peelcheck.returns import Coercion
from peelcheck.tabular import as_pandas

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Compared", "Finding", "Report", "RuleResult", "TableSummary", "Verdict"]


class Verdict(StrEnum):
    """What became of a rule."""

    PASSED = "passed"
    FAILED = "failed"
    UNDECIDED = "undecided"
    NOT_APPLICABLE = "not applicable"
    NOT_RUN = "not run"
    CRASHED = "crashed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One rule broken in one place.

    Attributes:
        rule: The rule's id.
        severity: Its severity for this kind of return.
        table: The table.
        source: The file or frame.
        row: The row in the source; nothing where no row is at fault.
        key: The business key of the row, or the key that is missing.
        values: The values the rule looked at.
        message: What is wrong, in words.
        cell: The cell of the sheet, such as `E12`, where one column alone is read.

    """

    rule: str
    severity: Severity
    table: str
    source: str
    row: int | None
    key: Mapping[str, Any]
    values: Mapping[str, Any]
    message: str
    cell: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The figure of a force, as it was held against those of the others.

    Attributes:
        force: The force.
        key: What it shares with those it was compared with, such as the period.
        figure: The figure: what was counted by its base, in `unit`; nothing where
            there was none in the year before.
        unit: Its unit.
        count: What was counted.
        base: What that is divided by: people, a whole, or the count of a year before.
        distance: How far it is from the median of the others, in their usual distances
            from it; nothing where most of them are the same.
        found: Whether it stands apart.

    """

    force: str
    key: Mapping[str, Any]
    figure: float | None
    unit: str
    count: float
    base: float
    distance: float | None
    found: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    """What became of one rule.

    Attributes:
        rule: The rule.
        severity: Its severity for this kind of return.
        verdict: The verdict.
        evaluated: How many rows (or keys, or groups) it looked at.
        failed: How many broke it, exactly.
        undecided: How many could not be decided for want of a value.
        counted: What these numbers count.
        findings: The first of the broken ones, in the order of the source.
        reason: Why it was not run, not applicable or crashed.
        compared: The figures that were held against one another, where a rule does so:
            period by period, the lowest first.

    """

    rule: Rule
    severity: Severity
    verdict: Verdict
    evaluated: int = 0
    failed: int = 0
    undecided: int = 0
    counted: str = "rows"
    findings: tuple[Finding, ...] = ()
    reason: str = ""
    compared: tuple[Compared, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSummary:
    """A table that was checked."""

    table: str
    source: str
    row_word: str
    rows: int
    unknown_columns: tuple[str, ...] = ()


_PLACE = ("source", "row", "cell")
_FINDING_COLUMNS = ("rule", "severity", "table", *_PLACE, "key", "message")
_BLOCKING = frozenset(
    {Verdict.FAILED, Verdict.UNDECIDED, Verdict.NOT_RUN, Verdict.CRASHED}
)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Report:
    """The verdicts of all rules over one return."""

    source: str
    manifest: Manifest
    edition: str
    tables: tuple[TableSummary, ...]
    results: tuple[RuleResult, ...]
    coercions: tuple[Coercion, ...]
    changed_assumptions: Mapping[str, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Return one line, however many findings there are."""
        failed = sum(result.verdict is Verdict.FAILED for result in self.results)
        word = "ok" if self.ok else "not ok"
        return f"<Report on {self.source}: {word}, {failed} rules failed>"

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings listed, rule by rule; ten of each at most, all are counted."""
        return tuple(one for result in self.results for one in result.findings)

    @property
    def evaluated(self) -> int:
        """How many rows, keys and groups of the data error rules looked at."""
        return sum(
            result.evaluated
            for result in self.results
            if result.severity is Severity.ERROR
            and result.counted not in {"columns", "manifest"}
        )

    @property
    def crashed(self) -> bool:
        """Whether any rule crashed."""
        return any(result.verdict is Verdict.CRASHED for result in self.results)

    @property
    def ok(self) -> bool:
        """Whether the return may go: an error rule looked at something, none is open.

        A crashed rule of any severity is never ok.
        """
        errors = (r for r in self.results if r.severity is Severity.ERROR)
        stopped = any(result.verdict in _BLOCKING for result in errors)
        return bool(self.evaluated) and not stopped and not self.crashed

    def of(self, rule_id: str) -> RuleResult:
        """Return the result of one rule.

        Raises:
            KeyError: The rule was not chosen for this return.

        """
        return {result.rule.id: result for result in self.results}[rule_id]

    def to_pandas(self) -> pd.DataFrame:
        """Return the findings as a pandas frame, one row a finding.

        Raises:
            MissingExtraError: pandas is not installed.

        """
        rows = [
            {
                "rule": one.rule,
                "severity": one.severity.value,
                "table": one.table,
                "source": one.source,
                "row": one.row,
                "cell": one.cell,
                "key": ", ".join(f"{name} = {v}" for name, v in one.key.items()),
                "message": one.message,
            }
            for one in self.findings
        ]
        return as_pandas(rows, _FINDING_COLUMNS, whole="row")
