"""It is of no account in which frame library a return is handed over."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from metamorphic import Change, Place, apart, broken_apart, held, quickly, seeded, seen

from peelcheck import Return
from peelcheck.model import Kind
from peelcheck.strategies import DrawnReturn, returns


def _of_objects(frame: pl.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(frame.to_dict(as_series=False), dtype=object)


def _of_categories(frame: pl.DataFrame) -> pd.DataFrame:
    plain = frame.to_pandas()
    texts = [name for name, dtype in frame.schema.items() if dtype == pl.String]
    return plain.astype(dict.fromkeys(texts, "category"))


LIBRARIES: dict[str, Callable[[pl.DataFrame], Any]] = {
    "polars, lazy": pl.DataFrame.lazy,
    "pandas": pl.DataFrame.to_pandas,
    "pandas, objects": _of_objects,
    "pandas, categories": _of_categories,
    "pandas, of arrow": lambda one: one.to_pandas(use_pyarrow_extension_array=True),
    "pyarrow": pl.DataFrame.to_arrow,
}


def in_library(name: str) -> Change:
    """Return the change of a return's frames into those of a library."""

    def change(drawn: DrawnReturn, _: Random) -> tuple[Return, Place | None]:
        made = {table: LIBRARIES[name](one) for table, one in drawn.frames().items()}
        return held(drawn, made), None

    return change


@pytest.mark.parametrize("library", LIBRARIES)
@quickly(2)
@given(drawn=st.sampled_from(Kind).flatmap(lambda kind: returns(kind=kind)))
def test_another_library_changes_nothing(library: str, drawn: DrawnReturn) -> None:
    given, _ = in_library(library)(drawn, seeded(library))
    assert apart(seen(drawn.read()), seen(given)) == []


def in_turn(drawn: DrawnReturn, random: Random) -> tuple[Return, Place | None]:
    """Return a return in one of the libraries; which one, the rule it breaks tells."""
    return in_library(random.choice(list(LIBRARIES)))(drawn, random)


def test_in_another_library_the_same_rules_are_broken_in_the_same_rows() -> None:
    assert broken_apart(in_turn) == []
