"""Rules over 999 calls: months, and what is missing and not nought."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

import peelcheck
from peelcheck import Report, Verdict
from peelcheck.strategies import DrawnReturn
from peelcheck.strategies.valid import valid_return

TABLE = "calls_999"


def essex() -> DrawnReturn:
    return valid_return("peel-2018-19", "submission", [TABLE])


def all_43() -> DrawnReturn:
    return valid_return("peel-2018-19", "collection", [TABLE])


def failed(report: Report) -> set[str]:
    return {one.rule.id for one in report.results if one.verdict is Verdict.FAILED}


def with_row(drawn: DrawnReturn, at: int, **cells: Any) -> DrawnReturn:
    return drawn.with_row(TABLE, at, {**drawn.tables[TABLE][at], **cells})


@pytest.mark.parametrize("at", [0, 10, 17])
def test_a_month_written_as_its_first_day_is_still_that_month(at: int) -> None:
    month = essex().tables[TABLE][at]["month"]
    changed = with_row(essex(), at, month=month.replace(day=1))
    assert failed(peelcheck.check(changed.read())) == {"CAL004"}


@pytest.mark.parametrize("month", [date(2017, 3, 31), date(2018, 10, 31)])
def test_a_month_more_is_of_another_period_and_no_month_too_many(month: date) -> None:
    rows = essex().tables[TABLE]
    changed = essex().with_rows(TABLE, (*rows, {**rows[0], "month": month}))
    assert failed(peelcheck.check(changed.read())) == {"CAL005"}


def test_a_month_in_place_of_one_of_the_window_leaves_one_out() -> None:
    changed = with_row(essex(), 0, month=date(2018, 10, 31))
    assert failed(peelcheck.check(changed.read())) == {"CAL005", "CAL006"}


def test_a_month_that_stands_twice_makes_up_for_no_other() -> None:
    rows = essex().tables[TABLE]
    doubled = essex().with_rows(TABLE, (*rows, rows[0]))
    assert failed(peelcheck.check(doubled.read())) == {"CAL.key"}
    instead = essex().with_rows(TABLE, (*rows[1:], rows[1]))
    assert failed(peelcheck.check(instead.read())) == {"CAL.key", "CAL006"}


@pytest.mark.parametrize(("cell", "fails"), [("..", set()), ("0", {"CAL007"})])
def test_calls_that_are_not_known_are_not_nought(cell: str, fails: set[str]) -> None:
    frame = essex().frames()[TABLE].cast({"calls": str})
    calls = pl.Series([cell, *frame["calls"][1:]])
    report = peelcheck.check({TABLE: frame.with_columns(calls=calls)})
    assert failed(report) == fails


def test_a_force_is_there_or_noted_as_unable_to_supply() -> None:
    drawn = all_43()
    rows = [row for row in drawn.tables[TABLE] if row["force"] != "Kent"]
    without = drawn.with_rows(TABLE, rows)
    assert failed(peelcheck.check(without.read())) == {"CAL002"}
    noted = [{"table": TABLE, "force": "Kent", "reason": "a new system"}]
    said = {**without.manifest, "unable_to_supply": noted}
    assert failed(peelcheck.check(without.frames(), manifest=said)) == set()
