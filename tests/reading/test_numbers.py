"""Columns of decimal numbers, and columns of any text."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from readers import Coerced, Values, Write

from peelcheck.reading import read
from peelcheck.reading.cells import meaning_in
from peelcheck.returns import TableData
from peelcheck.shape import ColumnType, Mark, TableColumn

LIBRARIES: dict[str, Callable[[Any], Any]] = {
    "pandas": pd.DataFrame,
    "polars": pl.DataFrame,
    "polars lazy": pl.LazyFrame,
    "pyarrow": pa.table,
}
ROW: dict[str, Any] = {
    "as_at": "2018-03-31",
    "force": "Essex",
    "worker_type": "police officer",
}


def of(library: str, *cells: Any) -> TableData:
    rows = {name: [value] * len(cells) for name, value in ROW.items()}
    return read(LIBRARIES[library](rows | {"fte": cells})).tables["workforce"]


def test_numbers_in_a_file_are_read_in_every_form(
    write: Write, values: Values, coerced: Coerced
) -> None:
    cells = [
        "1108.06",
        "-3",
        "2.5e-05",
        ' "1,108.06"',
        " 7.5 ",
        "..",
        "",
        "5%",
        "1.2.3",
    ]
    lines = [f"2018-03-31,Essex,police officer,{cell.strip(' ')}" for cell in cells[:4]]
    lines += [f"2018-03-31,Essex,police officer,{cell}" for cell in cells[4:]]
    path = write("as_at,force,worker_type,fte\n" + "\n".join(lines), "workforce.csv")
    data = read(path).tables["workforce"]
    assert list(values(data, "fte").values()) == [
        *(1108.06, -3.0, 2.5e-05, 1108.06, 7.5),
        *[None] * 4,
    ]
    assert list(values(data, "fte.mark").values())[5:] == [
        *(Mark.NOT_AVAILABLE, None, Mark.UNREADABLE, Mark.UNREADABLE)
    ]
    assert [(kind, count) for _, kind, count, _ in coerced(data)] == [
        ("scientific notation", 1),
        ("thousands separators dropped", 1),
        ("blanks trimmed", 1),
        ("mark '..' read as not available", 1),
    ]


def test_a_number_may_be_as_small_as_numbers_are_but_not_as_large() -> None:
    column = TableColumn(name="rate", type=ColumnType.NUMBER, says="R.")
    assert meaning_in(column, {})("2.2e-308").value == 2.2e-308
    assert meaning_in(column, {})("1e300").mark is Mark.UNREADABLE
    assert meaning_in(column, {})("1e999").mark is Mark.UNREADABLE


def test_a_per_cent_sign_is_read_only_where_the_unit_is_per_cent() -> None:
    column = TableColumn(name="share", type=ColumnType.NUMBER, says="S.")
    assert meaning_in(column, {})("5%").mark is Mark.UNREADABLE
    column = TableColumn(
        name="share", type=ColumnType.NUMBER, says="S.", unit="per cent"
    )
    cell = meaning_in(column, {})("5.5 %")
    assert (cell.value, cell.coercion) == (5.5, "per cent sign dropped")
    assert meaning_in(column, {})("five%").mark is Mark.UNREADABLE


def test_nil_is_nought_where_a_number_is_asked_for() -> None:
    column = TableColumn(name="share", type=ColumnType.NUMBER, says="S.")
    assert meaning_in(column, {"-": Mark.NIL})("-").value == 0


@pytest.mark.parametrize("library", LIBRARIES)
def test_numbers_of_a_frame_are_left_as_they_are(
    library: str, values: Values, coerced: Coerced
) -> None:
    data = of(library, 1108.06, 3.0, None)
    assert [*values(data, "fte").values()][:2] == [1108.06, 3.0]
    assert coerced(data) == []
    assert [*values(of(library, 5, 6), "fte").values()] == [5, 6]


@pytest.mark.parametrize("library", LIBRARIES)
def test_what_is_no_number_is_missing_and_what_is_endless_cannot_be_read(
    library: str, values: Values
) -> None:
    data = of(library, 1.5, math.nan, math.inf, 1e300)
    assert list(values(data, "fte").values()) == [1.5, None, None, None]
    marks = list(values(data, "fte.mark").values())
    assert marks == [None, None, Mark.UNREADABLE, Mark.UNREADABLE]


@pytest.mark.parametrize("library", ["polars", "pyarrow"])
def test_decimals_are_numbers(library: str, values: Values) -> None:
    data = of(library, Decimal("1.50"), Decimal("2.25"))
    assert list(values(data, "fte").values()) == [1.5, 2.25]


def test_a_column_without_a_domain_takes_any_text(
    write: Write, values: Values, coerced: Coerced
) -> None:
    header = (
        "financial_year,quarter,force,offence_code,outcome_type,"
        "of_offences_recorded,recorded_in_quarter,offence\n"
    )
    rows = "2018/19,1,Essex, 53F,1,5,5,Theft \n2018/19,1,Essex,46,1,5,5,..\n"
    data = read(write(header + rows, "outcome_counts.csv")).tables["outcome_counts"]
    assert list(values(data, "offence_code").values()) == ["53F", "46"]
    assert list(values(data, "offence").values()) == ["Theft", None]
    assert coerced(data) == [
        ("offence_code", "blanks trimmed", 1, [(2, " 53F", "53F")]),
        ("offence", "blanks trimmed", 1, [(2, "Theft ", "Theft")]),
        ("offence", "mark '..' read as not available", 1, [(3, "..", "")]),
    ]
