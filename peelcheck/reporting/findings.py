"""A check's report on a terminal."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from peelcheck.ledger import coverage
from peelcheck.manifest import Manifest
from peelcheck.model import LinkRule, RowRule, Severity, TotalsRule
from peelcheck.reporting.annex import coverage_in_words
from peelcheck.reporting.compared import compared_in_lines
from peelcheck.results import Finding, Report, RuleResult, TableSummary, Verdict
from peelcheck.returns import Coercion
from peelcheck.tables import TABLES
from peelcheck.wording import period_in_words, signed_off_in_words

__all__ = [
    "SEVERITIES",
    "failed_of",
    "how_many",
    "named",
    "read_as",
    "report_on_terminal",
    "rules_counted",
    "verdict_in_words",
]

_STYLES = {Severity.ERROR: "bold red", Severity.QUERY: "yellow", Severity.NOTE: "cyan"}
SEVERITIES = (Severity.ERROR, Severity.QUERY, Severity.NOTE)
_SHOWN = frozenset({Verdict.FAILED, Verdict.UNDECIDED, Verdict.CRASHED})
_FEW = 3
_PLACES = 3


def report_on_terminal(report: Report, *, every_rule: bool = False) -> RenderableType:
    """Return a report as something rich prints: tables, findings, the outcome.

    Args:
        report: The report.
        every_rule: Whether to list every rule with its verdict and evaluated rows.

    """
    parts: list[RenderableType] = [_heading(report), _tables(report)]
    parts += [
        Text(f"assumed  {one}", style="magenta") for one in report.manifest.assumed
    ]
    parts += [
        Text(f"assumption changed  {name} = {value}", style="magenta")
        for name, value in report.changed_assumptions.items()
    ]
    parts += _cycle(report.manifest)
    parts += _noted(report)
    parts += _coercions(report)
    if every_rule:
        parts.append(_every_rule(report.results))
    for severity in SEVERITIES:
        for result in report.results:
            if result.severity is severity and result.verdict in _SHOWN:
                parts += [Text(""), *_result(result, report)]
    parts += [
        Text(""),
        *_blocked(report.results),
        Text(rules_counted(report)),
        Text(coverage_in_words(coverage(report=report))),
        _outcome(report),
    ]
    return Group(*parts)


def _heading(report: Report) -> Text:
    manifest = report.manifest
    whose = f" of {manifest.force}" if manifest.force else ""
    return Text.assemble(
        (report.source, "bold"),
        f"   {manifest.kind}{whose}, edition {report.edition}",
        f", {manifest.state}" if manifest.state else "",
    )


def _tables(report: Report) -> RenderableType:
    grid = Table.grid(padding=(0, 3))
    for one in report.tables:
        entry = report.manifest.entry(one.table)
        period = period_in_words(entry.period_start, entry.period_end)
        ignored = len(one.unknown_columns)
        first = ", ".join(one.unknown_columns[:3]) + (", ..." if ignored > 3 else "")
        extra = f"{ignored:,} other columns left alone: {first}" if ignored else ""
        rows = f"{one.rows:,} row" + ("" if one.rows == 1 else "s")
        release = f"release {entry.release}" if entry.release else ""
        grid.add_row(named(one), rows, period, release, extra)
    return Padding(grid, (0, 0, 0, 2))


def named(one: TableSummary) -> str:
    """Return a table's file; with the table, where the file is not named for it."""
    same = one.source.partition(".")[0] == one.table
    same = same or one.source.endswith(f", sheet {one.table}")
    return one.source if same else f"{one.source} ({one.table})"


def _cycle(manifest: Manifest) -> Iterator[RenderableType]:
    """Return by which design the data were collected, and who signed them off."""
    if manifest.design:
        yield Text(f"design   {manifest.design}")
    if manifest.signed_off:
        yield Text(f"signed   {signed_off_in_words(manifest.signed_off)}")


def _noted(report: Report) -> Iterator[RenderableType]:
    """Return what the manifest notes to excuse the data."""
    for one in report.manifest.unable_to_supply:
        yield Text(f"noted    {one.force} unable to supply {one.table}: {one.reason}")
    for result in report.results:
        if result.verdict is Verdict.NOT_APPLICABLE and result.failed:
            yield Text(
                f"noted    {result.rule.id}, {failed_of(result)}, {result.reason}"
            )


def _coercions(report: Report) -> Iterator[RenderableType]:
    for one in report.coercions:
        where, shown = read_as(one, most=2)
        more = f": {shown}" if shown else ""
        times = "once" if one.count == 1 else f"{one.count:,} times"
        yield Text(f"read as  {where}  {one.kind}, {times}{more}", "blue")


def read_as(one: Coercion, most: int) -> tuple[str, str]:
    """Return where texts were read as something else, and the first of them."""
    where = f"{one.table}.{one.column}" if one.column else one.table
    texts = [f"{e.before!r} as {e.after or 'empty'}" for e in one.examples]
    return where, ", ".join(list(dict.fromkeys(texts))[:most])


def _every_rule(results: Sequence[RuleResult]) -> RenderableType:
    table = Table(box=None, pad_edge=False, title_justify="left")
    for name in ("rule", "severity", "verdict"):
        table.add_column(name)
    table.add_column("evaluated", justify="right")
    table.add_column("failed", justify="right")
    table.add_column("")
    for one in results:
        table.add_row(
            one.rule.id,
            one.severity,
            one.verdict,
            f"{one.evaluated:,} {one.counted}",
            f"{one.failed:,}",
            one.reason,
        )
    return Padding(table, (1, 0, 0, 0))


def _result(result: RuleResult, report: Report) -> Iterator[RenderableType]:
    rule = result.rule
    head = Text.assemble(
        (f"{rule.id} {result.severity}", _STYLES[result.severity]),
        f"  {rule.says}",
    )
    line = Table.grid(expand=True, padding=(0, 2))
    line.add_column(ratio=1)
    line.add_column(justify="right", no_wrap=True)
    line.add_row(head, how_many(result))
    yield line
    words = {table.source: table.row_word for table in report.tables}
    together = _together(result)
    for (source, message), same in together[:_PLACES]:
        where = f"{source} {_rows(same, words.get(source, 'row'))}".rstrip()
        yield Padding(Text.assemble(where, "   ", message), (0, 0, 0, 2))
    more = result.failed - sum(len(same) for _, same in together[:_PLACES])
    if more > 0:
        yield Text(f"  and {more:,} more")
    if result.reason:
        yield Text(f"  {result.reason}")
    for shown in compared_in_lines(result):
        yield Padding(Text(f"beside {shown}"), (0, 0, 0, 2))
    yield Text(f"  annex  {rule.statement} ({rule.basis})", style="dim")
    yield Padding(Text(f"mend   {rule.mend}"), (0, 0, 0, 2))
    yield Text(f"  more   peelcheck explain {rule.id}", style="dim")


def failed_of(result: RuleResult) -> str:
    """Return how many broke a rule, of how many."""
    return f"{result.failed:,} of {result.evaluated:,} {result.counted}"


def how_many(result: RuleResult) -> str:
    """Return how many broke a rule, of how many, or why that is not known."""
    if result.verdict is Verdict.FAILED:
        return failed_of(result)
    if result.verdict is Verdict.UNDECIDED:
        return f"undecided for {result.undecided:,}"
    return str(result.verdict)


def _together(
    result: RuleResult,
) -> list[tuple[tuple[str, str], list[Finding]]]:
    """Return findings of one source and message together, in their order."""
    together: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for one in result.findings:
        key = ", ".join(_told(one, result))
        together[(one.source, f"{one.message}   {key}".rstrip())].append(one)
    return list(together.items())


def _told(one: Finding, result: RuleResult) -> list[str]:
    """Return what of a finding's key its place and message leave to be told.

    Where a rule looks at a row by itself its message says most; of a few such rows
    the force and the period are told.
    """
    key = {name: value for name, value in one.key.items() if value is not None}
    alone = isinstance(result.rule, RowRule | LinkRule | TotalsRule)
    if one.row is not None and alone:
        period = TABLES[one.table].period_column
        named = {"force", period} - set(one.values)
        key = {n: v for n, v in key.items() if n in named and result.failed <= _FEW}
    return [str(value) for value in key.values()]


def _rows(findings: Sequence[Finding], word: str) -> str:
    """Return row numbers in words, runs as `90 to 99`; cells, where they are known."""
    cells = all(one.cell for one in findings)
    places = dict.fromkeys(
        (one.cell.rstrip("0123456789") if cells else "", one.row)
        for one in findings
        if one.row is not None
    )
    if not places:
        return ""
    runs: list[list[str]] = []
    before: tuple[str, int] | None = None
    for letters, number in places:
        if before != (letters, number - 1):
            runs.append([])
        runs[-1].append(f"{letters}{number}" if cells else f"{number:,}")
        before = letters, number
    shown = [
        f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs
    ]
    word = "cell" if cells else word
    return f"{word}{'s' if len(places) > 1 else ''} {', '.join(shown)}"


def _blocked(results: Sequence[RuleResult]) -> Iterator[RenderableType]:
    reasons = Counter(r.reason for r in results if r.verdict is Verdict.NOT_RUN)
    for reason, count in reasons.items():
        yield Text(
            f"not run  {count} rule{'s' if count > 1 else ''}, {reason}", "magenta"
        )


def rules_counted(report: Report) -> str:
    """Return how many rules there were, and how many of each verdict."""
    verdicts = Counter(result.verdict for result in report.results)
    shown = [f"{count} {verdict}" for verdict, count in verdicts.items()]
    return f"{len(report.results)} rules: {', '.join(shown)}"


def verdict_in_words(report: Report) -> tuple[str, str]:
    """Return the verdict on a return, and the counts it rests on."""
    failed = [r for r in report.results if r.verdict is Verdict.FAILED]
    counts = []
    for severity in SEVERITIES:
        mine = [r for r in failed if r.severity is severity]
        found = sum(r.failed for r in mine)
        word = (
            severity.value
            if found == 1
            else {"query": "queries"}.get(severity, f"{severity}s")
        )
        counts.append(f"{found:,} {word}" if found else f"no {word}")
    open_ = (Verdict.UNDECIDED, Verdict.NOT_RUN)
    for verdict in open_:
        left = sum(one.verdict is verdict for one in report.results)
        counts += [f"{left} {verdict}"] if left else []
    words = ", ".join(counts)
    if report.crashed:
        return "A RULE CRASHED", words
    if report.ok:
        return "OK", words
    nothing = "" if report.evaluated else "nothing was evaluated; "
    return "NOT OK", nothing + words


def _outcome(report: Report) -> Text:
    style = "bold green" if report.ok else "bold red"
    return Text("  ".join(verdict_in_words(report)), style=style)
