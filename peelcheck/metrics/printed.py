"""The tables of published figures, and what each of their figures can be held to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from peelcheck.metrics.recorded_crime import RECORDED_CRIME_RATE, VICTIM_BASED_RATE
from peelcheck.tables.recorded_crime import ALL_CRIME, VICTIM_BASED

__all__ = ["PRINTED", "PrintedIn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedIn:
    """Where a table of published figures prints values that can be held.

    Attributes:
        table: The table.
        figure: The column of the figure.
        subject: The column that says whose it is.
        per: For how many people.
        places: The decimals it is held to, where the source prints them all.
        label: The columns that tell its figures apart, for their names.
        metrics: The metric by the value of the column `by`; rows of another value
            are of no metric.
        by: The column that tells the metric.
        count: The column of the count above the line, where the table has it.
        of: The column of the count below.

    """

    table: str
    figure: str
    subject: str
    per: int
    places: int
    label: tuple[str, ...]
    metrics: Mapping[str, str] = field(default_factory=dict)
    by: str = ""
    count: str = ""
    of: str = ""


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
            metrics={
                ALL_CRIME: RECORDED_CRIME_RATE.id,
                VICTIM_BASED: VICTIM_BASED_RATE.id,
            },
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
