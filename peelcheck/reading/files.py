"""Files of a table: CSV and Parquet, read into columns that are not yet typed."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.csv as pa_csv

from peelcheck.errors import UnreadableError
from peelcheck.returns import ROW

__all__ = ["SUFFIXES", "RawTable", "read_file"]

SUFFIXES = (".csv", ".parquet")


@dataclass(frozen=True, slots=True)
class RawTable:
    """A file's headers and its columns, named by position, with `ROW`.

    `notes` says what was done to the file as a whole, and how often.
    """

    headers: tuple[str, ...]
    frame: pl.LazyFrame
    notes: tuple[tuple[str, int], ...] = ()


def read_file(path: Path) -> RawTable:
    """Read a CSV or Parquet file.

    Raises:
        UnreadableError: It is missing, empty, a folder, of another kind, cut short,
            or its rows have more or fewer cells than its header.

    """
    if not path.exists():
        fault = "there is no such file"
        raise UnreadableError.of(path, fault, "Check the path.")
    if path.is_dir():
        fault = "it is a folder, not a file"
        raise UnreadableError.of(path, fault, "Name the file inside it.")
    if not os.access(path, os.R_OK):
        fault = "it may not be read"
        raise UnreadableError.of(path, fault, "Ask for the right to read it.")
    if path.stat().st_size == 0:
        fault = "the file is empty"
        raise UnreadableError.of(path, fault, "Export it again.")
    if path.suffix.lower() == ".parquet":
        return _parquet(path)
    if path.suffix.lower() == ".csv":
        return _csv(path)
    fault = f"files of kind {path.suffix or 'without a suffix'} are not read"
    raise UnreadableError.of(path, fault, "Save it as CSV or Parquet.")


def _parquet(path: Path) -> RawTable:
    try:
        frame = pl.scan_parquet(path, glob=False)
        headers = frame.collect_schema().names()
    except (pl.exceptions.PolarsError, OSError) as error:
        fault = "it is not a whole Parquet file"
        raise UnreadableError.of(path, fault, "Export it again.") from error
    places = {header: str(place) for place, header in enumerate(headers)}
    frame = frame.rename(places).with_row_index(ROW, offset=1)
    return RawTable(tuple(headers), frame.with_columns(pl.col(ROW).cast(pl.Int64)))


def _csv(path: Path) -> RawTable:
    encoding, notes = _encoding(path)
    header, separator = _header(path, encoding)
    if separator != ",":
        notes.append((f"cells separated by {separator!r}", 1))
    table, skipped = _cells(path, encoding, separator, len(header))
    numbers = pl.int_range(2, table.num_rows + len(skipped) + 2, eager=True)
    if skipped:
        notes.append(("blank line left out", len(skipped)))
        numbers = numbers.filter(~numbers.is_in(skipped))
    frame = pl.DataFrame(table).lazy().with_columns(numbers.alias(ROW))
    blank = pl.all_horizontal(pl.exclude(ROW).is_null())
    empty = frame.select(blank.sum()).collect().item()
    if empty:
        notes.append(("row of empty cells left out", empty))
        frame = frame.filter(~blank)
    return RawTable(tuple(header), frame, tuple(notes))


def _encoding(path: Path) -> tuple[str, list[tuple[str, int]]]:
    """Tell UTF-8 from cp1252: what is not the one is taken for the other."""
    with path.open("rb") as file:
        if file.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            return "utf-16", [("text encoded as UTF-16", 1)]
    try:
        with path.open(encoding="utf-8") as lines:
            while lines.read(1 << 20):
                pass
    except UnicodeDecodeError:
        return "cp1252", [("text encoded as cp1252", 1)]
    return "utf-8-sig", []


def _header(path: Path, encoding: str) -> tuple[list[str], str]:
    with path.open(encoding=encoding, errors="replace", newline="") as lines:
        first = lines.readline(1 << 20)
        separator = max(",;\t", key=first.count)
        lines.seek(0)
        try:
            header = next(csv.reader(lines, delimiter=separator))
        except (StopIteration, csv.Error) as error:
            fault = "its first line is not a header"
            raise UnreadableError.of(path, fault, "Export it again.") from error
    return header, separator


def _cells(
    path: Path, encoding: str, separator: str, width: int
) -> tuple[pa.Table, list[int]]:
    """Read every cell as text, and say which lines were blank."""
    ragged: list[pa_csv.InvalidRow] = []
    blank: list[int] = []

    def look(row: pa_csv.InvalidRow) -> str:
        if row.text.strip():
            ragged.append(row)
        else:
            blank.append(row.number)
        return "skip"

    names = [str(place) for place in range(width)]
    try:
        table = pa_csv.read_csv(
            path,
            pa_csv.ReadOptions(
                column_names=names,
                skip_rows_after_names=1,
                encoding="utf-8" if encoding == "utf-8-sig" else encoding,
                use_threads=False,
            ),
            pa_csv.ParseOptions(
                delimiter=separator,
                newlines_in_values=True,
                ignore_empty_lines=width == 1,
                invalid_row_handler=look,
            ),
            pa_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()),
                strings_can_be_null=True,
                null_values=[""],
                quoted_strings_can_be_null=True,
            ),
        )
    except (pa.ArrowInvalid, UnicodeError) as error:
        says = str(error).splitlines()[0]
        raise UnreadableError.of(path, says, "Export it again.") from error
    if ragged:
        raise _ragged(path, ragged, width)
    return table, blank


def _ragged(path: Path, rows: list[pa_csv.InvalidRow], width: int) -> UnreadableError:
    first = rows[0]
    fault = (
        f"row {first.number} has {first.actual_columns} cells where the header has "
        f"{width}" + (f", and {len(rows) - 1} more such" if len(rows) > 1 else "")
    )
    remedy = "Put cells that hold a comma in quotation marks, and export it again."
    return UnreadableError.of(path, fault, remedy)
