"""The head of the page: what was checked, the verdict, and what was assumed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peelcheck import __version__
from peelcheck.claims import Verification
from peelcheck.ledger import coverage
from peelcheck.manifest import Manifest
from peelcheck.recomputing import Figures
from peelcheck.reporting.annex import covered
from peelcheck.reporting.claims import claims_counted
from peelcheck.reporting.findings import failed_of, named, read_as, verdict_in_words
from peelcheck.reporting.page.sheets import Sheet, sheet, sheet_of_some
from peelcheck.results import Report, Verdict
from peelcheck.returns import Coercion
from peelcheck.wording import period_in_words, signed_off_in_words

__all__ = ["Heading", "Judged", "heading_of"]

_COERCIONS = 50
_EXAMPLES = 3
_COLUMNS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A verdict: a symbol, the word that says the same, and what it rests on.

    `tone` is `good`, `bad` or `plain`; no more than a colour for the eye.
    """

    symbol: str
    word: str
    says: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The head of the page.

    Attributes:
        source: What was handed over.
        title: What it calls itself.
        judged: The verdicts, the check's first.
        facts: What it is: terms and texts.
        assumed: What was taken or assumed on the way, in sentences.
        sheets: Its tables, its exceptions, and what was read as something else.
        made: The versions, and the time where it is told.

    """

    source: str
    title: str
    judged: tuple[Judged, ...]
    facts: tuple[tuple[str, str], ...]
    assumed: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    made: str


def heading_of(
    report: Report | None,
    figures: Figures | None,
    verification: Verification | None,
    made: datetime | None,
) -> Heading:
    """Return the head of a page on any of the three, at least one."""
    one = report or figures or verification
    source = one.source if one else ""
    holder = report or figures
    manifest = holder.manifest if holder else None
    time = f", {made:%Y-%m-%d %H:%M %Z}".rstrip() if made else ""
    return Heading(
        source=source,
        title=(manifest.title or "") if manifest else "",
        judged=tuple(_judged(report, figures, verification)),
        facts=tuple(_facts(manifest, report, figures, verification)),
        assumed=tuple(_assumed(manifest, report, figures, verification)),
        sheets=tuple(_sheets(report)) if report else (),
        made=f"peelcheck {__version__}{time}",
    )


def _judged(
    report: Report | None, figures: Figures | None, verification: Verification | None
) -> Iterator[Judged]:
    if report:
        word, says = verdict_in_words(report)
        tone, symbol = ("good", "✓") if report.ok else ("bad", "✗")
        yield Judged(symbol=symbol, word=word, says=says, tone=tone)
    elif figures and not figures.checked_ok:
        says = "the return does not pass its check; its figures rest on faults"
        yield Judged(symbol="✗", word="NOT OK", says=says, tone="bad")
    elif figures:
        says = "the return passes its check"
        yield Judged(symbol="✓", word="OK", says=says, tone="good")
    if verification:
        says = claims_counted(verification)
        yield Judged(symbol="§", word="CLAIMS", says=says, tone="plain")


def _facts(
    manifest: Manifest | None,
    report: Report | None,
    figures: Figures | None,
    verification: Verification | None,
) -> Iterator[tuple[str, str]]:
    if manifest:
        yield "Kind of return", manifest.kind.value
        yield from (("Force", manifest.force),) if manifest.force else ()
        yield from (("State", manifest.state),) if manifest.state else ()
        yield from (("Design", manifest.design),) if manifest.design else ()
        if manifest.signed_off:
            yield "Signed off by", signed_off_in_words(manifest.signed_off)
    if verification:
        yield "Claims", verification.claims_source
    if report:
        yield "Edition of the annex", report.edition
    elif figures:
        yield "Edition of the annex", figures.edition.name
    elif verification:
        yield "Edition of the annex", verification.edition
    parts = coverage(report=report, figures=figures or (), verification=verification)
    yield "How much of the annex", covered(parts)


def _assumed(
    manifest: Manifest | None,
    report: Report | None,
    figures: Figures | None,
    verification: Verification | None,
) -> Iterator[str]:
    """Return each assumption and note once, whichever of the three says it."""
    said = [f"assumed: {one}" for one in manifest.assumed] if manifest else []
    changes: dict[str, Any] = {}
    if report:
        changes |= report.changed_assumptions
    if figures:
        changes |= figures.edition.changes
        said += [f"taken: {one}" for one in figures.notes]
    if verification:
        changes |= verification.changed_assumptions
        said += [f"noted: {one}" for one in verification.notes]
    yield from _changed(changes)
    yield from dict.fromkeys(said)


def _changed(changes: Mapping[str, Any]) -> Iterator[str]:
    for name, value in changes.items():
        yield f"assumption changed: {name} = {value}"


def _sheets(report: Report) -> Iterator[Sheet]:
    yield _tables(report)
    noted = [*_noted(report)]
    if noted:
        yield sheet("What the manifest notes to excuse the data", _NOTED, noted)
    if report.coercions:
        rows = [_coercion(one) for one in report.coercions]
        cells = sum(one.count for one in report.coercions)
        caption = f"What was read as something other than its text: {cells:,} in all"
        heads = ("Where", "What was done", "Times#", "First of them")
        yield sheet_of_some(caption, heads, rows, _COERCIONS)


def _tables(report: Report) -> Sheet:
    rows = []
    for one in report.tables:
        entry = report.manifest.entry(one.table)
        ignored = len(one.unknown_columns)
        first = ", ".join(one.unknown_columns[:_COLUMNS])
        more = f" and {ignored - _COLUMNS:,} more" if ignored > _COLUMNS else ""
        period = period_in_words(entry.period_start, entry.period_end)
        texts = (period, entry.release or "", first + more)
        rows.append((named(one), f"{one.rows:,}", *texts))
    heads = ("Table", "Rows#", "Period", "Release", "Columns left alone")
    return sheet("Tables of the return", heads, rows)


_NOTED = ("What", "Where", "Reason")


def _noted(report: Report) -> Iterator[tuple[str, str, str]]:
    for one in report.manifest.unable_to_supply:
        yield f"{one.force} unable to supply", one.table, one.reason
    for result in report.results:
        if result.verdict is Verdict.NOT_APPLICABLE and result.failed:
            yield result.rule.id, failed_of(result), result.reason


def _coercion(one: Coercion) -> tuple[str, ...]:
    where, shown = read_as(one, _EXAMPLES)
    return where, one.kind, f"{one.count:,}", shown
