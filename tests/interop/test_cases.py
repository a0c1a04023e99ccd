"""Cases hold where a condition does, and once set apart no row is in two of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peelcheck.authoring import column
from peelcheck.conditions import ALWAYS, All, Any_, Condition, Not, holds
from peelcheck.interop.cases import Case, broken_cases, cases_of, opposite, set_apart
from peelcheck.model import Basis, RowRule, Severity

ROWS: list[dict[str, Any]] = [
    {"a": a, "b": b, "t": t}
    for a in (0, 1, 2, 3, None)
    for b in (0, 1, 2, None)
    for t in ("x", "y", "it", None)
]
TESTS = st.sampled_from(
    [
        column("a") == 1,
        column("a") != 1,
        column("a") < 2,
        column("a") >= 2,
        column("a") <= column("b"),
        column("b") > 0,
        column("t").is_in(("x", "y")),
        column("t") == "x",
        column("t").matches("i.*"),
        column("t").is_missing(),
        column("b").is_missing(),
    ]
)
CONDITIONS = st.recursive(
    TESTS,
    lambda inner: st.one_of(
        inner.map(Not),
        st.tuples(inner, inner).map(All),
        st.tuples(inner, inner).map(Any_),
    ),
    max_leaves=5,
)


def in_case(case: Case, row: dict[str, Any]) -> bool:
    return all(holds(test, row) is True for test in case)


def rule_of(then: Condition, when: Condition = ALWAYS) -> RowRule:
    return RowRule(
        id="X",
        statement="A1",
        basis=Basis.DERIVED,
        severity=Severity.QUERY,
        table="made_up",
        says="",
        mend="",
        when=when,
        then=then,
    )


@settings(deadline=None)
@given(CONDITIONS)
def test_a_row_is_in_a_case_of_a_condition_where_it_holds(condition: Condition) -> None:
    cases = cases_of(condition)
    for row in ROWS:
        held = any(in_case(case, row) for case in cases)
        assert held == (holds(condition, row) is True)


@settings(deadline=None)
@given(CONDITIONS, CONDITIONS)
def test_a_row_is_in_a_case_of_a_rule_where_it_breaks_it(
    when: Condition, then: Condition
) -> None:
    cases = broken_cases(rule_of(then, when))
    for row in ROWS:
        broken = holds(when, row) is True and holds(then, row) is False
        assert any(in_case(case, row) for case in cases) == broken


@settings(deadline=None)
@given(CONDITIONS)
def test_cases_set_apart_hold_the_same_rows_and_none_twice(
    condition: Condition,
) -> None:
    cases = cases_of(condition)
    apart: list[Sequence[Case]] = []
    for place, case in enumerate(cases):
        apart.append(set_apart([case], cases[:place]))
    for row in ROWS:
        times = sum(any(in_case(part, row) for part in parts) for parts in apart)
        assert times == (holds(condition, row) is True)


@pytest.mark.parametrize("row", ROWS)
def test_an_opposite_is_never_true_beside_its_test(row: dict[str, Any]) -> None:
    for test in (column("a") < 2, column("t").is_in(("x",)), ~column("t").is_missing()):
        assert {holds(test, row), holds(opposite(test), row)} in ({True, False}, {None})


def test_days_are_compared_and_not_looked_up() -> None:
    days = tuple(date(year, 3, 31) for year in (2017, 2018))
    cases = broken_cases(rule_of(column("d").is_in(days)))
    told = [" & ".join(map(str, case)) for case in cases]
    assert told == [
        "d < 2017-03-31",
        "d > 2017-03-31 & d < 2018-03-31",
        "d > 2018-03-31",
    ]
    (one, other) = cases_of(column("d").is_in(days))
    assert in_case(one, {"d": days[0]})
    assert not in_case(other, {"d": days[0] + timedelta(1)})


def test_bounds_that_nothing_is_between_make_no_case() -> None:
    assert cases_of((column("a") < 1) & (column("a") > 1)) == []
    assert cases_of((column("a") <= 1) & (column("a") >= 1)) != []
    assert cases_of((column("t") == "x") & column("t").is_in(("y", "z"))) == []
    assert cases_of(column("t").is_missing() & (column("t") != "x")) == []


def test_a_case_that_another_holds_is_left_out() -> None:
    wide, narrow = column("a") == 1, column("b") == 2
    assert cases_of(wide | (wide & narrow)) == [(wide,)]
