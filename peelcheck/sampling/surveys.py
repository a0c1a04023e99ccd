"""Answers of staff and of the public; all made up (A12 to A20).

All shares and themes are round ones of our own: how staff and public answered is not
published by force and theme.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum
from typing import Any

import numpy as np
import polars as pl

from peelcheck.reference.forces import force_names
from peelcheck.sampling.numbers import around, drawn, picked, shared_out
from peelcheck.sampling.setting import Setting, of_edition
from peelcheck.tables.public_survey import (
    BMG,
    FACE_TO_FACE,
    ONLINE_PANEL,
    POSTAL_INVITATION,
    PUBLIC_SURVEY,
)

__all__ = ["public_survey", "staff_survey"]

_THEMES = {
    "Workload": 0.45,
    "Wellbeing": 0.55,
    "Training": 0.5,
    "Leadership": 0.6,
    "Fair treatment": 0.65,
}
"""What was asked about, and the share that agreed."""

_AGREE_APART = 0.2
_RESPONDENTS_APART = 0.05
_MET_APART = 0.2
_BY_POST = 0.02
_ROWS = {ONLINE_PANEL: 24, FACE_TO_FACE: 4, POSTAL_INVITATION: 2}
"""In how many rows a collection holds the respondents of a force, by mode."""

_AGES = (16, 89)
_SHARES: Mapping[str, Mapping[str, int]] = {
    "gender": {"Female": 52, "Male": 48},
    "ethnicity": {"White": 86, "Asian": 7, "Black": 4, "Mixed": 2, "Other": 1},
    "deprivation": {"1": 18, "2": 20, "3": 22, "4": 20, "5": 20},
    "satisfied": {"yes": 53, "no": 24, "": 23},
}
"""Respondents of each kind in a hundred."""

_GROWN, _RETIRED = 35, 65
_YOUNG_AND_OLD = (1.2, 0.9)
_COUNTS_AS = {"Male": 1.08, "Asian": 1.15, "Black": 1.15, "Mixed": 1.1, "1": 1.11}
"""As how many one counts of whom a panel holds too few; of the old it has too many."""


def staff_survey(setting: Setting) -> pl.DataFrame:
    """Make up how the staff of each force answered; no interval goes with it.

    Of a collection one force has the fewest answers that there were, and one the most.
    """
    raw = setting.raw("staff_survey")
    numbers = drawn(raw, len(setting.forces))
    if not setting.alone:
        numbers = (numbers - numbers.min()) / (numbers.max() - numbers.min())
    fewest, most = (of_edition(f"staff_survey.{end}") for end in ("fewest", "most"))
    answers = np.rint(fewest + numbers * (most - fewest)).astype(np.int64)
    rows = []
    for name, responses in zip(setting.forces, map(int, answers), strict=True):
        shares = around(raw, list(_THEMES.values()), _AGREE_APART)
        rows += [
            {
                "force": name,
                "theme": theme,
                "responses": responses,
                "agreeing": int(responses * share),
            }
            for theme, share in zip(_THEMES, shares, strict=True)
        ]
    return pl.DataFrame(rows)


def public_survey(setting: Setting) -> pl.DataFrame:
    """Make up who answered: one by one in a submission, else several together."""
    raw = setting.raw("public_survey")
    forces = setting.forces
    about = of_edition("public_survey.respondents")
    answered = np.rint(around(raw, [about] * len(forces), _RESPONDENTS_APART))
    each = of_edition("public_survey.face_to_face") / len(force_names())
    met = np.rint(around(raw, [each] * len(forces), _MET_APART))
    rows: list[dict[str, Any]] = []
    for name, people, face_to_face in zip(forces, answered, met, strict=True):
        ways = _ways(int(people), int(face_to_face))
        known = {"year": of_edition("public_survey.year"), "provider": BMG}
        known |= {"force": name}
        rows += [{**known, **row} for row in _of_a_force(raw, ways, setting)]
    return pl.DataFrame(rows).select(one.name for one in PUBLIC_SURVEY.columns)


def _ways(people: int, met: int) -> dict[str, int]:
    """Return how many of some respondents were reached in each way."""
    posted = int(people * _BY_POST)
    return {
        ONLINE_PANEL: people - met - posted,
        FACE_TO_FACE: met,
        POSTAL_INVITATION: posted,
    }


def _of_a_force(
    raw: np.random.PCG64, ways: Mapping[str, int], setting: Setting
) -> list[dict[str, Any]]:
    """Return the rows of a force; their weights make as many as there are people."""
    rows: list[dict[str, Any]] = []
    for mode, people in ways.items():
        size = people if setting.alone else min(people, _ROWS[mode])
        held = shared_out(people, {str(at): 1 for at in range(size)}, least=1)
        profiles = _profiles(raw, size).iter_rows(named=True)
        rows += [
            {"mode": mode, "respondents": count, **profile}
            for count, profile in zip(held.values(), profiles, strict=True)
        ]
    counted = [row["respondents"] * _counts_as(row) for row in rows]
    scale = sum(ways.values()) / fsum(counted)
    for number, (row, one) in enumerate(zip(rows, counted, strict=True), start=1):
        row |= {"respondent": f"SYN-{number:03}", "weight": round(one * scale, 3)}
    return rows


def _profiles(raw: np.random.PCG64, size: int) -> pl.DataFrame:
    """Return who some respondents are, and what they answered."""
    youngest, oldest = _AGES
    ages = youngest + (drawn(raw, size) * (oldest - youngest + 1)).astype(np.int64)
    texts = {name: picked(drawn(raw, size), of) for name, of in _SHARES.items()}
    return pl.DataFrame({"age": ages, **texts}).with_columns(
        pl.col("deprivation").cast(pl.Int64),
        pl.col("satisfied").replace("", None),
    )


def _counts_as(row: Mapping[str, Any]) -> float:
    """Return as how many respondents each of a row counts, before they are scaled."""
    young, old = _YOUNG_AND_OLD
    counts = young if row["age"] < _GROWN else old if row["age"] >= _RETIRED else 1.0
    for name in ("gender", "ethnicity", "deprivation"):
        counts *= _COUNTS_AS.get(str(row[name]), 1.0)
    return counts
