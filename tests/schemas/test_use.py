"""The models are used as pandera's own are: validated, annotated, decorated, typed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest
from exported import pandas_frame, polars_frame, told

from peelcheck.interop.carried import carried_rules
from peelcheck.reference.editions import edition_named
from peelcheck.rules.rulebook import rulebook
from peelcheck.strategies.valid import valid_return
from peelcheck.tables import TABLES

pandera = pytest.importorskip("pandera", reason="pandera is not installed")

VALID = valid_return("peel-2018-19", "submission", ["stop_search"]).tables[
    "stop_search"
]
ROWS = told("stop_search", VALID)
BROKEN = [{**ROWS[0], "force": "Esex"}, *ROWS[1:]]


def both(rows: list[dict[str, Any]]) -> list[Any]:
    frame = polars_frame("stop_search", rows)
    return [pandas_frame("stop_search", rows), frame, frame.lazy()]


def decorated(frame: Any) -> Any:
    """Return what checks an argument by its annotation, for this library."""
    import pandera.pandas as pa
    from pandera.typing.pandas import DataFrame
    from pandera.typing.polars import DataFrame as PolarsFrame
    from pandera.typing.polars import LazyFrame

    from peelcheck.schemas import pandas as for_pandas
    from peelcheck.schemas import polars as for_polars

    kinds: dict[type, Any] = {
        pd.DataFrame: DataFrame[for_pandas.StopSearch],
        pl.DataFrame: PolarsFrame[for_polars.StopSearch],
        pl.LazyFrame: LazyFrame[for_polars.StopSearch],
    }

    def through(searches: Any) -> Any:
        return searches

    kind = kinds[type(frame)]
    through.__annotations__ = {"searches": kind, "return": kind}
    return pa.check_types(lazy=True)(through)


@pytest.mark.parametrize("library", range(3))
class TestCheckTypes:
    """As annotations of a function, a lazy frame of polars included."""

    def test_a_valid_frame_goes_through(self, library: int) -> None:
        frame = both(ROWS)[library]
        back = decorated(frame)(frame)
        assert isinstance(back, type(frame))
        assert len(back.collect() if isinstance(back, pl.LazyFrame) else back) == len(
            ROWS
        )

    def test_a_broken_one_is_refused(self, library: int) -> None:
        frame = both(BROKEN)[library]
        with pytest.raises(pandera.errors.SchemaErrors) as refused:
            decorated(frame)(frame)
        (check,) = set(refused.value.failure_cases["check"])
        assert check == "STS.force.domain"
        assert "Avon and Somerset" not in str(refused.value.failure_cases)


def test_the_first_failure_alone_is_raised_unless_all_are_asked_for() -> None:
    from peelcheck.schemas.pandas import StopSearch

    with pytest.raises(pandera.errors.SchemaError, match=r"STS\.force\.domain"):
        StopSearch.validate(pandas_frame("stop_search", BROKEN))


def test_a_schema_of_polars_looks_at_a_lazy_frame_too() -> None:
    from peelcheck.schemas.polars import StopSearch

    frame = polars_frame("stop_search", BROKEN).lazy()
    with pytest.raises(pandera.errors.SchemaErrors):
        StopSearch.to_schema().validate(frame, lazy=True)


def test_a_failure_shows_the_cells_that_the_rule_reads() -> None:
    from peelcheck.schemas.pandas import StopSearch

    rows = [{**ROWS[0], "searches": 1, "resultant_arrests": 3}, *ROWS[1:]]
    with pytest.raises(pandera.errors.SchemaErrors) as refused:
        StopSearch.validate(pandas_frame("stop_search", rows), lazy=True)
    (case,) = refused.value.failure_cases.to_dict("records")
    assert (case["check"], case["index"]) == ("STS006", 0)
    assert case["failure_case"] == {"searches": 1, "resultant_arrests": 3}


@pytest.mark.parametrize("library", ["pandas", "polars"])
@pytest.mark.parametrize("table", TABLES)
def test_metadata_holds_units_and_the_words_of_rules(library: str, table: str) -> None:
    from importlib import import_module

    module = import_module(f"peelcheck.schemas.{library}")
    name = "".join(part.capitalize() for part in table.split("_"))
    model = getattr(module, name)
    metadata = model.get_metadata()[table]
    carried = carried_rules(table, rulebook(), edition_named("peel-2018-19"))
    rules = metadata["dataframe"]["rules"]
    assert list(rules) == [rule.id for rule in carried.rules]
    for rule in carried.rules:
        assert rules[rule.id]["says"] == rule.says
        assert rules[rule.id]["statement"] == rule.statement
    assert metadata["dataframe"]["left_out"].keys() == carried.left_out.keys()
    columns = model.to_schema().columns
    for column in TABLES[table].columns:
        made = columns[column.name]
        assert (made.title, made.description) == (column.name, column.says)
        assert (made.metadata or {}).get("unit", "") == column.unit
        assert made.required == column.required


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_module_stands_alone(root: Path, library: str) -> None:
    text = (root / "peelcheck" / "schemas" / f"{library}.py").read_text("utf-8")
    lines = [one for one in text.splitlines() if one.startswith(("import ", "from "))]
    roots = {line.split()[1].partition(".")[0] for line in lines}
    assert roots <= {"pandera", library, "datetime", "typing"}


SNIPPET = """
import pandas as pd
import pandera.pandas as pa
from pandera.typing.pandas import DataFrame
from peelcheck.schemas.pandas import StopSearch
from peelcheck.schemas.polars import StopSearch as OfPolars
import polars as pl

@pa.check_types(lazy=True)
def kept(searches: DataFrame[StopSearch]) -> DataFrame[StopSearch]:
    return searches

back = kept(StopSearch.validate(pd.DataFrame(), lazy=True))
reveal_type(back)
reveal_type(StopSearch.force)
reveal_type(OfPolars.validate(pl.LazyFrame(), lazy=True))
kept("no frame")
StopSearch.forse
"""


def test_strict_types_know_the_models(tmp_path: Path) -> None:
    mypy = pytest.importorskip("mypy.api", reason="mypy is not installed")
    path = tmp_path / "snippet.py"
    path.write_text(SNIPPET, encoding="utf-8")
    out, _, _ = mypy.run(["--strict", "--no-incremental", str(path)])
    told = [line.partition(": ")[2] for line in out.splitlines()]
    assert 'note: Revealed type is "pandera.typing.pandas.DataFrame[' in told[0]
    assert told[1] == 'note: Revealed type is "str"'  # the column's name
    assert "pandera.typing.polars.LazyFrame[" in told[2]
    assert "incompatible type" in told[3]
    assert '"type[StopSearch]" has no attribute "forse"' in told[4]
    assert len(told) == 6


def test_a_missing_pandera_is_named_with_its_extra() -> None:
    program = (
        "import sys; sys.modules['pandera'] = None\n"
        "try:\n    import peelcheck.schemas.pandas\n"
        "except ImportError as error:\n    print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == (
        "pandera is not installed; install it with pip install 'peelcheck[pandera]'\n"
    )
