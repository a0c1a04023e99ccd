"""Whole deliveries held against each other, and what only one of them has (A4)."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from deliveries import FIRST, SECOND, counts, of_calls

import peelcheck
from peelcheck import UnreadableError, UsageError
from peelcheck.comparing.changes import What
from peelcheck.sampling import sample_table


# --- what is not in both --------------------------------------------------------------
def test_columns_of_one_delivery_are_told_and_not_compared() -> None:
    more = SECOND.with_columns(pl.lit(1).alias("answered"))
    one = of_calls(FIRST, more)
    assert (one.columns_before, one.columns_after) == ((), ("answered",))
    assert not of_calls(SECOND, more).same
    less = of_calls(FIRST, SECOND.drop("calls"))
    assert (less.columns_before, less.columns_after) == (("calls",), ())
    assert counts(less) == (3, 0, 1, 2)


def test_without_a_column_of_the_key_nothing_is_compared() -> None:
    one = of_calls(FIRST, SECOND.drop("month"))
    assert one.not_compared == ("a delivery lacks month, by which rows are told apart")
    assert counts(one) == (0, 0, 0, 0)
    assert (one.rows_before, one.rows_after, one.same) == (5, 4, False)


def test_without_any_column_in_common_nothing_is_compared() -> None:
    first = pl.DataFrame({"force": ["Essex"]})
    second = pl.DataFrame({"searched_on": ["2017-04-01"]})
    told = peelcheck.compare(first, second, table="stop_search_records")
    one = told.of("stop_search_records")
    assert one.not_compared == "they have no column in common"
    assert not one.same


def test_tables_of_one_delivery_are_told() -> None:
    people = sample_table("population")
    told = peelcheck.compare(
        {"population": people, "calls_999": FIRST}, {"population": people}
    )
    assert (told.tables_before, told.tables_after) == (("calls_999",), ())
    assert told.of("population").same
    assert not told.same
    with pytest.raises(KeyError):
        told.of("calls_999")


def test_nothing_in_common_is_not_the_same() -> None:
    told = peelcheck.compare(
        {"population": sample_table("population")}, {"calls_999": FIRST}
    )
    assert (told.tables_before, told.tables_after) == (("population",), ("calls_999",))
    assert (told.tables, told.same) == ((), False)


def test_no_rows_on_either_side_are_not_the_same() -> None:
    told = peelcheck.compare(FIRST.clear(), FIRST.clear(), table="calls_999")
    assert told.of("calls_999").same
    assert not told.same


# --- whole deliveries -----------------------------------------------------------------
def test_a_delivery_is_the_same_as_itself(sample_data: Path) -> None:
    folder = sample_data / "synthetic_crimes"
    told = peelcheck.compare(folder, folder)
    assert told.same
    assert [one.table for one in told.tables] == [
        *("crimes", "outcomes", "outcome_submissions")
    ]
    assert repr(told) == (f"<Comparison of {folder} with {folder}: the same>")


def test_files_of_one_name_are_told_apart_by_their_paths(tmp_path: Path) -> None:
    for folder, rows in (("april", FIRST), ("may", SECOND)):
        (tmp_path / folder).mkdir()
        rows.write_csv(tmp_path / folder / "calls_999.csv")
    paths = [tmp_path / folder / "calls_999.csv" for folder in ("april", "may")]
    told = peelcheck.compare(*paths)
    assert (told.before, told.after) == tuple(map(str, paths))
    beside = peelcheck.compare(peelcheck.read(paths[0]), str(paths[1]))
    assert (beside.before, beside.after) == ("calls_999.csv", str(paths[1]))


def test_a_hint_is_of_the_side_that_is_a_single_file(tmp_path: Path) -> None:
    folder, file = tmp_path / "march", tmp_path / "april calls v2.csv"
    folder.mkdir()
    FIRST.write_csv(folder / "calls_999.csv")
    SECOND.write_csv(file)
    for both in ((folder, file), (file, folder), (file, {"calls_999": FIRST})):
        told = peelcheck.compare(*both, table="calls_999")
        assert counts(told.of("calls_999"))[:2] == (1, 2)
    with pytest.raises(UsageError, match="table"):
        peelcheck.compare(folder, folder, table="calls_999")


@pytest.mark.parametrize("path", ["", "  "])
def test_an_empty_text_is_no_delivery(path: str) -> None:
    for both in ((path, FIRST), (FIRST, path)):
        with pytest.raises(UsageError, match="a path is a file or a folder"):
            peelcheck.compare(*both, table="calls_999")


SPEND = sample_table("spend", seed=1).drop("price_base", "price_index", strict=False)


def spending(frame: pl.DataFrame, **said: Any) -> peelcheck.Return:
    manifest = {"kind": "collection", "tables": {"spend": said}}
    return peelcheck.read({"spend": frame}, manifest=manifest)


def test_what_the_manifests_fill_in_is_no_correction_of_every_row() -> None:
    first, second = (
        spending(SPEND, price_base=date(2019, 3, 31), price_index=index)
        for index in ("GDP deflator", "CPI")
    )
    told = peelcheck.compare(first, second)
    assert counts(told.of("spend")) == (SPEND.height, 0, 0, 0)
    assert [(one.field, one.before, one.after) for one in told.said] == [
        ("tables.spend.price_index", "GDP deflator", "CPI")
    ]
    own = SPEND.with_columns(pl.lit("CPI").alias("price_index"))
    beside = peelcheck.compare(first, spending(own, price_base=date(2019, 3, 31)))
    assert beside.of("spend").corrected_cells == {"price_index": SPEND.height}


def test_a_part_of_a_published_return_has_its_rows_unchanged(sample_data: Path) -> None:
    told = peelcheck.compare(
        sample_data / "police_powers_ye_mar_2018", sample_data / "essex_submission"
    )
    one = told.of("stop_search")
    assert counts(one) == (49, 0, 14, 1_678)
    assert told.counted == "49 unchanged, 0 corrected, 14 new, 1,678 withdrawn"
    assert "49 unchanged" in repr(told)


def test_rows_of_several_files_are_placed_in_theirs(
    shapes: Path, tmp_path: Path
) -> None:
    name = "2019-03-essex-stop-and-search.csv"
    text = (shapes / name).read_text(encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    other = name.replace("-03-", "-04-")
    (tmp_path / other).write_text(text.replace("2019-03", "2019-04"), encoding="utf-8")
    told = peelcheck.compare(tmp_path / name, tmp_path)
    one = told.of("stop_search_records")
    first = next(one.changes(What.NEW))
    assert (first.source_after, first.row_after) == (other, 2)


def test_returns_already_read_are_taken() -> None:
    first, second = (
        peelcheck.read(one, table="calls_999", manifest={"state": state})
        for one, state in ((FIRST, "shared"), (SECOND, "corrected"))
    )
    told = peelcheck.compare(first, second)
    assert [(one.field, one.before, one.after) for one in told.said] == [
        ("state", "shared", "corrected")
    ]


def test_all_of_it_as_a_frame_of_pandas() -> None:
    twice = pl.concat([SECOND, SECOND[2:3]])
    frame = peelcheck.compare(FIRST, twice, table="calls_999").to_pandas()
    assert dict(Counter(frame["what"])) == {
        "corrected": 2,
        "new": 1,
        "withdrawn": 2,
        "doubled key": 1,
    }
    told = frame.set_index("what").loc["doubled key"]
    assert (told["before"], told["after"]) == ("1", "2")
    cell = frame[frame["before"] == "not available"].iloc[0]
    assert (cell["column"], cell["after"], cell["row_after"]) == ("calls", "12", 3)
    assert cell["key"] == "month = 2018-01-31, force = Essex"
    no_day = FIRST.with_columns(month=pl.lit("Apr-17"))[:1]
    (gone,) = peelcheck.compare(no_day, FIRST[:0], table="calls_999").to_pandas()["key"]
    assert gone == "month unreadable: Apr-17, force = Essex"


def test_what_is_the_same_makes_an_empty_frame() -> None:
    frame = peelcheck.compare(FIRST, FIRST, table="calls_999").to_pandas()
    assert (len(frame), "row_before" in frame.columns) == (0, True)


@pytest.mark.parametrize(
    ("first", "second", "hints", "error"),
    [
        (3, FIRST, {"table": "calls_999"}, UsageError),
        (FIRST, "no such file.csv", {"table": "calls_999"}, UnreadableError),
        (FIRST, SECOND, {"table": "calls"}, UsageError),
        (FIRST, SECOND, {"table": "calls_999", "columns": {"x": "calls"}}, UsageError),
        (FIRST, SECOND, {"table": "calls_999", "profile": "x"}, UsageError),
        ({}, SECOND, {}, UsageError),
    ],
)
def test_what_cannot_be_compared_is_refused(
    first: Any, second: Any, hints: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        peelcheck.compare(first, second, **hints)
