"""The tables of recorded crime, outcomes, workforce and population, from the facts."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from published_rows import (
    BRITISH_TRANSPORT_POLICE,
    Lines,
    Row,
    pick,
    read_rows,
    require,
)

from peelcheck.tables.recorded_crime import OFFENCES
from peelcheck.tables.workforce import WORKER_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["CrimeFacts", "read_facts", "reference_files", "sample_files", "verify"]

ENGLAND_AND_WALES = "England and Wales"
SEPTEMBER_2018 = "2018-09-30"
MARCH_2018 = "2018-03-31"
MARCH_2019 = "2019-03-31"

OFFENCE_COLUMNS = dict(
    zip(
        OFFENCES,
        (
            "total_excluding_fraud",
            "victim_based",
            "violence_against_person",
            "homicide",
            "violence_with_injury",
            "violence_without_injury",
            "stalking_harassment",
            "death_serious_injury_driving",
            "sexual_offences",
            "robbery",
            "theft_offences",
            "burglary",
            "residential_burglary",
            "non_residential_burglary",
            "vehicle_offences",
            "theft_from_person",
            "bicycle_theft",
            "shoplifting",
            "other_theft",
            "criminal_damage_arson",
            "other_crimes_against_society",
            "drug_offences",
            "possession_weapons",
            "public_order",
            "misc_crimes_against_society",
        ),
        strict=True,
    )
)
"""The offence groups, and the columns of the facts that count them."""

WORKER_COLUMNS = dict(
    zip(
        WORKER_TYPES,
        ("officers_fte", "staff_fte", "designated_s38_s39_fte", "pcso_fte"),
        strict=True,
    )
)

CRIME = ["period_end", "force", "offence", "crimes"]
COUNTS = ["of_offences_recorded", "recorded_in_quarter"]
OUTCOMES = ["year_ending", "force", "outcome_type", *COUNTS]
WORKFORCE = ["as_at", "force", "worker_type", "rank", "sex", "headcount", "fte"]
POPULATION = ["year", "force", "population"]


class CrimeFacts(NamedTuple):
    """The published figures, under the project's names for the forces."""

    september: list[Row]
    march: list[Row]
    outcomes: list[Row]
    workforce: list[Row]
    workforce_published: list[Row]
    population: list[Row]


def read_facts(folder: Path) -> CrimeFacts:
    """Read the six tables that everything here is made from."""
    return CrimeFacts(
        september=read_rows(folder / "recorded_crime_ye_sep_2018.csv", "force"),
        march=read_rows(folder / "recorded_crime_ye_mar_2018_and_2019.csv", "force"),
        outcomes=read_rows(folder / "crime_outcomes_2018_19.csv", "force"),
        workforce=read_rows(
            folder / "police_workforce_31_march_2014_to_2018.csv.gz", "force"
        ),
        workforce_published=read_rows(
            folder / "police_workforce_31_march_2018_published.csv", "force"
        ),
        population=read_rows(folder / "population_mid_year_2011_to_2018.csv", "force"),
    )


def whole(text: str) -> str:
    """Return a whole number without its decimals."""
    number = float(text)
    require(f"{text} as a whole number", int(number), number)
    return str(int(number))


def decimals(text: str) -> str:
    """Return a number to six decimals; nothing for a blank or a mark."""
    return "" if text in {"", "+"} else repr(round(float(text), 6))


def published_crime(facts: CrimeFacts) -> Iterator[Row]:
    """Yield all recorded crime of each area and year, and its rate as printed."""
    march, september = "recorded_crime_excl_fraud", "total_excluding_fraud"
    years = [(row["year_ending"], row, march) for row in facts.march]
    years += [(SEPTEMBER_2018, row, september) for row in facts.september]
    for period_end, row, column in years:
        yield {
            "period_end": period_end,
            "area": row["force"],
            "crimes": whole(row[column]),
            "rate": decimals(row["published_rate_per_1000"]),
        }


def published_workforce(facts: CrimeFacts) -> Iterator[Row]:
    """Yield the full-time equivalents of each kind that a force can tell apart."""
    for row in sorted(facts.workforce_published, key=itemgetter("force")):
        for kind, column in WORKER_COLUMNS.items():
            if row[column] and not row["force"].startswith("Total"):
                yield {
                    "as_at": MARCH_2018,
                    "force": row["force"],
                    "worker_type": kind,
                    "fte": decimals(row[column]),
                }


def whole_workforces(facts: CrimeFacts) -> Iterator[Row]:
    """Yield the full-time equivalents of all kinds together of each force."""
    rows = groupby(published_workforce(facts), key=itemgetter("force"))
    for force, kinds in rows:
        added = sum(Decimal(row["fte"]) for row in kinds)
        yield {"as_at": MARCH_2018, "force": force, "fte": decimals(str(added))}


def crime_rows(facts: CrimeFacts) -> Iterator[Row]:
    """Yield the crimes of each force and offence group, without totals."""
    for row in sorted(facts.september, key=itemgetter("force")):
        if row["force"] != ENGLAND_AND_WALES:
            for offence, column in OFFENCE_COLUMNS.items():
                yield {
                    "period_end": SEPTEMBER_2018,
                    "force": row["force"],
                    "offence": offence,
                    "crimes": whole(row[column]),
                }


def outcome_rows(facts: CrimeFacts) -> Iterator[Row]:
    """Yield the outcomes of each force and type, on both bases."""
    rows = sorted(facts.outcomes, key=lambda r: (r["force"], int(r["outcome_type"])))
    for row in rows:
        yield {
            "year_ending": MARCH_2019,
            "force": row["force"],
            "outcome_type": row["outcome_type"],
            **{
                column: whole(row[f"force_outcomes_{basis}_in_quarter"])
                for column, basis in zip(
                    COUNTS, ("for_offences_recorded", "recorded"), strict=True
                )
            },
        }


def workforce_rows(facts: CrimeFacts) -> list[Row]:
    """Return people by day, force, kind, rank and sex."""
    return sorted(facts.workforce, key=itemgetter(*WORKFORCE[:5]))


def population_rows(facts: CrimeFacts, *years: str) -> list[Row]:
    """Return residents by year and force, rounded to 100 where that is all there is."""
    rows = [
        {**row, "population": whole(row["population"] or row["population_rounded_100"])}
        for row in facts.population
        if not years or row["year"] in years
    ]
    return sorted(rows, key=itemgetter("year", "force"))


def reference_files(facts: CrimeFacts) -> dict[str, Lines]:
    """Return the reference tables of the package."""
    crime = sorted(published_crime(facts), key=itemgetter("period_end", "area"))
    return {
        "recorded_crime_published.csv": pick(
            ["period_end", "area", "crimes", "rate"], crime
        ),
        "workforce_published.csv": pick(
            ["as_at", "force", "worker_type", "fte"], published_workforce(facts)
        ),
        "whole_workforce_published.csv": pick(
            ["as_at", "force", "fte"], whole_workforces(facts)
        ),
    }


def sample_files(facts: CrimeFacts) -> dict[str, Lines]:
    """Return the sample returns."""
    mid_2017 = pick(POPULATION, population_rows(facts, "2017"))
    return {
        "recorded_crime_ye_sep_2018/recorded_crime.csv": pick(CRIME, crime_rows(facts)),
        "recorded_crime_ye_sep_2018/population.csv": mid_2017,
        "crime_outcomes_2018_19/outcome_counts.csv": pick(
            OUTCOMES, outcome_rows(facts)
        ),
        "workforce_2014_to_2018/workforce.csv": pick(WORKFORCE, workforce_rows(facts)),
        "population_2011_to_2018/population.csv": pick(
            POPULATION, population_rows(facts)
        ),
    }


def verify(facts: CrimeFacts) -> None:
    """Stop unless the figures add up to what the publishers printed."""
    crime = list(crime_rows(facts))
    for offence, essex, forces, everybody in (
        (OFFENCES[0], 144_037, 5_010_526, 5_073_131),
        (OFFENCES[1], 123_916, 4_316_927, 4_364_622),
    ):
        rows = [row for row in crime if row["offence"] == offence]
        require(f"{offence}, Essex", added(rows, "crimes", "Essex"), essex)
        railways = added(rows, "crimes", BRITISH_TRANSPORT_POLICE)
        require(f"{offence}, all", added(rows, "crimes"), everybody)
        require(f"{offence}, forces", everybody - railways, forces)
    outcomes = list(outcome_rows(facts))
    require("outcomes", added(outcomes, COUNTS[0], "Essex"), 158_757)
    mid_2017 = population_rows(facts, "2017")
    require("population, mid-2017", added(mid_2017, "population"), 58_744_595)
    published = list(published_workforce(facts))
    verify_officers("as published", published, 122_403.8)
    rows = [row for row in workforce_rows(facts) if row["as_at"] == MARCH_2018]
    verify_officers("open data", rows, 122_404.82)
    require("workforce, Essex", round(added(published, "fte", "Essex"), 2), 5_032.5)


def verify_officers(what: str, rows: Iterable[Row], forces: float) -> None:
    """Stop unless the officers of the 43 forces are as many as published."""
    officers = [row for row in rows if row["worker_type"] == WORKER_TYPES[0]]
    railways = added(officers, "fte", BRITISH_TRANSPORT_POLICE)
    require(f"officers, {what}", round(added(officers, "fte") - railways, 2), forces)


def added(rows: Iterable[Row], column: str, force: str | None = None) -> float:
    """Add up a column over all rows, or over one force's."""
    return sum(float(row[column]) for row in rows if force in {None, row["force"]})
