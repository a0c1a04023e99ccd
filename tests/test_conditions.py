"""Conditions as data: how they print, what they read, how they are bound and judged."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from peelcheck.conditions import (
    ALWAYS,
    All,
    Any_,
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
    Value,
    bind,
    columns_of,
    holds,
    references_of,
)

A, B = Name("a"), Name("b")
IS_ONE = Compare(A, "==", Literal(1))
TRUE, FALSE = IsMissing(Name("gap")), Not(IsMissing(Name("gap")))
OPEN = Compare(Name("gap"), "==", Literal(1))
TRUTHS: dict[bool | None, Condition] = {True: TRUE, False: FALSE, None: OPEN}
UNBOUND = Compare(Scaled(FromEdition("low"), A), "<=", FromManifest("period_end"))


def truth(condition: Condition, **row: Any) -> bool | None:
    return holds(condition, {"gap": None, **row})


class TestPrinting:
    """A condition prints as the expression that would write it."""

    @pytest.mark.parametrize(
        ("condition", "printed"),
        [
            (ALWAYS, "always"),
            (IS_ONE, "a == 1"),
            (Compare(A, "!=", Literal("x")), "a != 'x'"),
            (Compare(A, ">=", Literal(date(2018, 3, 31))), "a >= 2018-03-31"),
            (Compare(A, "<", B), "a < b"),
            (UNBOUND, "edition('low') * a <= manifest('period_end')"),
            (Compare(A, "<", Scaled(Literal(0.5), B)), "a < 0.5 * b"),
            (IsIn(A, ("x", "y")), "a in ['x', 'y']"),
            (IsIn(A, (1, date(2018, 3, 31))), "a in [1, 2018-03-31]"),
            (Matches(A, "[0-9]+"), "a matches '[0-9]+'"),
            (IsMissing(A), "a is missing"),
            (Not(IsMissing(A)), "not (a is missing)"),
            (All((IS_ONE, IsMissing(B))), "(a == 1) & (b is missing)"),
            (Any_((IS_ONE, IsMissing(B))), "(a == 1) | (b is missing)"),
        ],
    )
    def test_each_kind_of_condition_prints_as_an_expression(
        self, condition: Condition, printed: str
    ) -> None:
        assert str(condition) == printed


class TestJoining:
    """Conditions are joined with `&` and `|` and turned round with `~`."""

    def test_the_operators_make_the_records(self) -> None:
        made = [IS_ONE & TRUE, IS_ONE | TRUE, ~IS_ONE]
        assert made == [All((IS_ONE, TRUE)), Any_((IS_ONE, TRUE)), Not(IS_ONE)]

    def test_a_condition_has_no_truth_without_a_row(self) -> None:
        with pytest.raises(TypeError) as refused:
            bool(IS_ONE)
        assert str(refused.value) == (
            "a condition is true or false of a row only; use & and |: a == 1"
        )


class TestData:
    """Conditions are compared and hashed by what they say."""

    def test_conditions_that_say_the_same_are_equal_and_hash_alike(self) -> None:
        again = Compare(Name("a"), "==", Literal(1))
        assert again == IS_ONE
        assert len({IS_ONE, again, All((IS_ONE,)), All((again,))}) == 2

    def test_conditions_that_say_something_else_are_not_equal(self) -> None:
        others = [
            Compare(B, "==", Literal(1)),
            Compare(A, "!=", Literal(1)),
            Compare(A, "==", Literal(2)),
            Not(IS_ONE),
        ]
        assert IS_ONE not in others

    def test_all_and_any_of_the_same_parts_differ(self) -> None:
        either: Condition = Any_((IS_ONE, TRUE))
        assert either != All((IS_ONE, TRUE))


class TestTruth:
    """Truth has three values, after Kleene."""

    @pytest.mark.parametrize(
        ("left", "right", "both", "either"),
        [
            (True, True, True, True),
            (True, False, False, True),
            (True, None, None, True),
            (False, True, False, True),
            (False, False, False, False),
            (False, None, False, None),
            (None, True, None, True),
            (None, False, False, None),
            (None, None, None, None),
        ],
    )
    def test_and_and_or_follow_the_tables(
        self,
        *,
        left: bool | None,
        right: bool | None,
        both: bool | None,
        either: bool | None,
    ) -> None:
        assert truth(TRUTHS[left] & TRUTHS[right]) is both
        assert truth(TRUTHS[left] | TRUTHS[right]) is either

    @pytest.mark.parametrize(
        ("given", "opposite"), [(True, False), (False, True), (None, None)]
    )
    def test_not_leaves_an_open_answer_open(
        self, *, given: bool | None, opposite: bool | None
    ) -> None:
        assert truth(~TRUTHS[given]) is opposite

    @pytest.mark.parametrize(
        ("sign", "below", "same", "above"),
        [
            ("==", False, True, False),
            ("!=", True, False, True),
            ("<", True, False, False),
            ("<=", True, True, False),
            (">", False, False, True),
            (">=", False, True, True),
        ],
    )
    def test_each_sign_compares(
        self, *, sign: str, below: bool, same: bool, above: bool
    ) -> None:
        condition = Compare(A, sign, Literal(5))
        answers = [truth(condition, a=value) for value in (4, 5, 6, None)]
        assert answers == [below, same, above, None]

    def test_a_comparison_is_open_where_either_side_is_missing(self) -> None:
        condition = Compare(A, "!=", B)
        assert truth(condition, a=1, b=None) is None
        assert truth(condition, a=None, b=1) is None
        assert truth(condition, a=None, b=None) is None

    def test_a_scaled_column_is_its_factor_times_the_value(self) -> None:
        condition = Compare(A, "==", Scaled(Literal(0.5), B))
        assert truth(condition, a=2, b=4) is True
        assert truth(condition, a=2, b=5) is False
        assert truth(condition, a=2, b=None) is None

    def test_membership_is_open_where_the_value_is_missing(self) -> None:
        condition = IsIn(A, ("x", "y"))
        answers = [truth(condition, a=value) for value in ("x", "z", None)]
        assert answers == [True, False, None]

    @pytest.mark.parametrize(
        ("text", "answer"),
        [("12", True), ("12\n", False), ("a12", False), ("", False), (None, None)],
    )
    def test_a_pattern_matches_the_whole_text(
        self, *, text: str | None, answer: bool | None
    ) -> None:
        assert truth(Matches(A, "[0-9]+"), a=text) is answer

    def test_missing_is_never_open(self) -> None:
        assert truth(IsMissing(A), a=None) is True
        assert truth(IsMissing(A), a="") is False
        assert truth(ALWAYS) is True

    def test_a_row_without_the_column_is_refused(self) -> None:
        with pytest.raises(KeyError, match=r"^'a'$"):
            truth(IS_ONE)


class TestReading:
    """What a condition reads is found wherever it stands."""

    def test_columns_are_listed_once_in_order(self) -> None:
        condition = (
            Not(Compare(B, "<", Scaled(FromEdition("low"), A)))
            & Matches(Name("c"), "x")
        ) | IsIn(B, ("a",))
        assert columns_of(condition) == ("b", "a", "c")

    def test_always_reads_no_column(self) -> None:
        assert columns_of(ALWAYS) == ()

    def test_references_are_listed_once_in_order(self) -> None:
        condition = All((UNBOUND, IS_ONE, Not(UNBOUND)))
        expected = (FromEdition("low"), FromManifest("period_end"))
        assert references_of(condition) == expected


class TestBinding:
    """Binding puts values in the place of names."""

    def look_up(self, name: FromEdition | FromManifest) -> Value:
        values: dict[str, Value] = {"low": 0.8, "period_end": date(2018, 3, 31)}
        return values[name.name]

    def test_names_of_values_become_literals_wherever_they_stand(self) -> None:
        condition = Not(All((UNBOUND, Any_((IS_ONE,)))))
        bound = Compare(Scaled(Literal(0.8), A), "<=", Literal(value=date(2018, 3, 31)))
        assert bind(condition, self.look_up) == Not(All((bound, Any_((IS_ONE,)))))

    @pytest.mark.parametrize(
        "condition", [ALWAYS, IS_ONE, IsIn(A, ("low",)), Matches(A, "x"), TRUE]
    )
    def test_a_condition_without_names_stays_as_it_is(
        self, condition: Condition
    ) -> None:
        assert bind(condition, self.look_up) == condition

    @pytest.mark.parametrize(
        ("operand", "printed"),
        [
            (FromEdition("low"), "edition('low')"),
            (FromManifest("force"), "manifest('force')"),
            (Scaled(FromEdition("low"), A), "edition('low') * a"),
        ],
    )
    def test_an_unbound_condition_is_not_judged(
        self, operand: FromEdition | FromManifest | Scaled, printed: str
    ) -> None:
        with pytest.raises(TypeError) as refused:
            truth(Compare(A, "==", operand), a=1)
        expected = f"{printed} is not bound to an edition and a manifest"
        assert str(refused.value) == expected
