"""Time crimes checked, linked to their outcomes and turned into proportions.

Usage: python benchmarks/check_crimes.py [CRIMES]
"""

from __future__ import annotations

import statistics
import sys
import tempfile

from check_csv import run

RUNS = 5

MADE = """
import sys
from pathlib import Path
from peelcheck.sampling import sample_return
folder = Path(sys.argv[2])
made = sample_return(
    tables=["crimes", "outcomes"], rows=int(sys.argv[1]), seed=20_181_001
)
for name, table in made.frames.items():
    table.write_parquet(folder / f"{name}.parquet")
    print(f"{table.height:,} {name}")
(folder / "manifest.toml").write_text(sys.argv[3])
"""

MANIFEST = """
edition = "peel-2018-19"
kind = "collection"
[tables.crimes]
period_start = 2017-10-01
period_end = 2018-09-30
"""

PROPORTIONS = """
import sys, peelcheck
figures = peelcheck.recompute(sys.argv[1])
assert figures.checked_ok
assert len(figures.figures) == 44 * 13
"""

SCAN = """
import sys, polars as pl
for name in ("crimes", "outcomes"):
    table = pl.scan_parquet(f"{sys.argv[1]}/{name}.parquet")
    table.select(pl.all().null_count()).collect(engine="streaming")
"""

BY_HAND = """
import sys, polars as pl
from datetime import date
crimes, outcomes = (
    pl.scan_parquet(f"{sys.argv[1]}/{name}.parquet") for name in ("crimes", "outcomes")
)
key = ["force", "crime"]
current = outcomes.filter(pl.col("current") == "yes").select(*key, "outcome_type")
window = pl.col("recorded_on").is_between(date(2017, 10, 1), date(2018, 9, 30))
linked = crimes.filter(window).join(current, on=key, how="left")
linked.group_by("force", "outcome_type").len().collect(engine="streaming")
"""


def main() -> None:
    """Time the three in turn, and print times, ratios and memory."""
    crimes = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000_000
    with tempfile.TemporaryDirectory() as folder:
        # Made elsewhere: a process starts with the largest memory of the one before it.
        run([sys.executable, "-c", MADE, str(crimes), folder, MANIFEST])
        commands = {"peelcheck": PROPORTIONS, "by hand": BY_HAND, "plain scan": SCAN}
        seen: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, words in commands.items():
                seen[name].append(run([sys.executable, "-c", words, folder]))
    ours = [time for time, _ in seen["peelcheck"]]
    for name, runs in seen.items():
        times = [time for time, _ in runs]
        ratio = statistics.median(a / b for a, b in zip(ours, times, strict=True))
        print(
            f"{name:<12}{statistics.median(times):>8.2f} s"
            f"{max(memory for _, memory in runs):>8.2f} GiB"
            f"   peelcheck takes {ratio:.2f} times as long"
        )


if __name__ == "__main__":
    main()
