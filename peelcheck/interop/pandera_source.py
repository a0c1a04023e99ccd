"""The source text of pandera models, one class a table, with a named check a rule."""

from __future__ import annotations

from collections.abc import Sequence

from peelcheck.conditions import ALWAYS
from peelcheck.interop.carried import Carried
from peelcheck.interop.pandas_text import Constants, false_text, true_text
from peelcheck.model import RowRule, UniqueRule
from peelcheck.rules.rulebook import columns_read
from peelcheck.shape import ColumnType, Table

__all__ = ["pandera_source"]

_TYPES = {
    ColumnType.TEXT: "Series[str]",
    ColumnType.INTEGER: "Series[pd.Int64Dtype]",
    ColumnType.NUMBER: "Series[float]",
    ColumnType.DATE: "Series[pd.Timestamp]",
}

_HEAD = '''"""pandera models of the tables, for pandas.

Written by `peelcheck schemas write` from the rulebook; do not edit. This file needs
pandera and pandas alone: copy it where it is wanted. A failure names the rule's id;
`peelcheck explain ID` says more. Rows are judged as `peelcheck check` judges those of a
submission: a missing value breaks no rule but the one that asks for a value. Queries
and notes fail like errors here; `Config.metadata` gives each rule's severity.
"""

import pandas as pd
import pandera.pandas as pa
from pandera.typing.pandas import Series
'''


def pandera_source(tables: Sequence[tuple[Table, Carried]]) -> str:
    """Return the text of a module with a pandera model for each table."""
    constants = Constants()
    models = [_model(table, carried, constants) for table, carried in tables]
    lists = [
        f"{name} = [\n" + "".join(f"    {value!r},\n" for value in values) + "]\n"
        for name, values in constants.lists.items()
    ]
    return "\n".join([_HEAD, *lists, "", *models])


def _model(table: Table, carried: Carried, constants: Constants) -> str:
    name = "".join(part.capitalize() for part in table.name.split("_"))
    fields = [_field(table, number) for number in range(len(table.columns))]
    checks = [_check(table, rule, constants) for rule in carried.rules]
    parts = [
        f'class {name}(pa.DataFrameModel):\n    """{table.says}"""\n',
        "\n".join(fields) + "\n",
        *checks,
        _config(table, carried),
    ]
    return "\n".join(parts)


def _field(table: Table, number: int) -> str:
    column = table.columns[number]
    kind = _TYPES[column.type] + ("" if column.required else " | None")
    words = [f"title={column.name!r}", f"description={column.says!r}"]
    if column.unit:
        words.append(f"metadata={{'unit': {column.unit!r}}}")
    inside = "".join(f"        {word},\n" for word in ("nullable=True", *words))
    return f"    {column.name}: {kind} = pa.Field(\n{inside}    )"


def _check(table: Table, rule: RowRule | UniqueRule, constants: Constants) -> str:
    function = rule.id.lower().replace(".", "_")
    return (
        f"    @pa.dataframe_check(name={rule.id!r}, ignore_na=False)\n"
        f"    def {function}(cls, frame: pd.DataFrame) -> pd.Series:\n"
        f'        """{rule.says}"""\n'
        f"{_guard(table, rule)}"
        f"        broken = {_broken(rule, constants)}\n"
        "        return ~broken.astype(bool)\n"
    )


def _guard(table: Table, rule: RowRule | UniqueRule) -> str:
    """Return lines that pass every row where an optional column is not there."""
    optional = {column.name for column in table.columns if not column.required}
    return "".join(
        f'        if "{name}" not in frame:\n'
        "            return pd.Series(True, index=frame.index)\n"
        for name in columns_read(rule)
        if name in optional
    )


def _broken(rule: RowRule | UniqueRule, constants: Constants) -> str:
    if isinstance(rule, UniqueRule):
        return f"frame.duplicated({list(rule.columns)!r}, keep=False)"
    broken = false_text(rule.then, constants)
    if rule.when == ALWAYS:
        return broken
    return f"{true_text(rule.when, constants)} & {broken}"


def _config(table: Table, carried: Carried) -> str:
    lines = [
        "    class Config:",
        f"        name = {table.name!r}",
        "        coerce = True",
    ]
    lines += ["        metadata = {", "            'rules': {"]
    for rule in carried.rules:
        lines.append(f"                {rule.id!r}: {{")
        lines += [
            f"                    {word!r}: {text!r},"
            for word, text in (
                ("statement", rule.statement),
                ("basis", rule.basis.value),
                ("severity", rule.severity.value),
                ("says", rule.says),
                ("mend", rule.mend),
            )
        ]
        lines.append("                },")
    lines += ["            },", "            'carried_by_shape': ["]
    lines += [f"                {name!r}," for name in carried.by_shape]
    lines += ["            ],", "            'left_out': {"]
    lines += [f"                {n!r}: {why!r}," for n, why in carried.left_out.items()]
    lines += ["            },", "        }"]
    return "\n".join(lines) + "\n"
