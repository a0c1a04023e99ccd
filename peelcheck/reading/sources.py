"""A return from wherever it lies: a file, a folder, or frames the caller holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import narwhals as nw

from peelcheck.engines.groups import distinct_rows
from peelcheck.errors import UnknownNameError, UsageError
from peelcheck.manifest import TableEntry
from peelcheck.model import Kind
from peelcheck.origins import Origin
from peelcheck.profiles import Profile
from peelcheck.reading.by_profile.profiled import Profiled
from peelcheck.reading.by_profile.recognising import entries_of, profile_of, tables_by
from peelcheck.reading.files import WORKBOOKS, read_file, reading, suffix_of
from peelcheck.reading.filling import assumed_in, filled
from peelcheck.reading.folders import Held, tables_in_file, tables_in_folder
from peelcheck.reading.frames import framed, typed_frame
from peelcheck.reading.headers import matched
from peelcheck.reading.hints import Hints, hints_of, refuse, refuse_unknown_columns
from peelcheck.reading.joining import completed_by, with_places
from peelcheck.reading.manifests import completed, parsed_manifest, read_manifest
from peelcheck.reading.parts import Part, table_told
from peelcheck.reading.relations import fetched
from peelcheck.reading.shown import quoted, shown
from peelcheck.reference.forces import forces
from peelcheck.returns import ROW, Coercion, Frame, Return, TableData
from peelcheck.tables import POPULATIONS, TABLES

__all__ = ["read"]


def read(
    source: Any,
    *,
    table: str | None = None,
    columns: Mapping[str, str] | None = None,
    constants: Mapping[str, Any] | None = None,
    manifest: Mapping[str, Any] | str | Path | None = None,
    kind: str | None = None,
    edition: str | None = None,
    profile: str | None = None,
) -> Return:
    """Read a return: its tables typed, its manifest, and all that was coerced.

    Args:
        source: A file, a folder of files with or without `manifest.toml`, a pandas,
            polars or pyarrow frame, a relation of DuckDB (its query is run once, and
            its rows are held in memory), a mapping of table names to files or frames,
            or a return already read, which is handed back as it is. Files of a folder
            without `manifest.toml` are read by the profiles their shapes tell.
        table: The table a single file or frame holds, where its name and its columns
            do not tell.
        columns: Headers that stand for a column under another name, such as
            `{"Population 2010": "population"}`.
        constants: Values of columns that are not there, such as `{"year": 2010}`.
        manifest: A manifest file, or its contents, in place of the folder's own.
        kind: The kind of return, where no manifest says it.
        edition: The edition, where no manifest says it.
        profile: The profile of the published source that a single file is read by;
            one is recognised by the file's shape where none is named.

    Returns:
        The return. Nothing in it is judged yet.

    Raises:
        UsageError: An argument cannot mean anything.
        UnreadableError: A file cannot be read, or nothing in the folder can.

    """
    if isinstance(source, Return):
        return source
    if isinstance(source, str) and not source.strip():
        message = f"a path is a file or a folder, not {quoted(source)}"
        raise UsageError(message)
    hints = hints_of(table, columns, constants)
    held = _held(source, hints, _profile(source, profile, hints))
    alone = held.alone
    if isinstance(manifest, str | Path):
        alone = [file for file in alone if file != Path(manifest).name]
    refuse_unknown_columns(hints, held.tables)
    fields = _fields(held.manifest if manifest is None else manifest, kind, edition)
    if held.published:
        fields.setdefault("kind", Kind.PUBLICATION)
    entries = fields["tables"]
    taken = {
        part_name: _table(part, part_name, hints, entries.get(part_name, TableEntry()))
        for part_name, part in held.tables.items()
    }
    headers = {header for _, found in taken.values() for header in found}
    for header in hints.columns:
        if header not in headers:
            raise UnknownNameError.of("header", header, headers)
    tables = {part_name: data for part_name, (data, _) in taken.items()}
    whole = completed(fields, list(tables), alone, *_looked_over(tables))
    said = (*_read_by(held, profile), *whole.assumed, *assumed_in(tables, entries))
    whole = replace(whole, assumed=said)
    return Return(source=held.name, manifest=whole, tables=tables)


def _profile(source: Any, named: str | None, hints: Hints) -> Profile | None:
    """Return the profile a source is read by, if any."""
    if not isinstance(named, str | None):
        refuse("profile", "a name", named)
    if isinstance(source, str | Path) and not Path(source).is_dir():
        with reading(source):
            return profile_of(Path(source), named, hints)
    if named is not None:
        message = "profile= goes with a single file"
        raise UsageError(message)
    return None


def _read_by(held: Held, named: str | None) -> Iterator[str]:
    """Return which files were read by which profile, and why."""
    how = "its shape tells" if named is None else "as asked"
    kind = ", as a publication unless said" if held.published else ""
    for profile, files in held.read_by.items():
        which = f"{files} " if files != held.name else ""
        yield f"{which}read by profile {profile}{kind}: {how}"


def _fields(said: Any, kind: Any, edition: Any) -> dict[str, Any]:
    """Return the fields of a manifest, and what the caller says beside it."""
    known = [one.value for one in Kind]
    if kind is not None and kind not in known:
        raise UnknownNameError.of("kind", shown(kind), known)
    if not isinstance(edition, str | None):
        refuse("edition", "a name", edition)
    named: object = "manifest"
    if isinstance(said, str | Path):
        named, said = said, read_manifest(Path(said))
    elif not isinstance(said, Mapping):
        refuse("manifest", "a path or a mapping", said)
    fields = parsed_manifest(said, named)
    if kind is not None and fields.setdefault("kind", Kind(kind)) != kind:
        message = (
            f"{named} says kind {fields['kind']}, not {kind}: leave one of them out"
        )
        raise UsageError(message)
    if edition is not None:
        fields.setdefault("edition", edition)
    return fields


def _held(source: Any, hints: Hints, profile: Profile | None) -> Held:
    """Return what a source holds."""
    if isinstance(source, str | Path):
        return _held_at(Path(source), hints, profile)
    if isinstance(source, Mapping):
        if hints.table is not None or not source:
            message = (
                "table= goes with a single file or frame"
                if source
                else "a return needs at least one table"
            )
            raise UsageError(message)
        for name in source:
            if name not in TABLES:
                raise UnknownNameError.of("table", shown(name), TABLES)
        parts = {name: fetched(part) for name, part in source.items()}
        return Held(tables=parts, name="frames")
    with reading("the frame"):
        source = fetched(source)
        headers, _ = framed(source)
    name = hints.table or table_told(headers, hints)
    if name is None:
        message = "cannot tell which table the frame holds; name it with table="
        raise UsageError(message)
    return Held(tables={name: source}, name=f"{name} frame")


def _held_at(path: Path, hints: Hints, profile: Profile | None) -> Held:
    """Return what a file or a folder holds."""
    with reading(path):
        if profile:
            return Held(
                tables=tables_by(profile, path, hints),
                name=path.name,
                manifest={"tables": entries_of(profile, [path])},
                read_by={profile.name: path.name},
                published=True,
            )
        if path.is_dir():
            return tables_in_folder(path, hints)
        found, alone = tables_in_file(path, hints)
        return Held(tables=found, name=path.name, alone=alone)


def _table(
    part: Any, name: str, hints: Hints, entry: TableEntry
) -> tuple[TableData, list[str]]:
    """Return a table as read, and the headers it was read from."""
    table = TABLES[name]
    raw = _raw(part, name)
    constants = hints.constants_of(table)
    match = matched(raw.headers, table, hints.columns_of(table), list(constants))
    chosen = {str(place): column for column, place in match.positions.items()}
    there = {*match.positions, *constants}
    columns = tuple(one.name for one in table.columns if one.name in there)
    with reading(part if isinstance(part, str | Path) else raw.source):
        frame = raw.frame.select(
            ROW,
            *(nw.col(place).alias(column) for place, column in chosen.items()),
            *(nw.lit(value).alias(column) for column, value in constants.items()),
        )
        marks = {**table.marks, **getattr(part, "marks", {}), **entry.marks}
        epochs = dict.fromkeys(match.positions, raw.epoch) if raw.epoch else {}
        frame, coercions = typed_frame(frame, table, columns, marks, epochs)
    data = TableData(
        table=name,
        frame=frame,
        source=raw.source,
        row_word=raw.row_word,
        columns=columns,
        faults=match.faults,
        unknown_columns=match.unknown,
        coercions=(*_of_the_whole(raw, name), *match.coercions, *coercions),
        origins=_origins(raw, match.positions),
    )
    whole = completed_by(part, data) if isinstance(part, Profiled) else data
    return filled(with_places(whole), table, entry), raw.headers


def _origins(raw: _Raw, positions: Mapping[str, int]) -> tuple[Origin, ...]:
    """Return where a sheet's rows come from; other files need no mention."""
    letters = {name: raw.letters[at] for name, at in positions.items() if raw.letters}
    return (Origin(source=raw.source, letters=letters),) if letters else ()


def _of_the_whole(raw: _Raw, name: str) -> list[Coercion]:
    return [Coercion(table=name, column="", kind=k, count=n) for k, n in raw.notes]


@dataclass(frozen=True, slots=True)
class _Raw:
    """A table before its columns are known: named by position, with `ROW`."""

    headers: list[str]
    frame: Frame
    source: str
    row_word: str
    notes: tuple[tuple[str, int], ...] = ()
    letters: tuple[str, ...] = ()
    epoch: date | None = None


def _raw(part: Any, name: str) -> _Raw:
    if isinstance(part, str | Path):
        path = Path(part)
        if suffix_of(path) in WORKBOOKS:
            return _raw(tables_in_file(path, Hints(name, {}, {}))[0][name], name)
        part = Part(path.name, read_file(path))
    if isinstance(part, Profiled):
        part = Part(part.source, part.raw)
    if isinstance(part, Part):
        file = part.raw
        frame: Frame = nw.from_native(file.frame)
        headers = list(file.headers)
        more = file.notes, file.letters, file.epoch
        return _Raw(headers, frame, part.name, "row", *more)
    source = f"{name} frame"
    with reading(source):
        headers, frame = framed(part)
    return _Raw(headers, frame, source, "position")


def _looked_over(
    tables: Mapping[str, TableData],
) -> tuple[tuple[str, ...], dict[str, tuple[date, ...]]]:
    """Return the forces whose data these are, and the ends of the periods.

    Populations only tell whose where there is nothing else.
    """
    territorial = {force.name for force in forces()}
    found: dict[bool, set[str]] = {True: set(), False: set()}
    periods: dict[str, tuple[date, ...]] = {}
    for name, data in tables.items():
        period = TABLES[name].period_column
        if "force" in data.columns:
            rows = distinct_rows(data.frame, ["force"])
            own = name not in POPULATIONS
            found[own] |= {row["force"] for row in rows} & territorial
        if period in data.columns:
            rows = distinct_rows(data.frame, [str(period)])
            ends = {row[period] for row in rows} - {None}
            periods[name] = tuple(sorted(ends))
    return tuple(sorted(found[True] or found[False])), periods
