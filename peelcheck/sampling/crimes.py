"""Single crimes and the outcomes they have; none of them happened (A31, A32).

Crimes linked to outcomes are published nowhere. Offence groups and outcome types are
drawn by national shares, apart from one another, so forces differ by chance alone.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import polars as pl

from peelcheck.errors import UsageError
from peelcheck.reference.forces import force_names
from peelcheck.reference.populations import reference_rows
from peelcheck.sampling.numbers import Numbers, drawn, picked, shared_out
from peelcheck.sampling.setting import Setting, window

__all__ = ["code_of", "crimes", "crimes_and_outcomes", "outcomes"]

DEFAULT_ROWS = 2_000
LONGEST_LAG = 60
SUPERSEDED = 0.02

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


def code_of(force: str) -> str:
    """Return three letters for a force, no other's."""
    return CODES.get(force, force[:3].upper())


def crimes(setting: Setting) -> pl.DataFrame:
    """Make up single crimes."""
    return crimes_and_outcomes(_size(setting), setting)[0]


def outcomes(setting: Setting) -> pl.DataFrame:
    """Make up the outcomes that the crimes of the same setting have."""
    return crimes_and_outcomes(_size(setting), setting)[1]


def _size(setting: Setting) -> int:
    size = DEFAULT_ROWS if setting.rows is None else setting.rows
    if size < len(setting.forces):
        message = (
            f"each of the {len(setting.forces)} forces has a crime at least, so crimes "
            f"are {len(setting.forces)} or more, not {size}"
        )
        raise UsageError(message)
    return size


def crimes_and_outcomes(
    size: int, setting: Setting
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Make up so many crimes, one at least to a force, and the outcomes they have."""
    raw = np.random.PCG64(setting.seed)
    counts = shared_out(size, _recorded(setting.forces), least=1)
    first, last = window("crimes")
    days = (last - first).days + 1
    made = pl.DataFrame(
        {
            "force": pl.Series(list(counts)).gather(
                np.repeat(np.arange(len(counts)), list(counts.values()))
            ),
            "day": (drawn(raw, size) * days).astype(np.int32),
            "offence": picked(drawn(raw, size), OFFENCES),
            "outcome_type": picked(drawn(raw, size), OUTCOMES),
            "lag": _lags(drawn(raw, size)),
            "superseded": drawn(raw, size) < SUPERSEDED,
        }
    )
    named = _named(made)
    return named.select("force", "crime", "recorded_on", "offence"), _outcomes(named)


def _recorded(forces: tuple[str, ...]) -> Mapping[str, int]:
    """Return the crimes that each force recorded in the year."""
    _, last_day = window("crimes")
    known = {
        row["area"]: int(row["crimes"])
        for row in reference_rows("recorded_crime_published")
        if row["period_end"] == last_day
    }
    return {name: known[name] for name in forces}


def _lags(numbers: Numbers) -> npt.NDArray[np.int32]:
    """Return days from a crime to its outcome, most of them few."""
    # Products, not a power: they are the same on every machine.
    return (numbers * numbers * numbers * (LONGEST_LAG + 1)).astype(np.int32)


def _named(made: pl.DataFrame) -> pl.DataFrame:
    """Return the crimes by force and day, each with its reference and its dates."""
    first, _ = window("crimes")
    codes = {name: code_of(name) for name in force_names()}
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
            recorded_on=pl.lit(first) + pl.duration(days="day"),
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
