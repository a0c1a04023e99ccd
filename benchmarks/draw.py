"""Time drawing valid data, against drawing the same columns with no rule to keep.

Usage: python benchmarks/draw.py
"""

from __future__ import annotations

import statistics
import time
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from peelcheck.strategies import broken_by, returns, tables
from peelcheck.strategies.solving import cell
from peelcheck.tables import TABLES

ROUNDS, EXAMPLES, ROWS = 3, 100, 20
BROKEN = ("CRM001", "STS004", "OCM001", "CRI005", "STS002")


def seconds(strategy: st.SearchStrategy[Any]) -> float:
    """Return how long it takes to draw the examples once."""

    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.generate]
    )
    @given(strategy)
    def drawn(_: object) -> None:
        return

    began = time.perf_counter()
    drawn()
    return time.perf_counter() - began


def unruled(name: str) -> st.SearchStrategy[Any]:
    """Return a strategy for rows of a table's columns that keep no rule."""
    columns = {one.name: cell(one) for one in TABLES[name].columns}
    return st.lists(st.fixed_dictionaries(columns), min_size=ROWS, max_size=ROWS)


def timed(name: str, strategy: st.SearchStrategy[Any]) -> float:
    """Print the median of a few rounds, and return it; the first is thrown away."""
    seconds(strategy)
    median = statistics.median(seconds(strategy) for _ in range(ROUNDS))
    print(f"{name:45} {median:6.2f} s")
    return median


def main() -> None:
    """Time every table of 20 rows, whole returns, and returns broken by a rule."""
    print(f"{EXAMPLES} examples each, medians of {ROUNDS}")
    for name in TABLES:
        peer = timed(f"{ROWS} rows of {name}, no rules", unruled(name))
        own = timed(f"{ROWS} rows of {name}", tables(name, rows=ROWS))
        print(f"{'':45} {own / peer:6.2f} x")
    for kind in ("submission", "publication"):
        timed(f"a {kind}, every table", returns(kind=kind))
    for rule in BROKEN:
        timed(f"broken by {rule}", broken_by(rule))


if __name__ == "__main__":
    main()
