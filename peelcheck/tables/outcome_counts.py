"""Outcomes of recorded crime by force, offence and quarter (A31).

Labels: Home Office crime outcomes open data, year ending March 2019.
"""

from peelcheck.shape import ColumnType, Mark, Table, TableColumn
from peelcheck.tables.stop_search import STOP_SEARCH

__all__ = ["OUTCOME_COUNTS", "OUTCOME_TYPES"]

OUTCOME_TYPES = tuple(str(number) for number in range(23))
"""The numbers of the outcomes framework; 0 is no outcome yet."""

OUTCOME_COUNTS = Table(
    name="outcome_counts",
    prefix="OUT",
    title="Crime outcomes",
    statement="A31",
    says="Outcomes of one type that one force gave one offence in one quarter.",
    columns=(
        TableColumn(
            name="financial_year",
            type=ColumnType.TEXT,
            says="Financial year, such as 2018/19.",
        ),
        TableColumn(
            name="quarter",
            type=ColumnType.INTEGER,
            says="Quarter of the financial year; the first begins in April.",
            unit="quarter",
            minimum=1,
            headers=("financial_quarter",),
        ),
        STOP_SEARCH.column("force"),
        TableColumn(
            name="offence_code",
            type=ColumnType.TEXT,
            says="Home Office offence code.",
        ),
        TableColumn(
            name="offence",
            type=ColumnType.TEXT,
            says="Name of the offence.",
            required=False,
            headers=("offence_description",),
        ),
        TableColumn(
            name="outcome_type",
            type=ColumnType.TEXT,
            says="Number of the outcome type; 0 where none is assigned yet.",
            domain=OUTCOME_TYPES,
        ),
        TableColumn(
            name="of_offences_recorded",
            type=ColumnType.INTEGER,
            says="Outcomes of the offences recorded in the quarter; corrections of "
            "earlier counts can make it negative.",
            unit="outcomes",
            headers=("force_outcomes_for_offences_recorded_in_quarter",),
        ),
        TableColumn(
            name="recorded_in_quarter",
            type=ColumnType.INTEGER,
            says="Outcomes recorded in the quarter, whenever the offence was; "
            "corrections of earlier counts can make it negative.",
            unit="outcomes",
            headers=("force_outcomes_recorded_in_quarter",),
        ),
    ),
    key=("financial_year", "quarter", "force", "offence_code", "outcome_type"),
    marks={"..": Mark.NOT_AVAILABLE},
)
