"""An ETL job is run on drawn returns; the return it fails on is told."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from peelcheck import UnknownNameError, UsageError
from peelcheck.strategies import DrawnReturn, returns
from peelcheck.testing import assert_job

CRIMES = returns(tables=["crimes"])
SMALL = "valid_return('peel-2018-19', 'submission', ['crimes'], 'Essex')"
HEAD = f"The return it was given is {SMALL}"


def noted(error: BaseException) -> str:
    """Return what an error carries besides its own message."""
    return "\n".join(error.__notes__)


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
    assert "CRM003 error" in str(caught.value)
    assert HEAD in noted(caught.value)


def test_a_failing_return_is_told_by_what_tells_it_from_the_small_one() -> None:
    def holds(made: int, _: DrawnReturn) -> None:
        assert made < 2, "robberies"

    def robberies(frames: dict[str, Any]) -> int:
        return int((frames["crimes"]["offence"] == "Robbery").sum())

    with pytest.raises(AssertionError) as caught:
        assert_job(robberies, holds, on=CRIMES, examples=200)
    assert str(caught.value).startswith("robberies")
    text = noted(caught.value)
    assert f"{HEAD} but for" in text
    assert "Robbery" in text.split("but for")[1].split("\n\n")[0]
    assert caught.traceback[-1].name == "holds"


def test_an_answer_where_holds_must_raise_is_refused() -> None:
    with pytest.raises(UsageError, match="holds must raise an AssertionError"):
        assert_job(dict, lambda made, _: "crimes" in made, on=CRIMES, examples=2)


def test_what_pytest_fails_with_carries_the_return_too() -> None:
    with pytest.raises(pytest.fail.Exception) as caught:
        assert_job(dict, lambda *_: pytest.fail("no"), on=CRIMES, examples=2)
    assert HEAD in noted(caught.value)


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
    assert HEAD in noted(caught.value)


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
