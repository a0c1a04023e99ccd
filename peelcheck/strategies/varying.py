"""A valid return changed a little, so that it stays valid."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from peelcheck.model import Kind, RowRule
from peelcheck.shape import ColumnType, Missing, TableColumn
from peelcheck.strategies.applying import rules_of
from peelcheck.strategies.judging import broken_rules
from peelcheck.strategies.repairing import summed_up, taken_out
from peelcheck.strategies.returned import DrawnReturn, Row
from peelcheck.strategies.rows import breaks, seen
from peelcheck.strategies.solving import Draw, cell, settle
from peelcheck.tables import TABLES

__all__ = ["varied"]

_ROUNDS = 4
_DAYS = 400


@st.composite
def varied(draw: Draw, drawn: DrawnReturn) -> DrawnReturn:
    """Draw a valid return with a new cell, a row more or a row less, or as it is.

    A change that would break a rule is not kept. Many tables must have just the rows
    they have, so another cell, one that names no row, is changed then. A strategy of
    its own, so that shrinking can take any one of several changes away.
    """
    table = draw(st.sampled_from([*drawn.tables]))
    at = draw(st.integers(0, len(drawn.tables[table]) - 1))
    ways = (_value_changed, _cell_changed, _row_more, _row_less)
    for way in (draw(st.sampled_from(ways)), _value_changed):
        after = summed_up(way(drawn, table, at, draw), table, drawn)
        if not broken_rules(after, drawn):
            return after
    return drawn


def _cell_changed(drawn: DrawnReturn, table: str, at: int, draw: Draw) -> DrawnReturn:
    """Change a cell, then what row rules and sums ask of others beside it."""
    return _one_changed(drawn, table, at, draw, _free(drawn, table))


def _value_changed(drawn: DrawnReturn, table: str, at: int, draw: Draw) -> DrawnReturn:
    """Change a cell that names no row, where there are such."""
    names = _free(drawn, table)
    values = [name for name in names if name not in TABLES[table].key]
    return _one_changed(drawn, table, at, draw, values or names)


def _one_changed(
    drawn: DrawnReturn, table: str, at: int, draw: Draw, names: list[str]
) -> DrawnReturn:
    """Change a cell of one of some columns."""
    row = drawn.tables[table][at]
    column = TABLES[table].column(draw(st.sampled_from(names)))
    changed = {**row, column.name: draw(_near(column, row[column.name]))}
    return drawn.with_row(table, at, _settled(drawn, table, changed, draw))


def _free(drawn: DrawnReturn, table: str) -> list[str]:
    """Return the columns that may change: of rows of one force, not whose they are."""
    alone = drawn.manifest["kind"] == Kind.SUBMISSION
    own = ("force", "area") if alone else ()
    return [one.name for one in TABLES[table].columns if one.name not in own]


def _near(column: TableColumn, value: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for values of a column, most of them near one it has."""
    near = cell(column)
    if column.type is ColumnType.DATE and value:
        away = timedelta(days=_DAYS)
        near = st.dates(value - away, value + away)
    elif column.type is ColumnType.INTEGER and value:
        least = column.minimum or 0
        near = st.integers(max(least, value - value // 20), value + value // 20 + 1)
    elif column.type is ColumnType.NUMBER and value:
        near = st.floats(0.999 * value, 1.001 * value)
    none = st.none() if column.missing is Missing.IGNORED else st.nothing()
    return st.one_of(near, none, cell(column))


def _settled(drawn: DrawnReturn, table: str, row: Row, draw: Draw) -> dict[str, Any]:
    """Return a row that keeps the row rules, if it can be brought to in a few steps."""
    settled = dict(row)
    own = [rule for rule in rules_of(drawn, table) if isinstance(rule, RowRule)]
    for _ in range(_ROUNDS):
        settled = dict(settled)  # a row that was seen is never changed
        broken = [rule for rule in own if breaks(rule, seen(table, settled))]
        if not broken:
            break
        settle(broken[0].then, settled, draw, TABLES[table])
    return settled


def _row_more(drawn: DrawnReturn, table: str, at: int, draw: Draw) -> DrawnReturn:
    """Repeat a row with another key."""
    rows = drawn.tables[table]
    row = dict(rows[at])
    for name in _free(drawn, table):
        if draw(st.booleans()):
            row[name] = draw(_near(TABLES[table].column(name), row[name]))
    return drawn.with_rows(table, (*rows, _settled(drawn, table, row, draw)))


def _row_less(drawn: DrawnReturn, table: str, at: int, draw: Draw) -> DrawnReturn:
    """Take a row out, and what points to it."""
    del draw  # every way takes the same
    return taken_out(drawn, table, {at})
