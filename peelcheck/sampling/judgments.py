"""Judgments by area and pillar; all made up (A1)."""

from __future__ import annotations

import polars as pl

from peelcheck.sampling.numbers import drawn, picked
from peelcheck.sampling.setting import Setting, of_edition
from peelcheck.tables.judgments import (
    AREAS,
    ARMED_POLICING,
    EXEMPT,
    GRADES,
    PILLARS,
    UNGRADED,
)

__all__ = ["judgments"]

_OF_TEN = dict(zip(GRADES, (1, 6, 2, 1), strict=True))
"""How many areas in ten have each grade; no force's real ones."""

_EVENLY = {"yes": 1, "no": 1}


def judgments(setting: Setting) -> pl.DataFrame:
    """Make up the grade of each area, and each pillar's: the commonest of its areas."""
    size = len(setting.forces) * len(AREAS)
    raw = setting.raw("judgments")
    grades = iter(picked(drawn(raw, size), _OF_TEN))
    chosen = iter(picked(drawn(raw, size), _EVENLY))
    rows: list[tuple[str | None, ...]] = []
    for force in setting.forces:
        given = {area: next(grades) for area in AREAS} | {ARMED_POLICING: UNGRADED}
        for area, grade in given.items():
            told = next(chosen)
            inspected = "yes" if area in EXEMPT else told
            rows.append((force, area, inspected, grade, _year(inspected)))
        for pillar, areas in PILLARS.items():
            own = [given[area] for area in areas]
            # Of two that are as common, the better: `GRADES` begins with the best.
            rows.append((force, pillar, None, max(GRADES, key=own.count), None))
    names = ("force", "subject", "inspected", "grade", "last_inspected")
    return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")


def _year(inspected: str) -> str:
    which = "year" if inspected == "yes" else "year_before"
    return str(of_edition(f"judgments.{which}"))
