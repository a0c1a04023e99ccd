"""Small changes to what a return says beside its rows: manifest, totals, columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from peelcheck.conditions import columns_of
from peelcheck.cycle import FINAL
from peelcheck.model import ManifestRule, Rule, StructureRule, TotalsRule
from peelcheck.periods import year_before
from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE, force_names
from peelcheck.returns import Total
from peelcheck.rules.manifest import WHOLE_RETURN
from peelcheck.rules.rulebook import columns_read
from peelcheck.strategies.edits import Edit
from peelcheck.strategies.returned import DrawnReturn
from peelcheck.tables import TABLES

__all__ = ["column_dropped", "note_withdrawn", "said_otherwise", "total_changed"]

_DAY = timedelta(days=1)
_SIGNED = date(2018, 11, 1)


def said_otherwise(rule: ManifestRule, drawn: DrawnReturn) -> Iterator[Edit]:
    """Yield the return with another value of the manifest that a rule reads."""
    for name in columns_of(rule.then):
        if name == "absent_tables":
            yield from _table_named_in_vain(rule, drawn)
        elif name in _CYCLE:
            yield from _cycle_left_open(rule, drawn, name)
        elif name == "several_periods":
            yield from _another_period(rule, drawn)
        else:
            yield from _field_changed(rule, drawn, name)


_CYCLE = ("without_design", "unsigned", "signed_early")


def _cycle_left_open(
    rule: ManifestRule, drawn: DrawnReturn, name: str
) -> Iterator[Edit]:
    """Yield the return with the quality cycle at odds with itself."""
    whose = drawn.manifest.get("force", force_names()[0])
    signed = [{"force": whose, "on": _SIGNED}]
    rest = {one: said for one, said in drawn.manifest.items() if one != "design"}
    changed = {
        "without_design": (rest, "names no design"),
        "unsigned": ({**drawn.manifest, "state": FINAL}, "final, signed off by nobody"),
        "signed_early": (
            {**drawn.manifest, "signed_off": signed},
            f"signed off by {whose}, though no more than a draft",
        ),
    }
    said, words = changed[name]
    yield Edit(
        after=replace(drawn, manifest=said),
        says=f"manifest: {words}",
        table=rule.table,
        columns=(name,),
    )


def _field_changed(rule: ManifestRule, drawn: DrawnReturn, name: str) -> Iterator[Edit]:
    own = name in drawn.manifest or rule.table == WHOLE_RETURN
    holder = drawn.manifest if own else drawn.manifest["tables"][rule.table]
    for value in _others(holder.get(name)):
        changed = {**holder, name: value}
        entries = {**drawn.manifest["tables"], rule.table: changed}
        said = changed if own else {**drawn.manifest, "tables": entries}
        yield Edit(
            after=replace(drawn, manifest=said),
            says=f"manifest: {name} {holder.get(name)} -> {value}",
            table=rule.table,
            columns=(name,),
        )


def _others(value: Any) -> list[Any]:
    if isinstance(value, date):
        return [value + _DAY, value - _DAY, year_before(value)]
    return ["peel-2017" if str(value).startswith("peel") else f"not {value}"]


def _table_named_in_vain(rule: ManifestRule, drawn: DrawnReturn) -> Iterator[Edit]:
    absent = [name for name in TABLES if name not in drawn.tables]
    for name in absent:
        entries = {**drawn.manifest["tables"], name: {"source": "nowhere"}}
        yield Edit(
            after=replace(drawn, manifest={**drawn.manifest, "tables": entries}),
            says=f"manifest: names the table {name}, which is not there",
            table=rule.table,
            columns=("absent_tables",),
        )


def _another_period(rule: ManifestRule, drawn: DrawnReturn) -> Iterator[Edit]:
    """Yield the return with a whole period more, and none named in the manifest."""
    column = str(TABLES[rule.table].period_column)
    rows = drawn.tables[rule.table]
    days = {row[column]: year_before(row[column]) - _DAY for row in rows}
    more = [{**row, column: days[row[column]]} for row in rows]
    entries = drawn.manifest["tables"]
    own = {n: v for n, v in entries[rule.table].items() if not n.startswith("period")}
    said = {**drawn.manifest, "tables": {**entries, rule.table: own}}
    yield Edit(
        after=replace(drawn, manifest=said).with_rows(rule.table, (*rows, *more)),
        says=f"{rule.table}: all rows again for the year before",
        table=rule.table,
        columns=("several_periods",),
    )


def total_changed(rule: TotalsRule, drawn: DrawnReturn) -> Iterator[Edit]:
    """Yield the return with a total that is off, or that holds another body."""
    totals = drawn.totals.get(rule.table, ())
    for place, one in enumerate(totals):
        for name, new in _spoilt(one).items():
            kept = (*totals[:place], new, *totals[place + 1 :])
            yield Edit(
                after=replace(drawn, totals={**drawn.totals, rule.table: kept}),
                says=f"{rule.table}: {one.area}, {name}",
                table=rule.table,
                rows=(one.row,),
                columns=(one.column,),
            )


def _spoilt(one: Total) -> dict[str, Total]:
    railways = {BRITISH_TRANSPORT_POLICE: 1}
    return {
        "one more than its rows make": replace(
            one, printed=one.printed + 1, agrees=False
        ),
        "with British Transport Police in it": replace(one, beyond=railways),
    }


def note_withdrawn(rule: Rule, drawn: DrawnReturn) -> Iterator[Edit]:
    """Yield the return without the note that excuses a rule, if it has one."""
    noted = dict(drawn.manifest.get("noted_exceptions", {}))
    if noted.pop(rule.id, None) is None:
        return
    yield Edit(
        after=replace(drawn, manifest={**drawn.manifest, "noted_exceptions": noted}),
        says=f"manifest: the exception of {rule.id} is noted no more",
        table=rule.table,
        rows=tuple(range(len(drawn.tables[rule.table]))),
        columns=columns_read(rule),
    )


def column_dropped(rule: StructureRule, drawn: DrawnReturn) -> Iterator[Edit]:
    """Yield the return without a column that its table must have."""
    for column in TABLES[rule.table].columns:
        if not column.required:
            continue
        rows = [
            {name: value for name, value in row.items() if name != column.name}
            for row in drawn.tables[rule.table]
        ]
        yield Edit(
            after=drawn.with_rows(rule.table, rows),
            says=f"{rule.table}: no column {column.name}",
            table=rule.table,
            key={"column": column.name},
        )
