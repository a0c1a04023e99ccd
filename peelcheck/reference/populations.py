"""The published figures that returns are held beside, by table.

Residents by force (ONS mid-year estimates) and by ethnic group (Census 2011); recorded
crimes and their rate per 1,000 people as ONS prints them, the England and Wales row
with British Transport Police; full-time equivalents as the Home Office first
published them, by kind of worker and of all kinds together. Sources and vintages: see
the data log.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any

from peelcheck.reference.published import published

__all__ = ["REFERENCE_TABLES", "people_by_year", "reference_rows"]

REFERENCE_TABLES = {
    "population_mid_year": "population_mid_year.csv",
    "population_mid_2013_to_2015": "population_mid_2013_to_2015.csv",
    "census_2011_ethnic_group": "census_2011_ethnic_group.csv",
    "recorded_crime_published": "recorded_crime_published.csv",
    "workforce_published": "workforce_published.csv",
    "whole_workforce_published": "whole_workforce_published.csv",
}
"""The reference tables a rule may name, and their files."""

_TYPES: Mapping[str, Callable[[str], Any]] = {
    **dict.fromkeys(("year", "census_year", "population", "crimes"), int),
    **dict.fromkeys(("rate", "fte"), float),
    **dict.fromkeys(("period_end", "as_at"), date.fromisoformat),
}


@cache
def reference_rows(table: str) -> tuple[dict[str, Any], ...]:
    """Return the rows of a reference table: numbers and dates as such, blank as none.

    Raises:
        KeyError: There is no such reference table.

    """
    return tuple(
        {
            name: _TYPES.get(name, str)(text) if text else None
            for name, text in row.items()
        }
        for row in published(REFERENCE_TABLES[table])
    )


@cache
def people_by_year() -> Mapping[str, Mapping[int, int]]:
    """Return the residents of each force area by mid-year, from mid-2013.

    To mid-2015 they are rounded to 100, as ONS prints them.
    """
    people: dict[str, dict[int, int]] = defaultdict(dict)
    for table in ("population_mid_2013_to_2015", "population_mid_year"):
        for row in reference_rows(table):
            people[row["force"]][row["year"]] = row["population"]
    return people
