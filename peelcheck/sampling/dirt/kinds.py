"""The kinds of dirt that files have and peelcheck reads without loss."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["FORMS", "Dirt"]


class Dirt(StrEnum):
    """One way in which a file is not as peelcheck itself would write it."""

    FORCE_NAMES = "forces under other accepted names, or their codes"
    CATEGORIES = "values of a list in other spellings, such as & for and"
    PADDED_CELLS = "blanks around cells, the no-break one too"
    THOUSANDS = "numbers as 1,234"
    POINT_NOUGHT = "whole numbers as 12.0"
    DAY_FIRST = "dates as 31/03/2018"
    DATES_IN_WORDS = "dates as 31 March 2018, but not in workbooks"
    MARKS = "the mark .. where there is no value"
    HEADERS = "headers under other accepted names"
    PADDED_HEADERS = "headers in capitals, with blanks around"
    COLUMN_ORDER = "columns in another order"
    UNKNOWN_COLUMN = "a column that no table knows"
    BLANK_ROWS = "rows without any value"
    SEMICOLONS = "cells separated by semicolons, and lines as Windows ends them"
    BYTE_ORDER_MARK = "a byte-order mark before the first header"
    CP1252 = "text encoded as cp1252, with a character beyond ASCII"
    UTF_16 = "text encoded as UTF-16"
    WORKBOOK = "an XLSX workbook, with a title above the table and notes below"


FORMS = (
    Dirt.SEMICOLONS,
    Dirt.BYTE_ORDER_MARK,
    Dirt.CP1252,
    Dirt.UTF_16,
    Dirt.WORKBOOK,
)
"""The kinds of whole files, of which each file is one at most."""
