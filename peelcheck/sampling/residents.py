"""Residents of each force area, made up near the published ones (A9)."""

from __future__ import annotations

import numpy as np
import polars as pl

from peelcheck.reference.populations import reference_rows
from peelcheck.sampling.numbers import around
from peelcheck.sampling.setting import Setting, of_edition
from peelcheck.tables.population_by_ethnic_group import (
    ALL_GROUPS,
    CENSUS_GROUPS,
    GROUPING_2001,
    GROUPING_2011,
)

__all__ = [
    "population",
    "population_by_ethnic_group",
    "residents",
    "residents_by_group",
]

_APART = 0.003
_CHINESE = "Chinese"
_ASIAN = "Asian or Asian British"
_SINGLE = ("White", "Mixed", "Black or Black British")
_CHINESE_OR_OTHER, _OTHER = "Chinese or Other Ethnic Group", "Other Ethnic Group"


def residents(setting: Setting) -> dict[str, int]:
    """Return the made-up residents of each force area."""
    year = of_edition("population.vintage")
    published = {
        row["force"]: row["population"]
        for row in reference_rows("population_mid_year")
        if row["year"] == year and row["force"] in setting.forces
    }
    moved = around(setting.raw("population"), list(published.values()), _APART)
    made = dict(zip(published, map(int, np.rint(moved)), strict=True))
    return {name: made[name] for name in setting.forces}


def population(setting: Setting) -> pl.DataFrame:
    """Make up mid-year populations."""
    year = of_edition("population.vintage")
    rows = [
        {"year": year, "force": name, "population": people}
        for name, people in residents(setting).items()
    ]
    return pl.DataFrame(rows)


def residents_by_group(setting: Setting) -> dict[tuple[str, str, str], int]:
    """Return the made-up residents of each force, grouping and ethnic group.

    Both groupings hold the same people: Chinese stand with Asian in one, and with the
    others in the other.
    """
    census = {
        (row["force"], row["classification"], row["ethnic_group"]): row["population"]
        for row in reference_rows("census_2011_ethnic_group")
    }
    raw = setting.raw("population_by_ethnic_group")
    made = {}
    for name in setting.forces:
        old = {group: census[name, GROUPING_2001, group] for group in _SINGLE}
        old[_ASIAN] = census[name, GROUPING_2001, _ASIAN]
        old[_CHINESE] = census[name, GROUPING_2011, _ASIAN] - old[_ASIAN]
        old[_OTHER] = census[name, GROUPING_2011, _OTHER]
        moved = np.rint(around(raw, list(old.values()), _APART))
        new = dict(zip(old, map(int, moved), strict=True))
        for grouping, groups in CENSUS_GROUPS.items():
            for group in groups:
                made[name, grouping, group] = _in_group(new, grouping, group)
    return made


def _in_group(new: dict[str, int], grouping: str, group: str) -> int:
    if group == ALL_GROUPS:
        return sum(new.values())
    if group == _CHINESE_OR_OTHER:
        return new[_CHINESE] + new[_OTHER]
    with_chinese = grouping == GROUPING_2011 and group == _ASIAN
    return new[group] + (new[_CHINESE] if with_chinese else 0)


def population_by_ethnic_group(setting: Setting) -> pl.DataFrame:
    """Make up census populations; in each force and grouping the groups add up."""
    census = of_edition("assumptions.ethnicity_census")
    rows = [
        {
            "census_year": census,
            "classification": grouping,
            "force": name,
            "ethnic_group": group,
            "population": people,
        }
        for (name, grouping, group), people in residents_by_group(setting).items()
    ]
    return pl.DataFrame(rows)
