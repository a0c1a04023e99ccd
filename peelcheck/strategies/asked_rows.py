"""Valid rows of what forces are asked for directly, and of spend."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from peelcheck.strategies.making import Making
from peelcheck.strategies.returned import Row

__all__ = ["ASKED_ROWS"]


def _calls_999(of: Making) -> Iterator[Row]:
    raise NotImplementedError


def _vetting(of: Making) -> Iterator[Row]:
    raise NotImplementedError


def _spend(of: Making) -> Iterator[Row]:
    raise NotImplementedError


ASKED_ROWS: dict[str, Callable[[Making], Iterable[Row]]] = {
    "calls_999": _calls_999,
    "vetting": _vetting,
    "spend": _spend,
}
