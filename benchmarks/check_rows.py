"""Time `peelcheck check` on a large table against a plain scan and a query by hand.

Usage: python benchmarks/check_rows.py [ROWS]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import polars as pl

from peelcheck.tables.stop_search import ETHNIC_GROUPS, REASONS, STOP_SEARCH

PAIRS = 5

SCAN = """
import sys, polars as pl
print(pl.scan_parquet(sys.argv[1]).null_count().collect(engine="streaming"))
"""

BY_HAND = """
import sys, polars as pl
from peelcheck.tables.stop_search import REASONS, STOP_SEARCH
c = pl.col
domains = {one.name: one.domain for one in STOP_SEARCH.columns if one.domain}
names = [one.name for one in STOP_SEARCH.columns]
faults = [c(n).is_null().sum().alias(n + ".missing") for n in names]
faults += [(~c(n).is_in(d)).sum().alias(n + ".domain") for n, d in domains.items()]
numbers = ("searches", "resultant_arrests")
faults += [(c(n) < 0).sum().alias(n + ".minimum") for n in numbers]
faults += [
    (c("force") == "British Transport Police").sum().alias("scope"),
    (c("resultant_arrests") > c("searches")).sum().alias("arrests"),
    pl.any_horizontal(
        (c("legislation") == power)
        & c("reason").is_in([r for p, g in REASONS.items() if p != power for r in g])
        for power in REASONS
    ).sum().alias("reason"),
]
table = pl.scan_parquet(sys.argv[1])
print(table.select(faults).collect(engine="streaming"))
doubled = table.group_by(STOP_SEARCH.key).len().filter(c("len") > 1)
print(doubled.collect(engine="streaming"))
"""


def large_table(rows: int) -> pl.DataFrame:
    """Return a table of whole years of keys, each once, of that many rows or more."""
    forces = STOP_SEARCH.column("force").domain[:43]
    cells = [(power, reason) for power, group in REASONS.items() for reason in group]
    keys = [(f, *cell, g) for f, cell, g in product(forces, cells, ETHNIC_GROUPS)]
    names = ("force", "legislation", "reason", "ethnic_group")
    block = pl.DataFrame(keys, schema=names, orient="row")
    days = [date(2000, 1, 1) + timedelta(n) for n in range(-(-rows // len(keys)))]
    whole = pl.DataFrame({"year_ending": days}).join(block, how="cross")
    number = pl.int_range(pl.len())
    return whole.with_columns(
        searches=number % 97, resultant_arrests=(number % 97) // 4
    )


def seconds(command: list[str]) -> float:
    """Return the wall time of a command as a whole process."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun


def main() -> None:
    """Time the three in turn and print the ratios."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stop_search.parquet"
        table = large_table(rows)
        rows = table.height
        table.write_parquet(path, row_group_size=500_000)
        commands = {
            "plain scan": [sys.executable, "-c", SCAN, str(path)],
            "by hand": [sys.executable, "-c", BY_HAND, str(path)],
            "peelcheck": [sys.executable, "-m", "peelcheck", "check", str(path)],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(PAIRS + 1):
            for name, command in commands.items():
                times[name].append(seconds(command))
    print(f"{rows:,} rows, {os.cpu_count()} cores, {PAIRS} runs each after one")
    for name, taken in times.items():
        ratios = [a / b for a, b in zip(times["peelcheck"], taken, strict=True)][1:]
        median = statistics.median(taken[1:])
        ratio = statistics.median(ratios)
        print(f"{name:12} {median:6.2f} s   peelcheck takes {ratio:.2f}x")


if __name__ == "__main__":
    main()
