"""The twelve months that end on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelcheck.periods import year_before


@pytest.mark.parametrize(
    ("end", "start"),
    [
        ("2018-03-31", "2017-04-01"),
        ("2018-12-31", "2018-01-01"),
        ("2016-02-28", "2015-03-01"),
        ("2016-02-29", "2015-03-01"),
        ("2017-02-28", "2016-03-01"),
        ("2016-03-01", "2015-03-02"),
        ("9999-12-31", "9999-01-01"),
    ],
)
def test_the_first_day_is_told(end: str, start: str) -> None:
    assert year_before(date.fromisoformat(end)) == date.fromisoformat(start)


@given(st.dates(date(1900, 1, 1), date(9998, 12, 31)))
def test_the_same_day_of_the_next_year_begins_the_next_twelve_months(end: date) -> None:
    start = year_before(end)
    assert 364 <= (end - start).days <= 365
    following = end + timedelta(days=1)
    leap = (following.month, following.day) == (2, 29)
    expected = (3, 1) if leap else (following.month, following.day)
    assert (start.month, start.day) == expected
