"""Members of the workforce without up-to-date clearance; all made up (A49)."""

from __future__ import annotations

import numpy as np
import polars as pl

from peelcheck.reference.populations import reference_rows
from peelcheck.sampling.numbers import around
from peelcheck.sampling.setting import Setting, window
from peelcheck.tables.vetting import HEADCOUNT

__all__ = ["vetting"]

_HEADS, _HEADS_APART = 1.05, 0.02
"""Heads made of a published full-time equivalent, and how far forces lie apart."""

_WITHOUT, _WITHOUT_APART = 0.09, 0.75
"""The share without clearance, and how far forces lie apart; our own numbers."""


def vetting(setting: Setting) -> pl.DataFrame:
    """Make up heads near the published workforce, and how many lack clearance."""
    raw = setting.raw("vetting")
    day, _ = window("vetting")
    published = {
        row["force"]: row["fte"] for row in reference_rows("whole_workforce_published")
    }
    forces = setting.forces
    heads = np.rint(
        around(raw, [_HEADS * published[name] for name in forces], _HEADS_APART)
    )
    shares = around(raw, [_WITHOUT] * len(forces), _WITHOUT_APART)
    rows = [
        {
            "as_at": day,
            "force": name,
            "basis": HEADCOUNT,
            "workforce": float(whole),
            "without_clearance": float(lacking),
        }
        for name, whole, lacking in zip(
            forces, heads, np.rint(heads * shares), strict=True
        )
    ]
    return pl.DataFrame(rows)
