"""peelcheck, the pandera model and the suite find the same rows, rule by rule."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings

import peelcheck
from peelcheck.strategies import BrokenTable, breakable, broken_by

CARRIED = [rule.id for rule in breakable("stop_search")]
CAREFUL = settings(max_examples=3, deadline=None)


def by_peelcheck(frame: pd.DataFrame) -> dict[str, int]:
    report = peelcheck.check(frame, table="stop_search")
    counts = {result.rule.id: result.failed for result in report.results}
    return {name: counts[name] for name in CARRIED}


def by_pandera(frame: pd.DataFrame) -> dict[str, int]:
    pandera = pytest.importorskip("pandera.pandas", reason="pandera is not installed")
    from peelcheck.schemas.pandas import StopSearch

    rows: dict[str, set[int]] = defaultdict(set)
    try:
        StopSearch.validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        for case in errors.failure_cases.to_dict("records"):
            rows[case["check"]].add(case["index"])
    assert set(rows) <= set(CARRIED)
    return {name: len(rows[name]) for name in CARRIED}


@cache
def context() -> Any:
    gx = pytest.importorskip(
        "great_expectations", reason="great-expectations is not installed"
    )
    made = gx.get_context(mode="ephemeral")
    made.variables.progress_bars = {"globally": False}
    return made


@cache
def batch_definition() -> Any:
    source = context().data_sources.add_pandas("frames")
    asset = source.add_dataframe_asset("stop_search")
    return asset.add_batch_definition_whole_dataframe("whole")


def by_suite(frame: pd.DataFrame, root: Path) -> dict[str, int]:
    context()
    from great_expectations import ExpectationSuite

    path = root / "expectations" / "pandas" / "stop_search.json"
    suite = ExpectationSuite(**json.loads(path.read_text(encoding="utf-8")))
    batch = batch_definition().get_batch({"dataframe": frame})
    counts: dict[str, int] = defaultdict(int)
    for result in batch.validate(suite, result_format="BASIC").results:
        assert not result.exception_info["raised_exception"], result.exception_info
        rule = result.expectation_config.meta["rule"]
        counts[rule] += result.result.get("unexpected_count", 0)
    return {name: counts[name] for name in CARRIED}


def read(path: Path) -> pd.DataFrame:
    frame = pd.read_csv(path, parse_dates=["year_ending"])
    return frame.astype({"searches": "Int64", "resultant_arrests": "Int64"})


SAMPLES = [
    "police_powers_ye_mar_2018/stop_search.csv",
    "essex_submission/stop_search.csv",
    "broken/stop_search.unknown_force.csv",
    "broken/stop_search.doubled_cell.csv",
    "broken/stop_search.negative_count.csv",
    "broken/stop_search.blank_count.csv",
    "broken/stop_search.unknown_ethnic_group.csv",
    "broken/stop_search.british_transport_police.csv",
]


@pytest.mark.parametrize("sample", SAMPLES)
class TestOnSamples:
    """The sample returns, whole and broken."""

    def test_pandera_finds_the_same_rows(self, sample_data: Path, sample: str) -> None:
        frame = read(sample_data / sample)
        assert by_pandera(frame) == by_peelcheck(frame)

    def test_the_suite_finds_as_many(
        self, sample_data: Path, root: Path, sample: str
    ) -> None:
        frame = read(sample_data / sample)
        assert by_suite(frame, root) == by_peelcheck(frame)


def framed(broken: BrokenTable) -> pd.DataFrame:
    frame = pd.DataFrame(broken.rows)
    kinds = {"searches": "Int64", "resultant_arrests": "Int64"}
    frame["year_ending"] = pd.to_datetime(frame["year_ending"])
    return frame.astype(kinds)


@pytest.mark.parametrize("rule", CARRIED)
class TestOnDrawnTables:
    """Drawn tables that break one rule: each library finds it, and it alone."""

    def test_pandera_finds_it(self, rule: str) -> None:
        @CAREFUL
        @given(broken_by(rule))
        def found(broken: BrokenTable) -> None:
            frame = framed(broken)
            counts = dict.fromkeys(CARRIED, 0) | {rule: len(broken.positions)}
            assert by_pandera(frame) == by_peelcheck(frame) == counts

        found()

    def test_the_suite_finds_it(self, root: Path, rule: str) -> None:
        @CAREFUL
        @given(broken_by(rule))
        def found(broken: BrokenTable) -> None:
            frame = framed(broken)
            assert by_suite(frame, root) == by_peelcheck(frame)

        found()


def test_the_pandera_model_takes_a_table_without_its_optional_column(
    sample_data: Path,
) -> None:
    pytest.importorskip("pandera.pandas", reason="pandera is not installed")
    from peelcheck.schemas.pandas import StopSearch

    frame = read(sample_data / "essex_submission" / "stop_search.csv")
    StopSearch.validate(frame.drop(columns="resultant_arrests"), lazy=True)


def test_the_pandera_model_stands_alone(root: Path) -> None:
    text = (root / "peelcheck" / "schemas" / "pandas.py").read_text(encoding="utf-8")
    imports = [
        line for line in text.splitlines() if line.startswith(("import", "from"))
    ]
    assert imports == [
        "import pandas as pd",
        "import pandera.pandas as pa",
        "from pandera.typing.pandas import Series",
    ]
