"""A raw table turned by a profile into one of ours, where the two do not quite fit."""

from __future__ import annotations

from typing import Any

import polars as pl

from peelcheck.profiles import Areas, ProfileTable, Unpivoted
from peelcheck.reading.by_profile.profiled import Profiled, profiled
from peelcheck.reading.raw import RawTable
from peelcheck.returns import ROW

HEADERS = ("Area", "30 September 2012", "31 March 20133")


def made(
    *rows: tuple[str | None, ...], headers: Any = HEADERS, **said: Any
) -> Profiled:
    names = [str(at) for at in range(len(headers))]
    frame = pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")
    numbered = frame.with_row_index(ROW, offset=2).cast({ROW: pl.Int64})
    part = ProfileTable(**{"table": "workforce", **said})
    raw = RawTable(headers=headers, frame=numbered.lazy())
    return profiled(raw, part, {}, profile="p", file_name="f.csv", given=())


UNPIVOT = Unpivoted(
    into="fte", by="as_at", pattern=r"(?P<value>\d+ [A-Z][a-z]+ (19|20)\d\d)"
)


def test_a_year_in_a_header_loses_its_footnote() -> None:
    done = made(("Essex", "5", "6"), columns={"force": "Area"}, unpivot=UNPIVOT)
    assert done.frame.select("force", "as_at", "fte").rows() == [
        ("Essex", "30 September 2012", "5"),
        ("Essex", "31 March 2013", "6"),
    ]
    (coercion,) = done.coercions
    assert (coercion.count, coercion.examples[0].before) == (1, "31 March 20133")


def test_headers_that_name_nothing_are_left_alone() -> None:
    unpivot = Unpivoted(into="fte", by="as_at", pattern="(?P<value>[0-9]{6})")
    done = made(("Essex", "5", "6"), columns={"force": "Area"}, unpivot=unpivot)
    assert done.frame.columns == [ROW, "force"]
    assert done.unknown == HEADERS[1:]


def test_a_total_is_told_without_the_code_and_the_figure_that_are_not_there() -> None:
    areas = Areas(column="force", code="Area Code", checked=("fte",))
    done = made(
        ("Wales", "5", "6"),
        ("Gwent", "5", "6"),
        columns={"force": "Area"},
        areas=areas,
    )
    assert done.frame["force"].to_list() == ["Gwent"]
    assert done.totals == ()


def test_a_header_that_is_not_there_keeps_every_row() -> None:
    done = made(
        ("Essex", "5", "6"), columns={"force": "Area"}, keep={"Time": ("2012",)}
    )
    assert len(done.frame) == 1


def test_a_header_that_stands_twice_gives_no_column() -> None:
    headers = ("Area", "AREA ", "fte")
    done = made(("Essex", "Kent", "6"), headers=headers, columns={"force": "Area"})
    assert done.doubled == {"force": 2}
    assert "force" not in done.frame.columns
