"""Make up crimes, their outcomes and how forces send them in; none of them happened.

    python tools/build_synthetic_crimes.py [--size 2000] [--into FOLDER]

Crimes linked to outcomes are published nowhere. These are drawn from raw numbers of a
seeded generator, which no version of numpy changes, so every run writes the same bytes;
`crimes_and_outcomes` makes five million of them for a benchmark by the same way.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from peelcheck.reference.forces import force_names
from peelcheck.reference.populations import reference_rows
from peelcheck.tables.outcome_submissions import BY_HAND, HODH

__all__ = ["crimes_and_outcomes", "submissions"]

SEED = 20_181_001
FIRST_DAY, LAST_DAY = date(2017, 10, 1), date(2018, 9, 30)
LONGEST_LAG = 60
SUPERSEDED = 0.02
BY_HAND_FORCES = 6
FOLDER = Path(__file__).parent.parent / "sample_data" / "synthetic_crimes"

OFFENCES = {
    "Violence against the person": 306,
    "Sexual offences": 31,
    "Robbery": 16,
    "Theft offences": 394,
    "Criminal damage and arson": 115,
    "Drug offences": 28,
    "Possession of weapons offences": 8,
    "Public order offences": 83,
    "Miscellaneous crimes against society": 20,
}
"""Crimes of each group in a thousand, near those of the year ending September 2018."""

OUTCOMES = {
    "": 32,
    "1": 82,
    "1A": 2,
    "2": 2,
    "3": 11,
    "4": 1,
    "5": 1,
    "6": 2,
    "7": 4,
    "8": 21,
    "9": 1,
    "10": 7,
    "11": 2,
    "12": 3,
    "13": 2,
    "14": 49,
    "15": 110,
    "16": 187,
    "17": 2,
    "18": 456,
    "20": 11,
    "21": 16,
}
"""Crimes of each outcome type in a thousand, near those of 2018/19; first, none yet."""

CODES = {
    "Essex": "ESX",
    "North Wales": "NWA",
    "North Yorkshire": "NYO",
    "Northamptonshire": "NHA",
    "Northumbria": "NUM",
    "South Wales": "SWA",
    "South Yorkshire": "SYO",
    "West Mercia": "WME",
    "West Midlands": "WMI",
    "West Yorkshire": "WYO",
}
"""The forces whose references do not begin with the first letters of their name."""

Numbers = npt.NDArray[np.float64]


def drawn(raw: np.random.PCG64, size: int) -> Numbers:
    """Return numbers from 0 up to 1."""
    numbers: Numbers = (raw.random_raw(size) >> np.uint64(11)).astype(np.float64)
    return numbers * 2.0**-53


def picked(numbers: Numbers, weights: Mapping[str, int]) -> pl.Series:
    """Return the name that each number falls on, by weight."""
    bounds = np.cumsum(list(weights.values()))
    at = np.searchsorted(bounds, numbers * bounds[-1], side="right")
    return pl.Series(list(weights)).gather(pl.Series(at))


def lags(numbers: Numbers) -> npt.NDArray[np.int32]:
    """Return days from a crime to its outcome, most of them few."""
    # Products, not a power: they are the same on every machine.
    return (numbers * numbers * numbers * (LONGEST_LAG + 1)).astype(np.int32)


def crimes_by_force(size: int) -> dict[str, int]:
    """Share crimes out as the year's recorded crime, one at least to each force."""
    known = {
        row["area"]: row["crimes"]
        for row in reference_rows("recorded_crime_published")
        if row["period_end"] == LAST_DAY and row["area"] in force_names()
    }
    whole = sum(known.values())
    counts = {name: max(1, size * known[name] // whole) for name in force_names()}
    largest = max(counts, key=lambda name: counts[name])
    counts[largest] += size - sum(counts.values())
    return counts


def crimes_and_outcomes(
    size: int, seed: int = SEED
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Make up so many crimes, one at least to a force, and the outcomes they have."""
    raw = np.random.PCG64(seed)
    counts = crimes_by_force(size)
    days = (LAST_DAY - FIRST_DAY).days + 1
    made = pl.DataFrame(
        {
            "force": pl.Series(list(counts)).gather(
                np.repeat(np.arange(len(counts)), list(counts.values()))
            ),
            "day": (drawn(raw, size) * days).astype(np.int32),
            "offence": picked(drawn(raw, size), OFFENCES),
            "outcome_type": picked(drawn(raw, size), OUTCOMES),
            "lag": lags(drawn(raw, size)),
            "superseded": drawn(raw, size) < SUPERSEDED,
        }
    )
    named = _named(made)
    crimes = named.select("force", "crime", "recorded_on", "offence")
    return crimes, _outcomes(named)


def _named(made: pl.DataFrame) -> pl.DataFrame:
    """Return the crimes by force and day, each with its reference and its dates."""
    codes = {name: CODES.get(name, name[:3].upper()) for name in force_names()}
    return (
        made.with_row_index("drawn")
        .sort("force", "day", "drawn")
        .with_columns(
            crime=pl.concat_str(
                pl.lit("SYN"),
                pl.col("force").replace_strict(codes),
                pl.int_range(1, pl.len() + 1)
                .over("force")
                .cast(pl.String)
                .str.zfill(6),
                separator="-",
            ),
            recorded_on=pl.lit(FIRST_DAY) + pl.duration(days="day"),
        )
        .with_columns(assigned_on=pl.col("recorded_on") + pl.duration(days="lag"))
    )


def _outcomes(named: pl.DataFrame) -> pl.DataFrame:
    """Return the current outcome of each crime that has one, after any it replaced."""
    current = named.filter(pl.col("outcome_type") != "").with_columns(
        current=pl.lit("yes")
    )
    unsolved = pl.col("outcome_type") == "18"
    earlier = current.filter("superseded").with_columns(
        outcome_type=pl.when(unsolved).then(pl.lit("16")).otherwise(pl.lit("18")),
        assigned_on="recorded_on",
        current=pl.lit("no"),
    )
    return (
        pl.concat([earlier, current])
        .sort("force", "crime", "current")
        .select("force", "crime", "outcome_type", "assigned_on", "current")
    )


def submissions(seed: int = SEED) -> pl.DataFrame:
    """Make up what each force sent in for each month, and by which way."""
    numbers = drawn(np.random.PCG64(seed + 1), len(force_names()))
    by_hand = {force_names()[at] for at in np.argsort(numbers)[:BY_HAND_FORCES]}
    months = pl.date_range(FIRST_DAY, LAST_DAY, "1mo", eager=True).dt.month_end()
    rows = [
        {"month": month, "force": name, "route": BY_HAND if name in by_hand else HODH}
        for month in months
        for name in force_names()
    ]
    return pl.DataFrame(rows)


def main() -> None:
    """Write the three tables of the sample return."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--size", type=int, default=2_000)
    parser.add_argument("--into", type=Path, default=FOLDER)
    arguments = parser.parse_args()
    crimes, outcomes = crimes_and_outcomes(arguments.size)
    arguments.into.mkdir(parents=True, exist_ok=True)
    crimes.write_csv(arguments.into / "crimes.csv")
    outcomes.write_csv(arguments.into / "outcomes.csv")
    submissions().write_csv(arguments.into / "outcome_submissions.csv")


if __name__ == "__main__":
    main()
