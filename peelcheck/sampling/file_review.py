"""Reviewed case files; all made up (A21 to A25).

Crime types are drawn by round shares of our own, as the annex gives no quota. About 87
files in a hundred are of a good standard, in some forces more and in some fewer.
"""

from __future__ import annotations

import numpy as np
import polars as pl

from peelcheck.sampling.crimes import code_of
from peelcheck.sampling.numbers import around, drawn, picked
from peelcheck.sampling.setting import Setting, of_edition, window
from peelcheck.tables.file_review import LARGER_SAMPLES, RANDOM

__all__ = ["file_review"]

_TYPES = {
    "Common assault": 30,
    "Actual bodily harm": 25,
    "Harassment": 15,
    "Theft from the person": 10,
    "Grievous bodily harm (wounding)": 8,
    "Rape, including attempts": 7,
    "Stalking": 5,
}
_GOOD = 0.87
_APART = 0.1
"""How far a force's share of good files lies from that of all, at most."""

_VULNERABLE = 0.4
_RECOGNISED = 0.9
_WELL = {"investigated_well": 0.88, "victim_treated_well": 0.92}


def file_review(setting: Setting) -> pl.DataFrame:
    """Make up the files reviewed of each force, by the day their crime was recorded."""
    raw = setting.raw("file_review")
    shares = around(raw, [_GOOD] * len(setting.forces), _APART)
    return pl.concat(
        _of_a_force(raw, name, share)
        for name, share in zip(setting.forces, shares, strict=True)
    )


def _of_a_force(raw: np.random.PCG64, force: str, share: float) -> pl.DataFrame:
    larger = force in LARGER_SAMPLES
    size = of_edition(f"file_review.{'larger_sample' if larger else 'sample'}")
    first, last = window("file_review")
    days = np.sort((drawn(raw, size) * ((last - first).days + 1)).astype(np.int32))
    made = {
        "force": [force] * size,
        "file": [f"SYN-{code_of(force)}-R{at:02}" for at in range(1, size + 1)],
        "crime_type": picked(drawn(raw, size), _TYPES),
        "day": days,
        "selection": [RANDOM] * size,
        "good_standard": _yes(raw, size, share),
        "vulnerable": drawn(raw, size) < _VULNERABLE,
        "recognised": _yes(raw, size, _RECOGNISED),
        **{name: _yes(raw, size, chance) for name, chance in _WELL.items()},
    }
    return pl.DataFrame(made).select(
        *("force", "file", "crime_type"),
        (pl.lit(first) + pl.duration(days="day")).alias("recorded_on"),
        *("selection", "good_standard"),
        pl.when("vulnerable").then("recognised").alias("vulnerability_identified"),
        *_WELL,
    )


def _yes(raw: np.random.PCG64, size: int, share: float) -> pl.Series:
    """Return yes for about a share of so many files, and no for the rest."""
    held = pl.Series(drawn(raw, size) < share)
    return held.replace_strict({True: "yes", False: "no"}, return_dtype=pl.String)
