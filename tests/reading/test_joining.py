"""The parts of one table put together: rows numbered through, each with its source."""

from __future__ import annotations

from datetime import date
from typing import Any

import narwhals as nw
import polars as pl

from peelcheck.origins import Origin
from peelcheck.profiles import Areas, ProfileTable, Unpivoted
from peelcheck.reading.by_profile.profiled import Profiled, profiled
from peelcheck.reading.joining import (
    completed_by,
    files_in_words,
    joined,
    with_places,
)
from peelcheck.reading.raw import RawTable
from peelcheck.returns import ROW, Coercion, CoercionExample, TableData

SPREAD = Unpivoted(into="fte", by="as_at", pattern=r"(?P<value>\d{4}-\d{2}-\d{2})")
HEADERS = ("Force", "2018-03-31", "2018-09-30")


def part(
    name: str,
    *rows: tuple[str | None, ...],
    headers: tuple[str, ...] = HEADERS,
    said: dict[str, Any] | None = None,
    **raw: Any,
) -> Profiled:
    """Return a sheet as read by a profile, its rows numbered from 2."""
    names = [str(at) for at in range(len(headers))]
    frame = pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")
    numbered = frame.with_row_index(ROW, offset=2).cast({ROW: pl.Int64})
    told = said or {"columns": {"force": "Force"}, "unpivot": SPREAD}
    return profiled(
        RawTable(headers=headers, frame=numbered.lazy(), **raw),
        ProfileTable(table="workforce", **told),
        {},
        profile="p",
        file_name=name,
        given=(),
    )


def data(one: Profiled, *coercions: Coercion) -> TableData:
    """Return a table as typed, with what was done to it before."""
    typed = TableData(
        table="workforce",
        frame=nw.from_native(one.frame.lazy()),
        source=one.source,
        row_word="row",
        columns=(),
        coercions=coercions,
    )
    return completed_by(one, typed)


def test_rows_are_numbered_through_and_lead_back_to_their_source() -> None:
    two = joined(
        [
            part("a", ("Essex", "1", "2"), ("Kent", "3", "4"), letters=("A", "B", "C")),
            part("b", letters=("A", "B", "C")),
            part("c", ("Essex", "5", "6"), letters=("B", "D", "F")),
        ],
        "all",
    )
    assert two.frame[ROW].to_list() == [2, 2, 3, 3, 5, 5]
    assert (two.source, two.last) == ("all", 5)
    whole = data(two)
    first, row = whole.placed(3)
    assert (first.source, row) == ("a", 3)
    third, row = whole.placed(5)
    assert (third.source, row) == ("c", 2)
    values = {"as_at": date(2018, 9, 30)}
    assert first.cell("fte", 3, values) == "C3"
    assert third.cell("fte", 2, values) == "F2"
    assert (first.cell("force", 3, {}), third.cell("force", 2, {})) == ("A3", "B2")
    assert (first.cell("fte", 3, {}), first.cell("worker_type", 3, {})) == ("", "")


def test_a_cell_is_not_guessed_where_two_columns_are_of_one_value() -> None:
    one = part("a", ("Essex", "1", "2"), headers=("Force", *["2018-03-31"] * 2))
    lettered = part(
        "a",
        ("Essex", "1", "2"),
        headers=("Force", *["2018-03-31"] * 2),
        letters=("A", "B", "C"),
    )
    assert one.origins == (Origin(source="a"),)
    assert lettered.origins[0].cell("fte", 2, {"as_at": "2018-03-31"}) == ""


def test_parts_of_parts_are_put_together_too() -> None:
    sheets = [part(name, ("Essex", "1", "2")) for name in "abcd"]
    books = [joined(sheets[:2], "book 1"), joined(sheets[2:], "book 2")]
    whole = joined(books, "both")
    assert [(one.source, one.after) for one in whole.origins] == [
        *[("a", 0), ("b", 2), ("c", 4), ("d", 6)]
    ]
    assert joined(books[:1], "alone") is books[0]


def test_totals_and_examples_go_with_their_rows() -> None:
    areas = Areas(column="force", checked=("fte",))
    said = {"columns": {"force": "Force"}, "unpivot": SPREAD, "areas": areas}
    rows = ("Wales", "1", "2"), ("Gwent", "1", "2")
    parts = [part(name, *rows, said=said) for name in "ab"]
    whole = joined(parts, "both")
    assert [one.row for one in whole.totals] == [2, 2, 5, 5]
    (total, *_) = [one for one in whole.coercions if "total" in one.kind]
    assert (total.count, [one.row for one in total.examples]) == (2, [2, 5])
    placed = with_places(data(whole)).coercions
    (shown,) = [one for one in placed if one.kind == total.kind]
    assert [(one.row, one.place) for one in shown.examples] == [
        (2, "a row 2"),
        (2, "b row 2"),
    ]


def test_examples_of_one_sheet_name_the_cell() -> None:
    one = part("a", ("Essex", "1", "2"), letters=("A", "B", "C"))
    examples = CoercionExample(2, "essex", "Essex"), CoercionExample(None, "F", "force")
    noted = Coercion(
        table="workforce", column="force", kind="spelling", count=2, examples=examples
    )
    read_as = with_places(data(one, noted)).coercions[-1]
    assert [(e.row, e.place) for e in read_as.examples] == [(2, "A2"), (None, "")]


def test_a_header_that_stands_twice_in_one_part_is_a_fault_of_the_whole() -> None:
    said = {"columns": {"force": "Force", "fte": "FTE"}}
    good = part("a", ("Essex", "1"), headers=("Force", "FTE"), said=said)
    bad = part("b", ("Kent", "1", "2"), headers=("Force", "FTE", "FTE"), said=said)
    whole = joined([good, bad], "both")
    assert whole.frame["fte"].to_list() == ["1", None]
    says = [one.says for one in data(whole).faults]
    assert "column fte stands 2 times" in says


def test_serial_dates_of_two_systems_are_not_mixed() -> None:
    days = date(1899, 12, 30), date(1904, 1, 1)
    old, new = (part("a", ("Essex", "1", "2"), epoch=day) for day in days)
    assert joined([old, old], "both").raw.epoch == days[0]
    assert joined([old, new], "both").raw.epoch is None


def test_files_are_named_in_a_few_words() -> None:
    assert files_in_words(["a"]) == "a"
    assert files_in_words(["a", "b"]) == "a and b"
    assert files_in_words(["a", "b", "c"]) == "3 files, a to c"
