"""A small return of stop and search, whose figures can be told by hand."""

from __future__ import annotations

from typing import Any

import polars as pl
from returns import frame, row

import peelcheck
from peelcheck import Figures

__all__ = ["by_group", "population", "recomputed", "searched"]

GROUPS = {
    "White": 100,
    "Black or Black British": 40,
    "Asian or Asian British": 30,
    "Mixed": 0,
    "Chinese or Other Ethnic Group": 10,
    "Not stated": 20,
    "Vehicle only": 5,
}
PEOPLE = {
    "White": 1_000,
    "Black or Black British": 100,
    "Asian or Asian British": 100,
    "Mixed": 50,
    "Chinese or Other Ethnic Group": 50,
}


def searched(force: str = "Essex", **counts: int) -> list[dict[str, Any]]:
    known = {
        name: counts.get(name.split(maxsplit=1)[0], n) for name, n in GROUPS.items()
    }
    return [row(force=force, ethnic_group=g, searches=n) for g, n in known.items()]


def population(*names: str) -> pl.DataFrame:
    made = [{"year": 2017, "force": name, "population": 2_000} for name in names]
    return pl.DataFrame(made)


def by_group(force: str = "Essex", **people: int | None) -> pl.DataFrame:
    known = {
        name: people.get(name.split(maxsplit=1)[0], n) for name, n in PEOPLE.items()
    }
    return pl.DataFrame(
        [
            {
                "census_year": 2011,
                "classification": "2001 grouping",
                "force": force,
                "ethnic_group": group,
                "population": number,
            }
            for group, number in known.items()
            if number is not None
        ]
    )


def recomputed(rows: list[dict[str, Any]], **more: Any) -> Figures:
    tables = {
        "stop_search": frame(*rows),
        "population": more.pop("population", population("Essex")),
        "population_by_ethnic_group": more.pop("by_group", by_group()),
    }
    return peelcheck.recompute(tables, **more)
