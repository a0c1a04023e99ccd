"""Workbooks: which sheets they hold, and the cells of a sheet as text."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from xml.etree.ElementTree import ParseError

from peelcheck.errors import UnreadableError, did_you_mean
from peelcheck.reading.files import WORKBOOKS, existing, reading
from peelcheck.reading.sheets import ods, xlsx
from peelcheck.reading.sheets.grids import Grid

__all__ = ["WORKBOOKS", "Grid", "grid_of", "sheets_in"]

_BYTES = 1 << 30
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_SAVE = "Open it and save it again as .xlsx or .ods."
_UNLOCK = "Save it without the password."


def sheets_in(path: Path) -> tuple[str, ...]:
    """Return the names of a workbook's sheets as they stand, in their order.

    Raises:
        UnreadableError: It is no workbook, needs a password, or holds no worksheet.

    """
    with _opened(path) as archive:
        return _names(path, archive)


def grid_of(path: Path, sheet: str) -> Grid:
    """Read one sheet of a workbook.

    Args:
        path: The workbook.
        sheet: The sheet's name; blanks around it and its case need not be right.

    Raises:
        UnreadableError: As for `sheets_in`, or there is no such sheet, or it spans too
            many cells.

    """
    kind = _kind(path)
    with _opened(path) as archive, _of_a_sheet(path, sheet):
        grid: Grid | None = kind.grid_in(path, archive, sheet)
        if grid is None:
            return grid_of(path, _named(path, _names(path, archive), sheet))
        macros = kind.has_macros(archive)
    notes = [("macros ignored", 1)] if macros else []
    notes += [("hidden sheet read", 1)] if grid.hidden else []
    return replace(grid, notes=(*notes, *grid.notes))


def _kind(path: Path) -> ModuleType:
    return ods if path.suffix.lower() == ".ods" else xlsx


def _names(path: Path, archive: zipfile.ZipFile) -> tuple[str, ...]:
    names: tuple[str, ...] = _kind(path).names_of(archive)
    if not names:
        raise UnreadableError.of(path, "no worksheet is in it", _SAVE)
    return names


def _named(path: Path, names: tuple[str, ...], wanted: str) -> str:
    """Return the sheet that is meant, where none has that very name."""
    folded = wanted.strip().casefold()
    near = [name for name in names if name.strip().casefold() == folded]
    if len(near) != 1:
        hint = did_you_mean(wanted, names)
        fault = f"there is no sheet {wanted!r}{hint}"
        if near:
            fault = f"{len(near)} sheets go by the name {wanted.strip()!r}"
        listed = ", ".join(name.strip() for name in names)
        raise UnreadableError.of(path, fault, f"Its sheets are {listed}.")
    return near[0]


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a workbook that can be read, and name it in whatever goes wrong."""
    with reading(path), existing(path).open("rb") as file:
        start = file.read(len(_OLD))
        if start == _OLD:
            raise _old_or_locked(path, locked=_LOCKED in file.read())
        try:
            with zipfile.ZipFile(file) as archive:
                _look_over(path, archive)
                yield archive
        except UnreadableError:
            raise
        except KeyError as error:
            fault = "it is no workbook: a part of it is missing"
            raise UnreadableError.of(path, fault, _SAVE) from error
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            fault = "it is not a whole workbook"
            raise UnreadableError.of(path, fault, "Export it again.") from error
        except (NotImplementedError, ParseError, RuntimeError, ValueError) as error:
            fault = f"it cannot be read as a workbook ({error})"
            raise UnreadableError.of(path, fault, _SAVE) from error


def _old_or_locked(path: Path, *, locked: bool) -> UnreadableError:
    if locked:
        return UnreadableError.of(path, "a password protects it", _UNLOCK)
    fault = "it is an old .xls workbook under another suffix"
    return UnreadableError.of(path, fault, _SAVE)


def _look_over(path: Path, archive: zipfile.ZipFile) -> None:
    """Refuse what needs a password, or would unpack into more than memory holds."""
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts) or ods.is_encrypted(archive):
        raise UnreadableError.of(path, "a password protects it", _UNLOCK)
    if sum(part.file_size for part in parts) > _BYTES:
        fault = "it unpacks into more than 1 GB"
        raise UnreadableError.of(path, fault, "Save its tables as CSV or Parquet.")


@contextmanager
def _of_a_sheet(path: Path, sheet: str) -> Iterator[None]:
    """Name the sheet in what goes wrong; a panic of the reader is no end of ours."""
    try:
        yield
    except (UnreadableError, OSError, KeyError, MemoryError):
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError):
        raise
    except BaseException as error:
        if (
            not isinstance(error, Exception)
            and type(error).__name__ != "PanicException"
        ):
            raise
        fault = f"sheet {sheet.strip()} cannot be read ({error})"
        raise UnreadableError.of(path, fault, _SAVE) from error
