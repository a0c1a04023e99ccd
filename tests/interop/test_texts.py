"""The text of a condition means in each language what the condition means."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import polars as pl
import pytest

from peelcheck.authoring import column, edition, manifest
from peelcheck.conditions import ALWAYS, Condition, Literal, Name, Scaled, holds
from peelcheck.interop.languages import (
    Constants,
    pandas_frame,
    pandas_series,
    polars,
    sql,
)
from peelcheck.interop.texts import CannotSayError, Language, condition_text
from peelcheck.shape import ColumnType, Table, TableColumn

TYPES = {
    "a": ColumnType.INTEGER,
    "b": ColumnType.INTEGER,
    "t": ColumnType.TEXT,
    "d": ColumnType.DATE,
    "x": ColumnType.NUMBER,
}
TABLE = Table(
    name="made_up",
    prefix="MAD",
    title="",
    statement="A1",
    says="",
    columns=tuple(TableColumn(name=n, type=k, says="") for n, k in TYPES.items()),
    key=(),
)
DAY = date(2018, 3, 31)
ROWS: list[dict[str, Any]] = [
    {"a": a, "b": b, "t": t, "d": d, "x": x}
    for a in (1, 2, None)
    for b in (1, 2, None)
    for t in ("x", "y", "z", "it's", "w1", None)
    for d, x in ((DAY, 1.5), (date(2017, 4, 1), None), (None, 2.0))
]
CONDITIONS = [
    column("a") == 1,
    column("a") != 1,
    column("a") <= column("b"),
    column("x") > column("b"),
    column("x") > 1.6,
    column("d") >= DAY,
    column("d").is_in((DAY, date(2016, 4, 1), date(2015, 4, 1))),
    column("t").is_in(("x", "it's")),
    column("t").is_in(("x", "y", "z")),
    ~column("t").is_in(("x", "y", "z")),
    column("t").is_missing(),
    column("t").is_present(),
    column("t").matches("[a-z][0-9]"),
    ~column("t").matches("[a-z][0-9]"),
    (column("a") == 1) & (column("b") > 1),
    (column("a") == 1) | (column("b") > 1),
    ~((column("a") == 1) | column("t").is_missing()),
    ~((column("a") == 1) & (column("b") == 2)),
]


def by_pandas(condition: Condition, *, truth: bool) -> list[bool]:
    constants = Constants()
    text = condition_text(condition, pandas_frame(constants), truth=truth)
    frame = pd.DataFrame(ROWS).astype({"a": "Int64", "b": "Int64"})
    frame["d"] = pd.to_datetime(frame["d"])
    known = {name: [*map(as_pandas, v)] for name, v in constants.lists.items()}
    mask = eval(text, {"rows": frame, "pd": pd, **known})  # noqa: S307 - our own text
    return [bool(one) for one in mask]


def as_pandas(value: Any) -> Any:
    return pd.Timestamp(value) if isinstance(value, date) else value


def by_polars(condition: Condition, *, truth: bool) -> list[bool]:
    constants = Constants()
    text = condition_text(condition, polars(TABLE, constants), truth=truth)
    known = {name: [*values] for name, values in constants.lists.items()}
    mask = eval(text, {"pl": pl, "date": date, **known})  # noqa: S307 - our own text
    rows = [
        {**row, "x": float("nan") if row["x"] is None else row["x"]} for row in ROWS
    ]
    return pl.DataFrame(rows).select(mask.fill_null(value=False)).to_series().to_list()


def by_sqlite(condition: Condition, *, truth: bool) -> list[bool]:
    text = condition_text(condition, sql(), truth=truth)
    found = sqlite3.connect(":memory:")
    found.execute("CREATE TABLE made_up (n, a, b, t, d, x)")
    found.executemany(
        "INSERT INTO made_up VALUES (?, ?, ?, ?, ?, ?)",
        [(n, *[as_sqlite(v) for v in row.values()]) for n, row in enumerate(ROWS)],
    )
    query = f"SELECT n FROM made_up WHERE {text}"  # noqa: S608 - our own text
    kept = {n for (n,) in found.execute(query)}
    found.close()
    return [n in kept for n in range(len(ROWS))]


def as_sqlite(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("run", [by_pandas, by_polars, by_sqlite])
@pytest.mark.parametrize("condition", CONDITIONS, ids=str)
def test_it_means_the_same(
    condition: Condition, run: Callable[..., list[bool]]
) -> None:
    if run is by_sqlite and "matches" in str(condition):
        with pytest.raises(CannotSayError, match="matches"):
            run(condition, truth=True)
        return
    for truth in (True, False):
        answers = [holds(condition, row) is truth for row in ROWS]
        assert run(condition, truth=truth) == answers


def test_a_factor_stands_before_its_column() -> None:
    condition = column("x") <= Scaled(Literal(1.5), Name("a"))
    assert condition_text(condition, sql()) == "(x <= 1.5 * a)"


def test_one_column_alone_is_a_series() -> None:
    text = condition_text(column("a") == 1, pandas_series(Constants()), truth=False)
    assert text == "(series.notna() & (series != 1))"


def test_a_value_of_the_manifest_is_a_parameter_of_a_query() -> None:
    condition = column("d") == manifest("period_end")
    assert condition_text(condition, sql()) == "(d = :period_end)"
    with pytest.raises(CannotSayError):
        condition_text(condition, pandas_frame(Constants()))


def test_a_list_is_written_once_and_a_short_one_in_place() -> None:
    constants = Constants()
    first = constants.named("force", ("a", "b", "c"))
    assert constants.named("force", ("a", "b", "c")) == first == "FORCE"
    assert constants.named("force", ("d", "e", "f")) == "FORCE_2"
    assert constants.named("force", ("d", "e")) is None


LANGUAGES = [pandas_frame(Constants()), polars(TABLE, Constants()), sql()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("condition", [ALWAYS, column("a") == edition("population.x")])
def test_what_it_cannot_say_is_refused(
    condition: Condition, language: Language
) -> None:
    with pytest.raises(CannotSayError):
        condition_text(condition, language)
