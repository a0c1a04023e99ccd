"""Rows linked to the rows of another table, in each library alike."""

from __future__ import annotations

from typing import Any

import narwhals as nw
import polars as pl
import pytest

from peelcheck.authoring import column
from peelcheck.counts import ROWS, Link
from peelcheck.engines.linking import brought, flagged, of_one_library, with_ones
from peelcheck.engines.plain import plain_rows
from peelcheck.returns import Frame

LINK = Link(
    to="outcomes",
    on=("force", "crime"),
    when=column("current") == "yes",
    brings="outcome_type",
    otherwise="0",
)
CRIMES: dict[str, list[Any]] = {
    "force": ["Essex", "Essex", "Kent", None],
    "crime": ["1", "2", "1", "1"],
}
OUTCOMES: dict[str, list[Any]] = {
    "force": ["Essex", "Essex", "Kent", None, "Essex"],
    "crime": ["1", "1", "1", "1", "9"],
    "outcome_type": ["18", "16", "1", "2", "3"],
    "current": ["yes", "yes", "no", "yes", "yes"],
}
LIBRARIES: dict[str, Any] = {
    "polars": lambda one: one.lazy(),
    "pandas": lambda one: one.to_pandas(),
    "pyarrow": lambda one: one.to_arrow(),
}


def framed(library: str, data: dict[str, list[Any]]) -> Frame:
    made: Frame = nw.from_native(LIBRARIES[library](pl.DataFrame(data)))
    return made


def rows(frame: Frame) -> list[tuple[Any, ...]]:
    return [tuple(one.values()) for one in plain_rows(frame)]


@pytest.mark.parametrize("library", LIBRARIES)
def test_no_row_is_lost_or_doubled_and_the_least_is_brought(library: str) -> None:
    linked = brought(framed(library, CRIMES), framed(library, OUTCOMES), LINK)
    told = {(one[0] or "", one[1]): one[-1] for one in rows(linked)}
    assert told == {
        ("Essex", "1"): "16",
        ("Essex", "2"): "0",
        ("Kent", "1"): "0",
        ("", "1"): "0",
    }


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_flag_says_yes_no_or_nothing(library: str) -> None:
    frame = framed(library, {"n": [1, 2, None]})
    said = flagged(frame, {"small": column("n") < 2})
    assert [one[1] for one in rows(said)] == [True, False, None]


def test_without_flags_a_frame_stays_as_it_is() -> None:
    frame = framed("pandas", {"n": [1]})
    assert flagged(frame, {}) is frame


def test_rows_are_counted_by_adding_ones() -> None:
    assert rows(with_ones(framed("polars", {"n": [7]}))) == [(7, 1)]
    assert ROWS in with_ones(framed("polars", {"n": [7]})).collect_schema().names()


def test_frames_of_two_libraries_cannot_be_joined() -> None:
    one, other = framed("pandas", CRIMES), framed("pyarrow", CRIMES)
    assert not of_one_library(one, other)
    assert of_one_library(one, one)
