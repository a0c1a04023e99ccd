"""The rules on the page: the broken ones first, each with all it takes to mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peelcheck.model import Basis, Severity
from peelcheck.reference.statements import statements
from peelcheck.reporting.findings import SEVERITIES, how_many, rules_counted
from peelcheck.reporting.page.compared import compared_of
from peelcheck.reporting.page.sheets import Sheet, listed, sheet
from peelcheck.results import Finding, Report, RuleResult, Verdict
from peelcheck.wording import pairs_in_words

__all__ = ["VERDICT_SYMBOLS", "Broken", "Rules", "rules_of"]

_SHOWN = (Verdict.CRASHED, Verdict.FAILED, Verdict.UNDECIDED)
_WORDS = {Severity.ERROR: "Errors", Severity.QUERY: "Queries", Severity.NOTE: "Notes"}
_BASES = {
    Basis.STATED: "the annex says it",
    Basis.DERIVED: "inferred from the annex, which does not say it",
    Basis.DECLARED: "the shape of the table, without which nothing can be checked",
}
VERDICT_SYMBOLS = {
    Verdict.PASSED: "✓",
    Verdict.FAILED: "✗",
    Verdict.UNDECIDED: "?",
    Verdict.NOT_APPLICABLE: "-",
    Verdict.NOT_RUN: "■",
    Verdict.CRASHED: "‼",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A rule that failed, crashed or is undecided.

    Attributes:
        id: Its id.
        says: What must hold.
        severity: Its severity for this kind of return.
        verdict: A symbol and what became of it.
        how_many: How many broke it, of how many.
        facts: Statement, basis, remedy and the like: terms and texts.
        findings: The first places where it is broken.
        compared: What each force has, where forces are held against one another.

    """

    id: str
    says: str
    severity: str
    verdict: str
    how_many: str
    facts: tuple[tuple[str, str], ...]
    findings: Sheet | None
    compared: Sheet | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """All rules of a report, as the page shows them.

    Attributes:
        counted: How many there are of each verdict.
        broken: The broken ones under the word for their severity, the gravest first.
        not_run: Those that could not run, if any.
        every: Each rule with its verdict and what it looked at.

    """

    counted: str
    broken: tuple[tuple[str, tuple[Broken, ...]], ...]
    not_run: Sheet | None
    every: Sheet


def rules_of(report: Report) -> Rules:
    """Return the rules of a report as the page shows them."""
    words = {table.source: table.row_word for table in report.tables}
    broken = []
    for severity in SEVERITIES:
        mine = [one for one in report.results if one.severity is severity]
        shown = [one for verdict in _SHOWN for one in mine if one.verdict is verdict]
        if shown:
            parts = tuple(_broken(one, words) for one in shown)
            broken.append((_WORDS[severity], parts))
    return Rules(
        counted=rules_counted(report),
        broken=tuple(broken),
        not_run=_not_run(report.results),
        every=_every(report.results),
    )


def _broken(result: RuleResult, words: Mapping[str, str]) -> Broken:
    rule = result.rule
    statement = statements()[rule.statement]
    facts = [
        ("To mend it", rule.mend),
        (f"Annex {rule.statement}", f"{statement.says} ({statement.section})"),
        ("Basis", f"{rule.basis.value}: {_BASES[rule.basis]}"),
        ("Why", result.reason),
        ("Counted", _counted(result)),
        ("More", f"peelcheck explain {rule.id}"),
    ]
    return Broken(
        id=rule.id,
        says=rule.says,
        severity=result.severity.value,
        verdict=_verdict(result),
        how_many=how_many(result),
        facts=tuple((term, text) for term, text in facts if text),
        findings=_findings(result, words) if result.findings else None,
        compared=compared_of(result) if result.compared else None,
    )


def _verdict(result: RuleResult) -> str:
    return f"{VERDICT_SYMBOLS[result.verdict]}\N{NO-BREAK SPACE}{result.verdict.value}"


def _counted(result: RuleResult) -> str:
    return (
        f"{result.evaluated:,} {result.counted} evaluated, "
        f"{result.failed:,} failed, {result.undecided:,} undecided"
    )


def _findings(result: RuleResult, words: Mapping[str, str]) -> Sheet:
    """Return the first findings; values that say nothing new are left out."""
    rows = [_finding(one, words) for one in result.findings]
    if all(values in (key, message) for _, _, key, values, message in rows):
        rows = [(*row[:3], "", row[4]) for row in rows]
    heads = ("Source", "Place", "Key", "Values", "What is wrong")
    line = listed(len(rows), result.failed)
    return sheet(f"Where {result.rule.id} is broken", heads, rows, line=line)


def _finding(one: Finding, words: Mapping[str, str]) -> tuple[str, str, str, str, str]:
    place = ""
    if one.cell:
        place = f"cell {one.cell}"
    elif one.row is not None:
        place = f"{words.get(one.source, 'row')} {one.row:,}"
    key, values = pairs_in_words(one.key), pairs_in_words(one.values)
    return one.source, place, key, values, one.message


def _not_run(results: Sequence[RuleResult]) -> Sheet | None:
    rows = [
        (one.rule.id, one.severity.value, one.rule.says, one.reason)
        for one in results
        if one.verdict is Verdict.NOT_RUN
    ]
    heads = ("Rule", "Severity", "What must hold", "Why it could not run")
    return sheet("Rules that could not run", heads, rows) if rows else None


def _every(results: Sequence[RuleResult]) -> Sheet:
    rows = [
        (
            one.rule.id,
            one.rule.says,
            f"Annex {one.rule.statement}",
            one.severity.value,
            _verdict(one),
            f"{one.evaluated:,} {one.counted}",
            f"{one.failed:,}",
            f"{one.undecided:,}",
            one.reason,
        )
        for one in results
    ]
    heads = ("Rule", "What must hold", "Statement", "Severity", "Verdict")
    counts = ("Evaluated#", "Failed#", "Undecided#", "Reason")
    return sheet("Every rule and its verdict", (*heads, *counts), rows)
