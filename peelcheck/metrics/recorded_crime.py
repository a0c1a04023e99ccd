"""Recorded crimes per 1,000 people (A8, A9, A28, A29)."""

from peelcheck.authoring import column
from peelcheck.measures import Metric, Numerator
from peelcheck.metrics.caveats import SHARED_CAVEATS
from peelcheck.metrics.exclusions import WITHOUT_BTP
from peelcheck.metrics.residents import RESIDENTS
from peelcheck.tables.recorded_crime import ALL_CRIME

__all__ = ["RECORDED_CRIME_RATE"]

RECORDED_CRIME_RATE = Metric(
    id="recorded_crime_rate",
    statement="A28",
    title="Recorded crimes per 1,000 people",
    says="All recorded crimes but fraud, per 1,000 residents.",
    unit="crimes per 1,000 people",
    numerator=Numerator(
        table="recorded_crime",
        value="crimes",
        unit="crimes",
        counts="crimes",
        where=column("offence") == ALL_CRIME,
        exclusions=(WITHOUT_BTP,),
    ),
    denominator=RESIDENTS,
    per=1000,
    caveats=SHARED_CAVEATS,
)
