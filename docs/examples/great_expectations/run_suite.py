"""Run a suite of the annex, from its file, over a table in a CSV file.

    python run_suite.py pandas stop_search.csv
    python run_suite.py sqlite stop_search.csv
    python run_suite.py postgres stop_search.csv --url postgresql+psycopg2://...
    python run_suite.py spark stop_search.csv

Ends with 0 if every expectation is met, 1 if one is not, 2 if one did not run or the
file cannot be read.
"""

import argparse
import json
import os
import sys
from pathlib import Path

os.environ["GX_ANALYTICS_ENABLED"] = "false"  # before Great Expectations is imported

import great_expectations as gx
import pandas as pd

SUITES = Path(__file__).resolve().parents[3] / "expectations"
IN_SPARK = {
    "text": "string",
    "whole number": "bigint",
    "number": "double",
    "date": "date",
}


def read(path, columns):
    """Return a file as a frame of pandas, each column brought to its type.

    A suite looks at no types, and at no column that stands twice, so this does: a value
    that is not of its column's type is an error. `columns` is what the suite's `meta`
    says of them.
    """
    cells = {"dtype": str, "keep_default_na": False, "na_values": [""]}
    header = pd.read_csv(path, header=None, nrows=1, **cells).loc[0]
    for name in header[header.duplicated()]:
        message = f"there are two columns {name}"
        raise ValueError(message)
    if not set(header) & set(columns):
        message = f"there is none of the columns {', '.join(columns)}"
        raise ValueError(message)
    frame = pd.read_csv(path, **cells)
    if not frame.index.equals(pd.RangeIndex(len(frame))):  # pandas makes it of them
        message = "there are rows with more cells than the header"
        raise ValueError(message)
    for name, column in columns.items():
        if name not in frame and "taken_as" in column:
            frame[name] = column["taken_as"]
        if name in frame:
            try:
                frame[name] = typed(frame[name], column["type"])
            except (ArithmeticError, TypeError, ValueError) as error:
                message = f"column {name}: {error}"
                raise ValueError(message) from error
    return frame


def typed(series, kind):
    if kind == "date":
        return pd.to_datetime(series, format="%Y-%m-%d")
    if kind == "text":
        return series
    if kind == "number":
        return pd.to_numeric(series).astype(float)
    for place in series.index[~series.str.fullmatch("-?[0-9]+", na=True)][:1]:
        message = f"{series[place]} at position {place} is no whole number"
        raise ValueError(message)
    numbers = [None if pd.isna(text) else int(text) for text in series]
    return pd.Series(numbers, index=series.index, dtype="Int64")


def batches_of_frame(context, kind, table):
    add = getattr(context.data_sources, f"add_or_update_{kind}")
    asset = add(kind).add_dataframe_asset(table)
    return asset.add_batch_definition_whole_dataframe("whole")


def batches_of_database(context, kind, table, url):
    os.environ["DATABASE_URL"] = url  # which may hold a password: kept in no file
    add = getattr(context.data_sources, f"add_or_update_{kind}")
    source = add(kind, connection_string="${DATABASE_URL}")
    asset = source.add_table_asset(table, table_name=table)
    return asset.add_batch_definition_whole_table("whole")


def fill(url, table, frame, columns, if_exists):
    """Put a frame into a table of a database; a real one has it already."""
    import sqlalchemy

    days = {n: sqlalchemy.Date for n in frame if columns[n]["type"] == "date"}
    try:
        engine = sqlalchemy.create_engine(url)
        frame.to_sql(table, engine, if_exists=if_exists, index=False, dtype=days)
    except sqlalchemy.exc.SQLAlchemyError as error:
        raise OSError(str(error).splitlines()[0]) from error
    engine.dispose()


def spark_frame(frame, columns):
    from pyspark.sql import SparkSession

    here = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = here.config("spark.driver.host", "127.0.0.1").getOrCreate()
    cells = frame.astype(object).where(frame.notna(), None)
    for name in (n for n in frame if columns[n]["type"] == "date"):
        cells[name] = [day and day.date() for day in cells[name]]
    schema = ", ".join(f"{n} {IN_SPARK[columns[n]['type']]}" for n in frame)
    return session.createDataFrame([*cells.itertuples(index=False, name=None)], schema)


def load(path):
    """Return the suite of a file."""
    return gx.ExpectationSuite(**json.loads(Path(path).read_text(encoding="utf-8")))


def check(context, suite, batches, frame=None):
    """Run a suite through a checkpoint that writes Data Docs; return its results."""
    suite = context.suites.add_or_update(suite)
    validation = context.validation_definitions.add_or_update(
        gx.ValidationDefinition(name=suite.name, data=batches, suite=suite)
    )
    checkpoint = context.checkpoints.add_or_update(
        gx.Checkpoint(
            name=suite.name,
            validation_definitions=[validation],
            actions=[gx.checkpoint.UpdateDataDocsAction(name="docs")],
            result_format="SUMMARY",
        )
    )
    given = None if frame is None else {"dataframe": frame}
    (run,) = checkpoint.run(batch_parameters=given).run_results.values()
    return run.results


def verdict(result):
    """Return `met`, `not met` or `did not run`.

    An expectation that raised did not run: it neither failed nor passed.
    """
    info = result.exception_info
    if info and info.get("raised_exception", True):
        return "did not run"
    return "met" if result.success else "not met"


def told(result):
    """Return a line on an expectation: its verdict, how many rows, and its rule."""
    rows = result.result.get("unexpected_count")
    count = f", {rows} row{'s' if rows > 1 else ''}" if rows else ""
    return f"{verdict(result)}{count}: {result.expectation_config.description}"


def asked_for(words):
    asked = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    asked.add_argument("kind", choices=["pandas", "sqlite", "postgres", "spark"])
    asked.add_argument("file", type=Path, help="a CSV file")
    asked.add_argument("--table", default="stop_search", help="which table it is")
    asked.add_argument("--suites", type=Path, default=SUITES, help="folder of suites")
    asked.add_argument(
        "--project", type=Path, default=Path("gx_project"), help="folder to work in"
    )
    asked.add_argument("--url", help="of the database [default for sqlite: a file]")
    asked.add_argument(
        "--replace", action="store_true", help="fill a table that is there anew"
    )
    given = asked.parse_args(words)
    given.family = given.kind if given.kind in ("pandas", "spark") else "sql"
    given.suite = given.suites / given.family / f"{given.table}.json"
    if not given.file.is_file():
        asked.error(f"there is no file {given.file}")
    tables = [path.stem for path in sorted(given.suite.parent.glob("*.json"))]
    if given.table not in tables:
        asked.error(f"--table is one of {', '.join(tables)}")
    if given.family == "sql":
        own = f"sqlite:///{given.project.absolute() / 'returns.db'}"
        given.anew = given.replace or given.url is None
        given.url = given.url or (own if given.kind == "sqlite" else "")
        if not given.url.startswith(given.kind):
            asked.error(
                f"a database of {given.kind} is named with --url {given.kind}..."
            )
    return given, asked.error


def put(given, columns):
    """Read the file, and put it where it is to be checked; return it where it is."""
    frame = read(given.file, columns)
    frame = frame[[name for name in frame if name in columns]]
    if given.family == "sql":
        how = "replace" if given.anew else "fail"
        return fill(given.url, given.table, frame, columns, how)
    return frame if given.kind == "pandas" else spark_frame(frame, columns)


def main(words):
    given, refuse = asked_for(words)
    suite = load(given.suite)
    try:
        context = gx.get_context(mode="file", project_root_dir=given.project)
        context.variables.progress_bars = {"globally": False}
        frame = put(given, suite.meta["columns"])
    except (OSError, ValueError) as error:
        refuse(f"{given.file}: {str(error).splitlines()[0]}")
    if given.family == "sql":
        batches = batches_of_database(context, given.kind, given.table, given.url)
    else:
        batches = batches_of_frame(context, given.kind, given.table)
    results = check(context, suite, batches, frame)
    verdicts = [verdict(result) for result in results]
    for result in results:
        if verdict(result) != "met":
            print(told(result))
    print(
        ", ".join(f"{verdicts.count(v)} {v}" for v in ("met", "not met", "did not run"))
    )
    print("Data Docs:", context.get_docs_sites_urls()[0]["site_url"])
    return 2 if "did not run" in verdicts else int("not met" in verdicts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
