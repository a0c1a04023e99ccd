"""Which files of a folder hold tables of a return, and which are left alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peelcheck.errors import UnreadableError, UsageError
from peelcheck.profiles import profile_named
from peelcheck.reading.by_profile.profiled import Profiled
from peelcheck.reading.by_profile.recognising import entries_of, profile_of, tables_by
from peelcheck.reading.files import SUFFIXES, WORKBOOKS, headers_in, suffix_of
from peelcheck.reading.hints import Hints
from peelcheck.reading.joining import files_in_words, joined
from peelcheck.reading.manifests import MANIFEST_FILE
from peelcheck.reading.parts import no_table, table_told
from peelcheck.tables import TABLES

__all__ = ["Held", "tables_in_file", "tables_in_folder"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a source holds.

    Attributes:
        tables: What is to be read, by table.
        name: The source's name.
        manifest: What is said of it, or the file that says it.
        alone: The names of what was left alone in it.
        read_by: The files that each profile reads, in words.
        published: Whether profiles read all of it.

    """

    tables: Mapping[str, Any]
    name: str
    manifest: Mapping[str, Any] | Path = field(default_factory=dict)
    alone: Sequence[str] = ()
    read_by: Mapping[str, str] = field(default_factory=dict)
    published: bool = False


def tables_in_file(path: Path, hints: Hints) -> tuple[dict[str, Any], list[str]]:
    """Return what a file holds by table, and the names of what is left alone in it.

    Raises:
        UnreadableError: It holds no table, or cannot be read.

    """
    if suffix_of(path) not in WORKBOOKS:
        return {_table_in(path, hints): path}, []
    from peelcheck.reading.sheets import books  # noqa: PLC0415 - only where one is met

    parts, alone = books.tables_in_book(path, hints)
    return dict(parts), alone


def tables_in_folder(path: Path, hints: Hints) -> Held:
    """Return what a folder holds.

    Files that one profile reads into the same table are read together. A folder with a
    manifest is a return as it stands, and none of its files is read by a profile.

    Raises:
        UsageError: The caller's hints name one table.
        UnreadableError: No file is a table of a return, or two are the same.

    """
    if hints.table is not None:
        message = "table= goes with a single file or frame"
        raise UsageError(message)
    manifest = path / MANIFEST_FILE
    found: dict[str, list[Any]] = {}
    files: dict[str, list[Path]] = {}
    alone: dict[str, UnreadableError | None] = {}
    for file in sorted(path.iterdir()):
        if file.name.startswith(".") or file.name in {MANIFEST_FILE, "README.md"}:
            continue
        if suffix_of(file) not in (*SUFFIXES, *WORKBOOKS):
            alone[file.name] = None
            continue
        try:
            profile = None if manifest.exists() else profile_of(file, None, hints)
            held, left = ({}, []) if profile else tables_in_file(file, hints)
        except UnreadableError as error:
            alone[file.name] = error
            continue
        alone |= dict.fromkeys(left)
        if profile:
            held = tables_by(profile, file, hints)
            files.setdefault(profile.name, []).append(file)
        for table, part in held.items():
            _put(found.setdefault(table, []), part, table, path)
    if not found:
        raise _nothing_in(path, alone)
    return _as_held(path, found, files, list(alone))


def _put(parts: list[Any], part: Any, table: str, folder: Path) -> None:
    """Put a part of a table beside the others, if the same profile reads them.

    Raises:
        UnreadableError: Something else holds the same table.

    """
    profiles = {getattr(one, "profile", "") for one in (*parts, part)}
    if parts and (len(profiles) > 1 or "" in profiles):
        fault = f"{_name(parts[0])} and {_name(part)} both hold table {table}"
        remedy = "Keep one of them in the folder, or name the file to be read."
        raise UnreadableError.of(folder, fault, remedy)
    parts.append(part)


def _name(part: Any) -> str:
    return str(part.source if isinstance(part, Profiled) else part.name)


def _as_held(
    path: Path,
    found: Mapping[str, Sequence[Any]],
    files: Mapping[str, Sequence[Path]],
    alone: list[str],
) -> Held:
    """Return what was found in a folder, the parts of each table joined."""
    tables = {
        table: joined(parts, files_in_words([one.file for one in parts]))
        if isinstance(parts[0], Profiled)
        else parts[0]
        for table, parts in found.items()
    }
    manifest = path / MANIFEST_FILE
    entries: dict[str, Any] = {}
    for name, several in files.items():
        entries |= entries_of(profile_named(name), several)
    return Held(
        tables=tables,
        name=path.absolute().name,
        manifest=manifest if manifest.exists() else {"tables": entries},
        alone=alone,
        read_by={
            name: files_in_words([one.name for one in several])
            for name, several in files.items()
        },
        published=all(isinstance(one, Profiled) for one in tables.values()),
    )


def _nothing_in(
    path: Path, alone: Mapping[str, UnreadableError | None]
) -> UnreadableError:
    """Return why a folder holds no return: the first file's fault, if one has any."""
    for error in alone.values():
        if error is not None:
            return error
    fault = "no CSV, Parquet or workbook file lies in it"
    return UnreadableError.of(path, fault, "Name the folder of a return.")


def _table_in(path: Path, hints: Hints) -> str:
    """Return the table a file holds: as told, by its name, or by its columns."""
    if hints.table:
        return hints.table
    stem = path.name.split(".", maxsplit=1)[0]
    if stem in TABLES:
        return stem
    headers = headers_in(path)
    name = table_told(headers, hints)
    if name is None:
        raise no_table(path, headers, hints)
    return name
