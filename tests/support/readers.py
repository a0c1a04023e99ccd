"""What the fixtures of reading give, as types."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from peelcheck.returns import TableData

__all__ = ["Coerced", "Values", "Write"]

Write: TypeAlias = Callable[..., Path]
Values: TypeAlias = Callable[[TableData, str], dict[int, Any]]
Coerced: TypeAlias = Callable[[TableData], list[tuple[Any, ...]]]
