from importlib.util import find_spec
from pathlib import Path

import pandera.errors
import pytest
from load import by_pandas, by_polars, rules, told

SAMPLES = Path(__file__).parents[3] / "sample_data"
BOTH = pytest.mark.parametrize("load", [by_pandas, by_polars])


def test_peelcheck_is_not_needed():
    assert find_spec("peelcheck") is None


@BOTH
def test_a_valid_return_is_loaded(load):
    load(str(SAMPLES / "essex_submission" / "stop_search.csv"))


@BOTH
def test_a_broken_one_is_refused_and_the_rule_named(load):
    path = SAMPLES / "broken" / "stop_search.unknown_force.csv"
    with pytest.raises(pandera.errors.SchemaErrors) as failure:
        load(str(path))
    (line,) = told(failure.value)
    assert line == (
        "STS.force.domain: 1 row. error: Each value of force is one of 44 known. "
        "Correct it as `peelcheck tables stop_search` has it; remove totals."
    )


@BOTH
def test_a_missing_column_is_told_as_its_rule(load):
    with pytest.raises(pandera.errors.SchemaErrors) as failure:
        load(str(SAMPLES / "broken" / "stop_search.column_missing.csv"))
    (line,) = told(failure.value)
    assert line.startswith('STS.columns: the table (ValueError("no column searches")).')


def test_half_a_search_is_told_with_its_row():
    with pytest.raises(pandera.errors.SchemaErrors) as failure:
        by_pandas(str(SAMPLES / "broken" / "stop_search.half_a_search.csv"))
    (line,) = told(failure.value)
    assert line.startswith(
        "STS.searches.type: 1 row. error: Each value of searches is "
    )


def test_a_text_column_of_another_type_is_told_in_words_of_pandera(tmp_path):
    path = tmp_path / "stop_search.csv"
    valid = (SAMPLES / "essex_submission" / "stop_search.csv").read_text()
    path.write_text(valid.replace(",Essex,", ",7,"))
    with pytest.raises(pandera.errors.SchemaErrors) as failure:
        by_polars(str(path))
    assert told(failure.value) == ["dtype('String'): force is Int64"]


@BOTH
def test_doubled_rows_are_each_told_once(load):
    path = SAMPLES / "broken" / "stop_search.doubled_cell.csv"
    with pytest.raises(pandera.errors.SchemaErrors) as failure:
        load(str(path))
    cases = failure.value.failure_cases
    assert [*cases["check"]] == ["STS.key", "STS.key"]
    assert sorted(cases["index"]) == [24, 25]


def test_each_rule_names_its_statement():
    assert {rule["statement"] for rule in rules().values()} == {"A5", "A8", "A48"}
