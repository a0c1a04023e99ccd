"""Stops and searches per 1,000 people, and times more likely (A8, A9, A47, A48)."""

from peelcheck.authoring import column, edition
from peelcheck.conditions import Compare, Literal
from peelcheck.counts import Exclusion, Numerator
from peelcheck.groupings import Group, GroupRatio
from peelcheck.measures import Caveat, Denominator, Metric
from peelcheck.metrics.caveats import RESIDENT_CAVEATS
from peelcheck.metrics.exclusions import WITHOUT_BTP, none_of
from peelcheck.metrics.residents import RESIDENTS
from peelcheck.tables.population_by_ethnic_group import CENSUS_GROUPS, GROUPING_2001
from peelcheck.tables.stop_search import (
    ETHNIC_GROUPS,
    NOT_STATED,
    STATED_GROUPS,
    VEHICLE_ONLY,
)

__all__ = [
    "BASIS_UNSTATED",
    "RESIDENTS_BY_GROUP",
    "STOP_SEARCH_RATE",
    "STOP_SEARCH_RATIO",
]

_SHORT = ("Mixed", "Asian", "Black", "Chinese/Other")

SEARCHES = Numerator(
    table="stop_search",
    value="searches",
    unit="searches",
    counts="searches of people",
    exclusions=(
        WITHOUT_BTP,
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
        Exclusion(
            name="ethnic group missing or not known",
            statement="A48",
            when=none_of("ethnic_group", ETHNIC_GROUPS),
            unknown=True,
            if_found=True,
        ),
    ),
)

RESIDENTS_BY_GROUP = Denominator(
    table="population_by_ethnic_group",
    reference="census_2011_ethnic_group",
    value="population",
    where=(column("census_year") == edition("assumptions.ethnicity_census"))
    & (column("classification") == edition("assumptions.ethnicity_grouping")),
    vintage="Census {}",
    vintage_value="assumptions.ethnicity_census",
    vintage_column="census_year",
    noted_by="ETH001",
)

BASIS_UNSTATED = Caveat(
    id="BASIS_UNSTATED",
    source="assumption ethnicity_census",
    says="The annex names no population by ethnic group; the census is assumed.",
    general=True,
)

GROUPINGS_DIFFER = Caveat(
    id="GROUPINGS_DIFFER",
    source="assumption ethnicity_grouping",
    says="Searches are grouped as in 2001, people otherwise: Chinese stand apart.",
    when=Compare(
        edition("assumptions.ethnicity_grouping"), "!=", Literal(GROUPING_2001)
    ),
    general=True,
)

SMALL_NUMBER = Caveat(
    id="SMALL_NUMBER",
    source="assumption small_number",
    says="Rests on few searches of the group, or of the group compared with.",
    when=column("smallest") < edition("assumptions.small_number"),
)

GROUP_ABSENT = Caveat(
    id="GROUP_ABSENT",
    source="A7",
    says="Groups without a row of a force, nil or not available: {absent}.",
    when=column("absent") > 0,
)

NOT_STATED_UNTOLD = Caveat(
    id="NOT_STATED_UNTOLD",
    source="A48",
    says="No row says how many did not state their ethnicity, so no bounds are given.",
    when=column("told") == False,  # noqa: E712 - a condition
)

STOP_SEARCH_RATE = Metric(
    id="stop_search_rate",
    statement="A48",
    title="Stops and searches per 1,000 people",
    says="Searches of people whose ethnicity was stated, per 1,000 residents.",
    unit="searches per 1,000 people",
    numerator=SEARCHES,
    denominator=RESIDENTS,
    per=1000,
    caveats=(*RESIDENT_CAVEATS, NOT_STATED_UNTOLD),
)

STOP_SEARCH_RATIO = Metric(
    id="stop_search_ratio",
    statement="A48",
    title="Times more likely to be stopped and searched than White people",
    says="A group's searches per resident of the group, over those of White people.",
    unit="times",
    numerator=SEARCHES,
    denominator=RESIDENTS_BY_GROUP,
    ratio=GroupRatio(
        column="ethnic_group",
        reference="White",
        groups=(
            *(
                Group(name=group, short=short, members=(group,))
                for group, short in zip(STATED_GROUPS[1:], _SHORT, strict=True)
            ),
            Group(
                name="All minority ethnic groups",
                short="All minority",
                members=STATED_GROUPS[1:],
            ),
        ),
        labels=CENSUS_GROUPS,
        grouped_by="assumptions.ethnicity_grouping",
    ),
    places=2,
    caveats=(
        *RESIDENT_CAVEATS,
        BASIS_UNSTATED,
        GROUPINGS_DIFFER,
        GROUP_ABSENT,
        NOT_STATED_UNTOLD,
        SMALL_NUMBER,
    ),
)
