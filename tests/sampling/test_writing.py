"""Made-up returns as files."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peelcheck.errors import UsageError
from peelcheck.reading import read
from peelcheck.sampling import sample_return
from peelcheck.sampling.writing import manifest_as_toml, write_return, write_table

SCALARS = st.text(max_size=8) | st.dates() | st.integers(-9, 9) | st.booleans()
SECTIONS = st.recursive(
    st.dictionaries(st.text(max_size=4), SCALARS, max_size=3),
    lambda inner: st.dictionaries(st.text(max_size=4), SCALARS | inner, max_size=3),
    max_leaves=4,
)


@settings(deadline=None, max_examples=200)
@given(SECTIONS, st.lists(SECTIONS, min_size=1, max_size=2))
def test_what_a_manifest_says_is_read_back(
    said: dict[str, Any], entries: list[dict[str, Any]]
) -> None:
    whole = said | {"entries": entries}
    assert tomllib.loads(manifest_as_toml(whole)) == whole


def test_a_manifest_is_written_as_a_person_would() -> None:
    said = {
        "edition": "peel-2018-19",
        "tables": {
            "crimes": {"period_start": date(2017, 10, 1), "marks": {"": "nil"}},
        },
        "unable_to_supply": [
            {"table": "crimes", "force": "Kent", "reason": 'a "move"'}
        ],
    }
    assert manifest_as_toml(said).splitlines() == [
        'edition = "peel-2018-19"',
        "",
        "[tables.crimes]",
        "period_start = 2017-10-01",
        "",
        "[tables.crimes.marks]",
        '"" = "nil"',
        "",
        "[[unable_to_supply]]",
        'table = "crimes"',
        'force = "Kent"',
        r'reason = "a \"move\""',
    ]


def test_a_return_is_read_back_as_it_was_made(tmp_path: Path) -> None:
    made = sample_return(seed=6)
    write_return(made.manifest, made.frames, tmp_path)
    again = read(tmp_path)
    assert again.manifest.title == made.manifest["title"]
    assert again.manifest.assumed == ()
    for name, frame in made.frames.items():
        given_back = again.tables[name].frame.to_native()
        assert given_back.lazy().select(frame.columns).collect().equals(frame), name


def test_a_table_of_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"ends in neither \.csv nor \.parquet"):
        write_table(pl.DataFrame(), tmp_path / "crimes.txt")
