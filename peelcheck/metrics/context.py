"""The figures of the report's pages on a force in context, page by page."""

from __future__ import annotations

from dataclasses import dataclass

from peelcheck.measures import Metric
from peelcheck.metrics.calls_999 import CALLS_RATE
from peelcheck.metrics.outcomes import (
    ACTION_TAKEN,
    OUTCOME_SHARE,
    OUTCOME_SHARE_OF_COUNTS,
    SUSPECT_IDENTIFIED,
    VICTIM,
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
from peelcheck.metrics.stop_search_records import RATE_OF_RECORDS, RATIO_OF_RECORDS
from peelcheck.metrics.vetting import WITHOUT_CLEARANCE
from peelcheck.metrics.workforce import (
    LOCAL_OFFICER_SHARE,
    WORKFORCE_BY_ETHNIC_GROUP,
    WORKFORCE_BY_SEX,
    WORKFORCE_IN_POST,
)

__all__ = ["IN_CONTEXT", "Shown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A figure of one of the pages.

    Attributes:
        page: The page.
        metrics: The metrics that give it; the first that a return allows is shown.
        groups: Which of its groups; all where none is named.
        last: Whether only its last period is shown.

    """

    page: str
    metrics: tuple[Metric, ...]
    groups: tuple[str, ...] = ()
    last: bool = False


_PRINTED_SHARES = (ACTION_TAKEN.name, SUSPECT_IDENTIFIED.name, VICTIM.name)

IN_CONTEXT = (
    Shown(page="Overview", metrics=(CALLS_RATE,)),
    Shown(page="Overview", metrics=(SERIES_RATE, RECORDED_CRIME_RATE)),
    Shown(page="Overview", metrics=(WORKFORCE_IN_POST,)),
    Shown(page="Overview", metrics=(SPEND_PER_HEAD,), last=True),
    Shown(page="Effectiveness", metrics=(LOCAL_OFFICER_SHARE,), last=True),
    Shown(page="Effectiveness", metrics=(VICTIM_BASED_RATE,), last=True),
    Shown(
        page="Effectiveness",
        metrics=(OUTCOME_SHARE, OUTCOME_SHARE_OF_COUNTS),
        groups=_PRINTED_SHARES,
        last=True,
    ),
    Shown(page="Efficiency", metrics=(SPEND_BY_CATEGORY,), last=True),
    Shown(page="Efficiency", metrics=(REAL_SPEND_PER_HEAD,)),
    Shown(page="Legitimacy", metrics=(WORKFORCE_BY_ETHNIC_GROUP,), last=True),
    Shown(page="Legitimacy", metrics=(WORKFORCE_BY_SEX,), last=True),
    Shown(page="Legitimacy", metrics=(WITHOUT_CLEARANCE,), last=True),
    Shown(page="Legitimacy", metrics=(STOP_SEARCH_RATIO, RATIO_OF_RECORDS), last=True),
    Shown(page="Legitimacy", metrics=(STOP_SEARCH_RATE, RATE_OF_RECORDS), last=True),
)
"""In the order of the report."""
