"""Load returns with pandas and polars, checked by the annex on their way."""

import pandas as pd
import pandera.pandas
import pandera.polars
import polars as pl
from annex_pandas import StopSearch
from annex_polars import StopSearch as PolarsStopSearch
from pandera.typing.pandas import DataFrame
from pandera.typing.polars import LazyFrame


@pandera.pandas.check_types(lazy=True)
def by_pandas(path: str) -> DataFrame[StopSearch]:
    """Return a table of searches, or raise with every row that breaks a rule."""
    return pd.read_csv(path, parse_dates=["year_ending"])


@pandera.polars.check_types(lazy=True)
def by_polars(path: str) -> LazyFrame[PolarsStopSearch]:
    """Return the same of polars; a lazy frame is really checked."""
    return pl.scan_csv(path, try_parse_dates=True)


def rules() -> dict[str, dict[str, str]]:
    """Return the statement, severity, words and remedy of each rule, by its id."""
    return StopSearch.get_metadata()["stop_search"]["dataframe"]["rules"]


def told(failure: pandera.errors.SchemaErrors) -> list[str]:
    """Return a line for each rule that is broken: how many rows, and the remedy."""
    cases = failure.failure_cases
    if isinstance(cases, pl.DataFrame):
        cases = pd.DataFrame(cases.to_dicts())
    lines = []
    for name, rows in cases.groupby("check", sort=True):
        rule = rules().get(name)
        said = f"{rule['severity']}: {rule['says']} {rule['mend']}" if rule else ""
        count = f"{len(rows)} row{'s' if len(rows) > 1 else ''}"
        lines.append(f"{name}: {count}. {said}".strip())
    return lines
