"""What a caller says of data that do not say it themselves."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest

from peelcheck.errors import UsageError
from peelcheck.reading.hints import hints_of, refuse_unknown_columns
from peelcheck.tables import TABLES


def test_hints_go_to_the_tables_that_have_the_column() -> None:
    constants = {"year": np.int64(2010), "year_ending": date(2018, 3, 31)}
    hints = hints_of(None, {7: "population", "Area": "force"}, constants)
    population, searches = TABLES["population"], TABLES["stop_search"]
    assert hints.columns_of(population) == {"7": "population", "Area": "force"}
    assert hints.columns_of(searches) == {"Area": "force"}
    assert hints.constants_of(population) == {"year": 2010}
    assert type(hints.constants["year"]) is int
    assert hints.constants_of(searches) == {"year_ending": date(2018, 3, 31)}


CONSTANTS = "constants= is a mapping of columns to texts, whole numbers or dates, not "


@pytest.mark.parametrize(
    ("hints", "says"),
    [
        (("stop_serch", None, None), "there is no table 'stop_serch'; did you mean "),
        ((5, None, None), "there is no table '5'; known: "),
        (([], None, None), "there is no table '[]'; known: "),
        ((None, 5, None), "columns= is a mapping, not 5"),
        ((None, None, []), "constants= is a mapping, not []"),
        (
            (None, {"a": 5}, None),
            "columns= is a mapping of headers to names of columns, not 5",
        ),
        ((None, {"a": "forse"}, None), "there is no column 'forse'; did you mean "),
        ((None, None, {"yeer": 5}), "there is no column 'yeer'; did you mean 'year'?"),
        ((None, None, {"year": None}), CONSTANTS + "None"),
        ((None, None, {"year": True}), CONSTANTS + "True"),
        ((None, None, {"year": 2010.0}), CONSTANTS + "2010.0"),
        ((None, None, {"year": [2010]}), CONSTANTS + "[2010]"),
    ],
)
def test_a_hint_that_cannot_mean_anything_is_refused(
    hints: tuple[Any, Any, Any], says: str
) -> None:
    with pytest.raises(UsageError) as caught:
        hints_of(*hints)
    assert str(caught.value).startswith(says)


def test_a_hint_for_a_table_that_is_not_read_is_refused() -> None:
    hints = hints_of(None, None, {"year_ending": "2018-03-31"})
    with pytest.raises(UsageError) as caught:
        refuse_unknown_columns(hints, ["population"])
    says = "there is no column 'year_ending'; known: force, population, year"
    assert str(caught.value) == says
