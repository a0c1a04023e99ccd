"""Claims held against another of the same quantity, in units that may differ."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from peelcheck.claims import Claim, ClaimVerdict, Held
from peelcheck.verifying.arithmetic_claims import beside_another, on_its_own

Make = Callable[..., Claim]
REPRODUCED, NOT, IMPOSSIBLE, UNCHECKABLE = ClaimVerdict


def beside(
    claim: Make, mine: dict[str, str], theirs: dict[str, str], near: float = 0.05
) -> Held:
    one = claim(id="mine", beside="theirs", **mine)
    return beside_another(on_its_own(one), claim(id="theirs", **theirs), near)


MONEY = {"figure": "148", "unit": "pounds per head"}


class TestBeside:
    """A claim held against another of the same quantity."""

    @pytest.mark.parametrize(
        ("figure", "near"), [("50", True), ("150", True), ("49", False), ("151", False)]
    )
    def test_the_ends_of_the_band_are_near(
        self, claim: Make, figure: str, *, near: bool
    ) -> None:
        mine, theirs = MONEY | {"figure": figure}, MONEY | {"figure": "100"}
        held = beside(claim, mine, theirs, 0.5)
        assert held.says.startswith("50.0% apart") is near

    def test_a_unit_larger_than_the_claim_s_own_is_named_too(self, claim: Make) -> None:
        theirs = {"figure": "145", "unit": "crimes per 1,000"}
        held = beside(claim, {"figure": "145", "unit": "crimes per head"}, theirs)
        assert held.unit == "per 1,000"
        assert held.says.endswith("; per 1,000 it would be the same as it")

    def test_a_declared_unit_that_explains_it_is_named(self, claim: Make) -> None:
        held = beside(claim, {"figure": "144.6", "unit": "pounds per 1,000"}, MONEY)
        assert held.verdict is NOT
        assert held.unit == "per head"
        assert held.says == (
            "144.6 pounds per 1,000 is not near 148 pounds per head (theirs); "
            "per head it would be 2.3% apart from it"
        )

    def test_near_ones_stay_what_they_are(self, claim: Make) -> None:
        held = beside(claim, {"figure": "144.6", "unit": "pounds per head"}, MONEY)
        assert held.verdict is UNCHECKABLE
        assert held.says.startswith("2.3% apart from 148 pounds per head (theirs); no ")
        same = beside(claim, MONEY, MONEY)
        assert same.says.startswith("the same as 148 pounds per head (theirs); ")

    def test_where_no_unit_explains_it_none_is_named(self, claim: Make) -> None:
        held = beside(claim, {"figure": "300", "unit": "pounds per head"}, MONEY)
        assert (held.verdict, held.unit) == (NOT, "")
        assert held.says == (
            "it is not near 148 pounds per head (theirs), in this or any declared unit"
        )
        nought = {"figure": "0", "unit": "pounds per head"}
        assert beside(claim, MONEY, nought).verdict is NOT

    def test_without_units_there_is_nothing_to_compare(self, claim: Make) -> None:
        held = beside(claim, {"figure": "300", "unit": "officers"}, MONEY)
        assert held.verdict is UNCHECKABLE
        assert held.says.endswith("; it and theirs have no units to compare")

    def test_what_its_own_counts_say_stays_its_verdict(self, claim: Make) -> None:
        mine = {"figure": "50%", "count": "1", "of": "2"}
        held = beside(claim, mine, {"figure": "9", "unit": "per cent"})
        assert held.verdict is REPRODUCED
        assert held.says == (
            "1 of 2 is 50.00 per cent; it is not near 9 per cent (theirs), in this or "
            "any declared unit"
        )
        never = beside(claim, {"figure": "33.3%", "of": "10"}, {"figure": "90%"})
        assert never.verdict is IMPOSSIBLE
