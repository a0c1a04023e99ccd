"""The assertion that a return keeps the rulebook, or breaks these rules alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from peelcheck.checking import check
from peelcheck.errors import UnknownNameError, UsageError
from peelcheck.model import RowRule, Severity
from peelcheck.reporting.findings import SEVERITIES, how_many, rules_counted
from peelcheck.results import Finding, Report, RuleResult, Verdict
from peelcheck.rules.rulebook import rulebook
from peelcheck.wording import condition_in_words, pairs_in_words

__all__ = ["assert_return", "faults_of", "severities_from"]

_PLACES = 3


def assert_return(
    given: Any,
    *,
    at_least: str = Severity.QUERY,
    only: str | Collection[str] = (),
    **how: Any,
) -> Report:
    """Assert that a return keeps the rulebook, or that it breaks these rules alone.

    Nothing is passed that was not looked at: a report in which a rule crashed never
    passes, nor without `only` one in which nothing was evaluated, or in which a rule
    that counts was not run or stayed undecided.

    Args:
        given: A report, or what `peelcheck.check` takes.
        at_least: The mildest severity that counts: `error`, `query` or `note`.
        only: The ids of the rules that must be broken, and no other; rules that are
            not run for their sake are let be.
        **how: For what is to be checked, the arguments of `peelcheck.check`.

    Returns:
        The report.

    Raises:
        AssertionError: It is not so; the message says rule by rule what stands there,
            what must hold and how to mend it.
        UnknownNameError: There is no such severity or rule.
        UsageError: What is given is neither a report nor can be checked, or a report
            is given with arguments of `check`.
        UnreadableError: A file cannot be read.

    """
    __tracebackhide__ = True
    counts = severities_from(at_least)
    wanted = {only} if isinstance(only, str) else {*only}
    for name in wanted:
        rulebook()[name]
    if isinstance(given, Report) and how:
        message = f"a report is checked already: leave out {', '.join(how)}"
        raise UsageError(message)
    report = given if isinstance(given, Report) else check(given, **how)
    if faults := faults_of(report, counts, wanted):
        raise AssertionError(faults)
    return report


def severities_from(mildest: str) -> tuple[Severity, ...]:
    """Return a severity and those that weigh more.

    Raises:
        UnknownNameError: There is no such severity.

    """
    known = [one.value for one in SEVERITIES]
    if mildest not in known:
        raise UnknownNameError.of("severity", str(mildest), known)
    return SEVERITIES[: known.index(mildest) + 1]


def faults_of(
    report: Report,
    counts: Collection[Severity],
    only: Collection[str] = (),
) -> str:
    """Return in words why a report does not pass; nothing where it does.

    Args:
        report: The report.
        counts: The severities that count.
        only: The ids of the rules that must be broken, and no other.

    """
    told = [
        one
        for one in report.results
        if one.severity in counts
        or one.rule.id in only
        or one.verdict is Verdict.CRASHED
    ]
    broken = {one.rule.id for one in told if one.verdict is Verdict.FAILED}
    left = [one for one in told if one.verdict in {Verdict.UNDECIDED, Verdict.CRASHED}]
    waiting = [one for one in told if one.verdict is Verdict.NOT_RUN]
    if only:
        sound = broken == {*only} and not left
    else:
        sound = not (broken or left or waiting) and report.evaluated > 0
    if sound:
        return ""
    parts = [_head(report), *_expected(report, only, broken)]
    for one in told:
        if one in left or (one.rule.id in broken and one.rule.id not in only):
            parts += ["", *_told(one)]
    return "\n".join([*parts, "", *_not_run(waiting), rules_counted(report)])


def _head(report: Report) -> str:
    whose = f" of {report.manifest.force}" if report.manifest.force else ""
    said = f"{report.manifest.kind}{whose}, edition {report.edition}"
    none = "" if report.evaluated else "; not a row, key or group was evaluated"
    return f"{report.source} does not hold up ({said}){none}"


def _expected(
    report: Report, only: Collection[str], broken: Collection[str]
) -> Iterator[str]:
    """Yield which rules were to be broken and are not, and the other way round."""
    if not only:
        return
    results = {one.rule.id: one for one in report.results}
    yield f"of the rules to be broken: {', '.join(sorted(only))}"
    for name in sorted({*only} - {*broken}):
        verdict = results[name].verdict if name in results else "not for such a return"
        yield f"  - {name}  to be broken, but {verdict}"
    for name in sorted({*broken} - {*only}):
        yield f"  + {name}  broken too"


def _told(result: RuleResult) -> Iterator[str]:
    """Yield what became of a rule: what stands there, what must hold, what to do."""
    rule = result.rule
    yield f"{rule.id} {result.severity}  {rule.says}   {how_many(result)}"
    if result.reason:
        yield f"  {result.verdict}: {result.reason}"
    if result.verdict is Verdict.CRASHED:
        return
    shown = result.findings[:_PLACES]
    for finding in shown:
        yield f"  - {_placed(finding)}"
    if (more := result.failed - len(shown)) > 0:
        yield f"    and {more:,} more"
    if isinstance(rule, RowRule):
        yield f"  + {condition_in_words(rule.then)}"
    yield f"  mend  {rule.mend}"
    yield f"  annex {rule.statement}, more by: peelcheck explain {rule.id}"


def _placed(finding: Finding) -> str:
    """Return where a finding is, and what stands there."""
    if finding.row is not None:
        return f"{finding.source} row {finding.row:,}: {finding.message}"
    key = {name: value for name, value in finding.key.items() if value is not None}
    where = f"{finding.source}, {pairs_in_words(key)}" if key else finding.source
    return f"{where}: {finding.message}"


def _not_run(results: Collection[RuleResult]) -> Iterator[str]:
    """Yield which rules were not run, and why."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for one in results:
        reasons[one.reason].append(one.rule.id)
    for reason, names in reasons.items():
        yield f"not run, {reason}: {', '.join(names)}"
