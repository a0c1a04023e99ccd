"""Files of one table: CSV, packed or not, and Parquet, not yet typed."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pa_parquet

from peelcheck.errors import UnreadableError
from peelcheck.reading.delimited import SAVE_AS, csv_headers, csv_table
from peelcheck.reading.raw import RawTable
from peelcheck.returns import ROW

__all__ = [
    "SUFFIXES",
    "WORKBOOKS",
    "existing",
    "headers_in",
    "numbered",
    "read_file",
    "reading",
    "suffix_of",
]

SUFFIXES = (".csv", ".csv.gz", ".parquet")
WORKBOOKS = (".xlsx", ".xlsm", ".ods")
_OLD_WORKBOOKS = (".xls", ".xlsb")
_SAVE_WORKBOOK = "Open it and save it as .xlsx or .ods."


@contextmanager
def reading(source: object) -> Iterator[None]:
    """Turn what goes wrong while a source is read into an `UnreadableError`."""
    try:
        yield
    except UnreadableError:
        raise
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        fault = "it is not a whole gzip file"
        raise UnreadableError.of(source, fault, "Pack it again.") from error
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
        return _parquet(path) if _suffix(path) == ".parquet" else csv_table(path)


def headers_in(path: Path) -> tuple[str, ...]:
    """Return the headers of a CSV or Parquet file.

    Raises:
        UnreadableError: As for `read_file`, but its rows are not looked at.

    """
    with reading(path):
        if _suffix(path) == ".parquet":
            return _parquet(path).headers
        return csv_headers(path)


def numbered(frame: pl.LazyFrame, first: int) -> pl.LazyFrame:
    """Return a frame with its rows numbered from the first on."""
    return frame.with_row_index(ROW, offset=first).cast({ROW: pl.Int64})


def suffix_of(path: Path) -> str:
    """Return what a file's name says of its kind, such as `.csv` or `.csv.gz`."""
    packed = path.name.lower().endswith(".csv.gz")
    return ".csv.gz" if packed else path.suffix.lower()


def existing(path: Path) -> Path:
    """Return a path that is an ordinary file.

    Raises:
        UnreadableError: It is not there, or it is a folder or something else.

    """
    if not path.exists():
        fault = "there is no such file"
        raise UnreadableError.of(path, fault, "Check the path.")
    if path.is_dir():
        fault = "it is a folder, not a file"
        raise UnreadableError.of(path, fault, "Name the file inside it.")
    if not path.is_file():
        raise UnreadableError.of(path, "it is no ordinary file", SAVE_AS)
    return path


def _suffix(path: Path) -> str:
    """Return the suffix of a file that can be opened and is of a kind that is read."""
    suffix = suffix_of(path)
    if suffix in SUFFIXES or not path.is_file():
        existing(path)
    if suffix in _OLD_WORKBOOKS:
        fault = f"old workbooks of kind {suffix} are not read"
        raise UnreadableError.of(path, fault, _SAVE_WORKBOOK)
    if suffix not in SUFFIXES:
        fault = f"files of kind {suffix or 'without a suffix'} are not read"
        raise UnreadableError.of(path, fault, SAVE_AS)
    with path.open("rb") as file:
        if not file.read(1):
            raise UnreadableError.of(path, "the file is empty", "Export it again.")
    return suffix


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
