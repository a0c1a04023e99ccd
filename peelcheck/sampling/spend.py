"""Spend by category and year; all made up (A44 to A46)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import polars as pl

from peelcheck.sampling.numbers import around
from peelcheck.sampling.residents import residents
from peelcheck.sampling.setting import Setting, window
from peelcheck.tables.spend import ALL_CATEGORIES

__all__ = ["prices", "spend"]

DEFLATORS = (0.92, 0.93, 0.94, 0.96, 0.98, 1.0)
"""The price level of each of the six years; round numbers of our own, of no index."""

SHARES: Mapping[str, int] = {
    "Local policing": 28,
    "Dealing with the public": 8,
    "Criminal justice arrangements": 7,
    "Road policing": 3,
    "Operational support": 6,
    "Intelligence": 6,
    "Investigations": 13,
    "Investigative support": 3,
    "Public protection": 8,
    "Support functions": 15,
    "National policing": 2,
    "Local policing bodies": 1,
}
"""The parts of a hundred pounds; our own numbers as well."""

_A_HEAD, _APART = 195.0, 0.2
"""Pounds a resident in the prices of the last year, and how far forces lie apart."""

_YEAR_APART = 0.02
_INDEX = "made up for the sample"


def prices() -> dict[str, Any]:
    """Return the base year of prices, and the index, as a manifest names them."""
    _, last = window("spend")
    return {"price_base": last, "price_index": _INDEX}


def spend(setting: Setting) -> pl.DataFrame:
    """Make up spend in whole pounds: in each force and year the categories add up."""
    raw = setting.raw("spend")
    first, _ = window("spend")
    people = residents(setting)
    a_head = around(raw, [_A_HEAD] * len(people), _APART)
    rows: list[dict[str, Any]] = []
    for at, deflator in enumerate(DEFLATORS):
        day = date(first.year + at, first.month, first.day)
        for (name, residing), pounds in zip(people.items(), a_head, strict=True):
            usual = [
                residing * float(pounds) * deflator * part / 100
                for part in SHARES.values()
            ]
            parts = [float(one) for one in np.rint(around(raw, usual, _YEAR_APART))]
            key = {"year_ending": day, "force": name}
            amounts = zip((ALL_CATEGORIES, *SHARES), (sum(parts), *parts), strict=True)
            rows += [
                key | {"category": one, "amount": pound, "deflator": deflator}
                for one, pound in amounts
            ]
    return pl.DataFrame(rows)
