"""Populations by force: ONS mid-year estimates, and Census 2011 by ethnic group.

Sources and vintages: see the data log. Units: usual residents.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from peelcheck.reference.published import published

__all__ = ["REFERENCE_TABLES", "reference_rows"]

REFERENCE_TABLES = {
    "population_mid_year": "population_mid_year.csv",
    "census_2011_ethnic_group": "census_2011_ethnic_group.csv",
}
"""The reference tables a rule may name, and their files."""

_WHOLE_NUMBERS = ("year", "census_year", "population")


@cache
def reference_rows(table: str) -> tuple[dict[str, Any], ...]:
    """Return the rows of a reference table, whole numbers as such.

    Raises:
        KeyError: There is no such reference table.

    """
    return tuple(
        {
            name: int(text) if name in _WHOLE_NUMBERS else text
            for name, text in row.items()
        }
        for row in published(REFERENCE_TABLES[table])
    )
