"""Claims held against their own numbers, and against others of one base."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from peelcheck.claims import Claim, ClaimVerdict, Held, Integers
from peelcheck.verifying.arithmetic_claims import intersected, on_its_own

Make = Callable[..., Claim]
REPRODUCED, NOT, IMPOSSIBLE, UNCHECKABLE = ClaimVerdict
SOME = "875 of 5,308 to 5,311"
LACKS = "is in no table of the return"
NEITHER = "neither count is in a table of the return"
NO_FIGURE = "no figure is printed to hold it to"
WIDE = {"figure": "16%", "count": "875"}
FINE = {"figure": "16.48%", "count": "875"}
CLAIMS = "Essex, staff: claims c1, c2"


class TestOnItsOwn:
    """What a claim's numbers say of it, where no table holds it."""

    @pytest.mark.parametrize(
        ("fields", "verdict", "says"),
        [
            (
                {"figure": "16.48", "unit": "per cent", "count": "875"},
                UNCHECKABLE,
                f"possible: {SOME} prints it; what it is a share of {LACKS}",
            ),
            (
                {"figure": "16.48%", "count": "875", "base": "members of staff"},
                UNCHECKABLE,
                f"possible: {SOME} prints it; the number of members of staff {LACKS}",
            ),
            (
                {"figure": "84%", "of": "317"},
                UNCHECKABLE,
                f"possible: 265 to 267 of 317 prints it; the count {LACKS}",
            ),
            (
                {"figure": "70.01%", "of": "10"},
                IMPOSSIBLE,
                "no whole number of 10 gives it",
            ),
            (
                {"figure": "70.01%", "count": "3"},
                IMPOSSIBLE,
                "3 of no whole number gives it",
            ),
            (
                {"figure": "-5%", "count": "3"},
                IMPOSSIBLE,
                "3 of no whole number gives it",
            ),
            (
                {"figure": "67.1%", "count": "505", "of": "753"},
                REPRODUCED,
                "505 of 753 is 67.065 per cent",
            ),
            (
                {"figure": "68%", "count": "505", "of": "753"},
                NOT,
                "505 of 753 is 67.07 per cent; it would take 509 to 515 of 753",
            ),
            (
                {"figure": "70.01%", "count": "7", "of": "10"},
                IMPOSSIBLE,
                "no whole number of 10 gives it; 7 of 10 is 70.0000 per cent",
            ),
            (
                {"figure": "52 of 60"},
                UNCHECKABLE,
                f"possible: 52 of 60 is 86.67 per cent; {NEITHER}",
            ),
            (
                {"figure": "60 of 60"},
                UNCHECKABLE,
                f"possible: 60 of 60 is 100.00 per cent; {NEITHER}",
            ),
            ({"figure": "61 of 60"}, IMPOSSIBLE, "61 is more than the 60 it is of"),
            (
                {"figure": "3.6", "unit": "per head"},
                UNCHECKABLE,
                "no table of the return holds it, and it prints no count to divide",
            ),
            (
                {"figure": "3.6", "unit": "pounds", "count": "5"},
                UNCHECKABLE,
                "its unit does not say per how many, so its counts cannot be divided",
            ),
        ],
        ids=lambda one: str(one)[:40],
    )
    def test_it_is_told(
        self, claim: Make, fields: dict[str, str], verdict: ClaimVerdict, says: str
    ) -> None:
        held = on_its_own(claim(**fields))
        assert (held.verdict, held.says) == (verdict, says)

    def test_the_whole_numbers_are_there_to_be_read(self, claim: Make) -> None:
        below = on_its_own(claim(figure="16.48%", count="875"))
        assert below.denominators == Integers(5_308, 5_311)
        assert below.interval == "from 16.475 to below 16.485"
        above = on_its_own(claim(figure="84%", of="317"))
        assert above.numerators == Integers(265, 267)
        both = on_its_own(claim(figure="67.1%", count="505", of="753"))
        assert both.numerators == Integers(505, 505)
        assert both.value == pytest.approx(67.0650730)

    @pytest.mark.parametrize(
        ("rounding", "verdict"),
        [("half-up", IMPOSSIBLE), ("half-even", REPRODUCED), ("truncated", REPRODUCED)],
    )
    def test_the_way_of_rounding_decides(
        self, claim: Make, rounding: str, verdict: ClaimVerdict
    ) -> None:
        half = claim(figure="12%", count="1", of="8", rounding=rounding)
        assert on_its_own(half).verdict is verdict


class TestChange:
    """A change from one count to another."""

    @pytest.mark.parametrize(
        ("fields", "verdict", "says"),
        [
            (
                {"figure": "24,400 to 32,439"},
                UNCHECKABLE,
                f"24,400 to 32,439 is +8,039, or +32.9 per cent; {NO_FIGURE}",
            ),
            (
                {"figure": "32.9%", "unit": "change", "count": "32439", "of": "24400"},
                REPRODUCED,
                "24,400 to 32,439 is +8,039, or +32.95 per cent",
            ),
            (
                {"figure": "32%", "unit": "change", "count": "32439", "of": "24400"},
                NOT,
                "24,400 to 32,439 is +8,039, or +32.9 per cent",
            ),
            (
                {"figure": "8,039", "unit": "change", "count": "32439", "of": "24400"},
                REPRODUCED,
                "24,400 to 32,439 is +8,039, or +32.9 per cent",
            ),
            (
                {"figure": "more", "count": "5", "of": "4"},
                REPRODUCED,
                "4 to 5 is +1, or +25.0 per cent",
            ),
            (
                {"figure": "fewer", "count": "5", "of": "4"},
                NOT,
                "4 to 5 is +1, or +25.0 per cent",
            ),
            (
                {"figure": "less", "count": "3", "of": "4"},
                REPRODUCED,
                "4 to 3 is -1, or -25.0 per cent",
            ),
            (
                {"figure": "more", "count": "4", "of": "4"},
                NOT,
                "4 to 4 is +0, or 0.0 per cent",
            ),
            (
                {"figure": "less", "count": "4", "of": "4"},
                NOT,
                "4 to 4 is +0, or 0.0 per cent",
            ),
            (
                {"figure": "5%", "unit": "change", "count": "3"},
                UNCHECKABLE,
                "a change needs the counts before and after it",
            ),
        ],
        ids=lambda one: str(one)[:40],
    )
    def test_it_is_told(
        self, claim: Make, fields: dict[str, str], verdict: ClaimVerdict, says: str
    ) -> None:
        held = on_its_own(claim(**fields))
        assert (held.verdict, held.says) == (verdict, says)


def together(claim: Make, *fields: dict[str, Any]) -> tuple[list[Held], list[str]]:
    made = [
        claim(**{"id": f"c{number}", "base": "staff", **one})
        for number, one in enumerate(fields, 1)
    ]
    return intersected([on_its_own(one) for one in made])


class TestIntersected:
    """Claims on one base leave the whole numbers that all of them allow."""

    def test_they_leave_fewer_together(self, claim: Make) -> None:
        held, notes = together(claim, WIDE, FINE)
        assert [one.denominators for one in held] == [Integers(5_308, 5_311)] * 2
        assert notes == ["Essex, staff: claims c1, c2 together leave 5,308 to 5,311"]
        assert {one.verdict for one in held} == {UNCHECKABLE}

    def test_a_contradiction_is_named(self, claim: Make) -> None:
        held, notes = together(claim, FINE, {"figure": "16%", "count": "900"})
        # Each may be right on its own; which of them is wrong nobody can tell.
        assert {one.verdict for one in held} == {UNCHECKABLE}
        assert held[0].says.endswith("; it contradicts c2")
        each = "c1 allows 5,308 to 5,311; c2 allows 5,455 to 5,806"
        assert notes == [f"{CLAIMS} contradict one another: {each}"]

    def test_a_whole_that_is_printed_counts_too(self, claim: Make) -> None:
        held, notes = together(claim, FINE, {"figure": "52 of 5,310"})
        assert held[0].denominators == Integers(5_310, 5_310)
        assert held[1].denominators is None
        assert notes == ["Essex, staff: claims c1, c2 together leave 5,310"]

    def test_one_impossible_alone_says_nothing_of_the_others(self, claim: Make) -> None:
        held, notes = together(claim, FINE, {"figure": "70.01%", "count": "3"})
        assert [one.verdict for one in held] == [UNCHECKABLE, IMPOSSIBLE]
        assert notes == []

    @pytest.mark.parametrize(
        "other",
        [
            {"base": "officers"},
            {"base": ""},
            {"subject": "Kent"},
            {"period": "2018-03-31"},
            {"evidence": "staff survey"},
        ],
        ids=str,
    )
    def test_claims_of_other_things_are_left_alone(
        self, claim: Make, other: dict[str, str]
    ) -> None:
        held, notes = together(claim, FINE, {**WIDE, "count": "9", **other})
        assert notes == []
        assert {one.verdict for one in held} == {UNCHECKABLE}

    def test_a_base_is_the_same_in_capitals(self, claim: Make) -> None:
        _, notes = together(claim, FINE, {**WIDE, "base": "Staff"})
        assert notes == ["Essex, staff: claims c1, c2 together leave 5,308 to 5,311"]
