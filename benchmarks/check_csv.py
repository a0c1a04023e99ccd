"""Time `peelcheck check` on CSV, clean and dirty, against a typed scan, same rules.

Usage: python benchmarks/check_csv.py [ROWS]
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import polars as pl

PAIRS = 5

TYPED = """
import sys, polars as pl, peelcheck
from peelcheck.tables.stop_search import STOP_SEARCH
kinds = {"text": pl.String, "whole number": pl.Int64, "date": pl.Date}
schema = {one.name: kinds[one.type] for one in STOP_SEARCH.columns}
peelcheck.check(pl.read_csv(sys.argv[1], schema=schema), table="stop_search")
"""

MADE = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from check_csv import dirty
from check_rows import large_table
table, folder = large_table(int(sys.argv[2])), Path(sys.argv[3])
table.write_csv(folder / "clean.csv")
dirty(table).write_csv(folder / "dirty.csv")
print(f"{table.height:,} rows")
"""

CHECKED = """
import sys, peelcheck
peelcheck.check(sys.argv[1], table="stop_search")
"""


def dirty(table: pl.DataFrame) -> pl.DataFrame:
    """Return a table with one cell in a hundred of three columns not canonical."""
    some = (pl.int_range(pl.len()) * 7919) % 100 == 0
    day = pl.col("year_ending")
    return table.with_columns(
        year_ending=pl.when(some)
        .then(day.dt.strftime("%d/%m/%Y"))
        .otherwise(day.dt.strftime("%Y-%m-%d")),
        force=pl.when(some)
        .then(pl.col("force").str.to_uppercase())
        .otherwise(pl.col("force")),
        searches=pl.when(some)
        .then(pl.concat_str(pl.col("searches"), pl.lit(".0")))
        .otherwise(pl.col("searches").cast(pl.String)),
    )


def run(command: list[str]) -> tuple[float, float]:
    """Return the wall time of a whole process, and its largest memory in GiB."""
    begun = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ)
    _, status, used = os.wait4(child, 0)
    if status:
        message = f"{command[:2]} ended with {status}"
        raise RuntimeError(message)
    return time.perf_counter() - begun, used.ru_maxrss / 2**20


def main() -> None:
    """Time the three in turn, and print ratios and memory."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        clean, soiled = (Path(folder) / name for name in ("clean.csv", "dirty.csv"))
        # Made elsewhere: a process starts with the largest memory of the one before it.
        here = str(Path(__file__).parent)
        run([sys.executable, "-c", MADE, here, str(rows), folder])
        commands = {
            "typed scan": [sys.executable, "-c", TYPED, str(clean)],
            "clean CSV": [sys.executable, "-c", CHECKED, str(clean)],
            "dirty CSV": [sys.executable, "-c", CHECKED, str(soiled)],
        }
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(PAIRS + 1):
            for name, command in commands.items():
                taken[name].append(run(command))
    print(f"{os.cpu_count()} cores, {PAIRS} runs each after one")
    for name, runs in taken.items():
        pairs = zip(runs, taken["typed scan"], strict=True)
        ratio = statistics.median([one[0] / peer[0] for one, peer in pairs][1:])
        wall = statistics.median(one[0] for one in runs[1:])
        memory = max(one[1] for one in runs)
        print(f"{name:11} {wall:6.2f} s  {ratio:.2f}x a typed scan  {memory:.2f} GiB")


if __name__ == "__main__":
    main()
