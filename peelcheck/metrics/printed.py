"""The tables of published figures, and what each of their figures can be held to."""

from peelcheck.measures import PrintedIn
from peelcheck.metrics.recorded_crime import RECORDED_CRIME_RATE
from peelcheck.tables.recorded_crime import ALL_CRIME

__all__ = ["PRINTED"]

PRINTED: dict[str, PrintedIn] = {
    one.table: one
    for one in (
        PrintedIn(
            table="recorded_crime_rate",
            figure="rate",
            subject="area",
            per=1000,
            places=6,
            label=("area", "offence"),
            by="offence",
            metrics={ALL_CRIME: RECORDED_CRIME_RATE.id},
        ),
        PrintedIn(
            table="stop_search_by_group",
            figure="rate",
            subject="area",
            per=1000,
            places=2,
            label=(
                "area",
                "year_ending",
                "legislation",
                "classification",
                "ethnic_group",
            ),
            count="searches",
            of="population",
        ),
    )
}
