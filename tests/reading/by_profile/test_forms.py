"""Texts of a source turned into a column's values."""

from __future__ import annotations

import polars as pl
import pytest

from peelcheck.profiles import Form
from peelcheck.reading.by_profile.forms import formed, found_in
from peelcheck.returns import ROW

MONTH = r"ending (?P<month>[A-Z][a-z]+) (?P<year>20\d\d|\d\d)"


@pytest.mark.parametrize(
    ("title", "day", "shown"),
    [
        ("year ending March 181,2,3", "2018-03-31", "ending March 181,2,3"),
        ("year ending September 20181,2", "2018-09-30", "ending September 20181,2"),
        ("year ending Sep 2018", "2018-09-30", "ending Sep 2018"),
        ("year ending Smarch 2018, or ending June 2018", None, ""),
    ],
)
def test_a_month_is_found_in_a_title(title: str, day: str | None, shown: str) -> None:
    found = found_in(MONTH, ["England and Wales", title], Form.MONTH_END)
    if day is None:
        assert found is None
    else:
        assert found is not None
        assert (found[0]["value"], found[1]) == (day, shown)


def test_a_year_that_never_was_is_not_found() -> None:
    pattern = r"(?P<year>\d{4})-(?P<month>\d\d)"
    assert found_in(pattern, ["0000-04-essex"], Form.MONTH_END) is None


def cells(*texts: str | None) -> pl.DataFrame:
    return pl.DataFrame({ROW: range(2, 2 + len(texts)), "day": texts})


def test_a_financial_year_is_its_last_day() -> None:
    frame, ((kind, count, examples),) = formed(
        cells("2017/18", "1999/00", "2017/19", None, "2018"),
        "day",
        Form.FINANCIAL_YEAR_END,
    )
    assert frame["day"].to_list() == [
        *("2018-03-31", "2000-03-31", "2017/19", None, "2018")
    ]
    assert (kind, count) == ("financial year read as its last day", 2)
    assert examples[0] == (2, "2017/18", "2018-03-31")


def test_a_moment_is_its_day_by_the_clock_in_great_britain() -> None:
    frame, (read, moved) = formed(
        cells(
            "2019-03-31T23:00:00+00:00",
            "2019-03-30T23:30:00+00:00",
            "2019-10-27T23:30:00+00:00",
            "2019-07-01T00:30:00+01:00",
            "2019-07-01",
            None,
        ),
        "day",
        Form.LOCAL_DAY,
    )
    assert frame["day"].to_list() == [
        *("2019-04-01", "2019-03-30", "2019-10-27", "2019-07-01", "2019-07-01"),
        None,
    ]
    assert (read[1], moved[1]) == (4, 1)
    assert moved[2] == [(2, "2019-03-31T23:00:00+00:00", "2019-04-01")]


def test_a_column_that_is_not_there_has_no_form() -> None:
    frame = cells("2018")
    assert formed(frame, "year", Form.FINANCIAL_YEAR_END) == (frame, [])
    assert formed(frame, "day", Form.AS_IT_IS) == (frame, [])
