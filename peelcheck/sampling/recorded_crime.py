"""Recorded crime and its rates, made up near those of the year (A28, A29).

A force's crimes lie within half a per cent of its published ones and residents within
three in a thousand, so that no rate of England and Wales, drawn without British
Transport Police, comes out as the one ONS prints with it (CRR002).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import polars as pl

from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.reference.regions import members_of
from peelcheck.sampling.numbers import around, near
from peelcheck.sampling.residents import residents
from peelcheck.sampling.setting import Setting, of_edition, window
from peelcheck.sampling.weights import by_force
from peelcheck.tables.recorded_crime import OFFENCES, PARTS

__all__ = ["recorded_crime", "recorded_crime_rate", "year_s_crimes"]

_APART = 0.005
_MONTHS = 12


def year_s_crimes(name: str) -> int:
    """Return the crimes that a force recorded in the year, as published."""
    return sum(by_force("crimes")[name].values())


def recorded_crime(setting: Setting) -> pl.DataFrame:
    """Make up the crimes of each force by offence group; the groups add up."""
    _, last_day = window("recorded_crime")
    counts = _counts(setting)
    if not setting.alone:
        counts |= {ENGLAND_AND_WALES: _added(counts[name] for name in setting.forces)}
    return pl.DataFrame(
        [
            {
                "release": of_edition("recorded_crime.release"),
                "period_end": last_day,
                "months": _MONTHS,
                "force": name,
                "offence": offence,
                "crimes": groups[offence],
            }
            for name, groups in counts.items()
            for offence in OFFENCES
        ]
    )


def _counts(setting: Setting) -> dict[str, dict[str, int]]:
    """Return the crimes of each force by offence group."""
    raw = setting.raw("recorded_crime")
    counts = {}
    for name in setting.bodies:
        published = by_force("crimes")[name]
        (moved,) = around(raw, [1.0], _APART)
        expected = np.array(list(published.values())) * moved
        single = dict(zip(published, map(int, near(raw, expected)), strict=True))
        counts[name] = {offence: _made_of(offence, single) for offence in OFFENCES}
    return counts


def _made_of(offence: str, single: Mapping[str, int]) -> int:
    parts = PARTS.get(offence, ())
    return sum(_made_of(part, single) for part in parts) if parts else single[offence]


def _added(several: Iterable[Mapping[str, int]]) -> dict[str, int]:
    kept = list(several)
    return {offence: sum(one[offence] for one in kept) for offence in OFFENCES}


def recorded_crime_rate(setting: Setting) -> pl.DataFrame:
    """Make up rates: the made-up crimes of each area by its made-up residents.

    Residents are divided by exactly and printed rounded to 100, as ONS does.
    """
    _, last_day = window("recorded_crime")
    counts, people = _counts(setting), residents(setting)
    areas: dict[str, tuple[str, ...]] = {name: (name,) for name in setting.forces}
    areas |= {} if setting.alone else members_of()
    rows = []
    for area, members in areas.items():
        crimes = _added(counts[name] for name in members)
        among = sum(people[name] for name in members)
        rows += [
            {
                "period_end": last_day,
                "area": area,
                "offence": offence,
                "rate": round(crimes[offence] / among * 1000, 6),
                "population_year": of_edition("population.vintage"),
                "population": round(among, -2),
            }
            for offence in OFFENCES
        ]
    return pl.DataFrame(rows)
