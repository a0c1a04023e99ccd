"""What the annex says of derived figures, one file per section; `METRICS` by id."""

from collections.abc import Iterable

from peelcheck.errors import MixedBasesError
from peelcheck.measures import Denominator, Metric
from peelcheck.metrics.calls_999 import CALLS_RATE, CALLS_RATE_OF_A_YEAR
from peelcheck.metrics.file_review import GOOD_FILES
from peelcheck.metrics.outcomes import (
    CLOSED_OUTCOME_SHARE,
    OUTCOME_SHARE,
    OUTCOME_SHARE_OF_COUNTS,
)
from peelcheck.metrics.recorded_crime import (
    RECORDED_CRIME_RATE,
    SERIES_RATE,
    VICTIM_BASED_RATE,
)
from peelcheck.metrics.spend import (
    REAL_SPEND_PER_HEAD,
    SPEND_BY_CATEGORY,
    SPEND_PER_HEAD,
)
from peelcheck.metrics.stop_search import STOP_SEARCH_RATE, STOP_SEARCH_RATIO
from peelcheck.metrics.stop_search_records import (
    FIND_RATE,
    FIND_RATE_OF_DRUG_SEARCHES,
    RATE_OF_RECORDS,
    RATIO_OF_RECORDS,
)
from peelcheck.metrics.surveys import SATISFIED, STAFF_AGREEING
from peelcheck.metrics.vetting import WITHOUT_CLEARANCE
from peelcheck.metrics.workforce import (
    LOCAL_OFFICER_SHARE,
    WORKFORCE_BY_ETHNIC_GROUP,
    WORKFORCE_BY_SEX,
    WORKFORCE_IN_POST,
)
from peelcheck.tables import TABLES

__all__ = ["METRICS", "by_id"]


def by_id(metrics: Iterable[Metric]) -> dict[str, Metric]:
    """Return metrics by id, refusing one whose two sides are of different bases.

    Raises:
        MixedBasesError: A count of one basis is divided by one of another.

    """
    named = {metric.id: metric for metric in metrics}
    for metric in named.values():
        if isinstance(metric.denominator, Denominator):
            above = _basis(metric.numerator.table, metric.numerator.value)
            below = _basis(metric.denominator.table, metric.denominator.value)
            if above and below and above != below:
                raise MixedBasesError.of(metric.id, above, below)
    return named


def _basis(table: str, column: str) -> str:
    bases = {one.name: one.basis for one in TABLES[table].columns}
    return bases.get(column, "")


METRICS: dict[str, Metric] = by_id(
    (
        STOP_SEARCH_RATE,
        STOP_SEARCH_RATIO,
        RATE_OF_RECORDS,
        RATIO_OF_RECORDS,
        FIND_RATE,
        FIND_RATE_OF_DRUG_SEARCHES,
        RECORDED_CRIME_RATE,
        SERIES_RATE,
        VICTIM_BASED_RATE,
        OUTCOME_SHARE,
        OUTCOME_SHARE_OF_COUNTS,
        CLOSED_OUTCOME_SHARE,
        WORKFORCE_IN_POST,
        WORKFORCE_BY_SEX,
        LOCAL_OFFICER_SHARE,
        WORKFORCE_BY_ETHNIC_GROUP,
        CALLS_RATE,
        CALLS_RATE_OF_A_YEAR,
        WITHOUT_CLEARANCE,
        SPEND_PER_HEAD,
        REAL_SPEND_PER_HEAD,
        SPEND_BY_CATEGORY,
        GOOD_FILES,
        SATISFIED,
        STAFF_AGREEING,
    )
)
