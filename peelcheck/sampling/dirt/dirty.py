"""A valid return rendered as real files with real-world dirt."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from peelcheck.errors import UnknownNameError, UsageError
from peelcheck.sampling.dirt.cells import MARK, changes_of, dirtied
from peelcheck.sampling.dirt.files import write_dirty
from peelcheck.sampling.dirt.kinds import FORMS, Dirt
from peelcheck.sampling.numbers import drawn, raw_for
from peelcheck.sampling.writing import MANIFEST_FILE, manifest_as_toml
from peelcheck.shape import Table
from peelcheck.tables import TABLES

__all__ = ["dirty"]

UNKNOWN_HEADER = "Local remarks"
_BLANK_EVERY = 7
_NO_BREAK = "\N{NO-BREAK SPACE}"


def dirty(
    manifest: Mapping[str, Any],
    frames: Mapping[str, pl.DataFrame],
    folder: str | Path,
    *,
    seed: int = 0,
    kinds: Collection[Dirt | str] | None = None,
) -> dict[str, Path]:
    """Write a valid return as files that look as real ones do.

    `peelcheck.read(folder)` reads back the same tables: the same rows in their order,
    and the same values, an empty cell where there was one, for the same reason: the
    mark `..` stands only where the manifest says that a blank means as much. What the
    files hold beside that is reported as coercions.

    Args:
        manifest: What is said of the return; a table with empty cells outside its key
            has a meaning of blanks there, as those of `sample_return` have.
        frames: The tables, in their declared types.
        folder: Where to write; it is made where it is not there, and must be empty.
        seed: What is dirtied how; the same seed gives the same cells.
        kinds: The kinds of dirt [default: all]. Each kind of cell is met in about one
            cell in three where it can stand; each kind of header, of columns and of
            rows in every file; the kinds of whole files in turn.

    Returns:
        The file of each table.

    Raises:
        UnknownNameError: A kind or a table is not known.
        UsageError: The folder holds something.

    """
    chosen = _kinds(kinds)
    for name in frames:
        if name not in TABLES:
            raise UnknownNameError.of("table", str(name), TABLES)
    into = Path(folder)
    into.mkdir(parents=True, exist_ok=True)
    if any(into.iterdir()):
        message = f"{folder} is not empty; name a new folder"
        raise UsageError(message)
    forms = [form for form in FORMS if form in chosen]
    written = {}
    for at, (name, frame) in enumerate(frames.items()):
        form = forms[(at + seed) % len(forms)] if forms else None
        raw = raw_for(seed, f"dirt {name}")
        cells = _of_cells(chosen, form, marked=_is_marked(manifest, TABLES[name]))
        headers, rows = _rendered(frame, TABLES[name], cells, form, raw)
        written[name] = write_dirty(headers, rows, into / name, form)
    text = manifest_as_toml(manifest)
    (into / MANIFEST_FILE).write_text(text, encoding="utf-8", newline="\n")
    return written


def _kinds(asked: Collection[Dirt | str] | None) -> tuple[Dirt, ...]:
    if asked is None:
        return tuple(Dirt)
    known = {one.name.lower(): one for one in Dirt} | {one.value: one for one in Dirt}
    for one in asked:
        if one not in known:
            names = (kind.name.lower() for kind in Dirt)
            raise UnknownNameError.of("dirt", str(one), names)
    return tuple(dict.fromkeys(known[one] for one in asked))


def _is_marked(manifest: Mapping[str, Any], table: Table) -> bool:
    """Return whether a blank cell of a table means what the mark means."""
    entry = manifest.get("tables", {}).get(table.name, {})
    marks = {**table.marks, **entry.get("marks", {})}
    return "" in marks and marks[""] == marks.get(MARK)


def _of_cells(
    kinds: Sequence[Dirt], form: Dirt | None, *, marked: bool
) -> tuple[Dirt, ...]:
    """Return the kinds that can stand in a form of file, without another meaning.

    A date in words is taken for a header by the reading of a sheet, where it is the one
    mark of a row of data.
    """
    out = {Dirt.DATES_IN_WORDS} if form is Dirt.WORKBOOK else set()
    out |= set() if marked else {Dirt.MARKS}
    return tuple(kind for kind in kinds if kind not in out)


def _rendered(
    frame: pl.DataFrame,
    table: Table,
    kinds: Sequence[Dirt],
    form: Dirt | None,
    raw: np.random.PCG64,
) -> tuple[list[str], Iterator[Sequence[Any]]]:
    """Return the headers and the rows of a table, dirt and all."""
    names = list(frame.columns)
    if Dirt.COLUMN_ORDER in kinds:
        order = np.argsort(drawn(raw, len(names)), kind="stable")
        names = [names[at] for at in order]
        names = names[::-1] if names == frame.columns else names
    columns = [_column(frame[name], table, kinds, raw) for name in names]
    headers = [_header(name, table, kinds) for name in names]
    if Dirt.UNKNOWN_COLUMN in kinds:
        headers.append(UNKNOWN_HEADER)
        columns.append(
            ["checked" if at % 5 == 0 else None for at in range(frame.height)]
        )
    if form is Dirt.CP1252:
        # Text in ASCII alone would be UTF-8 as well.
        headers[0] = f"{headers[0]}{_NO_BREAK}"
    return headers, _rows(columns, blanks=Dirt.BLANK_ROWS in kinds)


def _rows(columns: Sequence[Sequence[Any]], *, blanks: bool) -> Iterator[Sequence[Any]]:
    for at, row in enumerate(zip(*columns, strict=True)):
        yield row
        if blanks and at % _BLANK_EVERY == 0:
            yield [None] * len(columns)


def _column(
    values: pl.Series, table: Table, kinds: Sequence[Dirt], raw: np.random.PCG64
) -> list[Any]:
    in_key = values.name in table.key
    changes = changes_of(table.column(values.name), kinds, in_key=in_key)
    return list(dirtied(values.to_list(), changes, drawn(raw, len(values)).tolist()))


def _header(name: str, table: Table, kinds: Sequence[Dirt]) -> str:
    header = name
    if Dirt.HEADERS in kinds:
        others = table.column(name).headers
        header = (others[0] if others else name).replace("_", " ").capitalize()
    if Dirt.PADDED_HEADERS in kinds:
        header = f" {header.upper()}{_NO_BREAK}"
    return header
