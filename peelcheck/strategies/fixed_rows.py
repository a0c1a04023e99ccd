"""The rows that drawing starts from: small tables that keep every rule, notes included.

They rest on the published figures that some rules compare with; all other counts are
made up, and small.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from math import ceil
from typing import Any

from peelcheck.periods import month_ends
from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.reference.populations import reference_rows
from peelcheck.strategies.asked_rows import ASKED_ROWS
from peelcheck.strategies.making import Making, times_of
from peelcheck.strategies.returned import Row
from peelcheck.strategies.reviewed_rows import REVIEWED_ROWS
from peelcheck.tables import TABLES
from peelcheck.tables.outcome_submissions import BY_HAND, HODH
from peelcheck.tables.recorded_crime import ALL_CRIME, OFFENCES, PARTS
from peelcheck.tables.stop_search import (
    ETHNIC_GROUPS,
    NOT_STATED,
    REASONS,
    VEHICLE_ONLY,
)
from peelcheck.tables.workforce import WORKER_TYPES

__all__ = ["fixed_rows"]

_SEARCHES, _ARRESTS, _LEAF = 10, 2, 6
_CLOSED = {"0": 0, "1": 1_000}
_FEWER = {NOT_STATED: 2, VEHICLE_ONLY: 4}
"""Numbers that tell a mistake with the one from a mistake with the other."""


def _stop_search(of: Making) -> Iterator[Row]:
    for force in of.forces:
        for legislation, reasons in REASONS.items():
            for reason in reasons:
                for group in ETHNIC_GROUPS:
                    yield {
                        "year_ending": of.last_day("stop_search"),
                        "force": force,
                        "legislation": legislation,
                        "reason": reason,
                        "ethnic_group": group,
                        "searches": times_of(force)
                        * (_SEARCHES - _FEWER.get(group, 0)),
                        "resultant_arrests": _ARRESTS,
                    }


def _reference(of: Making, table: str, **only: Any) -> Iterator[dict[str, Any]]:
    for row in reference_rows(table):
        of_one = row.get("force", row.get("area")) in of.forces
        if of_one and all(row[name] == value for name, value in only.items()):
            yield dict(row)


def _population(of: Making) -> Iterator[Row]:
    year = of.edition.value("population.vintage")
    for row in _reference(of, "population_mid_year", year=year):
        yield {name: row[name] for name in ("year", "force", "population")}


def _population_by_ethnic_group(of: Making) -> Iterator[Row]:
    names = [one.name for one in TABLES["population_by_ethnic_group"].columns]
    for row in _reference(of, "census_2011_ethnic_group"):
        yield {name: row[name] for name in names}


_SEARCHED = (
    (0, "White - Irish"),
    (100, "Black or Black British - African (B2)"),
    (200, "Mixed - White and Asian (M3)"),
    (300, "Asian or Asian British - Indian (A1)"),
    (364, "Chinese or other - Any other ethnic group (O9)"),
)
"""The day of each single search from the first, and whom it was of."""


def _stop_search_records(of: Making) -> Iterator[Row]:
    table = TABLES["stop_search_records"]
    first = of.first_day("stop_search")
    for force in of.forces:
        for days, ethnicity in _SEARCHED:
            yield {
                **{one.name: None for one in table.columns},
                "searched_on": first + timedelta(days=days),
                "force": force,
                "search_type": "Person search",
                "self_defined_ethnicity": ethnicity,
                "object_of_search": "Controlled drugs",
                "outcome_linked": "yes",
            }


def _crimes_of(offence: str) -> int:
    """Return a count in which parts add up to wholes."""
    return sum(map(_crimes_of, PARTS[offence])) if offence in PARTS else _LEAF


def _recorded_crime(of: Making) -> Iterator[Row]:
    whole = [(ENGLAND_AND_WALES, ALL_CRIME)] if of.collected else []
    cells = [(force, offence) for force in of.forces for offence in OFFENCES]
    for force, offence in (*cells, *whole):
        members = of.forces if force == ENGLAND_AND_WALES else (force,)
        yield {
            "release": of.edition.value("recorded_crime.release"),
            "period_end": of.last_day("recorded_crime"),
            "months": of.edition.value("recorded_crime.months"),
            "force": force,
            "offence": offence,
            "crimes": sum(map(times_of, members)) * _crimes_of(offence),
        }


def _recorded_crime_rate(of: Making) -> Iterator[Row]:
    people = {row["force"]: row["population"] for row in _population(of)}
    if of.collected:
        people[ENGLAND_AND_WALES] = sum(people.values())
    for area, residents in people.items():
        yield {
            "period_end": of.last_day("recorded_crime"),
            "area": area,
            "offence": ALL_CRIME,
            "rate": 85.293,
            "population_year": of.edition.value("population.vintage"),
            "population": round(residents, -2),
        }


_CRIMES = (
    (0, "Robbery", ("1",)),
    (100, "Theft offences", ("18", "14")),
    (200, "Sexual offences", ()),
    (364, "Theft offences", ("18",)),
)
"""The day of each crime from the first, its offence, its outcomes; the last stands."""


def _crimes(of: Making) -> Iterator[Row]:
    for force in of.forces:
        for number, (days, offence, _) in enumerate(_CRIMES, start=1):
            yield {
                "force": force,
                "crime": f"C{number}",
                "recorded_on": of.first_day("crimes") + timedelta(days=days),
                "offence": offence,
            }


def _outcomes(of: Making) -> Iterator[Row]:
    for force in of.forces:
        for number, (days, _, types) in enumerate(_CRIMES, start=1):
            for place, outcome in enumerate(types, start=1):
                recorded = of.first_day("crimes") + timedelta(days=days)
                yield {
                    "force": force,
                    "crime": f"C{number}",
                    "outcome_type": outcome,
                    "assigned_on": recorded + timedelta(days=30 * place),
                    "current": "yes" if place == len(types) else "no",
                }


_MIX = {"1": 9, "14": 14, "16": 17, "18": 43, "15": 14, "19": 0, "0": 3}
"""Outcomes of each type in a hundred crimes."""


def _outcome_counts(of: Making) -> Iterator[Row]:
    day = of.last_day("outcome_counts")
    details = dict.fromkeys(("quarter", "offence_group", "offence_code", "offence"))
    for row in _reference(of, "recorded_crime_published", period_end=day):
        for outcome, share in _MIX.items():
            count = round(row["crimes"] * share / 100)
            yield {
                "year_ending": day,
                "force": row["area"],
                **details,
                "outcome_type": outcome,
                "of_offences_recorded": count,
                "recorded_in_quarter": _CLOSED.get(outcome, count),
            }


def _outcome_submissions(of: Making) -> Iterator[Row]:
    through = of.edition.value("outcome_submissions.through_the_hub")
    first, last = of.first_day("outcome_counts"), of.last_day("outcome_counts")
    for month in month_ends(first, last):
        for place, force in enumerate(of.forces):
            route = HODH if place < int(str(through)) else BY_HAND
            yield {"month": month, "force": force, "route": route}


def _workforce(of: Making) -> Iterator[Row]:
    day = of.last_day("workforce")
    details = ("rank", "sex", "function", "ethnic_group", "status")
    known = {
        (row["force"], row["worker_type"]): row["fte"]
        for row in _reference(of, "workforce_published", as_at=day)
    }
    for force in of.forces:
        for kind in WORKER_TYPES:
            fte = known.get((force, kind), 1.0)
            yield {
                "as_at": day,
                "force": force,
                "worker_type": kind,
                **dict.fromkeys(details),
                "headcount": ceil(fte) + 1,
                "fte": fte,
            }


def _stop_search_by_group(of: Making) -> Iterator[Row]:
    for force in of.forces:
        yield {
            "year_ending": of.last_day("stop_search"),
            "area": force,
            "legislation": "All",
            "classification": "ONS 2011 5+1",
            "ethnic_group": "White",
            "searches": _SEARCHES,
            "population": 5_000,
            "rate": 2.0,
        }


_ROWS: dict[str, Callable[[Making], Iterable[Row]]] = {
    "stop_search": _stop_search,
    "population": _population,
    "population_by_ethnic_group": _population_by_ethnic_group,
    "stop_search_records": _stop_search_records,
    "recorded_crime": _recorded_crime,
    "recorded_crime_rate": _recorded_crime_rate,
    "crimes": _crimes,
    "outcomes": _outcomes,
    "outcome_counts": _outcome_counts,
    "outcome_submissions": _outcome_submissions,
    "workforce": _workforce,
    "stop_search_by_group": _stop_search_by_group,
    **ASKED_ROWS,
    **REVIEWED_ROWS,
}


def fixed_rows(table: str, making: Making) -> tuple[Row, ...]:
    """Return the rows of a table."""
    return tuple(_ROWS[table](making))
