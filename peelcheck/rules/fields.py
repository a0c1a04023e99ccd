"""The rules that follow from how a table declares its columns and its key.

Their ids are the table's prefix and the column: `STS.searches.type`.
"""

from __future__ import annotations

from typing import Any

from peelcheck.authoring import column
from peelcheck.model import (
    Basis,
    RowRule,
    Rule,
    Severity,
    Stage,
    StructureRule,
    TotalsRule,
    UniqueRule,
)
from peelcheck.returns import mark_of
from peelcheck.shape import ColumnType, Mark, Missing, Table, TableColumn

__all__ = ["declared_rules"]


def declared_rules(table: Table) -> tuple[Rule, ...]:
    """Return the rules of a table's shape: its columns, their cells, its key."""
    fields = (rule for one in table.columns for rule in _column_rules(table, one))
    whole = [_key(table)] if table.key else []
    totals = [_totals(table)] if table.totalled else []
    return (_structure(table), *fields, *whole, *totals)


def _common(table: Table, name: str) -> dict[str, Any]:
    return {
        "id": f"{table.prefix}.{name}",
        "statement": table.statement,
        "basis": Basis.DECLARED,
        "severity": Severity.ERROR,
        "table": table.name,
    }


def _structure(table: Table) -> Rule:
    required = table.required
    full = dict.fromkeys(required)
    return StructureRule(
        **_common(table, "columns"),
        says=f"The table has each of its columns once: {', '.join(required)}.",
        mend="Add, rename or remove the column, and hand the file in again.",
        passes=(full,),
        fails=(dict.fromkeys(required[1:]),),
    )


def _key(table: Table) -> Rule:
    row = dict.fromkeys(table.key, "x")
    other = row | {table.key[-1]: "y"}
    return UniqueRule(
        **_common(table, "key"),
        says=f"No two rows agree in {', '.join(table.key)}.",
        mend="Remove the row that stands twice, or add the counts into one row.",
        columns=table.key,
        passes=((row, other),),
        fails=((row, other, row),),
    )


def _totals(table: Table) -> Rule:
    words = _common(table, "totals") | {
        "statement": "A5",
        "basis": Basis.DERIVED,
        "severity": Severity.QUERY,
    }
    return TotalsRule(
        **words,
        says="Each region and total row that the source prints is the sum of its rows.",
        mend="Find the row that is wrong or doubled; the total itself enters no table.",
        missing=Missing.UNDECIDED,
        then=column("agrees") == True,  # noqa: E712 - a condition
        passes=({"total": "Wales", "printed": 12, "summed": 12, "agrees": True},),
        fails=({"total": "Wales", "printed": 12, "summed": 11, "agrees": False},),
        undecided=({"total": "Wales", "printed": 12, "summed": 11, "agrees": None},),
    )


def _column_rules(table: Table, one: TableColumn) -> list[Rule]:
    rules: list[Rule] = []
    if one.type is not ColumnType.TEXT:
        rules.append(_type(table, one))
    if one.missing is Missing.INVALID:
        rules.append(_present(table, one))
    if one.minimum is not None:
        rules.append(_minimum(table, one, one.minimum))
    if one.domain:
        rules.append(_domain(table, one))
    return rules


def _type(table: Table, one: TableColumn) -> Rule:
    mark = mark_of(one.name)
    remedy = {
        ColumnType.INTEGER: "Write a whole number, such as 12.",
        ColumnType.NUMBER: "Write a number, such as 1108.06.",
        ColumnType.DATE: "Write the whole date, such as 2018-03-31 or 31/03/2018.",
    }
    return RowRule(
        **_common(table, f"{one.name}.type"),
        says=f"Each value of {one.name} is a {one.type}.",
        mend=remedy[one.type],
        then=column(mark).is_missing() | (column(mark) != Mark.UNREADABLE.value),
        stage=Stage.FIELD,
        passes=({mark: None}, {mark: Mark.NOT_AVAILABLE.value}),
        fails=({mark: Mark.UNREADABLE.value},),
    )


_FILL_IN_KEY = "Fill the cell in; remove the row if it is a total, or empty."
_FILL_IN = "Fill the cell in: 0 for none, or a mark the manifest gives a meaning."


def _present(table: Table, one: TableColumn) -> Rule:
    mark = mark_of(one.name)
    return RowRule(
        **_common(table, f"{one.name}.missing"),
        says=f"Each row has a value of {one.name}, or a declared mark for having none.",
        mend=_FILL_IN_KEY if one.name in table.key else _FILL_IN,
        when=column(mark).is_missing(),
        then=column(one.name).is_present(),
        stage=Stage.FIELD,
        passes=({one.name: 1, mark: None},),
        fails=({one.name: None, mark: None},),
    )


def _minimum(table: Table, one: TableColumn, minimum: int) -> Rule:
    return RowRule(
        **_common(table, f"{one.name}.minimum"),
        says=f"Each value of {one.name} is {minimum} or more.",
        mend=f"Correct the number; {one.unit} cannot be fewer than {minimum}.",
        then=column(one.name) >= minimum,
        stage=Stage.FIELD,
        passes=({one.name: minimum}, {one.name: None}),
        fails=({one.name: minimum - 1},),
    )


def _domain(table: Table, one: TableColumn) -> Rule:
    listed = f": {', '.join(one.domain)}" if len(one.domain) < 8 else ""
    return RowRule(
        **_common(table, f"{one.name}.domain"),
        says=f"Each value of {one.name} is one of {len(one.domain)} known{listed}.",
        mend=f"Correct it as `peelcheck tables {table.name}` has it; remove totals.",
        then=column(one.name).is_in(one.domain),
        stage=Stage.FIELD,
        passes=({one.name: one.domain[0]}, {one.name: None}),
        fails=({one.name: "no such value"},),
    )
