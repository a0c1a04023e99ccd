"""Texts of a published source turned into a column's values, and counted."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name, monthrange
from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

import polars as pl

from peelcheck.profiles import Form
from peelcheck.reading.by_profile.footnotes import with_footnote
from peelcheck.returns import ROW

__all__ = ["formed", "found_in"]

Said: TypeAlias = tuple[str, int, list[tuple[int, str, str]]]
_ZONE = "Europe/London"
_EXAMPLES = 3
_YEAR = r"^\s*([0-9]{4})/([0-9]{2})\s*$"


def found_in(
    pattern: str, texts: Sequence[str], form: Form = Form.AS_IT_IS
) -> tuple[dict[str, str], str] | None:
    """Return the value a pattern finds, and what stands there with its footnotes.

    Args:
        pattern: A regular expression with the groups `value`, or `month` and `year`.
        texts: Where to look; the first text it is found in counts.
        form: What is made of month and year.

    """
    for text in texts:
        if found := re.search(pattern, text):
            groups = found.groupdict()
            if form is Form.MONTH_END:
                day = _month_end(groups["month"], groups["year"])
                if day is None:
                    continue
                groups["value"] = day.isoformat()
            return groups, with_footnote(text, found)
    return None


def _month_end(month: str, year: str) -> date | None:
    names = {name.casefold(): n for n, name in enumerate(month_name) if name}
    names |= {name.casefold(): n for n, name in enumerate(month_abbr) if name}
    number = int(month) if month.isdigit() else names.get(month.casefold(), 0)
    whole = int(year) if len(year) == 4 else 2000 + int(year)
    if not (1 <= number <= 12 and whole):
        return None
    return date(whole, number, monthrange(whole, number)[1])


def formed(
    frame: pl.DataFrame, column: str, form: Form
) -> tuple[pl.DataFrame, list[Said]]:
    """Turn the cells of a column into its values; what is of no such form stays.

    Returns:
        The frame, and what was done: of what kind, how often, and examples.

    """
    if column not in frame.columns:
        return frame, []
    if form is Form.FINANCIAL_YEAR_END:
        return _years(frame, column)
    if form is Form.MONTH_END:
        return _months(frame, column)
    if form is Form.LOCAL_DAY:
        return _days(frame, column)
    return frame, []


def _years(frame: pl.DataFrame, column: str) -> tuple[pl.DataFrame, list[Said]]:
    cell = pl.col(column)
    first = cell.str.extract(_YEAR, 1).cast(pl.Int64)
    second = cell.str.extract(_YEAR, 2).cast(pl.Int64)
    end = pl.when((first + 1) % 100 == second).then(first + 1)
    day = end.cast(pl.String) + "-03-31"
    kind = "financial year read as its last day"
    return _changed(frame, column, [(day, kind)])


def _months(frame: pl.DataFrame, column: str) -> tuple[pl.DataFrame, list[Said]]:
    """Turn the first day of a month, which stands for the month, into its last."""
    first = pl.col(column).str.to_date("%Y-%m-%d", strict=False)
    end = pl.when(first.dt.day() == 1).then(first.dt.month_end())
    kind = "first day of a month read as its last"
    return _changed(frame, column, [(end.cast(pl.String), kind)])


def _days(frame: pl.DataFrame, column: str) -> tuple[pl.DataFrame, list[Said]]:
    """Turn moments with an offset into days by the clock in Great Britain."""
    moment = pl.col(column).str.to_datetime("%Y-%m-%dT%H:%M:%S%z", strict=False)
    day = moment.dt.convert_time_zone(_ZONE).dt.date().cast(pl.String)
    moved = pl.when(day != pl.col(column).str.head(10)).then(day)
    kinds = [
        (day, "moment read as its day in Great Britain"),
        (moved, "day moved, for the source gives it in UTC"),
    ]
    return _changed(frame, column, kinds)


def _changed(
    frame: pl.DataFrame, column: str, kinds: Sequence[tuple[pl.Expr, str]]
) -> tuple[pl.DataFrame, list[Said]]:
    said: list[Said] = []
    for value, kind in kinds:
        made = frame.select(ROW, column, value.alias("made")).drop_nulls("made")
        said.append((kind, len(made), made.head(_EXAMPLES).rows()))
    value = kinds[0][0]
    return frame.with_columns(pl.coalesce(value, pl.col(column)).alias(column)), said
