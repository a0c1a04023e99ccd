"""Counts of outcomes, and how forces send them in; all made up (A31, A34)."""

from __future__ import annotations

import numpy as np
import polars as pl

from peelcheck.periods import month_ends
from peelcheck.reference.forces import force_names
from peelcheck.reference.outcome_types import NOT_ASSIGNED
from peelcheck.sampling.numbers import around, drawn, near
from peelcheck.sampling.recorded_crime import year_s_crimes
from peelcheck.sampling.setting import Setting, of_edition, window
from peelcheck.sampling.weights import by_force
from peelcheck.tables.outcome_submissions import BY_HAND, HODH

__all__ = ["outcome_counts", "outcome_submissions"]

_DIFFERENT_DAYS = 0.03
"""How far outcomes recorded in a year lie from those of the year's crimes, at most."""


def outcome_counts(setting: Setting) -> pl.DataFrame:
    """Make up the outcomes of a year: each force's crimes, by its own mix of types."""
    raw = setting.raw("outcome_counts")
    _, last_day = window("outcome_counts")
    rows = []
    for name in setting.bodies:
        mix = by_force("outcomes")[name]
        shares = np.array(list(mix.values()), dtype=np.float64)
        # Some forces publish more outcomes than crimes; here the two agree (OUT009).
        cohort = near(raw, year_s_crimes(name) * shares / shares.sum())
        closed = near(raw, around(raw, list(cohort), _DIFFERENT_DAYS))
        rows += [
            {
                "year_ending": last_day,
                "force": name,
                "outcome_type": kind,
                "of_offences_recorded": int(of_year),
                # What has no outcome yet is not among outcomes recorded (OUT005).
                "recorded_in_quarter": 0 if kind == NOT_ASSIGNED else int(in_year),
            }
            for kind, of_year, in_year in zip(mix, cohort, closed, strict=True)
        ]
    return pl.DataFrame(rows)


def outcome_submissions(setting: Setting) -> pl.DataFrame:
    """Make up what each force sent in for each month, and by which way.

    Which forces send by hand is not known; the seed picks them.
    """
    few = of_edition("outcome_submissions.by_hand")
    numbers = drawn(np.random.PCG64(setting.seed + 1), len(force_names()))
    by_hand = {force_names()[at] for at in np.argsort(numbers)[:few]}
    months = month_ends(*window("crimes"))
    return pl.DataFrame(
        [
            {
                "month": month,
                "force": name,
                "route": BY_HAND if name in by_hand else HODH,
            }
            for month in months
            for name in setting.forces
        ]
    )
