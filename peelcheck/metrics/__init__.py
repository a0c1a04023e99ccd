"""What the annex says of derived figures, one file per section; `METRICS` by id."""

from peelcheck.measures import Metric
from peelcheck.metrics.recorded_crime import RECORDED_CRIME_RATE
from peelcheck.metrics.stop_search import STOP_SEARCH_RATE, STOP_SEARCH_RATIO

__all__ = ["METRICS"]

METRICS: dict[str, Metric] = {
    metric.id: metric
    for metric in (
        STOP_SEARCH_RATE,
        STOP_SEARCH_RATIO,
        RECORDED_CRIME_RATE,
    )
}
