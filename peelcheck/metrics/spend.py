"""Spend per head of population, by category and over time (A11, A44 to A46)."""

from dataclasses import replace

from peelcheck.authoring import column
from peelcheck.counts import Numerator
from peelcheck.groupings import Split
from peelcheck.measures import Caveat, Metric
from peelcheck.metrics.caveats import SHARED_CAVEATS
from peelcheck.metrics.exclusions import WITHOUT_BTP
from peelcheck.metrics.residents import RESIDENTS
from peelcheck.tables.spend import ALL_CATEGORIES

__all__ = ["REAL_SPEND_PER_HEAD", "SPEND_BY_CATEGORY", "SPEND_PER_HEAD"]

SPEND_PER_HEAD = Metric(
    id="spend_per_head",
    statement="A46",
    title="Spend per head of population",
    says="All net revenue expenditure, in the prices of the year itself, per resident.",
    unit="pounds per head",
    numerator=Numerator(
        table="spend",
        value="amount",
        unit="pounds",
        counts="pounds",
        where=column("category") == ALL_CATEGORIES,
        where_says="all categories together",
        signed=True,
        exclusions=(WITHOUT_BTP,),
    ),
    denominator=replace(
        RESIDENTS, statement="A11", projected_by="population_projection"
    ),
    places=2,
    caveats=(
        *SHARED_CAVEATS,
        Caveat(
            id="PROJECTED_POPULATION",
            source="A46",
            says="The population is carried on from earlier years: {projected}.",
            when=column("projected").is_present(),
            general=True,
        ),
        Caveat(
            id="FROM_PROFILES",
            source="A44",
            says="From the value for money profiles, which may have changed since.",
            general=True,
        ),
    ),
)

REAL_SPEND_PER_HEAD = replace(
    SPEND_PER_HEAD,
    id="real_spend_per_head",
    title="Spend per head of population over time, inflation taken out",
    says="All net revenue expenditure, in the prices of the base year, per resident.",
    unit="pounds per head, in prices of the base year",
    numerator=replace(
        SPEND_PER_HEAD.numerator,
        unit="pounds of the base year",
        alike=("price_base", "price_index"),
        over="deflator",
    ),
    caveats=(
        *SPEND_PER_HEAD.caveats,
        Caveat(
            id="INFLATION_TAKEN_OUT",
            source="A45",
            says="In the prices of the base year, by an index that the annex does not "
            "name: {alike}.",
            when=column("alike").is_present(),
            general=True,
        ),
    ),
)

SPEND_BY_CATEGORY = replace(
    SPEND_PER_HEAD,
    id="spend_by_category",
    statement="A44",
    title="Spend per head of population by category",
    says="Net revenue expenditure on each objective category, per resident.",
    numerator=replace(
        SPEND_PER_HEAD.numerator,
        where=column("category") != ALL_CATEGORIES,
        where_says="a single category",
    ),
    split=Split(column="category", open=True),
    caveats=(
        *SPEND_PER_HEAD.caveats,
        Caveat(
            id="CATEGORY_ABSENT",
            source="A7",
            says="Forces without a number of the category, counted as none: {absent}.",
            when=column("absent") > 0,
        ),
    ),
)
