"""999 calls per 1,000 people, over eighteen months and over twelve (A9, A26).

The report's label names eighteen months. The two rates are metrics of their own: a
claim on one is never held against the other.
"""

from dataclasses import replace

from peelcheck.authoring import column, edition, in_window
from peelcheck.counts import Numerator
from peelcheck.measures import Caveat, Metric
from peelcheck.metrics.caveats import RESIDENT_CAVEATS
from peelcheck.metrics.exclusions import WITHOUT_BTP
from peelcheck.metrics.residents import RESIDENTS

__all__ = ["CALLS_RATE", "CALLS_RATE_OF_A_YEAR"]

CALLS_RATE = Metric(
    id="calls_999_rate",
    statement="A26",
    title="999 calls per 1,000 people, eighteen months",
    says="Calls of the eighteen months of the report's label, per 1,000 residents.",
    unit="calls per 1,000 people in 18 months",
    numerator=Numerator(
        table="calls_999",
        value="calls",
        unit="calls",
        counts="calls",
        where=in_window("month", "calls_999.window"),
        where_says="the eighteen months",
        monthly="month",
        exclusions=(WITHOUT_BTP,),
    ),
    denominator=RESIDENTS,
    per=1000,
    caveats=(
        *RESIDENT_CAVEATS,
        Caveat(
            id="EIGHTEEN_MONTHS_OF_CALLS",
            source="A26",
            says="Of eighteen months: about half as much again as a rate of a year, "
            "with which it is not compared.",
            general=True,
        ),
    ),
)

CALLS_RATE_OF_A_YEAR = replace(
    CALLS_RATE,
    id="calls_999_rate_of_a_year",
    title="999 calls per 1,000 people, twelve months",
    says="Calls of the last twelve of these months, per 1,000 residents.",
    unit="calls per 1,000 people in 12 months",
    numerator=replace(
        CALLS_RATE.numerator,
        where=column("month").between(
            edition("calls_999.year.start"), edition("calls_999.year.end")
        ),
        where_says="the twelve months",
        window="calls_999.year",
    ),
    caveats=(
        *RESIDENT_CAVEATS,
        Caveat(
            id="TWELVE_MONTHS_OF_CALLS",
            source="A26",
            says="Of twelve months: not to be compared with the report's eighteen.",
            general=True,
        ),
    ),
)
