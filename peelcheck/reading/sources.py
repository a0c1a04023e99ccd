"""A return from wherever it lies: a file, a folder, or frames the caller holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import narwhals as nw

from peelcheck.engines.groups import distinct_rows
from peelcheck.errors import UnknownNameError, UnreadableError, UsageError
from peelcheck.model import Kind
from peelcheck.reading.files import SUFFIXES, headers_in, read_file, reading
from peelcheck.reading.frames import framed, typed_frame
from peelcheck.reading.headers import matched, nearest_table, table_of
from peelcheck.reading.hints import Hints, hints_of, refuse, refuse_unknown_columns
from peelcheck.reading.manifests import (
    MANIFEST_FILE,
    completed,
    parsed_manifest,
    read_manifest,
)
from peelcheck.reference.forces import forces
from peelcheck.returns import ROW, Coercion, Frame, Return, TableData, TableEntry
from peelcheck.tables import TABLES

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
) -> Return:
    """Read a return: its tables typed, its manifest, and all that was coerced.

    Args:
        source: A file, a folder of files with or without `manifest.toml`, a pandas,
            polars or pyarrow frame, a mapping of table names to files or frames, or a
            return already read, which is handed back as it is.
        table: The table a single file or frame holds, where its name and its columns
            do not tell.
        columns: Headers that stand for a column under another name, such as
            `{"Population 2010": "population"}`.
        constants: Values of columns that are not there, such as `{"year": 2010}`.
        manifest: A manifest file, or its contents, in place of the folder's own.
        kind: The kind of return, where no manifest says it.
        edition: The edition, where no manifest says it.

    Returns:
        The return. Nothing in it is judged yet.

    Raises:
        UsageError: An argument cannot mean anything.
        UnreadableError: A file cannot be read, or nothing in the folder can.

    """
    if isinstance(source, Return):
        return source
    hints = hints_of(table, columns, constants)
    parts, name, said, alone = _parts(source, hints)
    if isinstance(manifest, str | Path):
        alone = [file for file in alone if file != Path(manifest).name]
    refuse_unknown_columns(hints, parts)
    fields = _fields(said if manifest is None else manifest, kind, edition)
    entries = fields["tables"]
    taken = {
        part_name: _table(part, part_name, hints, entries.get(part_name, TableEntry()))
        for part_name, part in parts.items()
    }
    headers = {header for _, found in taken.values() for header in found}
    for header in hints.columns:
        if header not in headers:
            raise UnknownNameError.of("header", header, headers)
    tables = {part_name: data for part_name, (data, _) in taken.items()}
    return Return(
        source=name,
        manifest=completed(fields, list(tables), alone, *_looked_over(tables)),
        tables=tables,
    )


def _fields(said: Any, kind: Any, edition: Any) -> dict[str, Any]:
    """Return the fields of a manifest, and what the caller says beside it."""
    known = [one.value for one in Kind]
    if kind is not None and kind not in known:
        raise UnknownNameError.of("kind", str(kind), known)
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


def _parts(
    source: Any, hints: Hints
) -> tuple[Mapping[str, Any], str, Mapping[str, Any] | Path, list[str]]:
    """Return what is to be read by table, its name, its manifest, and files left."""
    if isinstance(source, str | Path):
        path = Path(source)
        with reading(path):
            if path.is_dir():
                return _folder(path, hints)
            return {_table_in(path, hints): path}, path.name, {}, []
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
                raise UnknownNameError.of("table", str(name), TABLES)
        return source, "frames", {}, []
    with reading("the frame"):
        headers, _ = framed(source)
    name = hints.table or table_of(_meant(headers, hints))
    if name is None:
        message = "cannot tell which table the frame holds; name it with table="
        raise UsageError(message)
    return {name: source}, f"{name} frame", {}, []


def _meant(headers: Iterable[str], hints: Hints) -> list[str]:
    return [
        *(hints.columns.get(header, header) for header in headers),
        *hints.constants,
    ]


def _table_in(path: Path, hints: Hints) -> str:
    """Return the table a file holds: as told, by its name, or by its columns."""
    if hints.table:
        return hints.table
    stem = path.name.split(".", maxsplit=1)[0]
    if stem in TABLES:
        return stem
    name = table_of(_meant(headers_in(path), hints))
    if name is None:
        fault = "neither its name nor its columns tell which table it holds"
        near, lacking = nearest_table(_meant(headers_in(path), hints))
        if near:
            fault += f"; the nearest is {near}, which lacks {', '.join(lacking)}"
        remedy = f"Give it the name of its table: {', '.join(TABLES)}."
        raise UnreadableError.of(path, fault, remedy)
    return name


def _folder(
    path: Path, hints: Hints
) -> tuple[dict[str, Any], str, Mapping[str, Any] | Path, list[str]]:
    if hints.table is not None:
        message = "table= goes with a single file or frame"
        raise UsageError(message)
    found: dict[str, Any] = {}
    alone: dict[str, UnreadableError | None] = {}
    for file in sorted(path.iterdir()):
        if file.name.startswith(".") or file.name in {MANIFEST_FILE, "README.md"}:
            continue
        if file.suffix.lower() not in SUFFIXES:
            alone[file.name] = None
            continue
        try:
            name = _table_in(file, hints)
        except UnreadableError as error:
            alone[file.name] = error
            continue
        if name in found:
            fault = f"{found[name].name} and {file.name} both hold table {name}"
            remedy = "Keep one of them in the folder, or name the file to be read."
            raise UnreadableError.of(path, fault, remedy)
        found[name] = file
    if not found:
        raise _nothing_in(path, alone)
    manifest = path / MANIFEST_FILE
    said: Mapping[str, Any] | Path = manifest if manifest.exists() else {}
    return found, path.absolute().name, said, list(alone)


def _nothing_in(
    path: Path, alone: Mapping[str, UnreadableError | None]
) -> UnreadableError:
    """Return why a folder holds no return: the first file's fault, if one has any."""
    for error in alone.values():
        if error is not None:
            return error
    fault = "no CSV or Parquet file lies in it"
    return UnreadableError.of(path, fault, "Name the folder of a return.")


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
        marks = {**table.marks, **entry.marks}
        frame, coercions = typed_frame(frame, table, columns, marks)
    whole = tuple(
        Coercion(table=name, column="", kind=note, count=count)
        for note, count in raw.notes
    )
    data = TableData(
        table=name,
        frame=frame,
        source=raw.source,
        row_word=raw.row_word,
        columns=columns,
        faults=match.faults,
        unknown_columns=match.unknown,
        coercions=(*whole, *match.coercions, *coercions),
    )
    return data, raw.headers


@dataclass(frozen=True, slots=True)
class _Raw:
    """A table before its columns are known: named by position, with `ROW`."""

    headers: list[str]
    frame: Frame
    source: str
    row_word: str
    notes: tuple[tuple[str, int], ...] = ()


def _raw(part: Any, name: str) -> _Raw:
    if isinstance(part, str | Path):
        path = Path(part)
        file = read_file(path)
        frame: Frame = nw.from_native(file.frame)
        return _Raw(list(file.headers), frame, path.name, "row", file.notes)
    source = f"{name} frame"
    with reading(source):
        headers, frame = framed(part)
    return _Raw(headers, frame, source, "position")


def _looked_over(
    tables: Mapping[str, TableData],
) -> tuple[tuple[str, ...], dict[str, tuple[date, ...]]]:
    """Return the forces whose data these are, and the ends of the periods.

    Tables with a period are somebody's data; the others, such as populations, only
    tell whose where there is nothing else.
    """
    territorial = {force.name for force in forces()}
    found: dict[bool, set[str]] = {True: set(), False: set()}
    periods: dict[str, tuple[date, ...]] = {}
    for name, data in tables.items():
        period = TABLES[name].period_column
        if "force" in data.columns:
            rows = distinct_rows(data.frame, ["force"])
            found[period is not None] |= {row["force"] for row in rows} & territorial
        if period in data.columns:
            rows = distinct_rows(data.frame, [str(period)])
            ends = {row[period] for row in rows} - {None}
            periods[name] = tuple(sorted(ends))
    return tuple(sorted(found[True] or found[False])), periods
