"""Members of the workforce without up-to-date clearance; all made up (A49)."""

from __future__ import annotations

import polars as pl

from peelcheck.sampling.setting import Setting

__all__ = ["vetting"]


def vetting(setting: Setting) -> pl.DataFrame:
    """Make up."""
    raise NotImplementedError
