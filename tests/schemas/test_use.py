"""The models are used as pandera's own are: validated, annotated, decorated, typed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest
from exported import (
    carried,
    pandas_frame,
    polars_frame,
    rules_of,
    said_of,
    valid_rows,
)

from peelcheck.rules.rulebook import columns_read
from peelcheck.tables import TABLES

pandera = pytest.importorskip("pandera", reason="pandera is not installed")

ROWS = valid_rows("stop_search")
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


@pytest.mark.parametrize("library", range(3))
@pytest.mark.parametrize("first", ["model", "subclass"])
def test_a_subclass_names_the_rules_too(library: int, first: str) -> None:
    """Pandera forgets the name of a check that two models have."""
    from peelcheck.schemas import pandas as for_pandas
    from peelcheck.schemas import polars as for_polars

    model: Any = (for_pandas if library == 0 else for_polars).StopSearch
    fresh: Any = type("StopSearch", (model,), {"__module__": model.__module__})
    heir: Any = type("Heir", (fresh,), {"__module__": model.__module__})
    for one in (fresh, heir) if first == "model" else (heir, fresh):
        with pytest.raises(pandera.errors.SchemaErrors) as refused:
            one.validate(both(BROKEN)[library], lazy=True)
        assert {*refused.value.failure_cases["check"]} == {"STS.force.domain"}


def test_a_crash_of_a_check_of_somebody_elses_is_told() -> None:
    import pandera.pandas as pa

    from peelcheck.schemas.pandas import StopSearch

    class Own(StopSearch):
        @pa.check("force", name="own")
        def own(cls, _: Any) -> Any:  # noqa: N805 - as pandera has it
            message = "crashed"
            raise RuntimeError(message)

    frame = pandas_frame("stop_search", BROKEN).astype({"searches": object})
    frame.loc[1, "searches"] = "five"
    with pytest.raises(pandera.errors.SchemaErrors) as refused:
        Own.validate(frame, lazy=True)
    names = {*refused.value.failure_cases["check"]}
    assert {"own", "STS.force.domain", "STS.searches.type"} <= names


def read_by(table: str, rule: str) -> dict[str, Any]:
    """Return what the metadata has of the columns that a rule is about."""
    _, *parts = rule.split(".")
    if parts[-1:] == ["columns"]:
        return {}
    if parts[-1:] == ["type"]:
        return {"type_of": parts[0]}
    (found,) = (one for one in carried(table).rules if one.id == rule)
    return {"reads": [*columns_read(found)]}


@pytest.mark.parametrize("library", ["pandas", "polars"])
@pytest.mark.parametrize("table", TABLES)
def test_metadata_holds_units_and_the_words_of_rules(library: str, table: str) -> None:
    from importlib import import_module

    module = import_module(f"peelcheck.schemas.{library}")
    name = "".join(part.capitalize() for part in table.split("_"))
    model = getattr(module, name)
    metadata = model.get_metadata()[table]
    rules, left_out = (metadata["dataframe"][kind] for kind in ("rules", "left_out"))
    names = rules_of(table).keys() - left_out.keys()
    assert rules == {
        name: said_of(rules_of(table)[name]) | read_by(table, name) for name in names
    }
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
    assert roots <= {"pandera", library, "collections", "datetime", "typing"}


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


@pytest.fixture(scope="module")
def strict_types(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[str]]:
    """Return what mypy says of each program; both are looked at in one run."""
    mypy = pytest.importorskip("mypy.api", reason="mypy is not installed")
    programs = {"snippet.py": SNIPPET, "shown.py": shown_in_the_docs(root)}
    paths = [tmp_path_factory.mktemp("programs") / name for name in programs]
    for path in paths:
        path.write_text(programs[path.name], encoding="utf-8")
    out, _, _ = mypy.run(["--strict", "--no-incremental", *map(str, paths)])
    *lines, last = out.splitlines()
    assert last.endswith("(checked 2 source files)")
    told: dict[str, list[str]] = {name: [] for name in programs}
    for line in lines:
        place, _, says = line.partition(": ")
        told[Path(place.partition(":")[0]).name].append(says)
    return told


def test_strict_types_know_the_models(strict_types: dict[str, list[str]]) -> None:
    told = strict_types["snippet.py"]
    assert 'note: Revealed type is "pandera.typing.pandas.DataFrame[' in told[0]
    assert told[1] == 'note: Revealed type is "str"'  # the column's name
    assert "pandera.typing.polars.LazyFrame[" in told[2]
    assert "incompatible type" in told[3]
    assert '"type[StopSearch]" has no attribute "forse"' in told[4]
    assert len(told) == 5


def shown_in_the_docs(root: Path) -> str:
    """Return the program that the page on pandera shows, as of a checkout."""
    page = root / "docs" / "how-to" / "use-pandera-or-great-expectations.md"
    shown = page.read_text("utf-8").split("```python\n")[1].split("```")[0]
    return shown.replace("annex_pandas", "peelcheck.schemas.pandas")


def test_the_program_of_the_docs_runs(root: Path) -> None:
    module: dict[str, Any] = {}
    exec(shown_in_the_docs(root), module)  # noqa: S102 - the page's own
    sample = root / "sample_data" / "essex_submission" / "stop_search.csv"
    assert module["count"](module["load"](str(sample))) == 3267
    broken = root / "sample_data" / "broken" / "stop_search.unknown_force.csv"
    with pytest.raises(pandera.errors.SchemaErrors):
        module["load"](str(broken))
    with pytest.raises(pandera.errors.SchemaErrors):
        module["count"](pd.read_csv(broken, parse_dates=["year_ending"]))


def test_strict_types_know_the_program_of_the_docs(
    strict_types: dict[str, list[str]],
) -> None:
    assert strict_types["shown.py"] == []


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
