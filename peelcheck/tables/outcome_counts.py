"""Outcomes of recorded crime by force, offence and quarter or year (A31, A38).

Labels: Home Office crime outcomes open data, year ending March 2019.
"""

from peelcheck.reference.outcome_types import COUNTED_TYPES, SPELLINGS
from peelcheck.shape import ColumnType, Mark, Missing, Table, TableColumn
from peelcheck.tables.recorded_crime import COHORT
from peelcheck.tables.stop_search import STOP_SEARCH

__all__ = ["CLOSED", "OUTCOME_COUNTS"]

CLOSED = "outcomes recorded in the period"


def _may_be_blank(name: str, says: str, *headers: str) -> TableColumn:
    return TableColumn(
        name=name,
        type=ColumnType.TEXT,
        says=says,
        required=False,
        missing=Missing.IGNORED,
        headers=headers,
    )


OUTCOME_COUNTS = Table(
    name="outcome_counts",
    prefix="OUT",
    title="Crime outcomes",
    statement="A31",
    says="Outcomes of one type that one force gave one offence in one quarter, or all "
    "offences in one year.",
    columns=(
        TableColumn(
            name="year_ending",
            type=ColumnType.DATE,
            says="Last day of the financial year.",
        ),
        TableColumn(
            name="quarter",
            type=ColumnType.INTEGER,
            says="Quarter of the financial year, the first from April; blank, or no "
            "column, for the whole year.",
            unit="quarter",
            required=False,
            missing=Missing.IGNORED,
            minimum=1,
            headers=("financial_quarter",),
        ),
        STOP_SEARCH.column("force"),
        _may_be_blank("offence_group", "Group of the offence; blank for all together."),
        _may_be_blank(
            "offence_code", "Home Office offence code; blank for all together."
        ),
        _may_be_blank("offence", "Name of the offence.", "offence_description"),
        TableColumn(
            name="outcome_type",
            type=ColumnType.TEXT,
            says="Number of the outcome type; 0 where none is assigned yet.",
            domain=COUNTED_TYPES,
            spellings=SPELLINGS,
        ),
        TableColumn(
            name="of_offences_recorded",
            type=ColumnType.INTEGER,
            says="Outcomes of the offences recorded in the quarter; corrections of "
            "earlier counts can make it negative.",
            unit="outcomes",
            headers=("force_outcomes_for_offences_recorded_in_quarter",),
            basis=COHORT,
        ),
        TableColumn(
            name="recorded_in_quarter",
            type=ColumnType.INTEGER,
            says="Outcomes recorded in the quarter, whenever the offence was; "
            "corrections of earlier counts can make it negative.",
            unit="outcomes",
            headers=("force_outcomes_recorded_in_quarter",),
            basis=CLOSED,
        ),
    ),
    key=(
        "year_ending",
        "quarter",
        "force",
        "offence_group",
        "offence_code",
        "outcome_type",
    ),
    marks={
        "..": Mark.NOT_AVAILABLE,
        "N/A - data not provided": Mark.NOT_AVAILABLE,
        "data not provided": Mark.NOT_AVAILABLE,
    },
    period_column="year_ending",
    quarter_column="quarter",
)
