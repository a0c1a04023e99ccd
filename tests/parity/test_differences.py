"""Each difference between libraries that is known, cured, and back without its cure.

Each test holds the libraries to one answer; then it takes the cure away and shows that
the answers part. Should a library mend its ways, the second half of a test falls, and
the cure may go.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from typing import Any

import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import peelcheck
from peelcheck.authoring import column
from peelcheck.conditions import Condition, holds
from peelcheck.engines import compiling, groups, keys
from peelcheck.engines.plain import eager
from peelcheck.reading import frames, read
from peelcheck.results import Verdict
from peelcheck.returns import ROW

DAY = date(2018, 3, 31)
LIBRARIES: dict[str, Callable[[Any], Any]] = {
    "pandas object": lambda cells: pd.DataFrame(cells, dtype=object),
    "pandas str": pd.DataFrame,
    "pandas category": lambda cells: pd.DataFrame(cells).astype("category"),
    "pandas arrow": lambda cells: pa.table(cells).to_pandas(types_mapper=pd.ArrowDtype),
    "polars": pl.DataFrame,
    "pyarrow": pa.table,
}
GROUPED = [name for name in LIBRARIES if name != "pandas category"]
"""Categories are read as texts before they are grouped."""


def failing(condition: Condition, **cells: Any) -> dict[str, list[int]]:
    """Return the places where each library says that a condition is false."""
    return {name: _failing(condition, of(cells)) for name, of in LIBRARIES.items()}


def _failing(condition: Condition, native: Any) -> list[int]:
    frame = nw.from_native(native, eager_only=True)
    where = compiling.false_where(condition, dict(frame.schema))
    answers = frame.select(where.alias("false"))["false"].to_list()
    return [place for place, answer in enumerate(answers) if answer is True]


def told(condition: Condition, cells: list[Any]) -> list[int]:
    rows = ({"x": cell} for cell in cells)
    return [place for place, row in enumerate(rows) if holds(condition, row) is False]


@pytest.mark.parametrize(
    "condition", [column("x").is_in(("a", "b")), column("x") == "a"], ids=str
)
def test_a_gap_is_neither_in_a_list_nor_out_of_it_nor_unequal(
    condition: Condition, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pandas holds a gap to be unequal to a value, and not among some values."""
    cells = ["a", "c", None]
    assert failing(condition, x=cells) == dict.fromkeys(
        LIBRARIES, told(condition, cells)
    )
    monkeypatch.setattr(compiling, "_present", lambda test, *_: test)
    assert failing(condition, x=cells)["pandas str"] == [1, 2]


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_days_held_as_moments_are_compared_with_days(
    unit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pandas refuses to compare a moment, of whatever unit, with a day."""
    moments = pd.Series([DAY, None], dtype=f"datetime64[{unit}]")
    within = (column("x") >= DAY) & (column("x") <= DAY)
    assert _failing(within, pd.DataFrame({"x": moments})) == []
    assert _failing(~within, pd.DataFrame({"x": moments})) == [0]
    monkeypatch.setattr(compiling, "_as_timed", lambda value, _: value)
    with pytest.raises(TypeError):
        _failing(within, pd.DataFrame({"x": moments}))


def workforce(of: Callable[[Any], Any], **cells: Any) -> Any:
    rows = {
        "as_at": [DAY] * 3,
        "force": ["Essex"] * 3,
        "worker_type": ["police officer", "police staff", "designated officer"],
        "headcount": [5, 5, 5],
        "fte": [4.5, 6.0, float("nan")],
    }
    return of({**rows, **cells})


def counts(native: Any, rule: str) -> tuple[Verdict, int, int]:
    report = peelcheck.check(native, kind="publication")
    result = report.of(rule)
    return result.verdict, result.evaluated, result.failed


@pytest.mark.parametrize("of", [pl.DataFrame, pl.LazyFrame, pa.table, pd.DataFrame])
def test_nan_is_a_gap_and_not_the_largest_number(of: Callable[[Any], Any]) -> None:
    """Polars and DuckDB hold NaN to be above every number, pyarrow to be no gap."""
    native = workforce(of)
    assert counts(native, "WOR008") == (Verdict.FAILED, 2, 1)
    assert counts(native, "WOR.fte.missing") == (Verdict.FAILED, 3, 1)


def test_nan_would_be_above_every_number_in_polars(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without the cure NaN is taken for a text that is no number."""
    monkeypatch.setattr(pl.Expr, "fill_nan", lambda cell, _: cell)
    found = counts(workforce(pl.DataFrame), "WOR.fte.type")
    assert found == (Verdict.FAILED, 3, 1)


def test_nan_would_be_a_number_in_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the cure NaN is a value, and its row is neither missing nor left out."""
    monkeypatch.setattr(frames, "_all_finite", lambda _: True)
    native = workforce(pa.table)
    assert counts(native, "WOR008")[1] == 3
    assert counts(native, "WOR.fte.missing") == (Verdict.PASSED, 3, 0)


@pytest.mark.parametrize("library", LIBRARIES)
def test_whole_numbers_beyond_decimals_are_compared_with_decimals(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pyarrow refuses to take a whole number above 2 ** 53 for a decimal.

    What pandas holds as objects or categories is read into columns of pyarrow.
    """
    numbers = [10**18 - 1, 5, 5]
    native = workforce(LIBRARIES[library], headcount=numbers)
    assert counts(native, "WOR008") == (Verdict.FAILED, 2, 1)
    monkeypatch.setattr(compiling, "_as_decimal", nw.col)
    arrow = library not in {"polars", "pandas str"}
    assert (counts(native, "WOR008")[0] is Verdict.CRASHED) is arrow


def test_objects_are_not_taken_for_what_the_first_hundred_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A column of objects of pandas is called one of texts by its first hundred."""
    years = pd.Series(["2010"] * 100 + [2010], dtype=object)
    native = pd.DataFrame({"year": years, "force": "Essex", "population": 5})
    assert set(eager(read(native).tables["population"].frame)["year"]) == {2010}
    monkeypatch.setattr(frames, "suppress", lambda *_: nullcontext())
    with pytest.raises(TypeError, match="'int' object is not an instance of 'str'"):
        read(native)


def test_long_and_short_texts_of_pyarrow_are_linked() -> None:
    """Pyarrow joins no long texts to short ones; what is read anew is of long ones."""
    crime = {"force": ["Essex"], "crime": ["C1"]}
    crimes = {**crime, "recorded_on": [DAY], "offence": ["Robbery"]}
    outcomes = {
        **crime,
        "outcome_type": ["1"],
        "assigned_on": [DAY],
        "current": ["yes"],
    }
    given = {
        "crimes": pa.table(crimes),
        "outcomes": pa.table({**outcomes, "force": ["essex"]}),
    }
    result = peelcheck.check(given, kind="collection").of("OCM001")
    assert (result.verdict, result.evaluated) == (Verdict.PASSED, 1)


@pytest.mark.parametrize("library", GROUPED)
def test_rows_whose_key_has_a_gap_are_a_group(library: str) -> None:
    """Pandas leaves groups with a gap in their key out, unless told otherwise."""
    cells = {ROW: [0, 1, 2], "x": ["a", None, None]}
    frame = nw.from_native(LIBRARIES[library](cells), eager_only=True)
    found = [
        (row["x"], row[groups.COUNT]) for row in groups.distinct_rows(frame, ["x"])
    ]
    assert found == [("a", 1), (None, 2)]


@pytest.mark.parametrize("library", GROUPED)
def test_every_member_of_a_doubled_key_is_counted(library: str) -> None:
    """Some count what is too many, some all that are alike; we count all."""
    cells = {ROW: [0, 1, 2, 3], "x": ["a", "a", "b", "a"]}
    frame = nw.from_native(LIBRARIES[library](cells), eager_only=True)
    assert keys.unique_outcome(frame, ["x"]).failed == 3


def test_a_plan_of_polars_has_its_rows_checked_and_not_its_columns_alone() -> None:
    """Where a lazy frame is held to its schema alone, faulty rows pass."""
    lazy = workforce(pl.DataFrame, force=["Essex", "Nowhere", "Kent"]).lazy()
    assert counts(lazy, "WOR.force.domain") == (Verdict.FAILED, 3, 1)
