"""Reviewed case files; all made up (A21 to A25)."""

from __future__ import annotations

import polars as pl

from peelcheck.sampling.setting import Setting

__all__ = ["file_review"]


def file_review(setting: Setting) -> pl.DataFrame:
    """Make up."""
    raise NotImplementedError
