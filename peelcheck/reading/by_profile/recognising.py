"""Which profile a published file is read by, and the tables it makes of the file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import polars as pl

from peelcheck.errors import UnreadableError
from peelcheck.profiles import Profile, ProfileTable, profile_named, profiles
from peelcheck.reading.by_profile.forms import found_in
from peelcheck.reading.by_profile.profiled import Profiled, profiled
from peelcheck.reading.files import (
    SUFFIXES,
    WORKBOOKS,
    headers_in,
    read_file,
    suffix_of,
)
from peelcheck.reading.hints import Hints
from peelcheck.reading.joining import joined
from peelcheck.reading.parts import named_for
from peelcheck.reading.raw import RawTable
from peelcheck.reference.spelling import fold
from peelcheck.returns import ROW
from peelcheck.tables import TABLES

__all__ = ["entries_of", "profile_of", "tables_by"]


def profile_of(path: Path, named: str | None, hints: Hints) -> Profile | None:
    """Return the profile a file is read by: as named, or as its shape tells.

    A caller who says what the file's table or columns are needs no profile, nor does
    a file that is named for a table.

    Raises:
        UnknownNameError: There is no profile of that name.
        UnreadableError: The file cannot be read.

    """
    if named is not None:
        return profile_named(named)
    told = hints.table or hints.columns or named_for(path.name.split(".")[0])
    if told or not path.is_file():
        return None
    book = suffix_of(path) in WORKBOOKS
    if not book and suffix_of(path) not in SUFFIXES:
        return None
    there = {fold(one) for one in (_sheets(path) if book else headers_in(path))}
    for profile in profiles().values():
        wanted = profile.sheets if book else profile.headers
        if wanted and {fold(one) for one in wanted} <= there and _titled(path, profile):
            return profile
    return None


def _sheets(path: Path) -> tuple[str, ...]:
    from peelcheck.reading.sheets.workbooks import sheets_in  # noqa: PLC0415 - when needed

    return sheets_in(path)


def _titled(path: Path, profile: Profile) -> bool:
    """Say whether the sheets that are known by their titles are all there."""
    titles = [part.title for part in profile.tables if part.title]
    return not titles or len(_by_title(path, titles)) == len(titles)


def _by_title(path: Path, titles: Sequence[str]) -> dict[str, str]:
    """Return the sheet of each title, a pattern, that one has."""
    stamp = path.stat()
    return _titled_sheets(path, tuple(titles), (stamp.st_mtime_ns, stamp.st_size))


@lru_cache(maxsize=1)
def _titled_sheets(
    path: Path, titles: tuple[str, ...], _: tuple[int, int]
) -> dict[str, str]:
    from peelcheck.reading.sheets.workbooks import grid_of  # noqa: PLC0415 - when needed

    found: dict[str, str] = {}
    for sheet in _sheets(path):
        rows = grid_of(path, sheet).rows
        first = next((text for row in rows for text in row if text), "")
        if len(found) == len(titles):
            break
        for title in titles:
            if re.search(title, " ".join(first.split())):
                found.setdefault(title, sheet)
    return found


def tables_by(profile: Profile, path: Path, hints: Hints) -> dict[str, Profiled]:
    """Return what a profile makes of a file, by table.

    Raises:
        UnreadableError: The file cannot be read, or lacks a sheet or all headers.

    """
    marks = {one.mark: one.means for one in profile.marks}
    parts: dict[str, list[Profiled]] = defaultdict(list)
    for part, raw in _raws(profile, path):
        given = list(hints.constants_of(TABLES[part.table]))
        names = {"profile": profile.name, "file_name": path.name}
        parts[part.table].append(profiled(raw, part, marks, given=given, **names))
    return {table: joined(made, path.name) for table, made in parts.items()}


def _raws(profile: Profile, path: Path) -> list[tuple[ProfileTable, RawTable]]:
    if profile.sheets:
        return _sheets_of(profile, path)
    raw = read_file(path)
    lacking = [
        header
        for header in profile.headers
        if fold(header) not in {fold(one) for one in raw.headers}
    ]
    if lacking:
        fault = f"it is not of profile {profile.name}: it lacks {', '.join(lacking)}"
        remedy = f"See `peelcheck profiles {profile.name}`."
        raise UnreadableError.of(path, fault, remedy)
    texts = raw.frame.with_columns(pl.exclude(ROW).cast(pl.String))
    whole = RawTable(headers=raw.headers, frame=texts, notes=raw.notes)
    return [(part, whole) for part in profile.tables]


def _sheets_of(profile: Profile, path: Path) -> list[tuple[ProfileTable, RawTable]]:
    from peelcheck.reading.sheets.layouts import laid_out  # noqa: PLC0415 - when needed
    from peelcheck.reading.sheets.workbooks import grid_of  # noqa: PLC0415 - when needed

    if suffix_of(path) not in WORKBOOKS:
        fault = f"profile {profile.name} is of a workbook, and this is none"
        remedy = "Name the workbook, or another profile."
        raise UnreadableError.of(path, fault, remedy)
    titles = [part.title for part in profile.tables if part.title]
    named = _by_title(path, titles) if titles else {}
    raws = []
    for part in profile.tables:
        if part.title and part.title not in named:
            fault = f"no sheet has a title such as {part.title!r}"
            remedy = f"See `peelcheck profiles {profile.name}`."
            raise UnreadableError.of(path, fault, remedy)
        grid = grid_of(path, named.get(part.title, part.sheet))
        raws.append((part, laid_out(grid, holding=part.holding)))
    return raws


def entries_of(profile: Profile, paths: Sequence[Path]) -> dict[str, dict[str, Any]]:
    """Return what a manifest would say of the tables, as far as the profile knows.

    A period is only said where the months that the files' names tell leave none out.
    """
    entries: dict[str, dict[str, Any]] = {}
    for part in profile.tables:
        entry: dict[str, Any] = {"source": profile.publisher}
        if profile.publication:
            entry["publication"] = profile.publication
        for one in part.found:
            if one.column == "period":
                found = [found_in(one.pattern, [p.name], one.form) for p in paths]
                ends = [date.fromisoformat(f[0]["value"]) for f in found if f]
                entry |= _period(sorted(set(ends)), len(found) - len(ends))
        entries[part.table] = entry
    return entries


def _period(ends: Sequence[date], unknown: int) -> dict[str, date]:
    """Return the period that months make up, given by their last days."""
    follow = all((b.replace(day=1) - a).days == 1 for a, b in pairwise(ends))
    if not ends or unknown or not follow:
        return {}
    return {"period_start": ends[0].replace(day=1), "period_end": ends[-1]}
