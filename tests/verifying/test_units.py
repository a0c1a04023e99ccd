"""The units that figures are declared in."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from peelcheck.claims import Claim
from peelcheck.verifying.units import DECLARED, per_head, unit_named, units_that

Make = Callable[..., Claim]


def test_units_in_use_have_names_and_others_are_spelt_out() -> None:
    assert unit_named(1) == "per head"
    assert unit_named(1_000_000) == "per million"
    assert unit_named(7_500) == "per 7,500"


def test_a_figure_is_taken_to_one_of_the_base(claim: Make) -> None:
    assert per_head(claim(figure="144.6", unit="pounds per 1,000")) == Fraction(
        1_446, 10_000
    )


def test_a_figure_without_such_a_unit_has_no_value_per_head(claim: Make) -> None:
    with pytest.raises(ValueError, match="has no figure in such a unit"):
        per_head(claim(figure="12", unit="officers"))


def test_the_units_tried_are_powers_of_ten_up_to_a_million() -> None:
    assert [*DECLARED] == [1, 100, 1_000, 10_000, 100_000, 1_000_000]
    assert all(unit_named(per) == name for per, name in DECLARED.items())


def test_the_ends_explain_a_figure_too(claim: Make) -> None:
    money = claim(figure="144.6", unit="pounds per 1,000")
    value = Fraction(1_446, 10)
    assert [*units_that(money, value, value + 1)] == [1]
    assert [*units_that(money, value - 1, value)] == [1]


def test_only_other_units_explain_a_figure(claim: Make) -> None:
    money = claim(figure="144.6", unit="pounds per 1,000")
    assert list(units_that(money, Fraction(140), Fraction(150))) == [1]
    assert list(units_that(money, Fraction(144, 1_000), Fraction(145, 1_000))) == []
    assert list(units_that(claim(figure="12"), Fraction(0), Fraction(99))) == []
