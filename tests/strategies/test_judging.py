"""The measure by which data are drawn agrees with `check`, whatever is changed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import peelcheck
from peelcheck import Verdict
from peelcheck.model import Kind
from peelcheck.shape import ColumnType, TableColumn
from peelcheck.strategies import DrawnReturn, returns
from peelcheck.strategies.judging import broken_rules
from peelcheck.strategies.solving import cell
from peelcheck.strategies.valid import valid_return
from peelcheck.strategies.values import NO_SUCH_VALUE, UNREADABLE
from peelcheck.tables import TABLES


def failed(drawn: DrawnReturn) -> set[str]:
    """Return the rules that a return breaks, by the package's own check."""
    report = peelcheck.check(drawn.read())
    assert not report.crashed
    return {one.rule.id for one in report.results if one.verdict is Verdict.FAILED}


def anything(column: TableColumn) -> st.SearchStrategy[Any]:
    odd: list[Any] = [None, *UNREADABLE.get(column.type, ())]
    odd += [NO_SUCH_VALUE] if column.type is ColumnType.TEXT else []
    odd += [0, -1, 10**6] if column.type is ColumnType.INTEGER else []
    odd += [0.0, -1.0, 1e-9, 5e-324] if column.type is ColumnType.NUMBER else []
    return st.one_of(st.sampled_from(odd), cell(column))


@st.composite
def _changed(draw: st.DrawFn, kind: Kind, name: str) -> tuple[DrawnReturn, DrawnReturn]:
    """Draw a valid return, and it with cells changed, and rows come or gone."""
    beside = {"outcomes": ["crimes", "outcomes"], "crimes": ["crimes", "outcomes"]}
    start = after = draw(returns(kind=kind, tables=beside.get(name, [name])))
    for _ in range(draw(st.integers(1, 3))):
        rows = after.tables[name]
        at = draw(st.integers(0, len(rows) - 1)) if rows else None
        way = draw(st.sampled_from(["cell", "cell", "twice", "gone"]))
        if at is None:
            break
        if way == "gone":
            after = after.without(name, [at])
        elif way == "twice":
            after = after.with_rows(name, (*rows, dict(rows[at])))
        else:
            column = TABLES[name].column(draw(st.sampled_from([*rows[at]])))
            cells = {**rows[at], column.name: draw(anything(column))}
            after = after.with_row(name, at, cells)
    return start, after


@pytest.mark.parametrize("kind", [Kind.SUBMISSION, Kind.COLLECTION])
@pytest.mark.parametrize("name", TABLES)
def test_it_says_what_check_says(name: str, kind: Kind) -> None:
    @settings(max_examples=12, deadline=None)
    @given(_changed(kind, name))
    def agrees(pair: tuple[DrawnReturn, DrawnReturn]) -> None:
        start, after = pair
        wanted = failed(after)
        assert broken_rules(after) == wanted
        assert broken_rules(after, start) == wanted

    agrees()


def test_a_manifest_that_says_otherwise_is_held_against_everything() -> None:
    drawn = valid_return("peel-2018-19", "submission", ["crimes"]).copied()
    said = DrawnReturn({**drawn.manifest, "force": "Kent"}, drawn.tables)
    assert broken_rules(said, drawn) == failed(said)
    assert broken_rules(said, drawn)


def test_of_crimes_that_share_a_reference_the_earliest_day_stands() -> None:
    start = valid_return("peel-2018-19", "submission", tables=("crimes", "outcomes"))
    crime = start.tables["crimes"][0]
    late = {**crime, "recorded_on": date(2018, 9, 30)}
    after = start.with_rows("crimes", (*start.tables["crimes"], late))
    assert failed(after) == {"CRM.key"}
    assert broken_rules(after) == {"CRM.key"}
