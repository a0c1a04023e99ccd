"""Rules that cannot be broken alone, and which fall with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["TOGETHER"]

TOGETHER: Final[Mapping[str, frozenset[str]]] = {}
