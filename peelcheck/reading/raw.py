"""A table as a source holds it: headers and cells of text, not yet matched or typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import polars as pl

__all__ = ["RawTable"]


@dataclass(frozen=True, slots=True)
class RawTable:
    """A source's headers and its columns, named by position, with `ROW`.

    Attributes:
        headers: The headers as they stand; those of several rows joined by ` / `.
        frame: The columns `"0"`, `"1"`, ... and `ROW`, the row in the file or sheet.
        notes: What was done to the source as a whole, and how often.
        sheet: The sheet of a workbook, as its name stands; empty for other files.
        letters: The letter of each column in a sheet, `A` to `XFD`; empty elsewhere.
        above: The texts above the header of a sheet: its title, unit and the like.
        below: The texts below its last row of data: its notes.
        epoch: The day 0 of the workbook's serial dates; nothing for other files.

    """

    headers: tuple[str, ...]
    frame: pl.LazyFrame
    notes: tuple[tuple[str, int], ...] = ()
    sheet: str = ""
    letters: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    epoch: date | None = None
