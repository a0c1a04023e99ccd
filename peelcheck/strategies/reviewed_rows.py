"""Valid rows of reviews, surveys and judgments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from peelcheck.strategies.making import Making
from peelcheck.strategies.returned import Row
from peelcheck.tables.file_review import CRIME_TYPES, LARGER_SAMPLES, RANDOM
from peelcheck.tables.judgments import (
    AREAS,
    ARMED_POLICING,
    EXEMPT,
    PILLARS,
    UNGRADED,
)
from peelcheck.tables.public_survey import (
    BMG,
    FACE_TO_FACE,
    ONLINE_PANEL,
    POSTAL_INVITATION,
)

__all__ = ["REVIEWED_ROWS"]


def _file_review(of: Making) -> Iterator[Row]:
    first, last = of.first_day("file_review"), of.last_day("file_review")
    days = (last - first).days + 1
    for place, force in enumerate(of.forces):
        sample = "larger_sample" if force in LARGER_SAMPLES else "sample"
        for number in range(int(str(of.edition.value(f"file_review.{sample}")))):
            yield {
                "force": force,
                "file": f"R{place}-{number}",
                "crime_type": CRIME_TYPES[number % len(CRIME_TYPES)],
                "recorded_on": first + timedelta(days=number % days),
                "selection": RANDOM,
                "good_standard": "yes",
                "vulnerability_identified": "yes" if number % 2 else None,
                "investigated_well": "yes",
                "victim_treated_well": "no",
            }


def _staff_survey(of: Making) -> Iterator[Row]:
    for force in of.forces:
        for theme in ("Workload", "Training"):
            yield {
                "force": force,
                "theme": theme,
                "responses": 200,
                "agreeing": 90,
                "interval_low": None,
                "interval_high": None,
            }


def _ways_of(place: int) -> tuple[tuple[str, int], ...]:
    """Return how respondents of a force were reached, and how many each time.

    So many forces are by post that with one more half of all would be of no panel.
    """
    if place == 0:
        return (ONLINE_PANEL, 398), (POSTAL_INVITATION, 2)
    if place < 20:
        return ((POSTAL_INVITATION, 400),)
    if place < 39:
        return (ONLINE_PANEL, 357), (FACE_TO_FACE, 43)
    return (ONLINE_PANEL, 300), (ONLINE_PANEL, 100)


def _public_survey(of: Making) -> Iterator[Row]:
    for place, force in enumerate(of.forces):
        for number, (mode, respondents) in enumerate(_ways_of(place)):
            yield {
                "year": of.edition.value("public_survey.year"),
                "provider": BMG,
                "force": force,
                "respondent": f"P{number}",
                "mode": mode,
                "age": 44,
                "gender": "Female",
                "ethnicity": "White",
                "deprivation": 3,
                "respondents": respondents,
                "weight": float(respondents),
                "satisfied": "yes",
            }


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
