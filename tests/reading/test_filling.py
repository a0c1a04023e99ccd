"""Columns a table need not have are filled, and what was assumed is said."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from peelcheck.engines.plain import plain_rows
from peelcheck.reading import read
from peelcheck.returns import TableData

CRIME = pl.DataFrame(
    {
        "period_end": ["2018-09-30"],
        "force": ["Essex"],
        "offence": ["Robbery"],
        "crimes": [1_566],
    }
)


def table(frame: Any, **entry: Any) -> TableData:
    said = {"tables": {"recorded_crime": entry}} if entry else {}
    held = read({"recorded_crime": frame}, manifest=said)
    return held.tables["recorded_crime"]


def row_of(data: TableData) -> dict[str, Any]:
    return plain_rows(data.frame)[0]


@pytest.mark.parametrize("library", ["polars", "pandas", "pyarrow"])
def test_a_key_column_that_is_not_there_is_empty(library: str) -> None:
    made = {"polars": CRIME, "pandas": CRIME.to_pandas(), "pyarrow": CRIME.to_arrow()}
    data = table(made[library])
    assert set(data.filled) == {"release", "months"}
    row = row_of(data)
    assert (row["release"], row["months"]) == (None, 12)


@pytest.mark.parametrize("library", ["polars", "pandas", "pyarrow"])
def test_a_whole_number_that_nobody_says_is_empty_in_every_library(
    library: str,
) -> None:
    counts = pl.DataFrame({"force": ["Essex"], "outcomes": [5]})
    made = {
        "polars": counts,
        "pandas": counts.to_pandas(),
        "pyarrow": counts.to_arrow(),
    }
    data = read({"outcome_counts": made[library]}).tables["outcome_counts"]
    assert set(data.filled) == {"quarter", "offence_group", "offence_code"}
    assert {row_of(data)[name] for name in data.filled} == {None}


def test_the_manifest_fills_what_it_says() -> None:
    entry = {"release": "2018-12", "period_start": date(2017, 4, 1)}
    row = row_of(table(CRIME, **entry, period_end=date(2018, 9, 30)))
    assert (row["release"], row["months"]) == ("2018-12", 18)


SPEND = pl.DataFrame(
    {
        "year_ending": ["2018-03-31"],
        "force": ["Essex"],
        "category": ["All categories"],
        "amount": [250e6],
    }
)


@pytest.mark.parametrize("library", ["polars", "pandas", "pyarrow"])
def test_prices_are_those_of_the_manifest_and_a_deflator_is_empty(library: str) -> None:
    made = {"polars": SPEND, "pandas": SPEND.to_pandas(), "pyarrow": SPEND.to_arrow()}
    entry = {"price_base": date(2019, 3, 31), "price_index": "some index"}
    names = ["price_base", "price_index", "deflator"]
    given = {"spend": made[library]}
    data = read(given, manifest={"tables": {"spend": entry}}).tables["spend"]
    assert data.filled == tuple(names)
    row = row_of(data)
    assert [row[name] for name in names] == [date(2019, 3, 31), "some index", None]
    bare = row_of(read(given).tables["spend"])
    assert [bare[name] for name in names] == [None, None, None]


def test_the_table_s_own_column_is_left_alone() -> None:
    data = table(CRIME.with_columns(release=pl.lit("2019-07")), release="2018-12")
    assert row_of(data)["release"] == "2019-07"
    assert "release" not in data.filled


def test_a_column_that_stands_twice_is_not_filled(tmp_path: Any) -> None:
    file = tmp_path / "recorded_crime.csv"
    file.write_text(
        "period_end,force,offence,crimes,release,release\n"
        "2018-09-30,Essex,Robbery,1566,2018-12,2019-07\n"
    )
    data = read(file).tables["recorded_crime"]
    assert "release" not in data.columns
    assert [fault.column for fault in data.faults] == ["release"]


def test_what_neither_says_is_assumed_aloud() -> None:
    says = "months of recorded_crime 12: neither the table nor the manifest says"
    assert says in read({"recorded_crime": CRIME}).manifest.assumed
    own = read({"recorded_crime": CRIME.with_columns(months=pl.lit(12))})
    assert says not in own.manifest.assumed
