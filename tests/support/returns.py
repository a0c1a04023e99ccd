"""Small returns for tests, one line to change one thing."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl

__all__ = ["frame", "row", "rows_of_forces"]


def row(**changes: Any) -> dict[str, Any]:
    """Return one sound row of stop and search, with some of it changed."""
    sound = {
        "year_ending": date(2018, 3, 31),
        "force": "Essex",
        "legislation": "Section 1 (PACE)",
        "reason": "Drugs",
        "ethnic_group": "White",
        "searches": 10,
        "resultant_arrests": 2,
    }
    return sound | changes


def frame(*rows: dict[str, Any]) -> pl.DataFrame:
    """Return rows as a polars frame."""
    return pl.DataFrame(list(rows))


def rows_of_forces(*forces: str, **changes: Any) -> list[dict[str, Any]]:
    """Return a sound row for each force."""
    return [row(force=force, **changes) for force in forces]
