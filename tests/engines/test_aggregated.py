"""Tables brought down to a row a group, and the groups decided, in every library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias

import pytest

from peelcheck.authoring import column
from peelcheck.engines.deciding import groups
from peelcheck.engines.groups import aggregated
from peelcheck.engines.outcome import FIRST, Hit, Outcome
from peelcheck.model import Basis, GroupRule, Severity
from peelcheck.returns import ROW, Frame
from peelcheck.rules.apart import wholes_apart
from peelcheck.shape import ColumnType, Missing

FrameOf: TypeAlias = Callable[..., Frame]
TYPES = {
    "force": ColumnType.TEXT,
    "quarter": ColumnType.INTEGER,
    "closed": ColumnType.INTEGER,
    "fte": ColumnType.NUMBER,
}
GIVEN: list[tuple[str | None, int | None, int | None, float | None]] = [
    ("b", 1, 5, 0.1),
    (None, 2, 1, 1.5),
    ("a", None, None, 2.5),
    ("b", None, -7, 0.2),
    (None, 3, 1, 1.5),
    ("a", 4, 3, 0.25),
]
ROWS = [dict(zip(TYPES, cells, strict=True)) for cells in GIVEN]
RULE = GroupRule(
    id="OUT901",
    statement="A31",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    table="outcome_counts",
    says="So it is.",
    mend="Make it so.",
    by=("force",),
    sums=("closed",),
    then=column("closed") >= 0,
)


def test_groups_come_in_source_order_with_sums_and_counts(
    library: str, frame_of: FrameOf
) -> None:
    frame = frame_of(library, ROWS, TYPES)
    found = aggregated(frame, ["force"], sums=["closed"], blanks=["quarter"])
    assert found == [
        {"force": "b", ROW: 0, "rows": 2, "closed": -2, "blank.quarter": 1},
        {"force": None, ROW: 1, "rows": 2, "closed": 2, "blank.quarter": 0},
        {"force": "a", ROW: 2, "rows": 2, "closed": None, "blank.quarter": 1},
    ]


def test_a_column_may_be_added_up_and_its_blanks_counted(
    library: str, frame_of: FrameOf
) -> None:
    frame = frame_of(library, ROWS, TYPES)
    found = aggregated(frame, ["force"], sums=["closed"], blanks=["closed"])
    assert [(row["closed"], row["blank.closed"]) for row in found] == [
        (-2, 0),
        (2, 0),
        (None, 1),
    ]


def test_different_values_are_counted_and_gaps_are_none(
    library: str, frame_of: FrameOf
) -> None:
    frame = frame_of(library, ROWS, TYPES)
    names = ("quarter", "closed", "fte", "force")
    found = aggregated(frame, ["force"], distinct=names)
    assert [[row[f"distinct.{name}"] for name in names] for row in found] == [
        [1, 2, 2, 1],
        [2, 1, 1, 0],
        [1, 1, 2, 1],
    ]
    early = aggregated(
        frame, ["force"], distinct=["quarter"], when=column("quarter") <= 2
    )
    assert [row["distinct.quarter"] for row in early] == [1, 1]


def test_a_sum_may_lack_some_of_its_cells_and_not_all(
    library: str, frame_of: FrameOf
) -> None:
    rows = [*ROWS, {**ROWS[0], "force": "c", "closed": None}]
    frame = frame_of(library, rows, TYPES)
    found = aggregated(
        frame, ["force"], sums=["closed"], blanks=["closed"], partly=True
    )
    assert [(row["closed"], row["blank.closed"]) for row in found] == [
        (-2, 0),
        (2, 0),
        (3, 1),
        (None, 1),
    ]


def test_only_rows_where_the_condition_holds_are_taken(
    library: str, frame_of: FrameOf
) -> None:
    frame = frame_of(library, ROWS, TYPES)
    given = column("quarter").is_present()
    found = aggregated(frame, ["force"], sums=["closed"], when=given)
    assert [(row["force"], row["rows"], row["closed"]) for row in found] == [
        ("b", 1, 5),
        (None, 2, 2),
        ("a", 1, 3),
    ]
    # Of rows without a quarter it is open whether they are of the first ones.
    early = aggregated(frame, ["force"], when=column("quarter") <= 2)
    assert [(row["force"], row["rows"]) for row in early] == [("b", 1), (None, 1)]


def test_all_rows_are_one_group_where_no_column_tells_them_apart(
    library: str, frame_of: FrameOf
) -> None:
    frame = frame_of(library, ROWS, TYPES)
    assert aggregated(frame, [], sums=["fte"], blanks=["quarter"]) == [
        {ROW: 0, "rows": 6, "fte": 6.05, "blank.quarter": 2}
    ]
    given = aggregated(frame, [], sums=["closed"], when=column("force") == "b")
    assert [(row["rows"], row["closed"]) for row in given] == [(2, -2)]


def test_no_rows_are_no_group(library: str, frame_of: FrameOf) -> None:
    frame = frame_of(library, ROWS, TYPES)
    assert aggregated(frame, [], when=column("force") == "c") == []
    assert aggregated(frame_of(library, [], TYPES), [], sums=["fte"]) == []


def test_decimals_are_added_alike(library: str, frame_of: FrameOf) -> None:
    frame = frame_of(library, ROWS, TYPES)
    found = aggregated(frame, ["force"], sums=["fte"])
    assert [row["fte"] for row in found] == [0.3, 3, 2.75]


def test_a_table_without_rows_has_no_groups(library: str, frame_of: FrameOf) -> None:
    frame = frame_of(library, [], TYPES)
    found = aggregated(
        frame, ["force"], sums=["fte"], blanks=["quarter"], distinct=["closed"]
    )
    assert found == []


def test_a_group_rule_says_the_same_in_every_library(
    library: str, frame_of: FrameOf
) -> None:
    rows = aggregated(frame_of(library, ROWS, TYPES), RULE.by, sums=RULE.sums)
    values = {"force": "b", "rows": 2, "closed": -2}
    hits = (Hit(0, values, "2 rows of b: closed -2"),)
    assert groups(replace(RULE, missing=Missing.UNDECIDED), rows) == Outcome(
        evaluated=2, failed=1, undecided=1, counted="groups", hits=hits
    )
    assert groups(RULE, rows).undecided == 0


def made(**changes: Any) -> dict[str, Any]:
    return {ROW: 4, "force": "Essex", "rows": 1, "closed": 0} | changes


class TestMessages:
    """What a group makes, in words."""

    def message(self, rule: GroupRule, row: dict[str, Any]) -> str:
        (hit,) = groups(rule, [row]).hits
        return hit.message

    def test_sums_are_shown(self) -> None:
        says = "1 row of Essex: closed -1,200"
        assert self.message(RULE, made(closed=-1200)) == says

    def test_a_sum_that_is_missing_is_told(self) -> None:
        rule = replace(RULE, then=column("closed").is_present())
        assert self.message(rule, made(closed=None)) == "1 row of Essex: closed nothing"

    def test_decimals_are_shown_with_two_places(self) -> None:
        row = made(closed=-1.23456)
        assert self.message(RULE, row) == "1 row of Essex: closed -1.23"
        (hit,) = groups(RULE, [row]).hits
        assert hit.values["closed"] == -1.23

    def test_blanks_are_counted(self) -> None:
        rule = replace(
            RULE, sums=(), blanks=("quarter",), then=column("blank.quarter") == 0
        )
        row = made(rows=1500, **{"blank.quarter": 2})
        assert self.message(rule, row) == "1,500 rows of Essex: quarter is blank in 2"

    def test_columns_blank_in_all_rows_or_in_none_are_not_told(self) -> None:
        blanks = ("quarter", "code", "offence")
        then = wholes_apart(blanks)
        rule = replace(RULE, sums=(), blanks=blanks, then=then)
        counted = {"blank.quarter": 3, "blank.code": 1, "blank.offence": 0}
        says = "3 rows of Essex: code is blank in 1"
        assert self.message(rule, made(rows=3, **counted)) == says

    @pytest.mark.parametrize(
        ("count", "says"), [(1, "1 value"), (1200, "1,200 values")]
    )
    def test_different_values_are_told(self, count: int, says: str) -> None:
        then = column("distinct.quarter") == 0
        rule = replace(RULE, sums=(), distinct=("quarter",), then=then)
        row = made(rows=2, **{"distinct.quarter": count})
        assert self.message(rule, row) == f"2 rows of Essex: quarter has {says}"

    def test_all_rows_together_are_told_so(self) -> None:
        rule = replace(RULE, by=(), sums=(), then=column("rows") == 1)
        assert self.message(rule, made(rows=2639)) == "2,639 rows in all"

    def test_rows_alone_are_counted(self) -> None:
        rule = replace(RULE, sums=(), then=column("rows") == 1)
        assert self.message(rule, made(rows=2)) == "2 rows of Essex"


@pytest.mark.parametrize("count", [3, 25])
def test_all_failing_groups_are_counted_and_the_first_listed(count: int) -> None:
    outcome = groups(RULE, [made(closed=-1) for _ in range(count)])
    assert (outcome.failed, len(outcome.hits)) == (count, min(count, FIRST))
