"""The manifest of a return: read from TOML, or assumed from the data and said so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from peelcheck.errors import UnreadableError, did_you_mean
from peelcheck.manifest import Absence, Manifest, TableEntry
from peelcheck.model import Kind
from peelcheck.periods import year_before
from peelcheck.reading.cells import CANONICAL
from peelcheck.reading.files import reading
from peelcheck.reading.manifest_fields import (
    choice_of,
    day_of,
    entries_of,
    force_of,
    own_force_of,
    refuse_unknown,
    section_of,
    text_of,
    wrong,
)
from peelcheck.reading.quality_cycle import left_open, sign_offs, state_of
from peelcheck.reading.shown import quoted, shown
from peelcheck.reading.toml import parsed_toml
from peelcheck.reference.editions import DEFAULT_EDITION
from peelcheck.shape import Mark
from peelcheck.tables import TABLES
from peelcheck.wording import period_in_words

__all__ = ["MANIFEST_FILE", "completed", "parsed_manifest", "read_manifest"]

MANIFEST_FILE = "manifest.toml"
_FIELDS = (
    "edition",
    "kind",
    "force",
    "state",
    "title",
    "design",
    "tables",
    "unable_to_supply",
    "noted_exceptions",
    "signed_off",
)
_ENTRY_FIELDS = (
    "source",
    "publication",
    "release",
    "period_start",
    "period_end",
    "price_base",
    "price_index",
    "marks",
)
_OF_COLUMNS = ("price_base", "price_index")
"""What an entry gives for a column of its table, and of tables with one alone."""

_ARGUMENTS = ("kind", "edition")
"""What a caller may say beside a manifest, or without one."""

_NAMED = 5


def read_manifest(path: Path) -> dict[str, Any]:
    """Return a manifest file's contents, looked over by `parsed_manifest` later.

    Raises:
        UnreadableError: It cannot be opened, or is not TOML.

    """
    remedy = "Mend the line, or compare with sample_data."
    try:
        with reading(path):
            text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError.of(path, f"it is not TOML: {error}", remedy) from error
    return parsed_toml(path, text, remedy)


def parsed_manifest(data: Mapping[str, Any], source: object) -> dict[str, Any]:
    """Return the fields of a manifest, each of its type.

    Args:
        data: What the file, or the caller, says.
        source: Its name, for messages.

    Raises:
        UnreadableError: A field is unknown, or its value cannot be one.

    """
    refuse_unknown(data, _FIELDS, source)
    fields: dict[str, Any] = {
        name: text_of(data[name], name, source)
        for name in ("edition", "force", "title", "design")
        if name in data
    }
    if "state" in data:
        fields["state"] = state_of(data["state"], source)
    if "kind" in data:
        fields["kind"] = choice_of(Kind, data["kind"], "kind", source)
    if "force" in fields:
        fields["force"] = force_of(fields["force"], source)
    fields["tables"] = {
        name: _entry(entry, name, source)
        for name, entry in section_of(data, "tables", source).items()
    }
    fields["unable_to_supply"] = _absences(data, source)
    exceptions = section_of(data, "noted_exceptions", source)
    fields["noted_exceptions"] = {
        name: text_of(why, name, source) for name, why in exceptions.items()
    }
    fields["signed_off"] = sign_offs(data, source)
    return fields


def _entry(data: Any, table: str, source: object) -> TableEntry:
    _table_name(table, source)
    if not isinstance(data, Mapping):
        raise wrong(source, f"tables.{table} is not a section")
    refuse_unknown(data, _ENTRY_FIELDS, source)
    marks = dict(
        _mark(mark, meaning, source)
        for mark, meaning in section_of(data, "marks", source).items()
    )
    texts = {
        name: text_of(data[name], name, source)
        for name in ("source", "publication", "release", "price_index")
        if name in data
    }
    days = {
        name: day_of(data[name], name, source)
        for name in ("period_start", "period_end", "price_base")
        if name in data
    }
    start, end = days.get("period_start"), days.get("period_end")
    if start and end and start > end:
        raise wrong(source, f"the period of {table} ends before it starts")
    columns = [one.name for one in TABLES[table].columns]
    for name in _OF_COLUMNS:
        if name in data and name not in columns:
            raise wrong(source, f"{table} has no column {name}, which its entry gives")
    return TableEntry(marks=marks, **texts, **days)  # type: ignore[arg-type]


def _mark(mark: Any, meaning: Any, source: object) -> tuple[str, Mark]:
    trimmed = str(mark).strip()
    if any(re.search(form, trimmed) for form in CANONICAL.values()):
        means = "is a number or a date, and so a value of its own"
        says = f"the mark {quoted(trimmed)} {means}"
        raise wrong(source, says)
    known = [one for one in Mark if one is not Mark.UNREADABLE]
    return trimmed, choice_of(known, meaning, f"the mark {quoted(trimmed)}", source)


def _absences(data: Mapping[str, Any], source: object) -> tuple[Absence, ...]:
    entries = entries_of(data, "unable_to_supply", source)
    found = tuple(_absence(entry, source) for entry in entries)
    named = Counter((one.force, one.table) for one in found)
    for (force, table), times in named.items():
        if times > 1:
            says = f"{force} stands twice for {table} in unable_to_supply"
            raise wrong(source, says)
    return found


def _absence(data: Any, source: object) -> Absence:
    if not isinstance(data, Mapping) or set(data) != {"table", "force", "reason"}:
        says = "each entry of unable_to_supply has a table, a force and a reason"
        raise wrong(source, says)
    name = text_of(data["force"], "force", source)
    force = own_force_of(name, source, "supplies nothing that is asked for")
    reason = text_of(data["reason"], "reason", source)
    table = _table_name(data["table"], source)
    return Absence(table=table, force=force, reason=reason)


def _table_name(name: Any, source: object) -> str:
    if name in list(TABLES):
        return str(name)
    hint = did_you_mean(shown(name), TABLES)
    raise wrong(source, f"there is no table {quoted(name)}{hint}")


def completed(
    fields: Mapping[str, Any],
    there: Sequence[str],
    alone: Sequence[str],
    forces: tuple[str, ...],
    periods: Mapping[str, tuple[date, ...]],
) -> Manifest:
    """Return the manifest, with what it does not say assumed from the data.

    Args:
        fields: What it says.
        there: The tables that are there.
        alone: The files of the folder that were left alone.
        forces: The territorial forces in the data.
        periods: The last days of period that each table's rows carry.

    """
    said = dict(fields)
    assumed = [_left(alone)] if alone else []
    if "edition" not in said:
        said["edition"] = DEFAULT_EDITION
        assumed.append(f"edition {DEFAULT_EDITION}: no manifest names one")
    if "kind" not in said:
        said["kind"] = Kind.SUBMISSION if len(forces) == 1 else Kind.COLLECTION
        named = ": " + ", ".join(forces) if 1 < len(forces) <= _NAMED else ""
        count = f"{len(forces)} force{'' if len(forces) == 1 else 's'}{named}"
        assumed.append(
            f"kind {said['kind']}: no manifest names one, and the data hold {count}"
        )
    if said["kind"] is Kind.SUBMISSION and "force" not in said and len(forces) == 1:
        said["force"] = forces[0]
        assumed.append(f"force {forces[0]}: it is the only one in the data")
    tables = dict(said.get("tables", {}))
    for table, ends in periods.items():
        entry, words = _dated(tables.get(table, TableEntry()), table, ends)
        tables[table] = entry
        assumed += words
    absent = [name for name in said.get("tables", {}) if name not in there]
    given = any(one for name, one in fields.items() if name not in _ARGUMENTS)
    return Manifest(
        **{**said, "tables": tables},
        **left_open(said, there, forces, given=given),
        assumed=tuple(assumed),
        absent_tables=", ".join(absent) or None,
    )


def _left(alone: Sequence[str]) -> str:
    """Return which files were left alone, and whether one may be meant to be this."""
    like = [name for name in alone if name.casefold().startswith("manifest")]
    hint = f"; is {like[0]} the manifest? Name it {MANIFEST_FILE}" if like else ""
    return f"left alone {', '.join(alone)}: no table of a return{hint}"


def _dated(
    entry: TableEntry, table: str, ends: tuple[date, ...]
) -> tuple[TableEntry, list[str]]:
    """Return an entry with the period its rows are of, and what that assumes."""
    if len(ends) > 1:
        return replace(entry, several_periods=", ".join(map(str, ends))), []
    if entry.period_end is not None or not ends or ends[0] == date.max:
        return entry, []
    stock = TABLES[table].stock
    start = ends[0] if stock else year_before(ends[0])
    period = period_in_words(start, ends[0])
    told = "its rows' day" if stock else "the year to its rows' day"
    words = f"period of {table} {period}: {told}"
    return replace(entry, period_start=start, period_end=ends[0]), [words]
