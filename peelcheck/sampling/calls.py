"""999 calls by month; all made up (A26)."""

from __future__ import annotations

import polars as pl

from peelcheck.sampling.setting import Setting

__all__ = ["calls_999"]


def calls_999(setting: Setting) -> pl.DataFrame:
    """Make up."""
    raise NotImplementedError
