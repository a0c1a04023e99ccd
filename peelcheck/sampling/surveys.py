"""Answers of staff and of the public; all made up (A12 to A20)."""

from __future__ import annotations

import polars as pl

from peelcheck.sampling.setting import Setting

__all__ = ["public_survey", "staff_survey"]


def public_survey(setting: Setting) -> pl.DataFrame:
    """Make up."""
    raise NotImplementedError


def staff_survey(setting: Setting) -> pl.DataFrame:
    """Make up."""
    raise NotImplementedError
