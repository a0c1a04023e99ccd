"""Valid rows of reviews, surveys and judgments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from peelcheck.strategies.making import Making
from peelcheck.strategies.returned import Row
from peelcheck.tables.judgments import (
    AREAS,
    ARMED_POLICING,
    EXEMPT,
    PILLARS,
    UNGRADED,
)

__all__ = ["REVIEWED_ROWS"]


def _file_review(of: Making) -> Iterator[Row]:
    raise NotImplementedError


def _staff_survey(of: Making) -> Iterator[Row]:
    raise NotImplementedError


def _public_survey(of: Making) -> Iterator[Row]:
    raise NotImplementedError


def _judgments(of: Making) -> Iterator[Row]:
    years = {
        "yes": of.edition.value("judgments.year"),
        "no": of.edition.value("judgments.year_before"),
    }
    inspected = {area: "yes" if area in EXEMPT else "no" for area in AREAS}
    for force in of.forces:
        for subject in (*AREAS, *PILLARS):
            yield {
                "force": force,
                "subject": subject,
                "inspected": inspected.get(subject),
                "grade": UNGRADED if subject == ARMED_POLICING else "Good",
                "last_inspected": years.get(inspected.get(subject, "")),
            }


REVIEWED_ROWS: dict[str, Callable[[Making], Iterable[Row]]] = {
    "file_review": _file_review,
    "staff_survey": _staff_survey,
    "public_survey": _public_survey,
    "judgments": _judgments,
}
