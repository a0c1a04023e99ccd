"""What an engine found, put into words a person can act on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from peelcheck.conditions import IsIn
from peelcheck.engines.outcome import Hit
from peelcheck.errors import did_you_mean
from peelcheck.manifest import WORKED_OUT
from peelcheck.model import LinkRule, ManifestRule, RowRule, Rule, Severity
from peelcheck.reference.forces import AMBIGUOUS, other_bodies
from peelcheck.reference.regions import members_of, region_spellings
from peelcheck.reference.spelling import fold
from peelcheck.results import Finding
from peelcheck.returns import TableData, marked_column, text_of
from peelcheck.rules.rulebook import columns_read, joined
from peelcheck.tables import TABLES

__all__ = ["findings_of"]


def findings_of(
    rule: Rule, severity: Severity, data: TableData | None, hits: Iterable[Hit]
) -> tuple[Finding, ...]:
    """Return the findings of a rule, one for each hit."""
    return tuple(_finding(rule, severity, data, hit) for hit in hits)


def _finding(
    rule: Rule, severity: Severity, data: TableData | None, hit: Hit
) -> Finding:
    said = isinstance(rule, ManifestRule)
    key = () if said else TABLES[rule.table].key
    added = (
        {name for name in data.filled if hit.values.get(name) is None} if data else ()
    )
    named = (*columns_read(rule), *(joined(rule) if isinstance(rule, LinkRule) else ()))
    read = list(dict.fromkeys(map(marked_column, named)))
    values = {name: _as_written(hit.values, name) for name in read if name not in added}
    looked_at = {name: v for name, v in values.items() if name in hit.values}
    source, row, cell = "manifest", hit.row, hit.cell
    if data is not None and not said:
        source, row, cell = _place(data, hit, read)
        looked_at = {n: _row_named(data, hit.row, n, v) for n, v in looked_at.items()}
    return Finding(
        rule=rule.id,
        severity=severity,
        table=rule.table,
        source=source,
        row=row,
        key={n: hit.values[n] for n in key if n in hit.values and n not in added},
        values=looked_at or dict(hit.values),
        message=hit.message or _in_words(rule, looked_at, hit.values),
        cell=cell,
    )


def _place(data: TableData, hit: Hit, read: Sequence[str]) -> tuple[str, Any, str]:
    """Return the file or sheet, the row, and the cell where one column is read."""
    if hit.row is None:
        return data.source, None, hit.cell
    origin, row = data.placed(hit.row)
    alone = origin.cell(read[0], row, hit.values) if len(read) == 1 else ""
    return origin.source, row, hit.cell or alone


def _row_named(data: TableData, own: int | None, column: str, value: Any) -> Any:
    """Return a value; where it is another row's number, as that row's source has it."""
    if own is None or not isinstance(value, int):
        return value
    units = {one.name: one.unit for one in TABLES[data.table].columns}
    if units.get(column) != "row":
        return value
    origin, row = data.placed(value)
    here = origin == data.placed(own)[0]
    return row if here else f"{data.row_word} {row} of {origin.source}"


def _as_written(values: Mapping[str, Any], name: str) -> Any:
    """Return a value as the source wrote it, where that was not canonical."""
    written = values.get(text_of(name))
    return values.get(name) if written is None else written


def _in_words(rule: Rule, written: Mapping[str, Any], typed: Mapping[str, Any]) -> str:
    words = []
    for name, value in written.items():
        shown = "empty" if value is None else value
        if isinstance(rule, ManifestRule) and name in WORKED_OUT:
            words.append(f"{WORKED_OUT[name]}: {shown}")
            continue
        words.append(f"{name} = {shown}{_hint(rule, name, typed[name])}")
    return ", ".join(words)


def _no_force(name: str) -> str | None:
    """Return why a known name is none of the forces."""
    area = region_spellings().get(fold(name))
    held = f"an area of {len(members_of()[area])} forces" if area else None
    return other_bodies().get(name) or AMBIGUOUS.get(fold(name)) or held


def _hint(rule: Rule, name: str, value: Any) -> str:
    if not isinstance(rule, RowRule) or not isinstance(rule.then, IsIn):
        return ""
    if not isinstance(value, str):
        return ""
    if name == "force" and (why := _no_force(value)):
        return f" ({why})"
    return did_you_mean(value, TABLES[rule.table].column(name).domain)
