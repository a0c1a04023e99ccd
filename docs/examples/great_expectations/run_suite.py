"""Run a suite of the annex, from its file, over a table of searches.

    python run_suite.py pandas stop_search.csv
    python run_suite.py sqlite stop_search.csv
    python run_suite.py postgres stop_search.csv --url postgresql+psycopg2://...
    python run_suite.py spark stop_search.csv

Ends with 0 if every expectation is met, 1 if one is not, 2 if one did not run.
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
TYPES = {"searches": "Int64", "resultant_arrests": "Int64"}
SPARK_SCHEMA = (
    "year_ending date, force string, legislation string, reason string, "
    "ethnic_group string, searches bigint, resultant_arrests bigint"
)


def read(path):
    """Return the table as a frame of pandas, with days and whole numbers as such."""
    return pd.read_csv(path, parse_dates=["year_ending"], dtype=TYPES)


def batches_of_pandas(context):
    source = context.data_sources.add_or_update_pandas("pandas")
    asset = source.add_dataframe_asset("stop_search")
    return asset.add_batch_definition_whole_dataframe("whole")


def batches_of_spark(context):
    source = context.data_sources.add_or_update_spark("spark")
    asset = source.add_dataframe_asset("stop_search")
    return asset.add_batch_definition_whole_dataframe("whole")


def batches_of_database(context, url):
    kind = "sqlite" if url.startswith("sqlite") else "postgres"
    add = getattr(context.data_sources, f"add_or_update_{kind}")
    asset = add(kind, connection_string=url).add_table_asset(
        "stop_search", table_name="stop_search"
    )
    return asset.add_batch_definition_whole_table("whole")


def fill(url, path):
    """Put the table into a database; a real one has it already."""
    import sqlalchemy

    engine = sqlalchemy.create_engine(url)
    types = {"year_ending": sqlalchemy.Date}
    read(path).to_sql(
        "stop_search", engine, if_exists="replace", index=False, dtype=types
    )
    engine.dispose()


def spark_frame(path):
    from pyspark.sql import SparkSession

    here = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = here.config("spark.driver.host", "127.0.0.1").getOrCreate()
    return session.read.csv(str(path), header=True, schema=SPARK_SCHEMA)


def load(path):
    """Return the suite of a file."""
    return gx.ExpectationSuite(**json.loads(Path(path).read_text(encoding="utf-8")))


def check(context, suite, batches, frame=None):
    """Run a suite through a checkpoint that writes Data Docs; return its results."""
    suite = context.suites.add_or_update(suite)
    validation = context.validation_definitions.add_or_update(
        gx.ValidationDefinition(name="stop_search", data=batches, suite=suite)
    )
    checkpoint = context.checkpoints.add_or_update(
        gx.Checkpoint(
            name="stop_search",
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
    """Return a line on an expectation: its verdict, how many rows, what to do."""
    config = result.expectation_config
    rows = result.result.get("unexpected_count")
    count = f" {rows} row{'s' if rows > 1 else ''}." if rows else ""
    mend = config.meta.get("mend", "")
    return f"{verdict(result)}: {config.description}{count} {mend}".strip()


def main(words):
    asked = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    asked.add_argument("kind", choices=["pandas", "sqlite", "postgres", "spark"])
    asked.add_argument("table", type=Path, help="a CSV file of searches")
    asked.add_argument("--suites", type=Path, default=SUITES, help="folder of suites")
    asked.add_argument(
        "--project", type=Path, default=Path("gx_project"), help="folder to work in"
    )
    asked.add_argument("--url", help="of the database [default: a file of SQLite]")
    given = asked.parse_args(words)
    if not given.table.is_file():
        asked.error(f"there is no file {given.table}")

    context = gx.get_context(mode="file", project_root_dir=given.project)
    context.variables.progress_bars = {"globally": False}
    family = given.kind if given.kind in ("pandas", "spark") else "sql"
    suite = load(given.suites / family / "stop_search.json")
    if family == "sql":
        url = given.url or f"sqlite:///{given.project.absolute() / 'returns.db'}"
        fill(url, given.table)
        results = check(context, suite, batches_of_database(context, url))
    elif family == "spark":
        batches, frame = batches_of_spark(context), spark_frame(given.table)
        results = check(context, suite, batches, frame)
    else:
        batches, frame = batches_of_pandas(context), read(given.table)
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
