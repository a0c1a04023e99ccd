"""Days and the twelve months that end on them."""

from __future__ import annotations

from datetime import date, timedelta

__all__ = [
    "FINANCIAL_YEAR_ENDS",
    "month_ends",
    "months_between",
    "quarter_of",
    "year_before",
]

FINANCIAL_YEAR_ENDS = tuple(date(year, 3, 31) for year in range(2000, 2051))
"""The last days of the financial years that a return may be of."""


def year_before(end: date) -> date:
    """Return the first day of the twelve months that end on a day."""
    if (end.month, end.day) == (12, 31):
        return date(end.year, 1, 1)
    following = end + timedelta(days=1)
    if (following.month, following.day) == (2, 29):
        return date(end.year - 1, 3, 1)
    return following.replace(year=following.year - 1)


def months_between(start: date | None, end: date | None) -> int | None:
    """Return how many whole months lie from a first to a last day, both included.

    Nothing where a day is not known, or they do not begin and end a month.
    """
    if start is None or end is None or start > end or end == date.max:
        return None
    following = end + timedelta(days=1)
    if start.day != 1 or following.day != 1:
        return None
    return (following.year - start.year) * 12 + following.month - start.month


def month_ends(start: date, end: date) -> list[date]:
    """Return the last day of each whole month from a first to a last day."""
    months = range(months_between(start, end) or 0)
    firsts = [start.year * 12 + start.month + ahead for ahead in months]
    return [date(at // 12, at % 12 + 1, 1) - timedelta(days=1) for at in firsts]


def quarter_of(year_end: date, quarter: int) -> tuple[date, date]:
    """Return the first and last day of a quarter of the year that ends with a month.

    The first quarter begins the day after the year before.
    """
    months = year_before(year_end).month - 1 + 3 * (quarter - 1)
    first = date(year_before(year_end).year + months // 12, months % 12 + 1, 1)
    after = date(first.year + (first.month + 2) // 12, (first.month + 2) % 12 + 1, 1)
    return first, after - timedelta(days=1)
