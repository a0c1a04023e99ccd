"""Files of a table: CSV and Parquet, read into columns that are not yet typed."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pa_parquet

from peelcheck.errors import UnreadableError
from peelcheck.reading.raw import RawTable
from peelcheck.returns import ROW

__all__ = ["SUFFIXES", "headers_in", "numbered", "read_file", "reading"]

SUFFIXES = (".csv", ".parquet")
_CHUNK = 1 << 20
_LONGEST_ROW = 1 << 24
_SAVE_AS = "Save it as CSV (in UTF-8) or Parquet."


@contextmanager
def reading(source: object) -> Iterator[None]:
    """Turn what goes wrong while a source is read into an `UnreadableError`."""
    try:
        yield
    except UnreadableError:
        raise
    except OSError as error:
        fault = f"it cannot be opened ({error.strerror or error})"
        remedy = "Check the path, and that you may read it."
        raise UnreadableError.of(source, fault, remedy) from error
    except (
        pl.exceptions.PolarsError,
        pl.exceptions.PanicException,
        pa.ArrowException,
    ) as error:
        fault = f"its data cannot be read ({str(error).splitlines()[0]})"
        raise UnreadableError.of(source, fault, "Export it again.") from error


def read_file(path: Path) -> RawTable:
    """Read a CSV or Parquet file.

    Raises:
        UnreadableError: It is missing, empty, a folder, of another kind, cut short,
            or its rows have more or fewer cells than its header.

    """
    with reading(path):
        return _parquet(path) if _suffix(path) == ".parquet" else _csv(path)


def headers_in(path: Path) -> tuple[str, ...]:
    """Return the headers of a CSV or Parquet file.

    Raises:
        UnreadableError: As for `read_file`, but its rows are not looked at.

    """
    with reading(path):
        if _suffix(path) == ".parquet":
            return _parquet(path).headers
        return _layout(path).headers


def numbered(frame: pl.LazyFrame, first: int) -> pl.LazyFrame:
    """Return a frame with its rows numbered from the first on."""
    return frame.with_row_index(ROW, offset=first).cast({ROW: pl.Int64})


def _suffix(path: Path) -> str:
    """Return the suffix of a file that can be opened and is of a kind that is read."""
    if not path.exists():
        fault = "there is no such file"
        raise UnreadableError.of(path, fault, "Check the path.")
    if path.is_dir():
        fault = "it is a folder, not a file"
        raise UnreadableError.of(path, fault, "Name the file inside it.")
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES or not path.is_file():
        fault = f"files of kind {suffix or 'without a suffix'} are not read"
        if suffix in SUFFIXES:
            fault = "it is no ordinary file"
        raise UnreadableError.of(path, fault, _SAVE_AS)
    with path.open("rb") as file:
        if not file.read(1):
            raise UnreadableError.of(path, "the file is empty", "Export it again.")
    return suffix


# --- Parquet ------------------------------------------------------------------------
def _parquet(path: Path) -> RawTable:
    try:
        frame = pl.scan_parquet(path, glob=False, hive_partitioning=False)
        headers = frame.collect_schema().names()
    except pl.exceptions.DuplicateError:
        whole = pa_parquet.ParquetFile(path).read()
        headers = whole.column_names
        places = [str(place) for place in range(len(headers))]
        frame = pl.DataFrame(whole.rename_columns(places)).lazy()
    except pl.exceptions.PolarsError as error:
        fault = "it is not a whole Parquet file"
        raise UnreadableError.of(path, fault, "Export it again.") from error
    else:
        frame = frame.rename({name: str(place) for place, name in enumerate(headers)})
    return RawTable(tuple(headers), numbered(frame, 1))


# --- CSV ----------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class _Layout:
    """How a CSV file is written: what must be known before its cells can be read."""

    encoding: str
    separator: str
    headers: tuple[str, ...]
    has_rows: bool
    odd_quotes: bool
    notes: tuple[tuple[str, int], ...]


def _csv(path: Path) -> RawTable:
    layout = _layout(path)
    names = [str(place) for place in range(len(layout.headers))]
    blank_lines: list[int] = []
    if layout.has_rows:
        table, blank_lines = _cells(path, layout, names)
    else:
        table = pa.table({name: pa.array([], pa.string()) for name in names})
    numbers = pl.int_range(2, table.num_rows + len(blank_lines) + 2, eager=True)
    if blank_lines:
        numbers = numbers.filter(~numbers.is_in(blank_lines))
    frame = pl.DataFrame(table).lazy().with_columns(numbers.alias(ROW))
    if layout.odd_quotes:
        _refuse_unclosed(path, frame)
    blank = pl.all_horizontal(pl.exclude(ROW).is_null())
    empty = frame.select(blank.sum()).collect().item()
    notes = layout.notes
    if empty or blank_lines:
        notes = (*notes, ("blank row left out", empty + len(blank_lines)))
        frame = frame.filter(~blank)
    return RawTable(layout.headers, frame, notes)


def _layout(path: Path) -> _Layout:
    with path.open("rb") as file:
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
    raise UnreadableError.of(path, fault, _SAVE_AS)


def _looked_through(path: Path, encoding: str) -> int:
    """Return how many quotation marks a file has, if it is text in this encoding."""
    quotes, lines = 0, 1
    with path.open(encoding=encoding, newline="") as text:
        while chunk := text.read(_CHUNK):
            nul = chunk.find("\0")
            if nul >= 0:
                lines += chunk.count("\n", 0, nul)
                fault = f"it is not a text file: line {lines} holds a NUL byte"
                raise UnreadableError.of(path, fault, _SAVE_AS)
            quotes += chunk.count('"')
            lines += chunk.count("\n")
    return quotes


def _header(path: Path, encoding: str) -> tuple[tuple[str, ...], str, bool]:
    """Return the headers, what separates them, and whether rows follow them."""
    with path.open(encoding=encoding, newline="") as lines:
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


def _cells(path: Path, layout: _Layout, names: list[str]) -> tuple[pa.Table, list[int]]:
    """Read every cell as text, and say which lines were blank."""
    ragged: list[pa_csv.InvalidRow] = []
    blank: list[int] = []

    def look(row: pa_csv.InvalidRow) -> str:
        if row.text.strip():
            ragged.append(row)
        else:
            blank.append(row.number)
        return "skip"

    try:
        table = pa_csv.read_csv(path, *_options(layout, names, look))
    except pa.ArrowInvalid as error:
        fault = "a quotation mark is never closed, or a row is longer than 16 MB"
        remedy = "Close each quotation mark, and export it again."
        raise UnreadableError.of(path, fault, remedy) from error
    if ragged:
        raise _ragged(path, ragged, len(names))
    return table, blank


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
            block_size=_LONGEST_ROW,
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
