"""Rules that look beyond a row, as queries: what they return is what breaks the rule.

The SQL is that which SQLite, Postgres and Spark share. Tables have their names here;
reference tables are those of `peelcheck/reference/*.csv`; `:period_end` and the like
are values of the manifest. Coverage is asked as of a collection: of the 43 forces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import singledispatch

from peelcheck.conditions import ALWAYS, Condition, Value, columns_of
from peelcheck.engines.groups import EXACT
from peelcheck.expected import ExpectedKeys, Own
from peelcheck.interop.languages import sql, sql_value
from peelcheck.interop.texts import CannotSayError, Language, condition_text
from peelcheck.model import (
    AgreementRule,
    CoverageRule,
    GroupRule,
    LinkRule,
    ReferenceRule,
    RowRule,
    Rule,
    SumRule,
)
from peelcheck.reference.forces import force_names
from peelcheck.shape import ColumnType, Missing, Table, TableColumn
from peelcheck.tables import TABLES

__all__ = ["query_of", "type_query"]

_JOINED = "reference."
_ODD = {
    ColumnType.INTEGER: "{0} <> CAST({0} AS BIGINT)",
    ColumnType.DATE: "({0} <> date({0}) OR ({0} IS NOT NULL AND date({0}) IS NULL))",
}
"""What is true of a value that is not of a column's type, where SQL has a word."""


def query_of(rule: Rule, table: Table) -> str:
    """Return the query that finds what breaks a rule; nothing where none can.

    Args:
        rule: The rule, bound to the edition and rid of marks.
        table: Its table.

    """
    try:
        return _query(rule, table)
    except CannotSayError:
        return ""


def type_query(table: str, column: TableColumn) -> str:
    """Return the query that finds what is not of a column's type; nothing for none.

    It is of use where a database keeps whole numbers with others, or days with times.
    """
    odd = _ODD.get(column.type, "").format(column.name)
    return f"SELECT * FROM {table} WHERE {odd}" if odd else ""


@singledispatch
def _query(rule: Rule, table: Table) -> str:  # noqa: ARG001 - others need it
    return ""


@_query.register
def _rows(rule: RowRule, table: Table) -> str:  # noqa: ARG001
    broken = condition_text(rule.then, sql(), truth=False)
    if rule.missing is Missing.INVALID:
        broken = f"NOT COALESCE({condition_text(rule.then, sql())}, FALSE)"
    return f"SELECT * FROM {rule.table}{_where(sql(), rule.when, broken)}"


@_query.register
def _linked(rule: LinkRule, table: Table) -> str:  # noqa: ARG001
    words = sql(_beside(rule.table))
    read = (name for name in columns_of((rule.when, rule.then)) if _JOINED in name)
    brought = (name.removeprefix(_JOINED) for name in read)
    least = [f"MIN({name}) AS {name}" for name in brought if name not in rule.on]
    there = " AND ".join(f"{name} IS NOT NULL" for name in rule.on)
    once = (
        f"SELECT {', '.join([*rule.on, *least])} FROM {rule.to} "
        f"WHERE {there} GROUP BY {', '.join(rule.on)}"
    )
    on = " AND ".join(f"{rule.table}.{n} = reference.{n}" for n in rule.on)
    broken = condition_text(rule.then, words, truth=False)
    return (
        f"SELECT {rule.table}.* FROM {rule.table} LEFT JOIN ({once}) AS reference "
        f"ON {on}{_where(words, rule.when, broken)}"
    )


@_query.register
def _referring(rule: ReferenceRule, table: Table) -> str:
    words = sql(_beside("given"))
    given = f"SELECT * FROM {rule.table}{_where(sql(), rule.when)}"
    if rule.sums:
        by = ", ".join(rule.on)
        sums = ", ".join(f"{_whole_sum(table, name)} AS {name}" for name in rule.sums)
        given = f"{given.replace('*', f'{by}, {sums}', 1)} GROUP BY {by}"
    on = [f"given.{own} = reference.{name}" for own, name in rule.on.items()]
    if rule.where != ALWAYS:
        on.append(condition_text(rule.where, sql("reference.{}".format)))
    broken = condition_text(rule.then, words, truth=False)
    return (
        f"SELECT given.* FROM ({given}) AS given JOIN {rule.reference} AS reference "
        f"ON {' AND '.join(on)} WHERE {broken}"
    )


@_query.register
def _agreeing(rule: AgreementRule, table: Table) -> str:
    here = _made(rule.table, table, rule.on, rule.sums, rule.when)
    others = rule.on.values()
    there = _made(rule.to, TABLES[rule.to], others, rule.other_sums, rule.where)
    on = [f"given.{own} = reference.{name}" for own, name in rule.on.items()]

    def named(name: str) -> str:
        side, _, made = name.rpartition(".")
        return f"{side or 'given'}.{'row_count' if made == 'rows' else made}"

    return (
        f"SELECT given.* FROM ({here}) AS given JOIN ({there}) AS reference "
        f"ON {' AND '.join(on)} "
        f"WHERE {condition_text(rule.then, sql(named), truth=False)}"
    )


def _made(
    name: str, table: Table, by: Iterable[str], sums: Iterable[str], when: Condition
) -> str:
    """Return the query that brings the rows of each group down to one."""
    keys = ", ".join(by)
    added = [f"{_whole_sum(table, one)} AS {one}" for one in sums]
    made = ", ".join([keys, "COUNT(*) AS row_count", *added])
    return f"SELECT {made} FROM {name}{_where(sql(), when)} GROUP BY {keys}"


@_query.register
def _grouped(rule: GroupRule, table: Table) -> str:
    made = {
        "rows": "COUNT(*)",
        **{f"blank.{name}": f"(COUNT(*) - COUNT({name}))" for name in rule.blanks},
        **{
            f"distinct.{name}": f"COUNT(DISTINCT {_kept(table, name, name)})"
            for name in rule.distinct
        },
        **{name: _whole_sum(table, name) for name in rule.sums},
    }
    broken = condition_text(rule.then, sql(lambda n: made.get(n, n)), truth=False)
    named = ", ".join(
        f"{text} AS {name.replace('.', '_')}"
        for name, text in made.items()
        if name != "rows"
    )
    given = f"FROM {rule.table}{_where(sql(), rule.when)}"
    counted = f"COUNT(*) AS row_count{f', {named}' if named else ''}"
    if not rule.by:
        # Not every database has HAVING without GROUP BY, or no group of no rows.
        return (
            f"SELECT * FROM (SELECT {counted}, CASE WHEN {broken} THEN 1 END AS broken "
            f"{given}) AS made WHERE broken = 1 AND row_count > 0"
        )
    by = ", ".join(rule.by)
    return f"SELECT {by}, {counted} {given} GROUP BY {by} HAVING {broken}"


def _whole_sum(table: Table, name: str) -> str:
    """Return a sum that is missing where a cell is; decimals are rounded as ours."""
    made = _kept(table, name, f"SUM({name})")
    return f"CASE WHEN COUNT({name}) = COUNT(*) THEN {made} END"


def _kept(table: Table, name: str, made: str) -> str:
    """Return what is made of a column, decimals rounded as ours."""
    if table.column(name).type is not ColumnType.NUMBER:
        return made
    return f"ROUND(CAST({made} AS DECIMAL(38, 9)), {EXACT})"


@_query.register
def _summed(rule: SumRule, table: Table) -> str:
    whole = condition_text(rule.whole, sql())
    other = condition_text(rule.whole, sql(), truth=False)
    part, open_ = other, f"({whole}) IS NULL"
    if rule.parts != ALWAYS:
        parts = condition_text(rule.parts, sql())
        part, open_ = f"{other} AND {parts}", f"{open_} OR ({parts}) IS NULL"
    by, value = ", ".join(rule.by), rule.value
    columns = ", ".join(dict.fromkeys((*rule.by, *table.key, value)))
    total, made = (f"SUM(CASE WHEN {o} THEN {value} END)" for o in (whole, part))
    count = f"COUNT(CASE WHEN {part} THEN 1 END)"
    lacking = f"(({whole}) OR ({part})) AND {value} IS NULL"
    return (
        f"SELECT {by}, {total} AS whole, {made} AS parts "
        f"FROM (SELECT DISTINCT {columns} FROM {rule.table}) AS given "
        f"GROUP BY {by} HAVING COUNT(CASE WHEN {whole} THEN 1 END) = 1 "
        f"AND {count} {'>= 1' if rule.expects is None else f'= {rule.expects}'} "
        f"AND COUNT(CASE WHEN ({lacking}) OR {open_} THEN 1 END) = 0 "
        f"AND ABS({total} - {made}) > {rule.tolerance}"
    )


@_query.register
def _covered(rule: CoverageRule, table: Table) -> str:  # noqa: ARG001
    names = [f"expected_{number}" for number in range(1, len(rule.expected) + 1)]
    tables = [
        f"{name}({', '.join(keys.columns)}) AS ({_keys(rule, keys)})"
        for name, keys in zip(names, rule.expected, strict=True)
    ]
    columns = [name for keys in rule.expected for name in keys.columns]
    same = " AND ".join(f"given.{name} = wanted.{name}" for name in columns)
    wanted = f"SELECT * FROM {' CROSS JOIN '.join(names)}"
    return (
        f"WITH {', '.join(tables)} SELECT * FROM ({wanted}) AS wanted "
        f"WHERE NOT EXISTS (SELECT 1 FROM {rule.table} AS given WHERE {same})"
    )


def _keys(rule: CoverageRule, keys: ExpectedKeys) -> str:
    if keys.values is Own.PERIODS:
        (name,) = keys.columns
        return f"SELECT DISTINCT {name} FROM {rule.table} WHERE {name} IS NOT NULL"
    values: Sequence[tuple[Value, ...]] = [(name,) for name in force_names()]
    if keys.values is not Own.FORCES:
        values = keys.values
    return "VALUES " + ", ".join(f"({', '.join(map(sql_value, v))})" for v in values)


def _beside(table: str) -> Callable[[str], str]:
    """Return the names of a table's columns beside those of what it points to."""
    return lambda name: name if name.startswith(_JOINED) else f"{table}.{name}"


def _where(words: Language, *conditions: Condition | str) -> str:
    """Return the end of a query: of the rows where all of some conditions hold."""
    asked = [one for one in conditions if one != ALWAYS]
    if not asked:
        return ""
    texts = [o if isinstance(o, str) else condition_text(o, words) for o in asked]
    return f" WHERE {' AND '.join(texts)}"
