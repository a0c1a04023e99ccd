"""Small tables of crimes, outcomes and the workforce, whose answers can be told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

import polars as pl

import peelcheck
from peelcheck import Figures

__all__ = ["counts", "crimes_and_outcomes", "figures_of_counts", "workforce"]

FIRST = date(2017, 10, 1)


def crimes_and_outcomes(
    outcomes: Iterable[str | None], force: str = "Essex", **changes: Any
) -> dict[str, pl.DataFrame]:
    """Return a crime for each outcome, and the outcome where it is one."""
    given = list(outcomes)
    names = [f"C{place}" for place in range(len(given))]
    crime = {"force": force, "recorded_on": FIRST, "offence": "Robbery", **changes}
    crimes = pl.DataFrame([{"crime": name, **crime} for name in names])
    rows = [
        {
            "force": force,
            "crime": name,
            "outcome_type": outcome,
            "assigned_on": FIRST + timedelta(days=9),
            "current": "yes",
        }
        for name, outcome in zip(names, given, strict=True)
        if outcome is not None
    ]
    schema = ("force", "crime", "outcome_type", "assigned_on", "current")
    types = {name: pl.Date if name == "assigned_on" else pl.String for name in schema}
    return {"crimes": crimes, "outcomes": pl.DataFrame(rows, schema=types)}


def counts(
    of_offences: Mapping[str, int],
    closed: Mapping[str, int] | None = None,
    *,
    force: str = "Essex",
) -> pl.DataFrame:
    """Return a year's outcome counts by type, on both bases."""
    there = closed or {}
    return pl.DataFrame(
        [
            {
                "year_ending": date(2019, 3, 31),
                "force": force,
                "outcome_type": outcome,
                "of_offences_recorded": of_offences.get(outcome, 0),
                "recorded_in_quarter": there.get(outcome, 0),
            }
            for outcome in (*of_offences, *(set(there) - set(of_offences)))
        ]
    )


def figures_of_counts(
    *frames: pl.DataFrame, assume: Mapping[str, Any] | None = None
) -> Figures:
    """Return the figures of some outcome counts."""
    held = {"outcome_counts": pl.concat(frames)}
    return peelcheck.recompute(held, kind="collection", assume=assume)


def workforce(**changes: Any) -> dict[str, Any]:
    """Return a row of the workforce, some of it changed."""
    return {
        "as_at": date(2018, 3, 31),
        "force": "Essex",
        "worker_type": "police officer",
        "fte": 10.0,
        **changes,
    }
