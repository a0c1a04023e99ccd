"""Searches made up one by one, and counted (A47, A48).

One search at a time falls on an ethnic group and a reason, by the shares that its force
published for the year, and is followed by an arrest as often as searches for its reason
were in all forces together. Group and reason are drawn apart from one another.
"""

from __future__ import annotations

import numpy as np
import polars as pl

from peelcheck.sampling.numbers import around, drawn, picked
from peelcheck.sampling.setting import Setting, window
from peelcheck.sampling.weights import by_force
from peelcheck.tables.stop_search import ETHNIC_GROUPS, REASONS

__all__ = ["searches_of", "single_searches", "stop_search"]

ARRESTS = {
    "Criminal Damage": 207,
    "Drugs": 97,
    "Firearms": 215,
    "Going Equipped": 100,
    "Offensive Weapons": 177,
    "Other": 866,
    "Stolen Property": 197,
    "Anticipation of violence": 81,
    "Prevent acts of terrorism": 34,
}
"""Arrests that followed a thousand searches for each reason, year ending March 2018.

That of `Other` is as published: 6,050 arrests of 6,983 searches.
"""

WITHOUT_ARRESTS = 0.01
"""Share of cells of a return that have no number of arrests: a round one of our own,
so that code meets some, for the table of the year has all of them."""

_APART = 0.02
_POWERS = {reason: power for power, group in REASONS.items() for reason in group}


def searches_of(name: str) -> int:
    """Return how many searches a force, or British Transport Police, published."""
    weights = by_force("searches")[name]
    return sum(weights[group] for group in ETHNIC_GROUPS)


def single_searches(raw: np.random.PCG64, name: str, size: int) -> pl.DataFrame:
    """Make up so many searches by one force: their group, reason and any arrest."""
    weights = by_force("searches")[name]
    groups = {group: weights[group] for group in ETHNIC_GROUPS}
    reasons = {reason: weights[reason] for reason in _POWERS}
    made = pl.DataFrame(
        {
            "ethnic_group": picked(drawn(raw, size), groups),
            "reason": picked(drawn(raw, size), reasons),
            "chance": drawn(raw, size),
        }
    )
    chances = {reason: share / 1000 for reason, share in ARRESTS.items()}
    return made.select(
        pl.lit(name).alias("force"),
        "ethnic_group",
        "reason",
        pl.col("reason").replace_strict(_POWERS).alias("legislation"),
        (pl.col("chance") < pl.col("reason").replace_strict(chances)).alias("arrest"),
    )


def stop_search(setting: Setting) -> pl.DataFrame:
    """Make up a year's searches of each force, and count them; 0 where there are none.

    A force has as many as it published, or up to a fiftieth more or fewer.
    """
    raw = setting.raw("stop_search")
    sizes = around(raw, [searches_of(name) for name in setting.bodies], _APART)
    single = pl.concat(
        single_searches(raw, name, int(size))
        for name, size in zip(setting.bodies, sizes, strict=True)
    )
    key = ["force", "legislation", "reason", "ethnic_group"]
    counts = single.group_by(key).agg(
        pl.len().cast(pl.Int64).alias("searches"),
        pl.sum("arrest").cast(pl.Int64).alias("resultant_arrests"),
    )
    cells = pl.DataFrame(
        [
            (name, power, reason, group)
            for name in setting.bodies
            for reason, power in _POWERS.items()
            for group in ETHNIC_GROUPS
        ],
        schema=key,
        orient="row",
    )
    whole = cells.join(counts, on=key, how="left", maintain_order="left").select(
        pl.lit(window("stop_search")[1]).alias("year_ending"),
        *key,
        pl.col("searches", "resultant_arrests").fill_null(0),
    )
    return _with_gaps(whole, setting) if setting.gaps else whole


def _with_gaps(whole: pl.DataFrame, setting: Setting) -> pl.DataFrame:
    chances = drawn(setting.raw("stop_search.gaps"), whole.height)
    told = pl.Series(chances >= WITHOUT_ARRESTS)
    arrests = pl.when(told).then("resultant_arrests")
    return whole.with_columns(arrests.alias("resultant_arrests"))
