"""Recorded crimes per 1,000 people (A8, A9, A28 to A30).

All and victim-based crime are of twelve months. The report's series of eighteen is a
metric of its own: a claim on one is never held against the other.
"""

from dataclasses import replace

from peelcheck.authoring import column, edition
from peelcheck.counts import Exclusion, Numerator
from peelcheck.measures import Caveat, Metric
from peelcheck.metrics.caveats import RESIDENT_CAVEATS
from peelcheck.metrics.exclusions import WITHOUT_BTP
from peelcheck.metrics.residents import RESIDENTS
from peelcheck.tables.recorded_crime import ALL_CRIME, FRAUD_BODIES, VICTIM_BASED

__all__ = ["RECORDED_CRIME_RATE", "SERIES_RATE", "VICTIM_BASED_RATE"]

_OF_THE_MONTHS = column("months") == edition("recorded_crime.months")

RECORDING_PRACTICE = Caveat(
    id="RECORDING_PRACTICE",
    source="A30",
    says="Stands beside other periods: a rise may come from better recording of crime.",
    when=column("several") == True,  # noqa: E712 - a condition
    general=True,
)

_CRIMES = Numerator(
    table="recorded_crime",
    value="crimes",
    unit="crimes",
    counts="crimes",
    where=(column("offence") == ALL_CRIME) & _OF_THE_MONTHS,
    where_says="all crime but fraud, in twelve months",
    exclusions=(
        WITHOUT_BTP,
        Exclusion(
            name="bodies that take reports of fraud",
            statement="A28",
            when=column("force").is_in(FRAUD_BODIES),
            if_found=True,
        ),
    ),
)

RECORDED_CRIME_RATE = Metric(
    id="recorded_crime_rate",
    statement="A28",
    title="Recorded crimes per 1,000 people",
    says="All recorded crimes but fraud of twelve months, per 1,000 residents.",
    unit="crimes per 1,000 people",
    numerator=_CRIMES,
    denominator=RESIDENTS,
    per=1000,
    caveats=(*RESIDENT_CAVEATS, RECORDING_PRACTICE),
)

VICTIM_BASED_RATE = replace(
    RECORDED_CRIME_RATE,
    id="victim_based_crime_rate",
    title="Victim-based crimes per 1,000 people",
    says="Recorded crimes with a victim, of twelve months, per 1,000 residents.",
    numerator=replace(
        _CRIMES,
        where=(column("offence") == VICTIM_BASED) & _OF_THE_MONTHS,
        where_says="victim-based crime, in twelve months",
    ),
)

SERIES_RATE = replace(
    RECORDED_CRIME_RATE,
    id="recorded_crime_series_rate",
    title="Recorded crimes per 1,000 people, eighteen months",
    says="All recorded crimes but fraud of the report's eighteen months, per 1,000 "
    "residents.",
    unit="crimes per 1,000 people in 18 months",
    numerator=replace(
        _CRIMES,
        where=(column("offence") == ALL_CRIME)
        & (column("months") == edition("recorded_crime.series_months")),
        where_says="all crime but fraud, in eighteen months",
        window="recorded_crime.series",
    ),
    caveats=(
        *RECORDED_CRIME_RATE.caveats,
        Caveat(
            id="EIGHTEEN_MONTHS",
            source="A28",
            says="Of eighteen months: about half as much again as a rate of a year, "
            "with which it is not compared.",
            general=True,
        ),
    ),
)
