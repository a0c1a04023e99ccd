"""Published figures that made-up data are drawn near; read from the files beside this.

Searches of each force by ethnic group and by reason: Home Office, stop and search open
data, year ending March 2018, edition of October 2019. Outcomes of each force by type:
Home Office, crime outcomes open data, year ending March 2019, edition of July 2019.
Crimes of each force by offence group: Office for National Statistics, police force area
data tables, year ending September 2018, corrected edition of February 2019. People by
force, kind, rank and sex on 31 March 2018: Home Office, police workforce open data,
edition of July 2022. All under the Open Government Licence v3.0; written by
`tools/build_sampling_weights.py`.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

__all__ = ["by_force", "workforce_rows"]


def _rows(file: str) -> list[dict[str, str]]:
    text = files("peelcheck.sampling.weights").joinpath(file).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def by_force(what: str) -> dict[str, dict[str, int]]:
    """Return the `searches`, `outcomes` or `crimes` of each force, by what they are of.

    British Transport Police is among the forces.
    """
    return {
        row.pop("force"): {name: int(text) for name, text in row.items()}
        for row in _rows(f"{what}.csv")
    }


@cache
def workforce_rows() -> tuple[dict[str, str], ...]:
    """Return headcount and equivalents of each force, kind, rank and sex."""
    return tuple(_rows("workforce.csv"))
