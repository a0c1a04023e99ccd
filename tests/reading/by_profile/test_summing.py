"""Counts of a finer breakdown, added up."""

from __future__ import annotations

import polars as pl

from peelcheck.reading.by_profile.summing import summed
from peelcheck.returns import ROW
from peelcheck.shape import Mark

MARKS = {"NA": Mark.NOT_AVAILABLE, "-": Mark.NIL}


def added(*cells: tuple[str, str | None]) -> tuple[dict[str, str | None], int]:
    frame = pl.DataFrame(
        {
            ROW: range(2, 2 + len(cells)),
            "group": [group for group, _ in cells],
            "finer": [str(number) for number in range(len(cells))],
            "count": [count for _, count in cells],
        }
    )
    done, blank = summed(frame, ["count", "not there"], "finer", MARKS)
    return dict(done.select("group", "count").iter_rows()), blank


def test_cells_of_a_group_are_added_up() -> None:
    assert added(("a", "1,000"), ("b", "2"), ("a", " 30 ")) == (
        {"a": "1030", "b": "2"},
        0,
    )


def test_a_cell_without_a_number_counts_as_none_beside_one_that_has() -> None:
    assert added(("a", "NA"), ("a", "5"), ("a", None), ("a", "-")) == ({"a": "5"}, 2)


def test_a_group_without_a_number_keeps_its_mark() -> None:
    assert added(("a", "NA"), ("a", "NA"), ("b", None)) == ({"a": "NA", "b": None}, 0)


def test_what_is_no_number_and_no_mark_stands_for_its_whole_group() -> None:
    assert added(("a", "5"), ("a", "some"))[0] == {"a": "some"}


def test_a_sum_has_the_row_of_its_first_cell() -> None:
    cells = {"g": ["a", "b", "a"], "f": ["x", "x", "y"], "n": ["1", "2", "3"]}
    frame = pl.DataFrame({ROW: [2, 3, 4], **cells})
    done, _ = summed(frame, ["n"], "f", {})
    assert done[ROW].to_list() == [2, 3]


def test_a_row_that_stands_twice_is_added_up_once_and_stays_beside() -> None:
    cells = {"g": ["a", "a", "a"], "f": ["x", "y", "x"], "n": ["1", "2", "1"]}
    done, _ = summed(pl.DataFrame({ROW: [2, 3, 4], **cells}), ["n"], "f", {})
    assert done.rows() == [(2, "a", "3"), (4, "a", "1")]


def test_a_suppressed_count_is_no_none_but_stands_for_its_whole_group() -> None:
    assert added(("a", "<5"), ("a", "5"), ("a", "NA")) == ({"a": "<5"}, 1)
