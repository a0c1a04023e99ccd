"""The workforce of five days, made up near the published ones (A41 to A43).

On 31 March 2018 the equivalents of each kind of worker are those first published, to
the second decimal (WOR009); what is made up are the ranks, the sexes and the heads.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np
import polars as pl

from peelcheck.reference.populations import reference_rows
from peelcheck.sampling.numbers import around, drawn
from peelcheck.sampling.setting import Setting, window
from peelcheck.sampling.weights import workforce_rows
from peelcheck.tables.workforce import (
    DESIGNATED,
    HEADCOUNT_ONLY,
    OFFICER,
    SECONDED_OUT,
    WORKFORCE,
)

__all__ = ["workforce"]

EARLIER = {
    OFFICER: (1045, 1039, 1014, 1006, 1000),
    "police staff": (1020, 1017, 982, 972, 1000),
    DESIGNATED: (976, 971, 943, 971, 1000),
    "police community support officer": (1289, 1220, 1089, 1007, 1000),
    "special constable": (1520, 1375, 1368, 1155, 1000),
}
"""The workforce of each 31 March from 2014 for a thousand in 2018, as published.

There is none for volunteers, who were counted first in 2018.
"""

STATUSES = {"career break": 10, "long-term absence": 20, SECONDED_OUT: 3}
"""Constables in a thousand who are not in post; round shares of our own, for the
published tables do not tell them by rank."""

_IN_POST = "in post"
_APART = 0.01
_MOVED = 0.05
_TYPES = {"headcount": pl.Int64, "fte": pl.Float64, "as_at": pl.Date}


def workforce(setting: Setting) -> pl.DataFrame:
    """Make up people by force, kind, rank and sex; officers by status too.

    Where designated officers are counted among staff there is a row without numbers,
    or none.
    """
    raw = setting.raw("workforce")
    shapes: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in workforce_rows():
        if row["force"] in setting.forces:
            shapes[row["force"], row["worker_type"]].append(row)
    first, last = window("workforce")
    rows: list[dict[str, Any]] = []
    for at, day in enumerate(date(y, 3, 31) for y in range(first.year, last.year + 1)):
        for (name, kind), shape in shapes.items():
            if kind in EARLIER or day == last:
                share = EARLIER[kind][at] / 1000 if kind in EARLIER else 1.0
                key = {"as_at": day, "force": name, "worker_type": kind}
                rows += [
                    key | row for row in _made(raw, shape, share, exact=day == last)
                ]
        if setting.gaps:
            rows += _among_staff(setting, day, shapes)
    return _framed(rows)


def _made(
    raw: np.random.PCG64, shape: list[dict[str, str]], share: float, *, exact: bool
) -> Iterator[dict[str, Any]]:
    """Yield the people of one force and kind on a day, such a share of those of 2018.

    Their equivalents are exactly those first published, or about a share of them.
    """
    kind = shape[0]["worker_type"]
    if kind in HEADCOUNT_ONLY:
        yield from _by_heads(raw, shape, share)
        return
    whole = _first_published()[shape[0]["force"], kind]
    if not exact:
        whole = float(*around(raw, [whole * share], _APART))
    yield from _by_equivalents(raw, shape, round(whole, 2))


def _first_published() -> dict[tuple[str, str], float]:
    return {
        (row["force"], row["worker_type"]): row["fte"]
        for row in reference_rows("workforce_published")
    }


def _by_heads(
    raw: np.random.PCG64, shape: list[dict[str, str]], share: float
) -> Iterator[dict[str, Any]]:
    heads = around(raw, [int(row["headcount"]) * share for row in shape], _MOVED)
    for row, count in zip(shape, heads, strict=True):
        yield _ranked(row) | {"headcount": round(float(count)), "fte": 0.0}


def _by_equivalents(
    raw: np.random.PCG64, shape: list[dict[str, str]], whole: float
) -> Iterator[dict[str, Any]]:
    """Yield rows whose equivalents add up; the largest takes what rounding leaves."""
    moved = around(raw, [float(row["fte"]) for row in shape], _MOVED)
    cents = [round(float(part)) for part in moved / moved.sum() * whole * 100]
    cents[cents.index(max(cents))] += round(whole * 100) - sum(cents)
    for row, part in zip(shape, cents, strict=True):
        worked = min(float(row["fte"]) / int(row["headcount"]), 1.0)
        for status, own in _by_status(raw, row, part):
            heads = math.ceil(own / 100 / worked) if own else 0
            yield _ranked(row) | {
                "status": status,
                "headcount": heads,
                "fte": own / 100,
            }


def _by_status(
    raw: np.random.PCG64, row: Mapping[str, str], cents: int
) -> Iterator[tuple[str | None, int]]:
    """Yield a number of equivalents by status; only officers are told apart by it."""
    if row["worker_type"] != OFFICER:
        yield None, cents
        return
    left = cents
    if row["rank"] == "Constable":
        for status, share in STATUSES.items():
            (chance,) = drawn(raw, 1)
            people = math.floor(cents / 100 * share / 1000 + chance)
            if 0 < people * 100 < left:
                left -= people * 100
                yield status, people * 100
    yield _IN_POST, left


def _ranked(row: Mapping[str, str]) -> dict[str, Any]:
    return {"rank": row["rank"], "sex": row["sex"], "status": None}


def _among_staff(
    setting: Setting, day: date, shapes: Mapping[tuple[str, str], Any]
) -> Iterator[dict[str, Any]]:
    """Yield a row without numbers for each force that counts them among its staff."""
    for name in setting.forces:
        if (name, DESIGNATED) not in shapes:
            yield {"as_at": day, "force": name, "worker_type": DESIGNATED}


def _framed(rows: list[dict[str, Any]]) -> pl.DataFrame:
    names = [one.name for one in WORKFORCE.columns]
    types = {name: _TYPES.get(name, pl.String) for name in names}
    there = [name for name in names if any(name in row for row in rows)]
    return pl.DataFrame(
        {name: [row.get(name) for row in rows] for name in there},
        schema={name: types[name] for name in there},
    )
