"""Doubled keys: every member is counted, none falsely, gaps and all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

import polars as pl
import pytest

from peelcheck.authoring import column
from peelcheck.engines import keys
from peelcheck.engines.keys import unique_outcome
from peelcheck.engines.outcome import Hit, Outcome
from peelcheck.returns import ROW, Frame
from peelcheck.shape import ColumnType

FrameOf: TypeAlias = Callable[..., Frame]
DAY = date(2018, 3, 31)


def rows_of(*given: tuple[str | None, int | None, date | None]) -> list[Any]:
    return [{"force": f, "year": y, "day": d} for f, y, d in given]


def collide(_: object) -> pl.Expr:
    """Stand in for the hash: every key has the same."""
    return (pl.col(ROW) * 0).cast(pl.UInt64)


def test_members_are_counted_and_listed_in_source_order(
    library: str, frame_of: FrameOf
) -> None:
    rows = rows_of(("a", 1, DAY), ("b", 1, DAY), ("a", 1, DAY), ("a", 2, DAY))
    outcome = unique_outcome(frame_of(library, rows), ("force", "year", "day"))
    key = {"force": "a", "year": 1, "day": DAY}
    says = "this key stands 2 times"
    hits = (Hit(0, key, says), Hit(2, key, says))
    assert outcome == Outcome(evaluated=4, failed=2, hits=hits)


def test_all_members_are_counted_and_the_first_ten_listed(
    library: str, frame_of: FrameOf
) -> None:
    rows = [{"force": f"force {number // 3}"} for number in range(30)]
    outcome = unique_outcome(frame_of(library, rows[:-2]), ("force",))
    assert (outcome.evaluated, outcome.failed) == (28, 27)
    assert [hit.row for hit in outcome.hits] == list(range(10))
    assert {hit.message for hit in outcome.hits} == {"this key stands 3 times"}


def test_keys_with_gaps_are_equal_where_the_gaps_are(
    library: str, frame_of: FrameOf
) -> None:
    rows = rows_of(
        (None, 1, DAY),
        ("a", None, None),
        (None, 1, DAY),
        ("a", None, DAY),
        ("a", None, None),
        (None, None, None),
    )
    outcome = unique_outcome(frame_of(library, rows), ("force", "year", "day"))
    assert (outcome.evaluated, outcome.failed) == (6, 4)
    assert [(hit.row, dict(hit.values)) for hit in outcome.hits] == [
        (0, {"force": None, "year": 1, "day": DAY}),
        (1, {"force": "a", "year": None, "day": None}),
        (2, {"force": None, "year": 1, "day": DAY}),
        (4, {"force": "a", "year": None, "day": None}),
    ]


def test_an_empty_text_is_not_a_gap(library: str, frame_of: FrameOf) -> None:
    frame = frame_of(library, [{"force": ""}, {"force": None}, {"force": "nan"}])
    assert unique_outcome(frame, ("force",)) == Outcome(evaluated=3, failed=0)


def test_only_rows_where_the_condition_holds_must_differ(
    library: str, frame_of: FrameOf
) -> None:
    rows = rows_of(
        ("a", 1, DAY), ("a", 2, DAY), ("a", 1, DAY), ("a", None, DAY), ("b", 1, DAY)
    )
    outcome = unique_outcome(frame_of(library, rows), ("force",), column("year") == 1)
    assert (outcome.evaluated, outcome.failed) == (3, 2)
    assert [hit.row for hit in outcome.hits] == [0, 2]
    none = unique_outcome(frame_of(library, rows), ("force",), column("year") == 7)
    assert none == Outcome(evaluated=0, failed=0)


@pytest.mark.parametrize("count", [0, 1])
def test_no_row_and_one_row_have_no_twin(
    count: int, library: str, frame_of: FrameOf
) -> None:
    rows = rows_of(("a", 1, DAY))[:count]
    frame = frame_of(library, rows, {"force": ColumnType.TEXT})
    assert unique_outcome(frame, ("force",)) == Outcome(evaluated=count, failed=0)


def test_hashes_that_collide_make_no_false_doubles(
    frame_of: FrameOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "_hash", collide)
    rows = rows_of(("a", 1, DAY), ("b", 1, DAY), (None, 1, DAY), ("a", 2, DAY))
    frame = frame_of("polars", rows)
    outcome = unique_outcome(frame, ("force", "year", "day"))
    assert outcome == Outcome(evaluated=4, failed=0)


def test_true_doubles_are_found_where_all_hashes_collide(
    frame_of: FrameOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "_hash", collide)
    rows = rows_of(("a", 1, DAY), (None, 1, DAY), ("b", 1, DAY), (None, 1, DAY))
    outcome = unique_outcome(frame_of("polars", rows), ("force", "year"))
    assert (outcome.evaluated, outcome.failed) == (4, 2)
    assert [hit.row for hit in outcome.hits] == [1, 3]


def test_keys_taken_in_several_passes_are_counted_and_listed_as_in_one(
    frame_of: FrameOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = [number % 23 for number in range(40)]
    rows = rows_of(*(("a", number, DAY) for number in numbers))
    frame = frame_of("polars", rows)
    at_once = unique_outcome(frame, ("force", "year"))
    monkeypatch.setattr(keys, "_AT_ONCE", 7)
    assert unique_outcome(frame, ("force", "year")) == at_once
    assert (at_once.evaluated, at_once.failed) == (40, 34)
    assert [hit.row for hit in at_once.hits] == list(range(10))
