"""Stops and searches per 1,000 people, and times more likely (A8, A9, A47, A48)."""

from peelcheck.authoring import column, edition
from peelcheck.measures import (
    Caveat,
    Denominator,
    Exclusion,
    GroupRatio,
    Metric,
    Numerator,
)
from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE
from peelcheck.tables.stop_search import NOT_STATED, STATED_GROUPS, VEHICLE_ONLY

__all__ = ["STOP_SEARCH_RATE", "STOP_SEARCH_RATIO"]

SEARCHES = Numerator(
    table="stop_search",
    value="searches",
    unit="searches",
    exclusions=(
        Exclusion(
            name=BRITISH_TRANSPORT_POLICE,
            statement="A8",
            when=column("force") == BRITISH_TRANSPORT_POLICE,
        ),
        Exclusion(
            name="vehicle only",
            statement="A48",
            when=column("ethnic_group") == VEHICLE_ONLY,
        ),
        Exclusion(
            name="ethnicity not stated",
            statement="A48",
            when=column("ethnic_group") == NOT_STATED,
            unknown=True,
        ),
    ),
)

BASIS_UNSTATED = Caveat(
    id="BASIS_UNSTATED",
    statement="A9",
    says="The annex names no population by ethnic group; the 2011 Census is assumed.",
)

STOP_SEARCH_RATE = Metric(
    id="stop_search_rate",
    statement="A48",
    title="Stops and searches per 1,000 people",
    says="Searches of people whose ethnicity was stated, per 1,000 residents.",
    unit="searches per 1,000 people",
    numerator=SEARCHES,
    denominator=Denominator(
        table="population",
        reference="population_mid_year",
        value="population",
        where=column("year") == edition("population.vintage"),
        vintage="ONS mid-{}",
        vintage_value="population.vintage",
    ),
    per=1000,
)

STOP_SEARCH_RATIO = Metric(
    id="stop_search_ratio",
    statement="A48",
    title="Times more likely to be stopped and searched than White people",
    says="A group's searches per resident of the group, over those of White people.",
    unit="times",
    numerator=SEARCHES,
    denominator=Denominator(
        table="population_by_ethnic_group",
        reference="census_2011_ethnic_group",
        value="population",
        where=(column("census_year") == edition("assumptions.ethnicity_census"))
        & (column("classification") == edition("assumptions.ethnicity_grouping")),
        vintage="Census {}",
        vintage_value="assumptions.ethnicity_census",
    ),
    ratio=GroupRatio(
        column="ethnic_group",
        reference="White",
        groups=(
            *((group, (group,)) for group in STATED_GROUPS[1:]),
            ("All minority ethnic groups", STATED_GROUPS[1:]),
        ),
    ),
    caveats=(BASIS_UNSTATED,),
)
