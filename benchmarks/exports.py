"""Time the exports against `peelcheck.check` on a large table, whole processes.

Usage: python benchmarks/exports.py [ROWS]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

import polars as pl
from check_rows import large_table, seconds

RUNS = 3

POLARS = "import sys, polars as pl\nframe = pl.read_parquet(sys.argv[1])\n"
PANDAS = (
    POLARS + "frame = frame.to_pandas().astype("
    "{'searches': 'Int64', 'resultant_arrests': 'Int64'})\n"
)
VALIDATED = """
from pandera.errors import SchemaErrors
from peelcheck.schemas.{library} import StopSearch
try:
    StopSearch.validate(frame, lazy=True)
except SchemaErrors as errors:
    print(len(errors.failure_cases))
"""
SUITE = """
import json, pathlib
import great_expectations as gx
text = pathlib.Path("expectations/pandas/stop_search.json").read_text()
context = gx.get_context(mode="ephemeral")
context.variables.progress_bars = {"globally": False}
asset = context.data_sources.add_pandas("frames").add_dataframe_asset("searches")
batches = asset.add_batch_definition_whole_dataframe("whole")
batch = batches.get_batch({"dataframe": frame})
print(batch.validate(gx.ExpectationSuite(**json.loads(text))).success)
"""
COMMANDS = {
    "peelcheck": POLARS + "import peelcheck\nprint(peelcheck.check(frame).ok)",
    "pandera, polars": POLARS + VALIDATED.format(library="polars"),
    "pandera, pandas": PANDAS + VALIDATED.format(library="pandas"),
    "suite, pandas": PANDAS + SUITE,
}


def main() -> None:
    """Time each in turn, on a valid table and on one with a fault in each 100 rows."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    clean = large_table(rows)
    faulty = pl.when(pl.int_range(pl.len()) % 100 == 0)
    dirty = clean.with_columns(
        faulty.then(pl.lit("Esex")).otherwise("force").alias("force")
    )
    with tempfile.TemporaryDirectory() as folder:
        for name, table in (("valid", clean), ("1 % faulty", dirty)):
            path = Path(folder) / "stop_search.parquet"
            table.write_parquet(path)
            print(f"{table.height:,} rows, {name}")
            timed(str(path))


def timed(path: str) -> None:
    """Print the median time of each, and its ratio to peelcheck's."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS + 1):
        for name, program in COMMANDS.items():
            times[name].append(seconds([sys.executable, "-c", program, path]))
    for name, taken in times.items():
        ratios = [a / b for a, b in zip(taken, times["peelcheck"], strict=True)][1:]
        median, ratio = statistics.median(taken[1:]), statistics.median(ratios)
        print(f"  {name:16} {median:6.2f} s   {ratio:.1f}x as long as peelcheck")


if __name__ == "__main__":
    main()
