"""Compiled conditions say of each row what the plain evaluator says, in each library.

Conditions are drawn from the whole closed language, tables with gaps.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import narwhals as nw
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peelcheck.conditions import (
    ALWAYS,
    All,
    Any_,
    Compare,
    Condition,
    IsIn,
    IsMissing,
    Literal,
    Matches,
    Name,
    Not,
    Operand,
    Scaled,
    holds,
)
from peelcheck.engines.compiling import false_where, true_where
from peelcheck.engines.plain import eager
from peelcheck.returns import Frame
from peelcheck.shape import ColumnType

_SIGNS = ("==", "!=", "<", "<=", ">", ">=")
_PATTERNS = ("a", "[ab]*", "a|b", "", "(?:a|B).*", "[^b]+", r"a\.")
_FACTORS = (0.5, 2, -1, 1.25)
DAY, NEXT = date(2018, 3, 31), date(2018, 4, 1)

TEXTS = st.sampled_from(["", "a", "b", "B", "a\n", "\na", "a.", "a|", "é", "nan"])
NUMBERS = st.integers(-3, 3)
DATES = st.dates(date(2018, 3, 30), date(2018, 4, 2))
CELLS: Mapping[str, st.SearchStrategy[Any]] = {
    "text": TEXTS,
    "other_text": TEXTS,
    "whole": NUMBERS,
    "other_whole": NUMBERS,
    "day": DATES,
    "other_day": DATES,
}
TYPES = {
    "text": ColumnType.TEXT,
    "other_text": ColumnType.TEXT,
    "whole": ColumnType.INTEGER,
    "other_whole": ColumnType.INTEGER,
    "day": ColumnType.DATE,
    "other_day": ColumnType.DATE,
}
ROWS = st.lists(
    st.fixed_dictionaries({name: st.none() | cell for name, cell in CELLS.items()}),
    max_size=8,
)


def comparisons(
    name: str, values: st.SearchStrategy[Any]
) -> st.SearchStrategy[Condition]:
    """Return conditions over two columns of one type."""
    names = st.sampled_from([Name(name), Name(f"other_{name}")])
    operands: st.SearchStrategy[Operand] = names | st.builds(Literal, values)
    if name == "whole":
        factors = st.builds(Literal, st.sampled_from(_FACTORS))
        operands = operands | st.builds(Scaled, factors, names)
    lists = st.lists(values, min_size=1, max_size=3).map(tuple)
    return (
        st.builds(Compare, operands, st.sampled_from(_SIGNS), operands)
        | st.builds(IsIn, names, lists)
        | st.builds(IsMissing, names)
    )


def joined(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.builds(Not, inner) | st.builds(All, parts) | st.builds(Any_, parts)


PATTERNS = st.builds(Matches, st.just(Name("text")), st.sampled_from(_PATTERNS))
LEAVES = st.one_of(
    st.just(ALWAYS),
    PATTERNS,
    comparisons("text", TEXTS),
    comparisons("whole", NUMBERS),
    comparisons("day", DATES),
)
CONDITIONS = st.recursive(LEAVES, joined, max_leaves=6)


def answers(frame: Frame, conditions: Sequence[Condition]) -> list[list[bool | None]]:
    """Return, condition by condition, what an engine says of each row."""
    schema = dict(frame.collect_schema())
    columns = [
        side(condition, schema).alias(f"{side.__name__}_{number}")
        for number, condition in enumerate(conditions)
        for side in (true_where, false_where)
    ]
    rows = eager(frame.with_columns(*columns))
    return [
        [
            _answer(bool(true), bool(false))
            for true, false in zip(
                rows[f"true_where_{number}"].to_list(),
                rows[f"false_where_{number}"].to_list(),
                strict=True,
            )
        ]
        for number in range(len(conditions))
    ]


def _answer(true: bool, false: bool) -> bool | None:  # noqa: FBT001
    assert not (true and false)
    return True if true else False if false else None


@settings(max_examples=80, deadline=None)
@given(rows=ROWS, conditions=st.lists(CONDITIONS, min_size=1, max_size=8))
def test_every_library_answers_as_the_plain_evaluator_does(
    frame_of: Callable[..., Frame],
    libraries: tuple[str, ...],
    rows: list[dict[str, Any]],
    conditions: list[Condition],
) -> None:
    expected = [[holds(one, row) for row in rows] for one in conditions]
    said = {
        name: answers(frame_of(name, rows, TYPES), conditions) for name in libraries
    }
    assert said == dict.fromkeys(libraries, expected)


def test_the_answers_are_two_valued_where_values_are_missing(
    frame_of: Callable[..., Frame], library: str
) -> None:
    frame = frame_of(library, [{"text": None}, {"text": "a"}])
    schema = dict(frame.collect_schema())
    for condition in (IsIn(Name("text"), ("a",)), Matches(Name("text"), "a")):
        for side in (true_where, false_where):
            rows = eager(frame.with_columns(side(condition, schema).alias("answer")))
            assert rows["answer"].is_null().sum() == 0
            assert rows["answer"].dtype == nw.Boolean


def test_a_line_break_at_the_end_belongs_to_the_text(
    frame_of: Callable[..., Frame], library: str
) -> None:
    frame = frame_of(library, [{"text": "a\n"}, {"text": "a"}, {"text": None}])
    (said,) = answers(frame, [Matches(Name("text"), "a")])
    assert said == [False, True, None]


def test_a_date_is_found_among_dates(
    frame_of: Callable[..., Frame], library: str
) -> None:
    first, second = date(2018, 3, 31), date(2018, 4, 1)
    frame = frame_of(library, [{"day": first}, {"day": second}, {"day": None}])
    (said,) = answers(frame, [IsIn(Name("day"), (first,))])
    assert said == [True, False, None]


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_days_are_compared_with_days_that_are_held_as_moments(library: str) -> None:
    day, moment = pl.Series([DAY, DAY, None]), pl.Series([DAY, NEXT, DAY])
    made = pl.DataFrame({"day": day, "moment": moment.cast(pl.Datetime)})
    native: Any = made if library == "polars" else made.to_arrow()
    if library == "pandas":
        arrow = day.to_pandas(use_pyarrow_extension_array=True)
        native = made.to_pandas().assign(day=arrow)
    compared = [
        Compare(Name("day"), sign, Name("moment")) for sign in ("==", "<", ">=")
    ]
    said = answers(nw.from_native(native), compared)
    assert said == [[True, False, None], [False, True, None], [True, False, None]]
