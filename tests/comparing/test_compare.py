"""A second delivery held against the first: what each row became (A4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any

import pandas as pd
import polars as pl
import pytest
from deliveries import FEBRUARY, FIRST, JANUARY, SECOND, calls, counts, of_calls

import peelcheck
from peelcheck import Comparison
from peelcheck.comparing.changes import Change, Correction, Doubled, What
from peelcheck.comparing.comparison import TableComparison
from peelcheck.sampling import sample_table

LIBRARIES: dict[str, Callable[[pl.DataFrame], Any]] = {
    "polars": pl.DataFrame,
    "polars, lazy": pl.DataFrame.lazy,
    "pandas": pl.DataFrame.to_pandas,
    "pandas, objects": lambda one: pd.DataFrame(
        one.to_dict(as_series=False), dtype=object
    ),
    "pandas, of arrow": lambda one: one.to_pandas(use_pyarrow_extension_array=True),
    "pyarrow": pl.DataFrame.to_arrow,
}


@pytest.mark.parametrize("second", LIBRARIES)
@pytest.mark.parametrize("first", LIBRARIES)
def test_rows_are_matched_by_their_key_in_any_library(first: str, second: str) -> None:
    one = of_calls(LIBRARIES[first](FIRST), LIBRARIES[second](SECOND))
    assert counts(one) == (1, 2, 1, 2)
    assert (one.rows_before, one.rows_after) == (5, 4)
    assert one.corrected_cells == {"calls": 2}
    assert one.doubled.is_empty()
    assert not one.same


def test_a_correction_says_what_was_there_and_what_is() -> None:
    source = "calls_999 frame"
    first, second = of_calls(FIRST, SECOND).changes(What.CORRECTED)
    assert first == Change(
        what=What.CORRECTED,
        key={"month": FEBRUARY, "force": "Kent"},
        cells=(Correction(column="calls", before=30, after=31),),
        source_before=source,
        source_after=source,
        row_before=4,
        row_after=0,
    )
    assert second.cells[0].says == "not available -> 12"
    assert second.cells[0] == Correction(
        column="calls", before=None, after=12, before_is="not available"
    )


def test_rows_that_are_new_or_withdrawn_stand_in_the_order_of_their_source() -> None:
    one = of_calls(FIRST, SECOND)
    (new,) = one.changes(What.NEW)
    assert (new.key["force"], new.others) == ("Sussex", {"calls": 9})
    assert (new.row_before, new.row_after, new.source_before) == (None, 1, "")
    gone = [*one.changes(What.WITHDRAWN)]
    assert [change.key["force"] for change in gone] == ["Surrey", "Essex"]
    assert [change.row_before for change in gone] == [2, 3]
    assert [*one.changes(What.WITHDRAWN, 1)] == gone[:1]


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("..", 0, "not available -> 0"),
        (0, "..", "0 -> not available"),
        ("", 12, "blank -> 12"),
        ("..", "", "not available -> blank"),
        ("a few", 12, "unreadable: a few -> 12"),
        ("a few", "many", "unreadable: a few -> unreadable: many"),
        ("a few", "..", "unreadable: a few -> not available"),
    ],
)
def test_a_missing_number_is_no_0(before: Any, after: Any, says: str) -> None:
    one = of_calls(calls((JANUARY, "Kent", before)), calls((JANUARY, "Kent", after)))
    assert counts(one) == (0, 1, 0, 0)
    (change,) = one.changes(What.CORRECTED)
    assert [cell.says for cell in change.cells] == [says]


@pytest.mark.parametrize(
    ("before", "after"),
    [("1200", "1,200"), ("..", ".."), ("a few", "a few"), ("", ""), (" 7", "7.0")],
)
def test_another_spelling_is_no_correction(before: str, after: str) -> None:
    one = of_calls(
        calls(("2018-01-31", "Kent", before)),
        calls(("31/01/2018", "Kent Police", after)),
    )
    assert counts(one) == (1, 0, 0, 0)


def test_doubled_keys_are_set_apart_and_not_guessed() -> None:
    twice = pl.concat([FIRST, FIRST[1:2], FIRST[1:2]])
    one = of_calls(twice, SECOND)
    assert counts(one) == (1, 2, 1, 2)
    assert [*one.doubled_keys()] == [
        Doubled(key={"month": JANUARY, "force": "Kent"}, before=3, after=1, unchanged=1)
    ]
    other = of_calls(FIRST, pl.concat([SECOND, SECOND[1:2]]))
    assert [(key.before, key.after) for key in other.doubled_keys()] == [(0, 2)]
    assert counts(other) == (1, 2, 0, 2)


def test_rows_of_a_doubled_key_that_are_alike_are_unchanged() -> None:
    twice = pl.concat([FIRST, FIRST[:1], calls((JANUARY, "Essex", 3))])
    told = peelcheck.compare(twice, twice.reverse(), table="calls_999")
    assert told.same
    assert told.counted == "7 unchanged, 0 corrected, 0 new, 0 withdrawn"


def test_of_a_doubled_key_the_rest_alone_is_set_apart() -> None:
    kent = [calls((JANUARY, "Kent", number)) for number in ("5", "5", "..", "6")]
    essex = [calls((JANUARY, "Essex", 1))] * 2
    one = of_calls(pl.concat([*kent, *essex]), pl.concat([*essex, *kent[:2], kent[0]]))
    assert counts(one) == (4, 0, 0, 0)
    assert [*one.doubled_keys()] == [
        Doubled(key={"month": JANUARY, "force": "Kent"}, before=4, after=3, unchanged=2)
    ]
    assert not one.same


def test_keys_that_cannot_be_read_match_by_their_text() -> None:
    one = of_calls(
        calls(("some day", "Kent", 1), ("no day", "Kent", 2)),
        calls(("some day", "Kent", 1), ("any day", "Kent", 2)),
    )
    assert counts(one) == (1, 0, 1, 1)


def test_why_a_key_is_empty_is_told() -> None:
    first = calls(("Apr-17", "Kent", 1), ("..", "Kent", 2), ("", "Kent", 3))
    one = of_calls(first, FIRST[1:2])
    gone = [*one.changes(What.WITHDRAWN)]
    assert [change.key["month"] for change in gone] == [None] * 3
    assert [change.told for change in gone] == [
        "month unreadable: Apr-17, force = Kent",
        "month unreadable: .., force = Kent",
        "month blank, force = Kent",
    ]
    (double,) = of_calls(pl.concat([first] * 2)[[0, 3]], first[1:2]).doubled_keys()
    assert double.empty == {"month": "unreadable: Apr-17"}
    assert double.told == gone[0].told


def test_why_a_cell_of_a_new_or_withdrawn_row_is_empty_is_told() -> None:
    texts = ("many", "..", "", 4)
    some = calls(
        *((JANUARY, force, text) for force, text in zip("ABCD", texts, strict=True))
    )
    whys = [
        {"calls": "unreadable: many"},
        {"calls": "not available"},
        {"calls": "blank"},
        {},
    ]
    for what, both in ((What.NEW, (FIRST, some)), (What.WITHDRAWN, (some, FIRST))):
        told = [
            one for one in of_calls(*both).changes(what) if len(one.key["force"]) < 2
        ]
        assert [one.empty for one in told] == whys


def test_an_empty_cell_may_be_part_of_a_key() -> None:
    first = sample_table("outcome_counts", kind="submission", seed=1)
    other = pl.col("of_offences_recorded") + (pl.col("outcome_type") == "16")
    second = first.with_columns(other)
    for library in (pl.DataFrame, pl.DataFrame.to_pandas):
        told = peelcheck.compare(first, library(second), table="outcome_counts")
        assert counts(told.of("outcome_counts")) == (first.height - 1, 1, 0, 0)
        (change,) = told.of("outcome_counts").changes(What.CORRECTED)
        assert (change.key["quarter"], change.key["outcome_type"]) == (None, "16")
        assert change.empty["quarter"] == "blank"


# --- tables without a key -------------------------------------------------------------
SEARCHED = pl.DataFrame(
    {
        "searched_on": ["2017-04-01", "2017-04-01", "2017-04-02", "2017-04-03"],
        "force": "Essex",
        "search_type": ["Person search", "Person search", "Vehicle search", None],
    }
)


def of_searches(first: Any, second: Any) -> TableComparison:
    told = peelcheck.compare(first, second, table="stop_search_records")
    return told.of("stop_search_records")


def test_rows_without_a_key_are_counted_where_alike() -> None:
    one = of_searches(SEARCHED, SEARCHED[[3, 0, 2, 2, 2]])
    assert counts(one) == (3, 0, 2, 1)
    (new,) = one.changes(What.NEW)
    assert (new.times, new.key, new.row_after) == (2, {}, 2)
    assert new.others["search_type"] == "Vehicle search"
    (gone,) = one.changes(What.WITHDRAWN)
    assert (gone.times, gone.others["search_type"]) == (1, "Person search")
    (empty,) = of_searches(SEARCHED, SEARCHED[:3]).changes(What.WITHDRAWN)
    assert empty.empty["search_type"] == "blank"
    assert "search_type blank" in empty.told


def test_their_order_is_of_no_account() -> None:
    assert of_searches(SEARCHED, SEARCHED.reverse()).same


def test_a_changed_row_without_a_key_is_one_withdrawn_and_one_new() -> None:
    other = SEARCHED.with_columns(force=pl.Series(["Kent", *["Essex"] * 3]))
    assert counts(of_searches(SEARCHED, other)) == (3, 0, 1, 1)


# --- beside a plain comparison of dictionaries ----------------------------------------
def plainly(first: pl.DataFrame, second: pl.DataFrame) -> tuple[int, ...]:
    """Count as one would by hand: unchanged, corrected, new, withdrawn, doubled."""
    held: list[dict[Any, list[Any]]] = [{}, {}]
    for side, frame in zip(held, (first, second), strict=True):
        for month, force, number in frame.rows():
            side.setdefault((month, force), []).append(number)
    keys = {*held[0], *held[1]}
    doubled = {key for key in keys if any(len(side.get(key, [])) > 1 for side in held)}
    told = Counter[str]()
    for key in {*doubled}:
        first_rows, second_rows = (Counter(side.get(key, [])) for side in held)
        told["unchanged"] += (first_rows & second_rows).total()
        doubled -= {key} if first_rows == second_rows else set()
        keys.remove(key)
    for key in keys:
        before, after = (side.get(key) for side in held)
        word = "new" if before is None else "gone" if after is None else "corrected"
        told["unchanged" if before == after else word] += 1
    words = ("unchanged", "corrected", "new", "gone")
    return (*(told[word] for word in words), len(doubled))


@pytest.mark.parametrize("seed", range(12))
def test_it_counts_as_one_would_by_hand(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - rows of a test
    forces = ("Essex", "Kent", "Surrey", "Sussex", "Wiltshire", "Dorset")

    def drawn(size: int) -> pl.DataFrame:
        return calls(
            *(
                (
                    random.choice((JANUARY, FEBRUARY)),
                    random.choice(forces),
                    random.choice((1, 2, "..", "")),
                )
                for _ in range(size)
            )
        )

    first, second = drawn(random.randrange(12)), drawn(random.randrange(12))
    for change in (lambda one: one, pl.DataFrame.to_pandas):
        one = of_calls(change(first), change(second))
        assert (*counts(one), one.doubled.height) == plainly(first, second)


def test_a_large_delivery_is_counted_exactly() -> None:
    first = sample_table("crimes", rows=50_000, seed=3)
    at = pl.int_range(pl.len())
    other = pl.when(at % 100 == 0).then(pl.lit("Robbery")).otherwise("offence")
    second = first.with_columns(other.alias("offence")).filter(at % 1_000 != 1)
    changed = first.filter((at % 100 == 0) & (pl.col("offence") != "Robbery")).height
    told = peelcheck.compare(first, second.reverse(), table="crimes")
    one = told.of("crimes")
    assert counts(one) == (49_950 - changed, changed, 0, 50)
    assert len(told.to_pandas()) == changed + 50


def test_a_comparison_is_told_in_a_line() -> None:
    told: Comparison = peelcheck.compare(FIRST, SECOND, table="calls_999")
    assert repr(told) == (
        "<Comparison of calls_999 frame with calls_999 frame: "
        "1 unchanged, 2 corrected, 1 new, 2 withdrawn>"
    )
