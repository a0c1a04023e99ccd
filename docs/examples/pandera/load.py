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
    # pandera's own words for columns and types stand beside those of a rule, or alone.
    known = cases[cases["check"].isin(rules())]
    lines = [
        f"{case['check']}: {case['column']} is {case['failure_case']}"
        for case in (cases if known.empty else known.iloc[:0]).to_dict("records")
    ]
    for name, rows in known.groupby("check", sort=True):
        rule = rules()[name]
        many = rows["index"].notna().sum()
        count = f"{many} row{'s' if many > 1 else ''}" if many else "the table"
        shown = "" if many else f" ({rows['failure_case'].iloc[0]})"
        words = f"{rule['severity']}: {rule['says']} {rule['mend']}"
        lines.append(f"{name}: {count}{shown}. {words}")
    return lines
