"""Numbers drawn from a seed: the same on every machine and with every numpy.

Only raw numbers are taken from numpy, and only operations that IEEE 754 rounds in one
way are done with them; so a seed stands for the same bytes everywhere.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import polars as pl

__all__ = ["Numbers", "around", "drawn", "near", "picked", "raw_for", "shared_out"]

Numbers = npt.NDArray[np.float64]

_UNIFORMS = 4
_SPREAD = 3.0**0.5
"""Makes the sum of four numbers from 0 up to 1, less 2, vary as much as 1 does."""


def raw_for(seed: int, what: str) -> np.random.PCG64:
    """Return the raw numbers of one subject, apart from those of every other."""
    return np.random.PCG64([seed, zlib.crc32(what.encode())])


def drawn(raw: np.random.PCG64, size: int) -> Numbers:
    """Return numbers from 0 up to 1."""
    numbers: Numbers = (raw.random_raw(size) >> np.uint64(11)).astype(np.float64)
    return numbers * 2.0**-53


def picked(numbers: Numbers, weights: Mapping[str, int]) -> pl.Series:
    """Return the name that each number falls on, by weight."""
    bounds = np.cumsum(list(weights.values()))
    at = np.searchsorted(bounds, numbers * bounds[-1], side="right")
    return pl.Series(list(weights)).gather(pl.Series(at))


def around(raw: np.random.PCG64, values: Sequence[float], share: float) -> Numbers:
    """Return values moved up or down evenly, each by `share` of itself at most."""
    moved = 1 + share * (2 * drawn(raw, len(values)) - 1)
    return np.asarray(values, dtype=np.float64) * moved


def near(raw: np.random.PCG64, expected: Numbers) -> npt.NDArray[np.int64]:
    """Return counts that vary about what is expected as counts of events do."""
    size = len(expected)
    spread = sum(drawn(raw, size) for _ in range(_UNIFORMS)) - _UNIFORMS / 2
    varied = np.maximum(expected + np.sqrt(expected) * spread * _SPREAD, 0)
    return np.floor(varied + drawn(raw, size)).astype(np.int64)


def shared_out(whole: int, weights: Mapping[str, int], *, least: int) -> dict[str, int]:
    """Share a number out by weight, `least` at least to each; the largest has the rest.

    The number must be `least` times the names, or more.
    """
    total = sum(weights.values())
    counts = {
        name: max(least, whole * weight // total) for name, weight in weights.items()
    }
    while (over := sum(counts.values()) - whole) > 0:
        largest = max(counts, key=lambda name: counts[name])
        counts[largest] -= min(over, counts[largest] - least)
    largest = max(counts, key=lambda name: counts[name])
    counts[largest] -= over
    return counts
