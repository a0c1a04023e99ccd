"""How a condition is written, and what cannot be."""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import date

import pytest

from peelcheck.authoring import Column, column, edition, in_window, manifest
from peelcheck.conditions import (
    All,
    Compare,
    Condition,
    FromEdition,
    FromManifest,
    IsIn,
    IsMissing,
    Literal,
    Matches,
    Name,
    Not,
    Scaled,
)

A = Name("a")
a, b = column("a"), column("b")


@pytest.mark.parametrize(
    ("written", "made"),
    [
        (a == 1, Compare(A, "==", Literal(1))),
        (a != "x", Compare(A, "!=", Literal("x"))),
        (a < 0.5, Compare(A, "<", Literal(0.5))),
        (a <= date(2018, 3, 31), Compare(A, "<=", Literal(date(2018, 3, 31)))),
        (a > b, Compare(A, ">", Name("b"))),
        (a >= manifest("force"), Compare(A, ">=", FromManifest("force"))),
        (a.is_in(("x", "y")), IsIn(A, ("x", "y"))),
        (a.is_missing(), IsMissing(A)),
        (a.is_present(), Not(IsMissing(A))),
        (a.matches("[0-9]+"), Matches(A, "[0-9]+")),
    ],
)
def test_what_is_written_makes_the_record(written: Condition, made: Condition) -> None:
    assert written == made


def test_a_value_may_stand_on_the_left() -> None:
    day = date(2018, 3, 31)
    assert operator.le(5, a) == Compare(A, ">=", Literal(5))
    assert operator.eq(day, a) == Compare(A, "==", Literal(day))
    assert operator.eq(edition("x"), a) == Compare(A, "==", FromEdition("x"))


def test_between_takes_both_ends() -> None:
    low, high = Compare(A, ">=", Literal(1)), Compare(A, "<=", Literal(2))
    assert a.between(1, 2) == All((low, high))


def test_a_window_takes_its_first_and_its_last_day() -> None:
    first, last = FromEdition("crimes.window.start"), FromEdition("crimes.window.end")
    within = All((Compare(A, ">=", first), Compare(A, "<=", last)))
    assert in_window("a", "crimes.window") == within


@pytest.mark.parametrize("factor", [0, 2, 0.5])
def test_a_column_is_scaled_by_a_number(factor: float) -> None:
    assert (b < factor * a) == Compare(Name("b"), "<", Scaled(Literal(factor), A))


def test_a_column_is_scaled_by_a_value_of_the_edition() -> None:
    low = FromEdition("assumptions.low")
    made = edition("assumptions.low") * a >= b
    assert made == Compare(Scaled(low, A), ">=", Name("b"))


def test_a_chain_of_comparisons_is_refused() -> None:
    with pytest.raises(TypeError) as refused:
        assert 1 < a < 5
    assert str(refused.value) == (
        "a condition is true or false of a row only; use & and |: a > 1"
    )


@pytest.mark.parametrize(
    "write",
    [
        lambda scaled: 3 * scaled,
        lambda scaled: scaled.is_in((1,)),
        lambda scaled: scaled.matches("x"),
        lambda scaled: scaled.is_missing(),
        lambda scaled: scaled.is_present(),
    ],
)
def test_a_scaled_column_can_only_be_compared(
    write: Callable[[Column], object],
) -> None:
    with pytest.raises(TypeError) as refused:
        write(2 * a)
    assert str(refused.value) == "2 * a can be compared, and nothing else"


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (None, "a condition cannot hold a NoneType: None"),
        (["x"], "a condition cannot hold a list: ['x']"),
    ],
)
def test_a_value_that_is_no_value_is_refused(value: object, says: str) -> None:
    with pytest.raises(TypeError) as refused:
        a == value  # noqa: B015 - it raises
    assert str(refused.value) == says


def test_a_list_of_no_values_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^there is no value that a could be in$"):
        a.is_in(())


@pytest.mark.parametrize("pattern", [r"\d+", r"[\w]", "(a|b)"])
def test_a_pattern_that_engines_read_in_different_ways_is_refused(
    pattern: str,
) -> None:
    with pytest.raises(ValueError, match=r"^engines would read") as refused:
        a.matches(pattern)
    assert str(refused.value) == (
        f"engines would read this pattern in different ways: {pattern}"
    )


@pytest.mark.parametrize("pattern", [r"[0-9]{3}\.[0-9]", "(?:a|b)c", r"\[x\]"])
def test_a_pattern_of_ascii_classes_is_taken(pattern: str) -> None:
    assert a.matches(pattern) == Matches(A, pattern)


def test_a_column_being_written_cannot_be_hashed() -> None:
    with pytest.raises(TypeError, match=r"^unhashable type: 'Column'$"):
        hash(a)
