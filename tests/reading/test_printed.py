"""Figures, units, counts and periods as they stand in print."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelcheck.claims import Unit
from peelcheck.reading.printed import (
    Parts,
    figure_in,
    parts_in,
    period_in,
    unit_in,
    whole_number_in,
)

ODD = "aofpertcnZ09 .,%£-/()\n\0\u202e\u2212\u200b\xe9\uff18"
"""Characters that matter; all of Unicode takes Hypothesis seconds to list at first."""


class TestFigure:
    """A figure keeps the decimals it is printed with."""

    @pytest.mark.parametrize(
        ("text", "value", "places", "percent"),
        [
            ("3.6", "3.6", 1, False),
            ("3.60", "3.60", 2, False),
            (" 24,400 ", "24400", 0, False),
            ("16.48%", "16.48", 2, True),
            ("16.48 per cent", "16.48", 2, True),
            ("84 Percent", "84", 0, True),
            ("£144.6", "144.6", 1, False),
            ("-£3.6", "-3.6", 1, False),
            ("\u22123.6", "-3.6", 1, False),
            ("007", "7", 0, False),
            ("9" * 59, "9" * 59, 0, False),
        ],
    )
    def test_it_is_taken_apart(
        self,
        text: str,
        value: str,
        places: int,
        percent: bool,  # noqa: FBT001
    ) -> None:
        found = figure_in(text)
        assert found is not None
        printed, says_percent = found
        assert printed.text == text.strip()
        assert (printed.value, printed.places) == (Decimal(value), places)
        assert says_percent is percent

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "1e999",
            "NaN",
            "inf",
            "-Infinity",
            "\uff13.\uff16",
            "£-3.6",
            "3,6",
            "1,23,456",
            "12,3456",
            ".5",
            "3.",
            "3.6.1",
            "--3",
            "3.6 %%",
            "about 3",
            "3.6x",
            "0x10",
            "1_000",
            "=1+1",
            "<b>3</b>",
            "9" * 61,
            "9" * 1_000_000,
        ],
        ids=lambda text: ascii(text)[:20],
    )
    def test_anything_else_is_none(self, text: str) -> None:
        assert figure_in(text) is None

    @given(st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False))
    def test_every_plain_number_is_one(self, value: Decimal) -> None:
        text = f"{value:f}"
        found = figure_in(text)
        if len(text) > 60:
            assert found is None
        else:
            assert found is not None
            assert found[0].value == value

    @given(st.text(ODD))
    def test_no_text_breaks_it(self, text: str) -> None:
        for read in (figure_in, parts_in, whole_number_in, period_in, unit_in):
            read(text)


class TestCounts:
    """Whole numbers, alone and two together."""

    @pytest.mark.parametrize(
        ("text", "number"),
        [("875", 875), ("24,400", 24_400), (" 0 ", 0), ("1,000,000", 10**6)],
    )
    def test_a_count_is_whole(self, text: str, number: int) -> None:
        assert whole_number_in(text) == number

    @pytest.mark.parametrize(
        "text", ["", "-5", "1.5", "1e5", "\uff19", "2,44", "9" * 19, "1,000" * 20]
    )
    def test_anything_else_is_none(self, text: str) -> None:
        assert whole_number_in(text) is None

    def test_two_counts_are_a_share_or_a_change(self) -> None:
        assert parts_in("52 of 60") == Parts(52, 60, change=False)
        assert parts_in(" 24,400 TO 32,439 ") == Parts(32_439, 24_400, change=True)

    @pytest.mark.parametrize(
        "text", ["52", "52 in 60", "52 of 60%", "of 60", "5 of " + "6" * 60]
    )
    def test_other_texts_are_not_two_counts(self, text: str) -> None:
        assert parts_in(text) is None


class TestUnit:
    """For how many of the base a figure is given."""

    @pytest.mark.parametrize(
        ("text", "per"),
        [
            ("per 1,000 population", 1_000),
            ("crimes per 1000 people", 1_000),
            ("pounds  per\thead of population", 1),
            ("pounds a head", 1),
            ("per capita", 1),
            ("pounds per 1,000 head", 1_000),
            ("%", 100),
            ("per cent", 100),
            ("percentage points", 100),
            ("Per Million", 10**6),
            ("per thousand", 1_000),
            ("per hundred thousand people", 100_000),
            ("per 100 thousand people", 100_000),
            ("per 1,000,000,000,000", 10**12),
            ("times", None),
            ("officers", None),
            ("person", None),
            ("upper 5", None),
            ("", None),
        ],
    )
    def test_it_is_read(self, text: str, per: int | None) -> None:
        assert unit_in(text) == Unit(" ".join(text.split()), per)

    @pytest.mark.parametrize(
        "text",
        [
            "per 0",
            "per 00",
            "per 1.5 million",
            "per 1,00",
            "per 1 000 people",
            "per 10k",
            "per 1,0000",
            "per 9999999999999999",
            "per 999999999999999 million",
            "per " + "9" * 250,
        ],
        ids=lambda text: text[:24],
    )
    def test_a_number_that_is_none_is_not_guessed(self, text: str) -> None:
        assert unit_in(text) is None


class TestPeriod:
    """The first and last day of a period."""

    @pytest.mark.parametrize(
        "text",
        [
            "2017-04-01 to 2018-03-31",
            "2017-04-01/2018-03-31",
            "1 April 2017 to 31 March 2018",
            "1 Apr 2017 - 31 Mar 2018",
            "01/04/2017 \u2013 31/03/2018",
            "year ending 31 March 2018",
            "the year to 31/03/2018",
            "12 months to 2018-03-31",
            "12 Months Ending 31 march 2018",
        ],
    )
    def test_two_days_or_twelve_months_are_read(self, text: str) -> None:
        assert period_in(text) == (date(2017, 4, 1), date(2018, 3, 31))

    @pytest.mark.parametrize("text", ["2018-03-31", "31/03/2018", "31 March 2018"])
    def test_a_day_alone_is_the_last(self, text: str) -> None:
        assert period_in(text) == (None, date(2018, 3, 31))

    def test_the_last_day_there_is_has_a_year(self) -> None:
        assert period_in("year ending 9999-12-31") == (
            date(9999, 1, 1),
            date(9999, 12, 31),
        )

    @pytest.mark.parametrize(
        "text",
        [
            "31/02/2018",
            "2018-02-30",
            "0001-01-01",
            "0999-12-31",
            "2018-03-31 to 2017-04-01",
            "2018",
            "March 2018",
            "year ending March 2018",
            "last year",
            "to",
            "\uff12\uff10\uff11\uff18-03-31",
            "2018-03-31T00:00:00",
        ],
        ids=ascii,
    )
    def test_anything_else_is_none(self, text: str) -> None:
        assert period_in(text) is None
