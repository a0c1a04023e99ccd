"""peelcheck, the pandera model and the suite find the same rows, rule by rule."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings

import peelcheck
from peelcheck.interop.carried import carried_rules
from peelcheck.reference.editions import DEFAULT_EDITION, edition_named
from peelcheck.rules.rulebook import rulebook
from peelcheck.strategies import Broken, broken_by
from peelcheck.tables import TABLES

CARRIED = [
    rule.id
    for rule in carried_rules(
        TABLES["stop_search"], rulebook(), edition_named(DEFAULT_EDITION)
    ).rules
]
CAREFUL = settings(max_examples=3, deadline=None)


Rows = dict[str, set[int]]


def by_pandera(frame: pd.DataFrame) -> Rows:
    pandera = pytest.importorskip("pandera.pandas", reason="pandera is not installed")
    from peelcheck.schemas.pandas import StopSearch

    rows: Rows = {name: set() for name in CARRIED}
    try:
        StopSearch.validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as errors:
        for case in errors.failure_cases.to_dict("records"):
            rows[case["check"]].add(case["index"])
    return rows


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


def by_suite(frame: pd.DataFrame, root: Path) -> Rows:
    context()
    from great_expectations import ExpectationSuite

    path = root / "expectations" / "pandas" / "stop_search.json"
    suite = ExpectationSuite(**json.loads(path.read_text(encoding="utf-8")))
    batch = batch_definition().get_batch({"dataframe": frame})
    rows: Rows = {name: set() for name in CARRIED}
    for result in batch.validate(suite, result_format="COMPLETE").results:
        assert not result.exception_info["raised_exception"], result.exception_info
        rule = result.expectation_config.meta["rule"]
        if rule in rows:
            found = result.result["unexpected_index_list"]
            assert len(found) == result.result["unexpected_count"]
            rows[rule] |= set(found)
    return rows


def assert_same(rows: Rows, frame: pd.DataFrame) -> None:
    """Hold rows against peelcheck's: as many, and among them those it lists."""
    report = peelcheck.check(frame, table="stop_search")
    for name in CARRIED:
        result = report.of(name)
        assert len(rows[name]) == result.failed, name
        assert {finding.row for finding in result.findings} <= rows[name], name


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
        assert_same(by_pandera(frame), frame)

    def test_the_suite_finds_the_same_rows(
        self, sample_data: Path, root: Path, sample: str
    ) -> None:
        frame = read(sample_data / sample)
        assert_same(by_suite(frame, root), frame)


def framed(broken: Broken) -> pd.DataFrame:
    frame = pd.DataFrame(broken.rows)
    kinds = {"searches": "Int64", "resultant_arrests": "Int64"}
    frame["year_ending"] = pd.to_datetime(frame["year_ending"])
    return frame.astype(kinds)


def alone(broken: Broken) -> Rows:
    """Return the rows of the one broken rule, and none of the others."""
    return {name: set() for name in CARRIED} | {broken.rule: set(broken.places)}


@pytest.mark.parametrize("rule", CARRIED)
class TestOnDrawnTables:
    """Drawn tables that break one rule: each library finds it, and it alone."""

    def test_pandera_finds_it(self, rule: str) -> None:
        @CAREFUL
        @given(broken_by(rule))
        def found(broken: Broken) -> None:
            frame = framed(broken)
            assert by_pandera(frame) == alone(broken)
            assert_same(alone(broken), frame)

        found()

    def test_the_suite_finds_it(self, root: Path, rule: str) -> None:
        @CAREFUL
        @given(broken_by(rule))
        def found(broken: Broken) -> None:
            assert by_suite(framed(broken), root) == alone(broken)

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
