"""The models are used as pandera's own are: validated, annotated, decorated, typed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest
from exported import (
    lazy_frame,
    pandas_frame,
    polars_frame,
    rules_of,
    said_of,
    told,
)

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


def as_dates(days: Any) -> Any:
    return days.dt.date


TAKEN = {
    "days in microseconds": {"year_ending": lambda c: c.astype("datetime64[us]")},
    "days in seconds": {"year_ending": lambda c: c.astype("datetime64[s]")},
    "dates of Python": {"year_ending": as_dates},
    "categories": {"force": lambda c: c.astype("category")},
    "strings": {"force": lambda c: c.astype("string")},
    "objects": {"force": lambda c: c.astype(object)},
    "decimals that are whole": {"searches": lambda c: c.astype(float)},
    "smaller numbers": {"searches": lambda c: c.astype("int32")},
    "another column": {"year_ending": lambda c: c, "more": lambda _: 1},
}
REFUSED = {
    "ISO texts": {"year_ending": lambda c: c.dt.strftime("%Y-%m-%d")},
    "texts with the day first": {"year_ending": lambda c: c.dt.strftime("%d/%m/%Y")},
    "numbers": {"year_ending": lambda _: 20180331},
    "days of a time zone": {"year_ending": lambda c: c.dt.tz_localize("UTC")},
    "days too far away": {"year_ending": lambda _: date(9999, 12, 31)},
    "halves": {"searches": lambda _: 1.5},
}


def changed(columns: Mapping[str, Callable[[Any], Any]]) -> pd.DataFrame:
    frame = pandas_frame("stop_search", ROWS)
    made = {n: change(frame.get(n)) for n, change in columns.items()}
    return frame.assign(**made)


@pytest.mark.parametrize("columns", TAKEN.values(), ids=TAKEN)
def test_what_means_the_same_to_pandas_is_taken(
    columns: Mapping[str, Callable[[Any], Any]],
) -> None:
    from peelcheck.schemas.pandas import StopSearch

    back = StopSearch.validate(changed(columns), lazy=True)
    wanted = pandas_frame("stop_search", ROWS)
    pd.testing.assert_frame_equal(back[wanted.columns], wanted)


# pandera tries which of the cells that it refuses could have been days.
@pytest.mark.filterwarnings("ignore:Parsing dates")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("columns", REFUSED.values(), ids=REFUSED)
def test_what_would_have_to_be_guessed_is_refused(
    columns: Mapping[str, Callable[[Any], Any]],
) -> None:
    from peelcheck.schemas.pandas import StopSearch

    with pytest.raises(pandera.errors.SchemaErrors) as refused:
        StopSearch.validate(changed(columns), lazy=True)
    cases = refused.value.failure_cases
    types = cases[cases["check"].str.startswith(("dtype", "coerce_dtype"))]
    assert set(types["column"]) == {*columns}
    assert {f"STS.{name}.type" for name in columns} <= {*cases["check"]}


def test_a_time_of_day_is_no_day() -> None:
    from peelcheck.schemas.pandas import StopSearch

    frame = pandas_frame("stop_search", ROWS)
    frame.loc[1, "year_ending"] = pd.Timestamp(2018, 3, 31, 10)
    with pytest.raises(pandera.errors.SchemaErrors) as refused:
        StopSearch.validate(frame, lazy=True)
    assert row_by_row(refused.value) == [("STS.year_ending.type", 1)]


LARGE = {
    "searches": [10**18 - 1, 10**18, None],
    "resultant_arrests": [1 - 10**18, -(10**18), None],
}


@pytest.mark.parametrize(("name", "values"), LARGE.items())
def test_numbers_are_no_larger_than_those_that_are_read(
    name: str, values: list[int | None]
) -> None:
    from peelcheck.schemas import pandas, polars

    rows = [{**one, name: value} for one, value in zip(ROWS, values, strict=False)]
    for module, frame in (
        (pandas, pandas_frame("stop_search", rows)),
        (polars, polars_frame("stop_search", rows)),
        (polars, lazy_frame("stop_search", rows)),
    ):
        with pytest.raises(pandera.errors.SchemaErrors) as refused:
            module.StopSearch.validate(frame, lazy=True)
        assert (f"STS.{name}.type", 1) in row_by_row(refused.value)
        assert (f"STS.{name}.type", 0) not in row_by_row(refused.value)


@pytest.mark.parametrize("value", [float("inf"), -1e15])
def test_a_number_is_finite(value: float) -> None:
    from peelcheck.schemas import pandas, polars

    table = "workforce"
    (row,) = told(
        table, valid_return("peel-2018-19", "submission", [table]).tables[table]
    )[:1]
    rows = [{**row, "fte": fte} for fte in (1.5, value, None)]
    for module, frame in (
        (pandas, pandas_frame(table, rows)),
        (polars, polars_frame(table, rows)),
    ):
        with pytest.raises(pandera.errors.SchemaErrors) as refused:
            module.Workforce.validate(frame, lazy=True)
        told_of = [one for one in row_by_row(refused.value) if one[0] == "WOR.fte.type"]
        assert told_of == [("WOR.fte.type", 1)]


def test_a_rule_that_a_type_keeps_from_running_is_not_told_as_broken() -> None:
    from peelcheck.schemas import pandas, polars

    frame = pandas_frame("stop_search", ROWS).astype({"searches": str})
    frame.loc[0, "searches"] = "five"
    other = polars_frame("stop_search", ROWS).with_columns(searches=pl.lit("five"))
    for module, one in ((pandas, frame), (polars, other), (polars, other.lazy())):
        with pytest.raises(pandera.errors.SchemaErrors) as refused:
            module.StopSearch.validate(one, lazy=True)
        names = {*refused.value.failure_cases["check"]}
        rules = {name for name in names if name.startswith("STS")}
        assert rules == {"STS.searches.type"}


INDICES = {
    "labels that stand twice": lambda n: pd.Index([0] * n),
    "a label that is missing": lambda n: pd.Index([None, *map(float, range(1, n))]),
    "several levels": lambda n: pd.MultiIndex.from_product([["a"], range(n)]),
    "texts": lambda n: pd.Index([f"row {place}" for place in range(n)]),
}


@pytest.mark.parametrize("indexed", INDICES.values(), ids=INDICES)
class TestAnyIndex:
    """Every row that fails is told, and a valid frame keeps its index."""

    def test_every_row_is_told(self, indexed: Callable[[int], pd.Index]) -> None:
        from peelcheck.schemas.pandas import StopSearch

        rows = [{**one, "searches": 1, "resultant_arrests": 3} for one in ROWS]
        index = indexed(len(rows))
        frame = pandas_frame("stop_search", rows).set_axis(index)
        with pytest.raises(pandera.errors.SchemaErrors) as refused:
            StopSearch.validate(frame, lazy=True)
        plain = index.nlevels == 1 and index.is_unique and not index.hasnans
        places = index if plain else range(len(rows))
        wanted = [("STS006", place) for place in places]
        assert sorted(row_by_row(refused.value)) == sorted(wanted)

    def test_a_valid_frame_keeps_it(self, indexed: Callable[[int], pd.Index]) -> None:
        from peelcheck.schemas.pandas import StopSearch

        frame = pandas_frame("stop_search", ROWS).set_axis(indexed(len(ROWS)))
        back = StopSearch.validate(frame, lazy=True)
        pd.testing.assert_index_equal(back.index, frame.index)


def row_by_row(refused: Any) -> list[tuple[str, Any]]:
    cases = refused.failure_cases
    return [*zip(cases["check"], cases["index"], strict=True)]


def test_no_rows_of_other_types_are_told_as_such() -> None:
    from peelcheck.schemas.polars import StopSearch

    frame = polars_frame("stop_search", []).cast(pl.String)
    with pytest.raises(pandera.errors.SchemaErrors) as refused:
        StopSearch.validate(frame, lazy=True)
    cases = refused.value.failure_cases
    words = dict(zip(cases["check"], cases["failure_case"], strict=True))
    assert words["STS.columns"] == 'ValueError("no rows")'
    assert words["STS.searches.type"] == 'TypeError("String, not Int64")'


def test_a_column_that_is_there_twice_is_refused() -> None:
    from peelcheck.schemas.pandas import StopSearch

    frame = pandas_frame("stop_search", ROWS)
    twice = pd.concat([frame, frame[["year_ending"]]], axis="columns")
    with pytest.raises(pandera.errors.SchemaErrors) as refused:
        StopSearch.validate(twice, lazy=True)
    cases = refused.value.failure_cases
    words = dict(zip(cases["check"], cases["failure_case"], strict=True))
    assert words["STS.columns"] == 'ValueError("two columns year_ending")'


@pytest.mark.parametrize("kind", [pl.Int32, pl.String, pl.Float64])
def test_polars_is_to_have_the_types_as_they_are(kind: Any) -> None:
    from peelcheck.schemas.polars import StopSearch

    frame = polars_frame("stop_search", ROWS).with_columns(
        pl.col("searches").cast(kind)
    )
    for one in (frame, frame.lazy()):
        with pytest.raises(pandera.errors.SchemaErrors) as refused:
            StopSearch.validate(one, lazy=True)
        checks = {*refused.value.failure_cases["check"]}
        assert {"dtype('Int64')", "STS.searches.type"} <= checks


@pytest.mark.parametrize("library", ["pandas", "polars"])
@pytest.mark.parametrize("table", TABLES)
def test_metadata_holds_units_and_the_words_of_rules(library: str, table: str) -> None:
    from importlib import import_module

    module = import_module(f"peelcheck.schemas.{library}")
    name = "".join(part.capitalize() for part in table.split("_"))
    model = getattr(module, name)
    metadata = model.get_metadata()[table]
    rules, left_out = (metadata["dataframe"][kind] for kind in ("rules", "left_out"))
    carried = rules_of(table).keys() - left_out.keys()
    assert rules == {name: said_of(rules_of(table)[name]) for name in carried}
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
        module["count"](module["load"](str(broken)))


def test_strict_types_know_the_program_of_the_docs(root: Path, tmp_path: Path) -> None:
    mypy = pytest.importorskip("mypy.api", reason="mypy is not installed")
    path = tmp_path / "shown.py"
    path.write_text(shown_in_the_docs(root), encoding="utf-8")
    out, _, _ = mypy.run(["--strict", "--no-incremental", str(path)])
    assert out.startswith("Success: ")


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
