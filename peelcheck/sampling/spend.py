"""Spend by category and year; all made up (A44 to A46)."""

from __future__ import annotations

import polars as pl

from peelcheck.sampling.setting import Setting

__all__ = ["spend"]


def spend(setting: Setting) -> pl.DataFrame:
    """Make up."""
    raise NotImplementedError
