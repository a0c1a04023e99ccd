"""Figures recomputed from a return, each with the whole way it came about."""

from peelcheck.recomputing.figures import Figures
from peelcheck.recomputing.recompute import recompute, recompute_return

__all__ = ["Figures", "recompute", "recompute_return"]
