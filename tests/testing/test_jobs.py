"""An ETL job is run on drawn returns; the return it fails on is told."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from peelcheck import UnknownNameError
from peelcheck.strategies import DrawnReturn, returns
from peelcheck.testing import assert_job

CRIMES = returns(tables=["crimes"])
SMALL = "valid_return('peel-2018-19', 'submission', ['crimes'], 'Essex')"
HEAD = f"The return it was given is {SMALL}"


def test_a_job_that_keeps_the_rules_passes() -> None:
    seen: list[dict[str, Any]] = []

    def job(frames: dict[str, Any]) -> dict[str, Any]:
        seen.append(frames)
        return frames

    assert_job(job, on=CRIMES, examples=5)
    assert len(seen) == 5
    assert all([*frames] == ["crimes"] for frames in seen)


def test_a_job_that_breaks_a_rule_is_told_with_the_return() -> None:
    def job(frames: dict[str, Any]) -> dict[str, Any]:
        return {"crimes": frames["crimes"].with_columns(force=pl.lit("Kent"))}

    with pytest.raises(AssertionError) as caught:
        assert_job(job, on=CRIMES, examples=5)
    text = str(caught.value)
    assert "CRM003 error" in text
    assert text.index("CRM003") < text.index(HEAD)


def test_a_failing_return_is_told_by_what_tells_it_from_the_small_one() -> None:
    def holds(made: int, _: DrawnReturn) -> None:
        assert made < 2, "robberies"

    def robberies(frames: dict[str, Any]) -> int:
        return int((frames["crimes"]["offence"] == "Robbery").sum())

    with pytest.raises(AssertionError) as caught:
        assert_job(robberies, holds, on=CRIMES, examples=200)
    text = str(caught.value)
    assert text.startswith("robberies")
    assert f"{HEAD} but for" in text
    assert "Robbery" in text.split("but for")[1].split("\n")[1]


@pytest.mark.parametrize(
    ("library", "kind"),
    [("polars", pl.DataFrame), ("pandas", pd.DataFrame), ("pyarrow", pa.Table)],
)
def test_frames_are_of_the_library_asked_for(library: str, kind: type) -> None:
    def job(frames: dict[str, Any]) -> dict[str, Any]:
        assert isinstance(frames["crimes"], kind)
        return frames

    assert_job(job, on=CRIMES, library=library, examples=3)


def test_what_a_job_raises_carries_the_return_as_a_note() -> None:
    def job(_: dict[str, Any]) -> None:
        message = "no such column"
        raise KeyError(message)

    with pytest.raises(KeyError) as caught:
        assert_job(job, on=CRIMES, examples=2)
    assert HEAD in "\n".join(caught.value.__notes__)


def test_an_unknown_library_is_told() -> None:
    with pytest.raises(UnknownNameError, match="there is no library"):
        assert_job(lambda frames: frames, library="spark")


def test_a_missing_extra_is_named() -> None:
    program = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "from peelcheck.testing import assert_job\n"
        "try:\n    assert_job(dict)\nexcept ImportError as error:\n    print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "pip install 'peelcheck[hypothesis]'" in done.stdout
