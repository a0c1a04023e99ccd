"""The manifest of a return: read from TOML, or assumed from the data and said so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from peelcheck.errors import UnknownNameError, UnreadableError, did_you_mean
from peelcheck.model import Kind
from peelcheck.periods import year_before
from peelcheck.reading.cells import CANONICAL
from peelcheck.reading.files import reading
from peelcheck.reading.shown import quoted, shown
from peelcheck.reading.toml import parsed_toml
from peelcheck.reference.editions import DEFAULT_EDITION
from peelcheck.reference.forces import force_named
from peelcheck.returns import Absence, Manifest, TableEntry
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
    "tables",
    "unable_to_supply",
    "noted_exceptions",
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
_NAMED = 5
_Choice = TypeVar("_Choice", Kind, Mark)


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
    _refuse_unknown(data, _FIELDS, source)
    fields: dict[str, Any] = {
        name: _text(data[name], name, source)
        for name in ("edition", "force", "state", "title")
        if name in data
    }
    if "kind" in data:
        fields["kind"] = _choice(Kind, data["kind"], "kind", source)
    if "force" in fields:
        fields["force"] = _force(fields["force"], source)
    fields["tables"] = {
        name: _entry(entry, name, source)
        for name, entry in _mapping(data, "tables", source).items()
    }
    fields["unable_to_supply"] = tuple(
        _absence(entry, source) for entry in _entries(data, "unable_to_supply", source)
    )
    exceptions = _mapping(data, "noted_exceptions", source)
    fields["noted_exceptions"] = {k: _text(v, k, source) for k, v in exceptions.items()}
    return fields


def _entry(data: Any, table: str, source: object) -> TableEntry:
    _table_name(table, source)
    if not isinstance(data, Mapping):
        raise _wrong(source, f"tables.{table} is not a section")
    _refuse_unknown(data, _ENTRY_FIELDS, source)
    marks = dict(
        _mark(mark, meaning, source)
        for mark, meaning in _mapping(data, "marks", source).items()
    )
    texts = {
        name: _text(data[name], name, source)
        for name in ("source", "publication", "release", "price_index")
        if name in data
    }
    days = {
        name: _day(data[name], name, source)
        for name in ("period_start", "period_end", "price_base")
        if name in data
    }
    start, end = days.get("period_start"), days.get("period_end")
    if start and end and start > end:
        raise _wrong(source, f"the period of {table} ends before it starts")
    return TableEntry(marks=marks, **texts, **days)  # type: ignore[arg-type]


def _mark(mark: Any, meaning: Any, source: object) -> tuple[str, Mark]:
    trimmed = str(mark).strip()
    if any(re.search(form, trimmed) for form in CANONICAL.values()):
        means = "is a number or a date, and so a value of its own"
        says = f"the mark {quoted(trimmed)} {means}"
        raise _wrong(source, says)
    known = [one for one in Mark if one is not Mark.UNREADABLE]
    return trimmed, _choice(known, meaning, f"the mark {quoted(trimmed)}", source)


def _absence(data: Any, source: object) -> Absence:
    if not isinstance(data, Mapping) or set(data) != {"table", "force", "reason"}:
        says = "each entry of unable_to_supply has a table, a force and a reason"
        raise _wrong(source, says)
    force = _force(_text(data["force"], "force", source), source)
    reason = _text(data["reason"], "reason", source)
    table = _table_name(data["table"], source)
    return Absence(table=table, force=force, reason=reason)


def _table_name(name: Any, source: object) -> str:
    if name in list(TABLES):
        return str(name)
    hint = did_you_mean(shown(name), TABLES)
    raise _wrong(source, f"there is no table {quoted(name)}{hint}")


def _force(name: str, source: object) -> str:
    try:
        return force_named(name)
    except UnknownNameError as error:
        raise _wrong(source, str(error)) from None


def _choice(
    choices: Iterable[_Choice], value: Any, what: str, source: object
) -> _Choice:
    known = {one.value: one for one in choices}
    if value in list(known):
        return known[value]
    raise _wrong(source, f"{what} is {quoted(value)}, not one of {', '.join(known)}")


def _text(value: Any, name: str, source: object) -> str:
    if isinstance(value, str) and value.strip():
        return value
    raise _wrong(source, f"{name} is not a text: {quoted(value)}")


def _day(value: Any, name: str, source: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise _wrong(source, f"{name} is not a date such as 2018-03-31: {quoted(value)}")


def _mapping(data: Mapping[str, Any], name: str, source: object) -> Mapping[str, Any]:
    found = data.get(name, {})
    if isinstance(found, Mapping):
        return found
    raise _wrong(source, f"{name} is not a section")


def _entries(data: Mapping[str, Any], name: str, source: object) -> Iterable[Any]:
    found = data.get(name, ())
    if isinstance(found, list | tuple):
        return found
    raise _wrong(source, f"{name} is not a list")


def _refuse_unknown(
    data: Mapping[str, Any], known: tuple[str, ...], source: object
) -> None:
    for name in data:
        if name not in known:
            hint = did_you_mean(shown(name), known)
            raise _wrong(source, f"there is no field {quoted(name)}{hint}")


def _wrong(source: object, fault: str) -> UnreadableError:
    return UnreadableError.of(source, fault, "Correct the manifest.")


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
    return Manifest(
        **{**said, "tables": tables},
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
