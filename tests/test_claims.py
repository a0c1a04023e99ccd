"""The records of claims."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelcheck.claims import (
    Claim,
    ClaimVerdict,
    Departure,
    Held,
    Integers,
    Printed,
    Rival,
    Rivals,
    Unit,
    Verification,
)

ENDS = st.integers(-5, 15)
RANGES = st.builds(Integers, ENDS, st.none() | ENDS)


def held(name: str, verdict: ClaimVerdict, rivals: Rivals | None = None) -> Held:
    printed = Printed("3.6", Decimal("3.6"), 1) if rivals else None
    claim = Claim(id=name, subject="Essex", printed=printed, unit=Unit("times", None))
    return Held(claim=claim, verdict=verdict, says="so", rivals=rivals)


@pytest.fixture
def verification() -> Verification:
    """Return a verification of two claims."""
    departure = Departure("kept", "x kept in", "keep x", "x")
    rival = Rival(departures=(departure,), value=3.6, numerator=36, denominator=10)
    rivals = Rivals(found=(rival,), hits={1: 1, 2: 3}, tried=9, distinct=7)
    return Verification(
        source="essex",
        claims_source="claims.csv",
        edition="peel-2018-19",
        held=(
            held("a", ClaimVerdict.NOT_REPRODUCED, rivals),
            held("b", ClaimVerdict.NOT_CHECKABLE),
        ),
    )


class TestIntegers:
    """Whole numbers between two ends, or from one on."""

    @given(RANGES, RANGES, st.integers(-9, 20))
    def test_what_is_in_both_is_within(
        self, one: Integers, other: Integers, number: int
    ) -> None:
        both = number in one and number in other
        assert (number in one.within(other)) is both

    @given(RANGES)
    def test_a_range_is_true_where_some_number_is_in_it(self, one: Integers) -> None:
        assert bool(one) is any(number in one for number in range(-5, 17))


class TestVerification:
    """All claims of a file."""

    def test_it_shows_itself_in_one_line(self, verification: Verification) -> None:
        assert repr(verification) == (
            "<Verification of claims.csv: 0 reproduced, 1 not reproduced, "
            "0 impossible, 1 not checkable>"
        )

    def test_one_claim_is_found_by_its_id(self, verification: Verification) -> None:
        assert verification.of("b").verdict is ClaimVerdict.NOT_CHECKABLE
        with pytest.raises(KeyError):
            verification.of("c")

    def test_it_is_a_pandas_frame_with_a_row_a_claim(
        self, verification: Verification
    ) -> None:
        frame = verification.to_pandas()
        assert list(frame.columns) == [
            "claim",
            "subject",
            "metric",
            "group",
            "printed",
            "unit",
            "verdict",
            "value",
            "says",
            "rivals",
            "caveats",
        ]
        assert list(frame["printed"]) == ["3.6", ""]
        assert list(frame["verdict"]) == ["not reproduced", "not checkable"]
        assert frame["rivals"][0] == 4
        assert frame["rivals"].isna()[1]

    def test_without_a_claim_the_frame_has_its_columns(self) -> None:
        empty = Verification(
            source="essex", claims_source="claims.csv", edition="x", held=()
        )
        assert len(empty.to_pandas()) == 0
        assert len(empty.to_pandas().columns) == 11
