"""Days and the twelve months that end on them."""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["year_before"]


def year_before(end: date) -> date:
    """Return the first day of the twelve months that end on a day."""
    if (end.month, end.day) == (12, 31):
        return date(end.year, 1, 1)
    following = end + timedelta(days=1)
    if (following.month, following.day) == (2, 29):
        return date(end.year - 1, 3, 1)
    return following.replace(year=following.year - 1)
