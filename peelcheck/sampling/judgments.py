"""Judgments by area; all made up (A1)."""

from __future__ import annotations

import polars as pl

from peelcheck.sampling.setting import Setting

__all__ = ["judgments"]


def judgments(setting: Setting) -> pl.DataFrame:
    """Make up."""
    raise NotImplementedError
