"""Values of somebody else's making are shown short, and never break a message."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from peelcheck.reading.shown import quoted, shown


def test_a_text_is_shown_short_and_without_what_does_not_print() -> None:
    assert shown("a\x00b\n") == "a b "
    assert shown("x" * 80) == "x" * 80
    assert shown("x" * 81) == "x" * 80 + " ..."


def test_other_values_are_shown_as_python_writes_them() -> None:
    assert shown([1, [2, [3]]]) == quoted([1, [2, [3]]]) == "[1, [2, [3]]]"


def test_a_text_is_quoted_with_its_marks() -> None:
    assert quoted("it") == "'it'"
    assert quoted("a\x00b") == r"'a\x00b'"
    assert len(quoted("x" * 1000)) == 84


@pytest.mark.parametrize("show", [shown, quoted])
def test_a_number_that_python_will_not_write_is_named(
    show: Callable[[object], str],
) -> None:
    assert show(10**5000) == "a number of thousands of digits"
