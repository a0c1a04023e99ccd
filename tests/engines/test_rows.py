"""Row rules: exact counts, the first rows in the order of the source, the shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

import pytest

from peelcheck.authoring import column
from peelcheck.conditions import ALWAYS, Condition
from peelcheck.engines.outcome import Hit, Outcome
from peelcheck.engines.rows import row_outcomes, shown_columns
from peelcheck.model import Basis, RowRule, Severity
from peelcheck.returns import Frame
from peelcheck.shape import ColumnType, Missing

FrameOf: TypeAlias = Callable[..., Frame]


def rule_of(
    then: Condition,
    when: Condition = ALWAYS,
    missing: Missing = Missing.IGNORED,
) -> RowRule:
    return RowRule(
        id="POP901",
        statement="A9",
        basis=Basis.DERIVED,
        severity=Severity.QUERY,
        table="population",
        says="So it is.",
        mend="Make it so.",
        when=when,
        then=then,
        missing=missing,
    )


POSITIVE = rule_of(column("population") > 0)
TYPES = {
    "force": ColumnType.TEXT,
    "population": ColumnType.INTEGER,
    "day": ColumnType.DATE,
}


def test_all_failing_rows_are_counted_and_the_first_ten_listed(
    library: str, frame_of: FrameOf
) -> None:
    rows = [{"population": number % 2} for number in range(50)]
    (outcome,) = row_outcomes(frame_of(library, rows), [POSITIVE], ())
    assert (outcome.evaluated, outcome.failed, outcome.undecided) == (50, 25, 0)
    assert [hit.row for hit in outcome.hits] == list(range(0, 20, 2))


def test_the_first_rows_are_those_of_the_source_however_many_there_are(
    frame_of: FrameOf,
) -> None:
    rows = [{"population": int(number < 150_000)} for number in range(300_000)]
    (outcome,) = row_outcomes(frame_of("polars", rows), [POSITIVE], ())
    assert (outcome.evaluated, outcome.failed) == (300_000, 150_000)
    assert [hit.row for hit in outcome.hits] == list(range(150_000, 150_010))


def test_a_hit_shows_the_row_its_key_and_what_was_read_as_plain_values(
    library: str, frame_of: FrameOf
) -> None:
    day = date(2018, 3, 31)
    given = {"force": None, "population": 0, "day": day, "town": "Harlow"}
    rule = rule_of((column("population") > 0) | (column("day") != day))
    frame = frame_of(library, [given], TYPES)
    (outcome,) = row_outcomes(frame, [rule], ("force", "day"))
    shown = {"force": None, "day": day, "population": 0}
    assert outcome.hits == (Hit(0, shown),)
    assert [type(value) for value in outcome.hits[0].values.values()] == [
        type(None),
        date,
        int,
    ]


@pytest.mark.parametrize("missing", Missing)
def test_a_table_without_rows_has_nothing_to_evaluate(
    missing: Missing, library: str, frame_of: FrameOf
) -> None:
    rules = [
        rule_of(column("population") > 0, missing=missing),
        rule_of(column("force").is_in(("Essex",)), missing=missing),
        rule_of(column("day") == date(2018, 3, 31), missing=missing),
        rule_of(ALWAYS, missing=missing),
    ]
    outcomes = row_outcomes(frame_of(library, [], TYPES), rules, ("force",))
    assert outcomes == [Outcome(evaluated=0, failed=0)] * 4


def test_a_table_of_one_row_is_evaluated(library: str, frame_of: FrameOf) -> None:
    rules = [POSITIVE, rule_of(ALWAYS), rule_of(~ALWAYS)]
    outcomes = row_outcomes(frame_of(library, [{"population": 1}]), rules, ())
    counts = [(one.evaluated, one.failed, one.undecided) for one in outcomes]
    assert counts == [(1, 0, 0), (1, 0, 0), (1, 1, 0)]


@pytest.mark.parametrize(
    ("missing", "counts"),
    [
        (Missing.IGNORED, (2, 1, 0)),
        (Missing.UNDECIDED, (2, 1, 1)),
        (Missing.INVALID, (3, 2, 0)),
    ],
)
def test_a_gap_means_what_the_rule_says_it_means(
    missing: Missing, counts: tuple[int, int, int], library: str, frame_of: FrameOf
) -> None:
    rule = rule_of(column("population") > 0, missing=missing)
    rows = [{"population": number} for number in (1, 0, None)]
    (outcome,) = row_outcomes(frame_of(library, rows), [rule], ())
    assert (outcome.evaluated, outcome.failed, outcome.undecided) == counts


@pytest.mark.parametrize("missing", Missing)
def test_a_row_the_rule_does_not_apply_to_is_never_open(
    missing: Missing, library: str, frame_of: FrameOf
) -> None:
    when = column("force") == "Essex"
    rule = rule_of(column("population") > 0, when, missing)
    frame = frame_of(library, [{"force": "Kent", "population": None}], TYPES)
    assert row_outcomes(frame, [rule], ()) == [Outcome(evaluated=0, failed=0)]


@pytest.mark.parametrize(
    ("missing", "counts"),
    [
        (Missing.IGNORED, (0, 0, 0)),
        (Missing.UNDECIDED, (0, 0, 1)),
        (Missing.INVALID, (1, 1, 0)),
    ],
)
def test_a_row_the_rule_may_apply_to_is_open(
    missing: Missing, counts: tuple[int, int, int], library: str, frame_of: FrameOf
) -> None:
    when = column("force") == "Essex"
    rule = rule_of(column("population") > 0, when, missing)
    frame = frame_of(library, [{"force": None, "population": 1}])
    (outcome,) = row_outcomes(frame, [rule], ())
    assert (outcome.evaluated, outcome.failed, outcome.undecided) == counts


def test_a_column_that_is_not_there_is_empty_throughout(
    library: str, frame_of: FrameOf
) -> None:
    mark = column("population.mark")
    rules = [
        rule_of(mark.is_missing() | (mark != "unreadable")),
        rule_of(mark == "unreadable", missing=Missing.UNDECIDED),
    ]
    frame = frame_of(library, [{"population": 1}, {"population": None}])
    assert row_outcomes(frame, rules, ("force",)) == [
        Outcome(evaluated=2, failed=0),
        Outcome(evaluated=0, failed=0, undecided=2),
    ]


def test_a_finding_shows_a_column_beside_its_mark_and_the_text_as_written() -> None:
    rule = rule_of(column("population.mark").is_missing())
    schema: dict[str, Any] = dict.fromkeys(
        ["__row__", "year", "force", "population", "population.mark", "population.text"]
    )
    shown = ["__row__", "year", "population", "population.mark", "population.text"]
    assert shown_columns(rule, ("year", "town"), schema) == shown
