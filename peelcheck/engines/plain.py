"""Rows and values as Python has them, whatever library they come from."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import narwhals as nw

from peelcheck.returns import Frame

__all__ = ["eager", "plain", "plain_rows"]


def eager(frame: Frame) -> nw.DataFrame[Any]:
    """Return a frame with its plan carried out, batch by batch where it has one."""
    if isinstance(frame, nw.LazyFrame):
        return frame.collect(engine="streaming")
    return frame


def plain_rows(frame: Frame) -> list[dict[str, Any]]:
    """Return a small frame's rows, their values plain."""
    return [
        {name: plain(value) for name, value in row.items()}
        for row in eager(frame).rows(named=True)
    ]


def plain(value: Any) -> Any:
    """Return a value as Python has it: pandas gives dates as datetimes, gaps as NaN."""
    if _is_gap(value):
        return None
    if isinstance(value, datetime):
        return value.date()
    if hasattr(value, "item"):  # numpy's scalars
        value = value.item()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _is_gap(value: Any) -> bool:
    """Say whether a value is None, NaN, NaT or NA."""
    try:
        return value is None or bool(value != value)  # noqa: PLR0124 - NaN, NaT
    except TypeError:  # pandas' NA is neither equal nor unequal to itself
        return True
