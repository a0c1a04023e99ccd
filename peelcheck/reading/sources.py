"""A return from wherever it lies: a file, a folder, or frames the caller holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import narwhals as nw
import polars as pl

from peelcheck.engines.groups import distinct_rows
from peelcheck.errors import UnknownNameError, UnreadableError, UsageError
from peelcheck.model import Kind, Mark, Table
from peelcheck.reading.files import SUFFIXES, read_file
from peelcheck.reading.frames import framed, headers_of, typed_frame
from peelcheck.reading.headers import matched, table_of
from peelcheck.reading.manifests import (
    MANIFEST_FILE,
    completed,
    parsed_manifest,
    read_manifest,
)
from peelcheck.reference.forces import forces
from peelcheck.returns import ROW, Coercion, Frame, Return, TableData
from peelcheck.tables import TABLES

__all__ = ["Hints", "read"]


@dataclass(frozen=True, slots=True)
class Hints:
    """What the caller says of data that do not say it themselves.

    Attributes:
        table: The table a single file or frame holds.
        columns: The column of the table each header stands for.
        constants: The value of columns that are not there.

    """

    table: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, Any] = field(default_factory=dict)


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
            polars or pyarrow frame, or a mapping of table names to files or frames.
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
    hints = Hints(table, columns or {}, constants or {})
    if table is not None and table not in TABLES:
        raise UnknownNameError.of("table", table, TABLES)
    parts, name, said = _parts(source, hints)
    if isinstance(manifest, str | Path):
        said, named = _manifest_file(Path(manifest)), str(manifest)
    else:
        said, named = (
            (said, MANIFEST_FILE) if manifest is None else (manifest, "manifest")
        )
    fields = parsed_manifest(said, named)
    if kind is not None:
        fields.setdefault("kind", _kind(kind))
    if edition is not None:
        fields.setdefault("edition", edition)
    tables = {}
    for part_name, part in parts.items():
        entry = fields["tables"].get(part_name)
        tables[part_name] = _table(part, part_name, hints, entry.marks if entry else {})
    found_forces, periods = _looked_over(tables)
    return Return(
        source=name, manifest=completed(fields, found_forces, periods), tables=tables
    )


def _kind(kind: str) -> Kind:
    if kind not in list(Kind):
        known = [one.value for one in Kind]
        raise UnknownNameError.of("kind", kind, known)
    return Kind(kind)


def _manifest_file(path: Path) -> dict[str, Any]:
    if not path.is_file():
        fault = "there is no such manifest"
        raise UnreadableError.of(path, fault, "Check the path.")
    return read_manifest(path)


def _parts(source: Any, hints: Hints) -> tuple[dict[str, Any], str, Mapping[str, Any]]:
    """Return what is to be read by table name, its name, and what a manifest says."""
    if isinstance(source, str | Path):
        path = Path(source)
        if path.is_dir():
            return _folder(path, hints)
        return {_table_in(path, hints): path}, path.name, {}
    if isinstance(source, Mapping):
        for name in source:
            if name not in TABLES:
                raise UnknownNameError.of("table", str(name), TABLES)
        if not source:
            message = "a return needs at least one table"
            raise UsageError(message)
        return dict(source), "frames", {}
    frame = framed(source)
    name = hints.table or table_of([*_meant(headers_of(frame), hints)])
    if name is None:
        message = "cannot tell which table the frame holds; name it with table="
        raise UsageError(message)
    return {name: source}, f"{name} frame", {}


def _meant(headers: list[str], hints: Hints) -> list[str]:
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
    name = table_of(_meant(list(read_file(path).headers), hints))
    if name is None:
        fault = "neither its name nor its columns tell which table it holds"
        remedy = f"Name the table with --table: {', '.join(TABLES)}."
        raise UnreadableError.of(path, fault, remedy)
    return name


def _folder(path: Path, hints: Hints) -> tuple[dict[str, Any], str, Mapping[str, Any]]:
    files = sorted(file for file in path.iterdir() if file.suffix.lower() in SUFFIXES)
    found: dict[str, Any] = {}
    for file in files:
        name = _table_in(file, hints)
        if name in found:
            fault = f"{found[name].name} and {file.name} both hold table {name}"
            remedy = "Keep one of them in the folder, or name the file to be read."
            raise UnreadableError.of(path, fault, remedy)
        found[name] = file
    if not found:
        fault = "no CSV or Parquet file lies in it"
        raise UnreadableError.of(path, fault, "Name the folder of a return.")
    manifest = path / MANIFEST_FILE
    said = read_manifest(manifest) if manifest.is_file() else {}
    return found, path.name, said


def _table(part: Any, name: str, hints: Hints, marks: Mapping[str, Mark]) -> TableData:
    table = TABLES[name]
    notes: tuple[tuple[str, int], ...] = ()
    if isinstance(part, str | Path):
        raw = read_file(Path(part))
        frame: Frame = nw.from_native(raw.frame)
        headers, notes = list(raw.headers), raw.notes
        source, row_word = Path(part).name, "row"
    else:
        frame = framed(part)
        headers = headers_of(frame)
        frame = frame.rename({header: str(at) for at, header in enumerate(headers)})
        frame = _numbered(frame)
        source, row_word = f"{name} frame", "position"
    match = matched(headers, table, hints.columns, list(hints.constants))
    chosen = {str(place): column for column, place in match.positions.items()}
    frame = frame.select(ROW, *(nw.col(at).alias(to) for at, to in chosen.items()))
    frame, given = _with_constants(frame, table, hints)
    columns = tuple(
        one.name for one in table.columns if one.name in {*match.positions, *given}
    )
    frame, coercions = typed_frame(frame, table, columns, {**table.marks, **marks})
    whole = tuple(
        Coercion(table=name, column="", kind=note, count=count) for note, count in notes
    )
    return TableData(
        table=name,
        frame=frame,
        source=source,
        row_word=row_word,
        columns=columns,
        faults=match.faults,
        unknown_columns=match.unknown,
        coercions=(*whole, *match.coercions, *coercions),
    )


def _numbered(frame: Frame) -> Frame:
    if isinstance(frame, nw.LazyFrame):
        native: pl.LazyFrame = frame.to_native()
        return nw.from_native(native.with_row_index(ROW).cast({ROW: pl.Int64}))
    return frame.with_row_index(ROW)


def _with_constants(
    frame: Frame, table: Table, hints: Hints
) -> tuple[Frame, list[str]]:
    known = [column.name for column in table.columns]
    given = [name for name in hints.constants if name in known]
    values = [nw.lit(hints.constants[name]).alias(name) for name in given]
    return (frame.with_columns(*values) if values else frame), given


def _looked_over(
    tables: Mapping[str, TableData],
) -> tuple[tuple[str, ...], dict[str, tuple[date, ...]]]:
    """Return the territorial forces in the data, and the ends of its periods."""
    territorial = {force.name for force in forces()}
    found: set[str] = set()
    periods: dict[str, tuple[date, ...]] = {}
    for name, data in tables.items():
        period = TABLES[name].period_column
        if "force" in data.columns:
            rows = distinct_rows(data.frame, ["force"])
            found |= {row["force"] for row in rows} & territorial
        if period in data.columns:
            rows = distinct_rows(data.frame, [str(period)])
            ends = {row[period] for row in rows} - {None}
            periods[name] = tuple(sorted(ends))
    return tuple(sorted(found)), periods
