"""Tables brought down to distinct rows and sums, in every library alike."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
import pytest

from peelcheck.engines.groups import COUNT, distinct_rows, row_count, summed
from peelcheck.engines.plain import plain
from peelcheck.returns import ROW, Frame
from peelcheck.shape import ColumnType

FrameOf: TypeAlias = Callable[..., Frame]
DAY = date(2018, 3, 31)
TYPES = {
    "force": ColumnType.TEXT,
    "searches": ColumnType.INTEGER,
    "day": ColumnType.DATE,
}
GIVEN: list[tuple[str | None, int | None, date | None]] = [
    ("b", 1, DAY),
    (None, 2, DAY),
    ("a", None, DAY),
    ("b", 1, DAY),
    (None, 5, DAY),
    ("b", 7, None),
    (None, 2, DAY),
]
ROWS = [dict(zip(TYPES, cells, strict=True)) for cells in GIVEN]


def keyed(*cells: Any, row: int, count: int) -> dict[str, Any]:
    return dict(zip(TYPES, cells, strict=False)) | {ROW: row, COUNT: count}


def test_distinct_rows_come_in_source_order_with_first_row_and_count(
    library: str, frame_of: FrameOf
) -> None:
    rows = distinct_rows(frame_of(library, ROWS), list(TYPES))
    assert rows == [
        keyed("b", 1, DAY, row=0, count=2),
        keyed(None, 2, DAY, row=1, count=2),
        keyed("a", None, DAY, row=2, count=1),
        keyed(None, 5, DAY, row=4, count=1),
        keyed("b", 7, None, row=5, count=1),
    ]


def test_many_distinct_rows_come_in_source_order(
    library: str, frame_of: FrameOf
) -> None:
    rows = [{"force": f"force {number * 7 % 5000}"} for number in range(5000)]
    found = distinct_rows(frame_of(library, rows), ["force"])
    assert [row["force"] for row in found] == [row["force"] for row in rows]


def test_values_are_those_of_python(library: str, frame_of: FrameOf) -> None:
    (first, *_) = distinct_rows(frame_of(library, ROWS), list(TYPES))
    assert [type(value) for value in first.values()] == [str, int, date, int, int]


def test_a_sum_counts_the_cells_it_could_not_add(
    library: str, frame_of: FrameOf
) -> None:
    assert summed(frame_of(library, ROWS), "searches", ["force"]) == [
        {"force": "b", "searches": 9, ROW: 0, COUNT: 0, "cells": 3},
        {"force": None, "searches": 9, ROW: 1, COUNT: 0, "cells": 3},
        {"force": "a", "searches": 0, ROW: 2, COUNT: 1, "cells": 1},
    ]


def test_a_sum_counts_all_its_cells_beside_those_it_could_not_add(
    library: str, frame_of: FrameOf
) -> None:
    assert summed(frame_of(library, ROWS), "searches", ["day"]) == [
        {"day": DAY, "searches": 11, ROW: 0, COUNT: 1, "cells": 6},
        {"day": None, "searches": 7, ROW: 5, COUNT: 0, "cells": 1},
    ]


def test_a_sum_of_nothing_but_gaps_is_none(library: str, frame_of: FrameOf) -> None:
    rows = [{"force": "a", "searches": None}] * 2
    (row,) = summed(frame_of(library, rows, TYPES), "searches", ["force"])
    assert row == {"force": "a", "searches": 0, ROW: 0, COUNT: 2, "cells": 2}
    assert [type(value) for value in row.values()] == [str, int, int, int, int]


def test_a_sum_may_be_over_dates_with_gaps(library: str, frame_of: FrameOf) -> None:
    assert summed(frame_of(library, ROWS), "searches", ["day", "force"]) == [
        {"day": DAY, "force": "b", "searches": 2, ROW: 0, COUNT: 0, "cells": 2},
        {"day": DAY, "force": None, "searches": 9, ROW: 1, COUNT: 0, "cells": 3},
        {"day": DAY, "force": "a", "searches": 0, ROW: 2, COUNT: 1, "cells": 1},
        {"day": None, "force": "b", "searches": 7, ROW: 5, COUNT: 0, "cells": 1},
    ]


def test_a_table_without_rows_has_no_groups(library: str, frame_of: FrameOf) -> None:
    frame = frame_of(library, [], TYPES)
    assert distinct_rows(frame, list(TYPES)) == []
    assert summed(frame, "searches", ["force"]) == []
    assert row_count(frame) == 0


@pytest.mark.parametrize("count", [1, 7])
def test_rows_are_counted(count: int, library: str, frame_of: FrameOf) -> None:
    assert row_count(frame_of(library, ROWS[:count])) == count


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (float("nan"), None),
        (np.float64("nan"), None),
        (pd.NaT, None),
        (pd.NA, None),
        (pd.Timestamp(2018, 3, 31), DAY),
        (datetime(2018, 3, 31), DAY),  # noqa: DTZ001 - a day, no zone
        (DAY, DAY),
        (np.int64(5), 5),
        (5.0, 5),
        (np.float64(5), 5),
        (0.5, 0.5),
        ("", ""),
    ],
)
def test_a_value_is_made_plain(value: object, expected: object) -> None:
    made = plain(value)
    assert (type(made), made) == (type(expected), expected)
