"""Valid rows of reviews, surveys and judgments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from peelcheck.strategies.making import Making
from peelcheck.strategies.returned import Row

__all__ = ["REVIEWED_ROWS"]


def _file_review(of: Making) -> Iterator[Row]:
    raise NotImplementedError


def _staff_survey(of: Making) -> Iterator[Row]:
    raise NotImplementedError


def _public_survey(of: Making) -> Iterator[Row]:
    raise NotImplementedError


def _judgments(of: Making) -> Iterator[Row]:
    raise NotImplementedError


REVIEWED_ROWS: dict[str, Callable[[Making], Iterable[Row]]] = {
    "file_review": _file_review,
    "staff_survey": _staff_survey,
    "public_survey": _public_survey,
    "judgments": _judgments,
}
