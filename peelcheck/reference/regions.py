"""Regions and countries that stand among forces in published tables.

Source: the regions of `forces.csv`, and the names that ONS and the Home Office print.
"""

from __future__ import annotations

from functools import cache

from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.reference.forces import (
    BRITISH_TRANSPORT_POLICE,
    force_names,
    forces,
    spellings,
)
from peelcheck.reference.spelling import fold

__all__ = [
    "area_names",
    "area_spellings",
    "members_of",
    "region_spellings",
]

_COUNTRIES = ("England", "Wales")
_PRINTED = {"East of England": ("East", "Eastern"), "West Midlands region": ()}
"""Names a region is printed under besides its own."""


def _region(name: str) -> str:
    """Return a region's name, told apart from the force of the same name."""
    return f"{name} region" if name in force_names() else name


@cache
def members_of() -> dict[str, tuple[str, ...]]:
    """Return the forces of each region, of each country and of both, by area."""
    regions: dict[str, list[str]] = {}
    countries: dict[str, list[str]] = {name: [] for name in _COUNTRIES}
    for force in forces():
        if force.country == "England":
            regions.setdefault(_region(force.region), []).append(force.name)
        countries[force.country].append(force.name)
    found = {**regions, **countries, ENGLAND_AND_WALES: list(force_names())}
    return {area: tuple(names) for area, names in found.items()}


@cache
def region_spellings() -> dict[str, str]:
    """Return every printed name of a region or country, folded, and its own name."""
    known: dict[str, str] = {}
    for area in members_of():
        printed = (area, area.removesuffix(" region"), *_PRINTED.get(area, ()))
        known |= {fold(name): area for name in printed}
    return known


@cache
def area_names() -> tuple[str, ...]:
    """Return the names of all areas: forces, British Transport Police, the rest."""
    return (*force_names(), BRITISH_TRANSPORT_POLICE, *members_of())


@cache
def area_spellings() -> dict[str, str]:
    """Return every spelling of an area, folded; a name of two is the force's."""
    regions = {
        f: area for f, area in region_spellings().items() if f not in spellings()
    }
    known = set(area_names())
    return regions | {f: name for f, name in spellings().items() if name in known}
