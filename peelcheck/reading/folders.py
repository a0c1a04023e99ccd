"""Which files of a folder hold tables of a return, and which are left alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from peelcheck.errors import UnreadableError, UsageError
from peelcheck.reading.files import SUFFIXES, WORKBOOKS, headers_in, suffix_of
from peelcheck.reading.hints import Hints
from peelcheck.reading.manifests import MANIFEST_FILE
from peelcheck.reading.parts import no_table, table_told
from peelcheck.tables import TABLES

__all__ = ["tables_in_file", "tables_in_folder"]


def tables_in_file(path: Path, hints: Hints) -> tuple[dict[str, Any], list[str]]:
    """Return what a file holds by table, and the names of what is left alone in it.

    Raises:
        UnreadableError: It holds no table, or cannot be read.

    """
    if suffix_of(path) not in WORKBOOKS:
        return {_table_in(path, hints): path}, []
    from peelcheck.reading import books  # noqa: PLC0415 - only where one is met

    parts, alone = books.tables_in_book(path, hints)
    return dict(parts), alone


def tables_in_folder(
    path: Path, hints: Hints
) -> tuple[dict[str, Any], str, Mapping[str, Any] | Path, list[str]]:
    """Return what a folder holds by table, its name, its manifest, and files left.

    Raises:
        UsageError: The caller's hints name one table.
        UnreadableError: No file is a table of a return, or two are the same.

    """
    if hints.table is not None:
        message = "table= goes with a single file or frame"
        raise UsageError(message)
    found: dict[str, Any] = {}
    alone: dict[str, UnreadableError | None] = {}
    for file in sorted(path.iterdir()):
        if file.name.startswith(".") or file.name in {MANIFEST_FILE, "README.md"}:
            continue
        if suffix_of(file) not in (*SUFFIXES, *WORKBOOKS):
            alone[file.name] = None
            continue
        try:
            held, left = tables_in_file(file, hints)
        except UnreadableError as error:
            alone[file.name] = error
            continue
        alone |= dict.fromkeys(left)
        for name, part in held.items():
            if name in found:
                fault = f"{found[name].name} and {part.name} both hold table {name}"
                remedy = "Keep one of them in the folder, or name the file to be read."
                raise UnreadableError.of(path, fault, remedy)
            found[name] = part
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
