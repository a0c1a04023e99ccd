"""999 calls by month; all made up (A26)."""

from __future__ import annotations

import numpy as np
import polars as pl

from peelcheck.periods import month_ends
from peelcheck.sampling.numbers import around, near
from peelcheck.sampling.residents import residents
from peelcheck.sampling.setting import Setting, window

__all__ = ["calls_999"]

_A_MONTH = 11.0
"""Calls of a thousand residents in a month; a round number of our own."""

_APART = 0.25
_BUSY = {6: 1.05, 7: 1.1, 8: 1.1, 12: 1.05}
"""The months with more calls, by their number; made up as well."""


def calls_999(setting: Setting) -> pl.DataFrame:
    """Make up calls: each force's residents, by a rate of its own in every month."""
    raw = setting.raw("calls_999")
    months = month_ends(*window("calls_999"))
    people = residents(setting)
    rates = around(raw, [_A_MONTH] * len(people), _APART)
    usual = np.asarray([*people.values()], dtype=np.float64) * rates / 1000
    rows = [
        {"month": month, "force": name, "calls": max(int(calls), 1)}
        for month in months
        for name, calls in zip(
            people, near(raw, usual * _BUSY.get(month.month, 1.0)), strict=True
        )
    ]
    return pl.DataFrame(rows)
