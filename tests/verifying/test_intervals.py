"""A printed figure is an interval; whole numbers either give it or they do not."""

from __future__ import annotations

from decimal import (
    ROUND_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Context,
    Decimal,
)
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from peelcheck.claims import Integers, Printed, Rounding
from peelcheck.verifying.intervals import (
    Interval,
    in_decimals,
    interval_of,
    possible_denominators,
    possible_numerators,
    printed_as,
)

MODES = {
    Rounding.HALF_UP: ROUND_HALF_UP,
    Rounding.HALF_EVEN: ROUND_HALF_EVEN,
    Rounding.TRUNCATED: ROUND_DOWN,
}
EXACT = Context(prec=80)
ROUNDINGS = st.sampled_from(list(Rounding))


def printed(text: str) -> Printed:
    value = Decimal(text)
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return Printed(text, value, -exponent)


def rounded(value: Decimal, places: int, rounding: Rounding) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), MODES[rounding], EXACT)


class TestInterval:
    """The values that print as a figure, by the way it was rounded."""

    @pytest.mark.parametrize(
        ("text", "rounding", "words"),
        [
            ("3.6", Rounding.HALF_UP, "from 3.55 to below 3.65"),
            ("-3.6", Rounding.HALF_UP, "above -3.65 to -3.55"),
            ("-0.6", Rounding.HALF_UP, "above -0.65 to -0.55"),
            ("0.0", Rounding.HALF_UP, "above -0.05 to below 0.05"),
            ("3.6", Rounding.HALF_EVEN, "from 3.55 to 3.65"),
            ("3.5", Rounding.HALF_EVEN, "above 3.45 to below 3.55"),
            ("3.3", Rounding.HALF_EVEN, "above 3.25 to below 3.35"),
            ("3.6", Rounding.TRUNCATED, "from 3.60 to below 3.70"),
            ("-3.6", Rounding.TRUNCATED, "above -3.70 to -3.60"),
            ("0.0", Rounding.TRUNCATED, "above -0.10 to below 0.10"),
        ],
    )
    def test_its_ends_are_told(self, text: str, rounding: Rounding, words: str) -> None:
        assert interval_of(printed(text), rounding).in_words(2) == words

    def test_its_ends_are_exact_however_many_digits_there_are(self) -> None:
        ends = interval_of(printed("12345678901234567890.1"), Rounding.HALF_UP)
        assert ends.in_words(2) == (
            "from 12,345,678,901,234,567,890.05 to below 12,345,678,901,234,567,890.15"
        )

    @given(st.decimals(-50, 50, places=4), st.integers(0, 3), ROUNDINGS, st.booleans())
    @example(Decimal("0.05"), 1, Rounding.HALF_UP, False)  # noqa: FBT003
    @example(Decimal("-0.05"), 1, Rounding.HALF_EVEN, False)  # noqa: FBT003
    @example(Decimal("-0.0999"), 1, Rounding.TRUNCATED, False)  # noqa: FBT003
    def test_it_holds_what_rounds_to_the_figure_and_nothing_else(
        self,
        value: Decimal,
        places: int,
        rounding: Rounding,
        nudged: bool,  # noqa: FBT001
    ) -> None:
        figure = rounded(value, places, rounding)
        other = figure + Decimal(1).scaleb(-places) if nudged else figure
        held = Fraction(value) in interval_of(Printed("", other, places), rounding)
        assert held is not nudged

    @given(st.decimals(-50, 50, places=4), st.integers(0, 3), ROUNDINGS)
    def test_what_a_value_prints_as_agrees_with_it(
        self, value: Decimal, places: int, rounding: Rounding
    ) -> None:
        units = printed_as(Fraction(value), places, rounding)
        assert Decimal(units).scaleb(-places) == rounded(value, places, rounding)


class TestInDecimals:
    """A value as it prints."""

    @pytest.mark.parametrize(
        ("value", "places", "text"),
        [
            (Fraction(1, 3), 3, "0.333"),
            (Fraction(-1, 3), 2, "-0.33"),
            (Fraction(2_469, 2), 0, "1,235"),
            (Fraction(10**30 + 1, 10), 1, f"{10**29:,}.1"),
            (Fraction(-1, 1_000), 2, "0.00"),
            (Fraction(-1, 100), 2, "-0.01"),
        ],
    )
    def test_it_is_exact(self, value: Fraction, places: int, text: str) -> None:
        assert in_decimals(value, places) == text


class TestPossible:
    """Which whole numbers may stand above or below the line."""

    def test_875_at_16_48_per_cent_leaves_5_308_to_5_311(self) -> None:
        interval = interval_of(printed("16.48"), Rounding.HALF_UP)
        found = possible_denominators(875, interval, 100)
        assert (found.low, found.high) == (5_308, 5_311)

    def test_84_per_cent_of_317_leaves_265_to_267(self) -> None:
        interval = interval_of(printed("84"), Rounding.HALF_UP)
        found = possible_numerators(317, interval, 100)
        assert (found.low, found.high) == (265, 267)

    def test_a_figure_too_precise_is_given_by_none(self) -> None:
        interval = interval_of(printed("70.01"), Rounding.HALF_UP)
        assert not possible_numerators(10, interval, 100)
        assert not possible_denominators(3, interval, 100)

    def test_nought_of_anything_is_nought(self) -> None:
        interval = interval_of(printed("0.0"), Rounding.HALF_UP)
        assert possible_denominators(0, interval, 100).high is None
        assert possible_denominators(0, interval, 100).low == 1
        even = interval_of(printed("0.0"), Rounding.HALF_EVEN)
        assert possible_denominators(0, even, 100) == Integers(1, None)
        assert possible_numerators(1_000, interval, 100) == Integers(0, 0)
        other = interval_of(printed("0.1"), Rounding.HALF_UP)
        assert not possible_denominators(0, other, 100)
        even = interval_of(printed("0.2"), Rounding.HALF_EVEN)
        assert not possible_denominators(0, even, 100)

    def test_one_may_be_the_whole(self) -> None:
        interval = interval_of(printed("100"), Rounding.HALF_UP)
        assert possible_denominators(1, interval, 100) == Integers(1, 1)

    def test_a_part_is_not_below_nought(self) -> None:
        interval = interval_of(printed("0"), Rounding.HALF_UP)
        assert possible_numerators(1_000, interval, 100) == Integers(0, 4)

    def test_a_share_that_may_be_nought_has_no_greatest_whole(self) -> None:
        interval = interval_of(printed("0"), Rounding.HALF_UP)
        found = possible_denominators(5, interval, 100)
        assert (found.low, found.high) == (1_001, None)

    def test_a_figure_below_nought_is_given_by_no_counts(self) -> None:
        interval = interval_of(printed("-3.6"), Rounding.HALF_UP)
        assert not possible_denominators(5, interval, 100)
        assert not possible_numerators(5, interval, 100)

    @given(
        st.integers(0, 60),
        st.decimals(-5, 120, places=1),
        st.sampled_from([1, 100]),
        ROUNDINGS,
    )
    def test_the_wholes_agree_with_trying_each(
        self, count: int, figure: Decimal, per: int, rounding: Rounding
    ) -> None:
        interval = interval_of(Printed("", figure, 1), rounding)
        found = possible_denominators(count, interval, per)
        for of in range(1, 400):
            assert (of in found) is (Fraction(count * per, of) in interval)

    @given(
        st.integers(1, 60),
        st.decimals(-5, 120, places=1),
        st.sampled_from([1, 100]),
        ROUNDINGS,
    )
    def test_the_parts_agree_with_trying_each(
        self, of: int, figure: Decimal, per: int, rounding: Rounding
    ) -> None:
        interval = interval_of(Printed("", figure, 1), rounding)
        found = possible_numerators(of, interval, per)
        for count in range(400):
            assert (count in found) is (Fraction(count * per, of) in interval)


def test_an_end_belongs_to_an_interval_only_where_it_is_said_to() -> None:
    ends = Interval(Fraction(1), Fraction(2), low_in=False, high_in=True)
    assert Fraction(1) not in ends
    assert Fraction(2) in ends
    assert Fraction(3) not in ends
