"""A row settled so that a condition holds, or does not, changing little else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peelcheck.authoring import column
from peelcheck.conditions import ALWAYS, Condition, holds
from peelcheck.shape import ColumnType, Table, TableColumn
from peelcheck.strategies.solving import cell, settle
from peelcheck.strategies.values import NO_SUCH_VALUE

TABLE = Table(
    name="t",
    prefix="TTT",
    title="T",
    statement="A1",
    says="A row.",
    key=("n",),
    columns=(
        TableColumn(name="n", type=ColumnType.INTEGER, says="N.", minimum=0),
        TableColumn(name="m", type=ColumnType.INTEGER, says="M."),
        TableColumn(name="t", type=ColumnType.TEXT, says="T.", domain=("a", "b")),
        TableColumn(name="d", type=ColumnType.DATE, says="D."),
        TableColumn(name="f", type=ColumnType.TEXT, says="F."),
        TableColumn(name="r", type=ColumnType.NUMBER, says="R.", minimum=0),
    ),
)
CONDITIONS = [
    column("n") == 5,
    column("n") != 5,
    column("n") < 5,
    column("n") <= 5,
    column("n") > 5,
    column("n") >= 5,
    column("r") < 5,
    column("r") <= 5,
    column("r") > 5,
    column("r") >= 5,
    column("r") <= 1.5 * column("n"),
    column("r") > 1.5 * column("n"),
    column("d") < date(2018, 3, 25),
    column("d") <= date(2018, 3, 25),
    column("d") > date(2018, 3, 25),
    column("d") >= date(2018, 3, 25),
    column("n") <= column("m"),
    column("n") > column("m"),
    column("n").between(2015, 2017),
    (column("n") >= 2015) & (column("n") < 2018),
    column("r").between(0.25, 0.5),
    (column("r") >= 0.25) & (column("r") < 0.5),
    column("d").between(date(2018, 1, 1), date(2018, 1, 2)),
    (column("d") >= date(2018, 1, 1)) & (column("d") < date(2018, 1, 2)),
    column("t") == "a",
    column("t").is_in(("a",)),
    column("t").is_in(("a", "b")),
    column("t").is_missing(),
    column("t").is_present(),
    (column("n") > 5) & (column("t") == "a"),
    (column("t") != "a") | (column("n") > 5),
    ~((column("n") > 5) | (column("t") == "a")),
]


@pytest.mark.parametrize("to", [True, False])
@pytest.mark.parametrize("condition", CONDITIONS, ids=str)
def test_a_row_is_settled(condition: Condition, to: bool) -> None:  # noqa: FBT001
    @settings(max_examples=20, deadline=None)
    @given(st.data(), st.integers(0, 9), st.integers(0, 9), st.sampled_from("ab"))
    def settled(data: st.DataObject, n: int, m: int, t: str) -> None:
        row: dict[str, Any] = {"n": n, "m": m, "t": t, "r": n + 0.5}
        row["d"] = date(2018, 3, 20 + n)
        settle(condition, row, data.draw, TABLE, to=to)
        assert holds(condition, row) is to

    settled()


def no_draw(strategy: st.SearchStrategy[Any]) -> Any:
    """Fail where a value is drawn though none need be."""
    raise AssertionError(strategy)


def test_a_value_outside_a_full_domain_is_made_up() -> None:
    row: dict[str, Any] = {"t": "a"}
    settle(column("t").is_in(("a", "b")), row, no_draw, TABLE, to=False)
    assert row == {"t": NO_SUCH_VALUE}


def test_what_no_row_is_made_for_is_told() -> None:
    with pytest.raises(TypeError, match="no row is made for: always"):
        settle(ALWAYS, {}, no_draw, TABLE, to=False)


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_a_text_is_made_to_match_and_not_to(data: st.DataObject) -> None:
    condition, row = column("t").matches("Fraud.*"), {"t": "a"}
    settle(condition, row, data.draw, TABLE)
    assert row["t"].startswith("Fraud")
    settle(condition, row, data.draw, TABLE, to=False)
    assert row == {"t": NO_SUCH_VALUE}


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_a_cell_is_of_its_column_s_type(data: st.DataObject) -> None:
    kinds = {"n": int, "t": str, "f": str, "r": float}
    for name, kind in kinds.items():
        assert isinstance(data.draw(cell(TABLE.column(name))), kind)
    assert data.draw(cell(TABLE.column("d"))).year > 0
