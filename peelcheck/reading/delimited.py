"""CSV files, packed or not: every cell as text, and how the file was written."""

from __future__ import annotations

import codecs
import csv
import gzip
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import BinaryIO, cast

import polars as pl
import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pa_parquet

from peelcheck.errors import UnreadableError
from peelcheck.reading.raw import RawTable
from peelcheck.returns import ROW

__all__ = ["SAVE_AS", "csv_headers", "csv_table"]

SAVE_AS = "Save it as CSV (in UTF-8) or Parquet."
_CHUNK = 1 << 20
"""Bytes read at a time, which no row may exceed; 32 of them are read ahead."""

_PATIENCE = 1.0
"""Seconds to wait for pyarrow's threads at the most."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a CSV file is written: what must be known before its cells can be read."""

    encoding: str
    separator: str
    headers: tuple[str, ...]
    has_rows: bool
    odd_quotes: bool
    notes: tuple[tuple[str, int], ...]


def _open(path: Path) -> BinaryIO:
    """Open a file's bytes, unpacked where it is packed."""
    packed = path.suffix.lower() == ".gz"
    return cast("BinaryIO", gzip.open(path)) if packed else path.open("rb")


def csv_table(path: Path) -> RawTable:
    """Read a CSV file, every cell as text."""
    layout = _layout(path)
    names = [str(place) for place in range(len(layout.headers))]
    blank_lines: list[int] = []
    if layout.has_rows:
        cells, blank_lines = _cells(path, layout, names)
        frame = _numbered(cells, blank_lines)
    else:
        none = dict.fromkeys(names, pl.String) | {ROW: pl.Int64}
        frame = pl.LazyFrame(schema=none)
    if layout.odd_quotes:
        _refuse_unclosed(path, frame)
    blank = pl.all_horizontal(pl.exclude(ROW).is_null())
    empty = frame.select(blank.sum()).collect(engine="streaming").item()
    notes = layout.notes
    if empty or blank_lines:
        notes = (*notes, ("blank row left out", empty + len(blank_lines)))
        frame = frame.filter(~blank)
    return RawTable(layout.headers, frame, notes)


def csv_headers(path: Path) -> tuple[str, ...]:
    """Return the headers of a CSV file; its rows are not parsed."""
    return _layout(path).headers


def _layout(path: Path) -> _Layout:
    with _open(path) as file:
        start = file.read(2)
    utf_16 = start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    for encoding in ("UTF-16",) if utf_16 else ("utf-8-sig", "cp1252"):
        try:
            quotes = _looked_through(path, encoding)
        except UnicodeError:
            continue
        headers, separator, has_rows = _header(path, encoding)
        notes = []
        if encoding != "utf-8-sig":
            notes.append((f"text encoded as {encoding}", 1))
        if separator != ",":
            notes.append((f"cells separated by {separator!r}", 1))
        odd = bool(quotes % 2)
        return _Layout(encoding, separator, headers, has_rows, odd, tuple(notes))
    fault = "it is not text in UTF-8, UTF-16 or cp1252"
    raise UnreadableError.of(path, fault, SAVE_AS)


def _looked_through(path: Path, encoding: str) -> int:
    """Return how many quotation marks a file has, if it is text in this encoding."""
    decoder = codecs.getincrementaldecoder(encoding)()
    quotes, lines, more = 0, 1, True
    with _open(path) as file:
        while more:
            chunk = file.read(_CHUNK)
            more = bool(chunk)
            text = decoder.decode(chunk, final=not more)
            nul = text.find("\0")
            if nul >= 0:
                lines += text.count("\n", 0, nul)
                fault = f"it is not a text file: line {lines} holds a NUL byte"
                raise UnreadableError.of(path, fault, SAVE_AS)
            quotes += text.count('"')
            lines += text.count("\n")
    return quotes


def _header(path: Path, encoding: str) -> tuple[tuple[str, ...], str, bool]:
    """Return the headers, what separates them, and whether rows follow them."""
    with TextIOWrapper(_open(path), encoding=encoding, newline="") as lines:
        first = lines.readline(_CHUNK)
        if not first.strip():
            fault = "row 1 is blank, where the header should be"
            raise UnreadableError.of(path, fault, "Put the header in row 1.")
        separator = max(",;\t", key=first.count)
        lines.seek(0)
        try:
            header = next(csv.reader(lines, delimiter=separator, strict=True))
        except csv.Error as error:
            fault = f"its header is no row of CSV ({error})"
            remedy = "Close each quotation mark, and export it again."
            raise UnreadableError.of(path, fault, remedy) from error
        return tuple(header), separator, next(lines, None) is not None


def _numbered(cells: pl.LazyFrame, blank_lines: list[int]) -> pl.LazyFrame:
    """Return cells with the number of each row in the file."""
    if not blank_lines:
        numbered = cells.with_row_index(ROW, offset=2).cast({ROW: pl.Int64})
        return numbered.select(pl.exclude(ROW), ROW)
    rows = cells.select(pl.len()).collect().item() + len(blank_lines)
    numbers = pl.int_range(2, rows + 2, eager=True)
    return cells.with_columns(numbers.filter(~numbers.is_in(blank_lines)).alias(ROW))


def _cells(
    path: Path, layout: _Layout, names: list[str]
) -> tuple[pl.LazyFrame, list[int]]:
    """Read every cell as text, and say which lines were blank.

    The cells are packed batch by batch as they are read, so that memory does not grow
    with the file as its text does.
    """
    ragged: list[pa_csv.InvalidRow] = []
    blank: list[int] = []

    def look(row: pa_csv.InvalidRow) -> str:
        if row.text.strip():
            ragged.append(row)
        else:
            blank.append(row.number)
        return "skip"

    file = _open(path)
    held = file, look
    before = _references(held)
    try:
        with file:
            packed = _packed(pa_csv.open_csv(file, *_options(layout, names, look)))
    except pa.ArrowInvalid:
        packed = None
    _let_go(held, before)
    if packed is None:
        fault = "a quotation mark is never closed, or a row is longer than 1 MB"
        remedy = "Close each quotation mark, and export it again."
        raise UnreadableError.of(path, fault, remedy)
    if ragged:
        raise _ragged(path, ragged, len(names))
    return pl.scan_parquet(packed), blank


def _references(held: Sequence[object]) -> list[int]:
    return [sys.getrefcount(one) for one in held]


def _let_go(held: Sequence[object], before: list[int]) -> None:
    """Wait until pyarrow's threads hold no object of Python any more.

    They let go a little after the last row. A process that ends in between, as it does
    where a file is refused, would be aborted.
    """
    given_up = time.monotonic() + _PATIENCE
    while _references(held) > before and time.monotonic() < given_up:
        time.sleep(0.001)


def _packed(batches: pa_csv.CSVStreamingReader) -> BytesIO:
    """Return batches packed as Parquet in memory."""
    packed = BytesIO()
    with pa_parquet.ParquetWriter(packed, batches.schema, compression="lz4") as writer:
        for batch in batches:
            writer.write_batch(batch)
    packed.seek(0)
    return packed


def _options(
    layout: _Layout, names: list[str], look: Callable[[pa_csv.InvalidRow], str]
) -> tuple[pa_csv.ReadOptions, pa_csv.ParseOptions, pa_csv.ConvertOptions]:
    """Return how pyarrow is to read: in order, every cell as text, blank as empty."""
    utf_8 = layout.encoding == "utf-8-sig"
    return (
        pa_csv.ReadOptions(
            column_names=names,
            skip_rows_after_names=1,
            encoding="utf-8" if utf_8 else layout.encoding,
            use_threads=False,
            block_size=_CHUNK,
        ),
        pa_csv.ParseOptions(
            delimiter=layout.separator,
            newlines_in_values=True,
            ignore_empty_lines=False,
            invalid_row_handler=look,
        ),
        pa_csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()),
            strings_can_be_null=True,
            null_values=[""],
            quoted_strings_can_be_null=True,
        ),
    )


def _ragged(path: Path, rows: list[pa_csv.InvalidRow], width: int) -> UnreadableError:
    first = rows[0]
    fault = (
        f"row {first.number} has {first.actual_columns} cells where the header has "
        f"{width}" + (f", and {len(rows) - 1} more such" if len(rows) > 1 else "")
    )
    if width == 1:
        remedy = "Put the header in row 1, with nothing above it."
    elif first.actual_columns > width:
        remedy = "Put cells that hold a comma in quotation marks, and export it again."
    else:
        remedy = "Complete the row, and export it again."
    return UnreadableError.of(path, fault, remedy)


def _refuse_unclosed(path: Path, frame: pl.LazyFrame) -> None:
    """Refuse a last cell that runs over lines: its quotation mark is never closed."""
    for *cells, row in frame.tail(1).collect().iter_rows():
        if len((cells[-1] or "").splitlines()) > 1:
            fault = f"row {row} opens a quotation mark that is never closed"
            remedy = "Close it, and export the file again."
            raise UnreadableError.of(path, fault, remedy)
