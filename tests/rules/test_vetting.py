"""Rules over vetting: one basis, one day, and the workforce published beside it."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

import peelcheck
from peelcheck import Verdict
from peelcheck.strategies import DrawnReturn
from peelcheck.strategies.valid import valid_return
from peelcheck.tables.vetting import EQUIVALENTS, HEADCOUNT

TABLE = "vetting"
KENT = 5758.0
"""Fewer than the full-time equivalents first published for Kent, all kinds together."""


def all_43() -> DrawnReturn:
    return valid_return("peel-2018-19", "collection", [TABLE])


def failed(drawn: DrawnReturn, **assume: Any) -> set[str]:
    report = peelcheck.check(drawn.frames(), manifest=drawn.manifest, assume=assume)
    return {one.rule.id for one in report.results if one.verdict is Verdict.FAILED}


def with_force(force: str, **cells: Any) -> DrawnReturn:
    drawn = all_43()
    at = [row["force"] for row in drawn.tables[TABLE]].index(force)
    return drawn.with_row(TABLE, at, {**drawn.tables[TABLE][at], **cells})


def test_one_force_that_counts_equivalents_is_asked_about_alone() -> None:
    other = with_force("Kent", basis=EQUIVALENTS, workforce=KENT)
    assert failed(other) == {"VET006"}


def test_equivalents_of_all_forces_are_one_basis() -> None:
    drawn = all_43()
    rows = [{**row, "basis": EQUIVALENTS} for row in drawn.tables[TABLE]]
    assert failed(drawn.with_rows(TABLE, rows)) == set()


@pytest.mark.parametrize("basis", [HEADCOUNT, EQUIVALENTS])
def test_a_number_of_another_day_is_not_held_beside_the_published_one(
    basis: str,
) -> None:
    drawn = valid_return("peel-2018-19", "submission", [TABLE])
    cells = {"as_at": date(2019, 4, 1), "basis": basis, "workforce": 9.0}
    row = {**drawn.tables[TABLE][0], **cells, "without_clearance": 1.0}
    assert failed(drawn.with_row(TABLE, 0, row)) == {"VET004"}


def test_what_tells_the_bases_apart_may_be_changed() -> None:
    drawn = valid_return("peel-2018-19", "submission", [TABLE])
    heads = drawn.with_row(TABLE, 0, {**drawn.tables[TABLE][0], "workforce": 5308.0})
    assert failed(heads) == set()
    assert failed(heads, vetting_basis_share=1.06) == {"VET007"}


def test_a_number_that_is_not_available_is_held_beside_nothing() -> None:
    frame = all_43().frames()[TABLE].cast({"workforce": str})
    numbers = pl.Series(["..", *frame["workforce"][1:]])
    given = {TABLE: frame.with_columns(workforce=numbers)}
    report = peelcheck.check(given, manifest=all_43().manifest)
    assert report.findings == ()
    assert report.of("VET007").evaluated == 42
