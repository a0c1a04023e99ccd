"""What pandas, polars and SQL call the parts of a condition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from peelcheck.conditions import Value
from peelcheck.interop.texts import CannotSayError, Language
from peelcheck.shape import ColumnType, Table

__all__ = [
    "Constants",
    "pandas_frame",
    "pandas_series",
    "pandas_value",
    "polars",
    "polars_value",
    "sql",
    "sql_value",
]

_IN_LINE = 2


@dataclass(slots=True)
class Constants:
    """Lists of values, each written once under a name of its own."""

    lists: dict[str, tuple[Value, ...]] = field(default_factory=dict)

    def named(self, column: str, values: tuple[Value, ...]) -> str | None:
        """Return the name of a list of values; nothing where it is short."""
        if len(values) <= _IN_LINE:
            return None
        for name, known in self.lists.items():
            if known == values:
                return name
        taken = sum(name.startswith(column.upper()) for name in self.lists)
        name = column.upper() + (f"_{taken + 1}" if taken else "")
        self.lists[name] = values
        return name


def pandas_frame(constants: Constants) -> Language:
    """Return the words for masks over the columns of a pandas frame."""
    return _pandas(constants, "rows[{!r}]")


def pandas_series(constants: Constants) -> Language:
    """Return the words for masks over one pandas series."""
    return _pandas(constants, "series")


def _pandas(constants: Constants, column: str) -> Language:
    """Missing values are neither true nor false to us; to pandas they are either."""

    def listed(column: str, values: tuple[Value, ...]) -> str:
        return constants.named(column, values) or _list(map(pandas_value, values))

    def matching(column: str, pattern: str, truth: bool) -> str:  # noqa: FBT001
        test = f"{column}.str.fullmatch({pattern!r}, na={not truth})"
        return test if truth else f"~{test}"

    return Language(
        column=column.format,
        value=pandas_value,
        values=listed,
        matching=matching,
        missing="{}.isna()",
        present="{}.notna()",
        member="{}.isin({})",
        other="({0}.notna() & ~{0}.isin({1}))",
        both=" & ",
        either=" | ",
        signs={},
        guarded=True,
    )


def pandas_value(value: Value) -> str:
    """Return a literal of pandas."""
    if isinstance(value, date):
        return f"pd.Timestamp({value.isoformat()!r})"
    return repr(value)


def polars(table: Table, constants: Constants) -> Language:
    """Return the words for polars expressions; NaN, a number to polars, is a gap."""

    def column(name: str) -> str:
        number = table.column(name).type is ColumnType.NUMBER
        return f"pl.col({name!r})" + (".fill_nan(None)" if number else "")

    def listed(column: str, values: tuple[Value, ...]) -> str:
        return constants.named(column, values) or _list(map(polars_value, values))

    def matching(column: str, pattern: str, truth: bool) -> str:  # noqa: FBT001
        whole = f"^(?:{pattern})$"
        return f"{'' if truth else '~'}{column}.str.contains({whole!r})"

    return Language(
        column=column,
        value=polars_value,
        values=listed,
        matching=matching,
        missing="{}.is_null()",
        present="{}.is_not_null()",
        member="{}.is_in({})",
        other="~{}.is_in({})",
        both=" & ",
        either=" | ",
        signs={},
    )


def polars_value(value: Value) -> str:
    """Return a literal of polars."""
    if isinstance(value, date):
        return f"date({value.year}, {value.month}, {value.day})"
    return repr(value)


def sql_value(value: Value) -> str:
    """Return a literal of SQL; a day as a text, which each database compares as one."""
    if isinstance(value, int | float):
        return str(value)
    text = value.isoformat() if isinstance(value, date) else value
    return "'" + text.replace("'", "''") + "'"


def sql(column: Callable[[str], str] = str) -> Language:
    """Return the words that SQLite, Postgres and Spark share.

    Each has its own for a pattern, so there is none.
    """

    def matching(column: str, pattern: str, _: bool) -> str:  # noqa: FBT001
        message = f"{column} matches {pattern!r}"
        raise CannotSayError(message)

    return Language(
        column=column,
        value=sql_value,
        values=lambda _, values: ", ".join(map(sql_value, values)),
        matching=matching,
        missing="{} IS NULL",
        present="{} IS NOT NULL",
        member="{} IN ({})",
        other="{} NOT IN ({})",
        both=" AND ",
        either=" OR ",
        signs={"==": "=", "!=": "<>"},
        parameter=":{}",
    )


def _list(texts: map[str]) -> str:
    return f"[{', '.join(texts)}]"
