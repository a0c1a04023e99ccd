"""Cells as text, and columns as letters."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from peelcheck.reading.sheets.grids import cell_text, letters_of


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        ("", None),
        (" x ", " x "),
        (True, "TRUE"),
        (False, "FALSE"),
        (58744600.0, "58744600"),
        (-0.0, "0"),
        (0.1, "0.1"),
        (1e300, "1e+300"),
        (date(2018, 3, 31), "2018-03-31"),
        (datetime(2018, 3, 31), "2018-03-31"),  # noqa: DTZ001 - a cell has no zone
        (datetime(2018, 3, 31, 10), "2018-03-31 10:00:00"),  # noqa: DTZ001
        (datetime(2018, 3, 31, 23, 59, 59, 999_000), "2018-04-01"),  # noqa: DTZ001
        (datetime(2018, 3, 31, 23, 59, 59, 997_000), "2018-03-31 23:59:59"),  # noqa: DTZ001
        (datetime(2018, 3, 31, 10, 0, 0, 700_000), "2018-03-31 10:00:00"),  # noqa: DTZ001
        (datetime(9999, 12, 31, 23, 59, 59, 999_999), "9999-12-31 23:59:59"),  # noqa: DTZ001
        (time(10, 30), "10:30:00"),
        (timedelta(hours=30), "30:00:00"),
    ],
)
def test_a_value_is_the_text_a_csv_file_would_hold(value: Any, text: str) -> None:
    assert cell_text(value) == text


def test_columns_have_the_letters_of_a_sheet() -> None:
    places = (0, 25, 26, 701, 702, 16383)
    assert [letters_of(p) for p in places] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
