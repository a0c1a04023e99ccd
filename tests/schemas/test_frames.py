"""What frames the models take, whatever their index and other columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import polars as pl
import pytest
from exported import (
    by_pandera,
    named,
    pandas_frame,
    polars_frame,
    row_by_row,
    valid_rows,
)

pandera = pytest.importorskip("pandera", reason="pandera is not installed")

ROWS = valid_rows("stop_search")


INDICES = {
    "labels that stand twice": lambda n: pd.Index([0] * n),
    "a label that is missing": lambda n: pd.Index([None, *map(float, range(1, n))]),
    "one level of several": lambda n: pd.MultiIndex.from_arrays([range(n)]),
    "several levels": lambda n: pd.MultiIndex.from_product([["a"], range(n)]),
    "texts": lambda n: pd.Index([f"row {place}" for place in range(n)]),
}


@pytest.mark.parametrize("indexed", INDICES.values(), ids=INDICES)
class TestAnyIndex:
    """Every row that fails is told, and a valid frame keeps its index."""

    def test_every_row_is_told(self, indexed: Callable[[int], pd.Index]) -> None:
        from peelcheck.schemas.pandas import StopSearch

        rows = [{**one, "searches": 1, "resultant_arrests": 3} for one in ROWS]
        index = indexed(len(rows))
        frame = pandas_frame("stop_search", rows).set_axis(index)
        with pytest.raises(pandera.errors.SchemaErrors) as refused:
            StopSearch.validate(frame, lazy=True)
        plain = not isinstance(index, pd.MultiIndex)
        plain = plain and index.is_unique and not index.hasnans
        places = index if plain else range(len(rows))
        wanted = [("STS006", place) for place in places]
        assert sorted(row_by_row(refused.value)) == sorted(wanted)

    def test_a_valid_frame_keeps_it(self, indexed: Callable[[int], pd.Index]) -> None:
        from peelcheck.schemas.pandas import StopSearch

        frame = pandas_frame("stop_search", ROWS).set_axis(indexed(len(ROWS)))
        back = StopSearch.validate(frame, lazy=True)
        pd.testing.assert_index_equal(back.index, frame.index)


def test_a_column_that_is_there_twice_is_refused() -> None:
    from peelcheck.schemas.pandas import StopSearch

    frame = pandas_frame("stop_search", ROWS)
    twice = pd.concat([frame, frame[["year_ending"]]], axis="columns")
    with pytest.raises(pandera.errors.SchemaErrors) as refused:
        StopSearch.validate(twice, lazy=True)
    assert named(by_pandera("pandas", "stop_search", twice), "stop_search") == {
        "STS.columns"
    }
    cases = refused.value.failure_cases
    words = dict(zip(cases["check"], cases["failure_case"], strict=True))
    assert words["STS.columns"] == 'ValueError("two columns year_ending")'


@pytest.mark.parametrize("name", ["force", "more"])
def test_no_rule_is_told_where_it_cannot_be_shown(name: str) -> None:
    rows = [{**one, "force": "Esex", "resultant_arrests": 10**6} for one in ROWS]
    frame = pandas_frame("stop_search", rows).assign(more=1)
    twice = pd.concat([frame, frame[[name]]], axis="columns")
    found = by_pandera("pandas", "stop_search", twice)
    other = {"STS.force.domain"} if name == "more" else set()
    assert named(found, "stop_search") == {"STS.columns"} | other


def test_an_index_that_a_subclass_has_rules_for_is_left_to_it() -> None:
    import pandera.pandas as pa
    from pandera.typing.pandas import Index

    from peelcheck.schemas.pandas import StopSearch

    told = {"__annotations__": {"label": Index[int]}, "label": pa.Field(unique=True)}
    indexed: Any = type("Indexed", (StopSearch,), told)
    frame = pandas_frame("stop_search", ROWS)
    indexed.validate(frame, lazy=True)
    with pytest.raises(pandera.errors.SchemaErrors) as refused:
        indexed.validate(frame.set_axis([0] * len(ROWS)), lazy=True)
    assert {*refused.value.failure_cases["check"]} == {"field_uniqueness"}


@pytest.mark.parametrize("lazy", [False, True])
class TestPolars:
    """What pandera with polars would let through, or panic of."""

    def frame(self, rows: list[dict[str, Any]], *, lazy: bool) -> Any:
        frame = polars_frame("stop_search", rows).with_columns(more=pl.lit(b"x"))
        return frame.lazy() if lazy else frame

    def test_bytes_beside_a_broken_rule(self, lazy: bool) -> None:  # noqa: FBT001
        rows = [{**one, "searches": 1, "resultant_arrests": 3} for one in ROWS]
        found = by_pandera("polars", "stop_search", self.frame(rows, lazy=lazy))
        assert named(found, "stop_search") == {"STS006"}

    def test_bytes_are_given_back(self, lazy: bool) -> None:  # noqa: FBT001
        from peelcheck.schemas.polars import StopSearch

        frame = self.frame(ROWS, lazy=lazy)
        back = StopSearch.validate(frame, lazy=True)
        assert type(back) is type(frame)
        assert back.lazy().collect().equals(frame.lazy().collect())

    def test_no_rows_are_dropped(self, lazy: bool) -> None:  # noqa: FBT001
        from peelcheck.schemas.polars import StopSearch

        class Dropping(StopSearch):
            class Config:
                drop_invalid_rows = True

        frame = self.frame(ROWS, lazy=lazy)
        with pytest.raises(pandera.errors.SchemaDefinitionError, match="no rows to"):
            Dropping.validate(frame, lazy=True)
