"""Cells as real data have them: gaps, blanks, odd letters, values out of range."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from peelcheck.shape import ColumnType, TableColumn

__all__ = ["TEXTS", "odd_cells"]

NAN = float("nan")
GAPS = (None, None, NAN, "", "  ", "\t")
TEXTS = (
    *GAPS,
    " Essex ",
    "essex",
    "Essex\N{NO-BREAK SPACE}",
    "Dyfed\N{EN DASH}Powys",
    "\N{LATIN SMALL LETTER E WITH ACUTE}",
    "e\N{COMBINING ACUTE ACCENT}",
    "\N{LATIN SMALL LIGATURE FI}",
    "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}stanbul",
    "\N{CJK UNIFIED IDEOGRAPH-8B66}",
    "\N{POLICE CAR}",
    "\N{ZERO WIDTH SPACE}",
    "nan",
    "None",
    "NULL",
    "..",
    "N/A",
    "-",
    "0",
    "1A",
    "two\nlines",
    'a "quoted", one',
    "x" * 300,
    "\N{RIGHT-TO-LEFT OVERRIDE}Kent",
)
WHOLE = (None, None, NAN, 0, 1, -1, 2, 2**31, -(2**31) - 1, 10**18 - 1, 1 - 10**18)
TOO_LARGE = (10**18, -(10**18), 2**63 - 1, -(2**63))
WHOLE_TEXTS = (
    *GAPS,
    " 5",
    "1,234",
    "1.0",
    "5.5",
    "abc",
    "..",
    "+5",
    "-0",
    "007",
    "1e3",
)
DECIMALS = (None, NAN, 0.0, -0.0, 0.1, 0.1 + 0.2, -1.5, 1e-5, 999999999999999.0)
TOO_GREAT = (float("inf"), -float("inf"), 1e15, -1e300)
DECIMAL_TEXTS = (*GAPS, " 5.5", "1,234.5", "12%", "abc", "..", "1e3", ".5", "5.", "-0")
DAYS = (
    None,
    NAN,
    date(1000, 1, 1),
    date(1677, 9, 20),
    date(1970, 1, 1),
    date(2016, 2, 29),
    date(2262, 4, 12),
    date(9999, 12, 31),
)
TOO_EARLY = (date(1, 1, 1), date(999, 12, 31))
DAY_TEXTS = (
    *GAPS,
    "31/03/2018",
    "2018-02-30",
    "2018-3-31",
    "31 March 2018",
    "2018-03-31 00:00:00",
    "0999-12-31",
    "2018",
    datetime(2018, 3, 31, 12),  # noqa: DTZ001 - a time of day, no zone
)
_CELLS: Mapping[ColumnType, tuple[tuple[Any, ...], ...]] = {
    ColumnType.INTEGER: (WHOLE, TOO_LARGE, WHOLE_TEXTS),
    ColumnType.NUMBER: (DECIMALS, TOO_GREAT, DECIMAL_TEXTS),
    ColumnType.DATE: (DAYS, TOO_EARLY, DAY_TEXTS),
}


def odd_cells(column: TableColumn, how: int) -> tuple[Any, ...]:
    """Return odd cells of a column.

    Args:
        column: The column.
        how: 0 for values that fit its type, 1 for those that are too large or too early
            as well, and 2 for whatever else as well. Texts are all of one type: those
            that fit are of the column's domain.

    """
    if column.type is ColumnType.TEXT:
        own = (None, *column.domain[:5], *([] if column.domain else ["x", "1A"]))
        return (*own, *TEXTS, *[*column.spellings][:5]) if how else own
    fit, unfit, texts = _CELLS[column.type]
    return (*fit, *(unfit if how else ()), *(texts if how > 1 else ()))
