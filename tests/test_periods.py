"""The twelve months that end on a day, their quarters, and months counted."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelcheck.periods import months_between, quarter_of, year_before


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


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2017-10-01", "2018-09-30", 12),
        ("2017-04-01", "2018-09-30", 18),
        ("2018-03-01", "2018-03-31", 1),
        ("2018-03-31", "2018-03-31", None),
        ("2017-10-02", "2018-09-30", None),
        ("2017-10-01", "2018-09-29", None),
        ("2018-10-01", "2018-09-30", None),
        ("9999-12-01", "9999-12-31", None),
        (None, "2018-09-30", None),
        ("2018-09-30", None, None),
    ],
)
def test_whole_months_are_counted(
    start: str | None, end: str | None, months: int | None
) -> None:
    days = [date.fromisoformat(day) if day else None for day in (start, end)]
    assert months_between(*days) == months


@pytest.mark.parametrize(
    ("quarter", "first", "last"),
    [
        (1, "2018-04-01", "2018-06-30"),
        (2, "2018-07-01", "2018-09-30"),
        (3, "2018-10-01", "2018-12-31"),
        (4, "2019-01-01", "2019-03-31"),
    ],
)
def test_the_quarters_of_a_financial_year(quarter: int, first: str, last: str) -> None:
    days = quarter_of(date(2019, 3, 31), quarter)
    assert days == (date.fromisoformat(first), date.fromisoformat(last))


@given(st.integers(1901, 9997), st.integers(1, 12))
def test_four_quarters_make_the_year(year: int, month: int) -> None:
    end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    quarters = [quarter_of(end, quarter) for quarter in (1, 2, 3, 4)]
    assert (quarters[0][0], quarters[3][1]) == (year_before(end), end)
    for (_, last), (first, _) in pairwise(quarters):
        assert first - last == timedelta(days=1)
