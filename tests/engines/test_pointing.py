"""Rules over a row and the row of another table that it points to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeAlias

import polars as pl
import pytest

from peelcheck.authoring import column
from peelcheck.engines import pointing
from peelcheck.engines.outcome import Outcome
from peelcheck.engines.pointing import linked_outcomes
from peelcheck.model import Basis, LinkRule, Severity
from peelcheck.returns import ROW, Frame
from peelcheck.shape import ColumnType, Missing

FrameOf: TypeAlias = Callable[..., Frame]
DAY = date(2018, 2, 1)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
ON = ("force", "crime")

POINTS = LinkRule(
    id="OCM901",
    statement="A32",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    table="outcomes",
    says="It points to a crime.",
    mend="Correct it.",
    to="crimes",
    on=ON,
    then=column("reference.crime").is_present(),
)
AFTERWARDS = replace(
    POINTS, then=column("assigned_on") >= column("reference.recorded_on")
)
OF_FRAUD = replace(
    POINTS,
    when=column("outcome_type") == "19",
    then=column("reference.offence") == "Fraud",
)
CRIME_TYPES = dict.fromkeys((*ON, "offence"), ColumnType.TEXT) | {
    "recorded_on": ColumnType.DATE
}
OUTCOME_TYPES = dict.fromkeys((*ON, "outcome_type"), ColumnType.TEXT) | {
    "assigned_on": ColumnType.DATE
}


def crimes(*given: tuple[str | None, str | None, date | None, str]) -> list[Any]:
    names = (*ON, "recorded_on", "offence")
    return [dict(zip(names, cells, strict=True)) for cells in given]


def outcomes(*given: tuple[str | None, str | None, date | None, str]) -> list[Any]:
    names = (*ON, "assigned_on", "outcome_type")
    return [dict(zip(names, cells, strict=True)) for cells in given]


CRIMES = crimes(
    ("Essex", "1", DAY, "Robbery"),
    ("Essex", "2", DAY, "Fraud"),
    ("Kent", "1", None, "Burglary"),
    (None, "3", DAY, "Fraud"),
)
OUTCOMES = outcomes(
    ("Essex", "1", BEFORE, "19"),
    ("Kent", "2", DAY, "19"),
    ("Essex", "2", AFTER, "19"),
    ("Kent", "1", AFTER, "1"),
    (None, "3", BEFORE, "1"),
    ("Essex", "1", DAY, "2"),
)


@pytest.fixture
def run(library: str, frame_of: FrameOf) -> Callable[..., list[Outcome]]:
    """Return what runs rules over outcomes and crimes in one library."""

    def made(
        *rules: LinkRule, own: Any = OUTCOMES, other: Any = CRIMES
    ) -> list[Outcome]:
        frame = frame_of(library, own, OUTCOME_TYPES)
        target = frame_of(library, other, CRIME_TYPES)
        return linked_outcomes(frame, target, rules, ON)

    return made


def rows_of(outcome: Outcome) -> list[int | None]:
    return [hit.row for hit in outcome.hits]


def test_rules_of_one_target_are_counted_together(run: Any) -> None:
    pointing_, afterwards, fraud = run(POINTS, AFTERWARDS, OF_FRAUD)
    assert (pointing_.evaluated, pointing_.failed) == (6, 2)
    assert rows_of(pointing_) == [1, 4]
    assert (afterwards.evaluated, afterwards.failed) == (3, 1)
    assert rows_of(afterwards) == [0]
    assert (fraud.evaluated, fraud.failed, rows_of(fraud)) == (2, 1, [0])


def test_a_finding_shows_the_key_and_what_was_read_of_both_rows(run: Any) -> None:
    (outcome,) = run(AFTERWARDS)
    assert dict(outcome.hits[0].values) == {
        "force": "Essex",
        "crime": "1",
        "assigned_on": BEFORE,
        "reference.recorded_on": DAY,
    }


def test_what_is_not_there_leaves_a_rule_open(run: Any) -> None:
    (undecided,) = run(replace(AFTERWARDS, missing=Missing.UNDECIDED))
    assert (undecided.evaluated, undecided.failed, undecided.undecided) == (3, 1, 3)
    (invalid,) = run(replace(AFTERWARDS, missing=Missing.INVALID))
    assert (invalid.evaluated, invalid.failed, rows_of(invalid)) == (6, 4, [0, 1, 3, 4])


def test_a_doubled_key_is_pointed_to_once_with_its_least_values(run: Any) -> None:
    doubled = crimes(("Essex", "1", AFTER, "Robbery"), ("Essex", "1", DAY, "Theft"))
    own = outcomes(("Essex", "1", DAY, "1"), ("Essex", "2", DAY, "1"))
    pointing_, afterwards = run(POINTS, AFTERWARDS, own=own, other=doubled)
    assert (pointing_.evaluated, rows_of(pointing_)) == (2, [1])
    assert (afterwards.evaluated, afterwards.failed) == (1, 0)


def test_the_first_are_listed_in_the_order_of_the_source(run: Any) -> None:
    numbers = [number * 7 % 30 for number in range(30)]
    own = outcomes(*(("Essex", str(number), DAY, "1") for number in numbers))
    other = crimes(
        *(("Essex", str(number), DAY, "Fraud") for number in range(0, 30, 2))
    )
    (outcome,) = run(POINTS, own=own, other=other)
    odd = [row for row, number in enumerate(numbers) if number % 2]
    assert (outcome.failed, rows_of(outcome)) == (15, odd[:10])


def test_where_there_is_no_row_to_point_to_all_point_nowhere(run: Any) -> None:
    (outcome,) = run(POINTS, other=[])
    assert (outcome.evaluated, outcome.failed) == (6, 6)


def test_hashes_that_meet_do_not_link_rows_of_other_keys(
    frame_of: FrameOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Every key of a force has the same hash: only the comparison tells them apart.
    def of_force(_: object) -> pl.Expr:
        return pl.col("force").hash().alias(pointing._HASH)

    monkeypatch.setattr(pointing, "_hash", of_force)
    other = crimes(("Essex", "1", DAY, "Fraud"), ("Kent", "1", DAY, "Fraud"))
    frame = frame_of("polars", OUTCOMES, OUTCOME_TYPES)
    target = frame_of("polars", other, CRIME_TYPES)
    (outcome,) = linked_outcomes(frame, target, [POINTS], ON)
    assert rows_of(outcome) == [1, 2, 4]


def test_only_the_columns_that_are_read_are_joined(frame_of: FrameOf) -> None:
    odd = [row | {"note": "x"} for row in OUTCOMES]
    frame = frame_of("polars", odd, OUTCOME_TYPES)
    target = frame_of("polars", CRIMES, CRIME_TYPES)
    (outcome,) = linked_outcomes(frame, target, [POINTS], ON)
    names = {name for hit in outcome.hits for name in hit.values}
    assert names == {*ON, "reference.crime"}
    assert ROW not in names
