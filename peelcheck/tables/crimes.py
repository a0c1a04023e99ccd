"""Single crimes, each to be followed to its outcome (A31, A32).

Published nowhere with a link to outcomes; the columns are the fewest that the annex's
proportions need.
"""

from peelcheck.shape import ColumnType, Mark, Table, TableColumn
from peelcheck.tables.recorded_crime import FRAUD, PARTS, SPELLINGS, VICTIM_BASED
from peelcheck.tables.stop_search import STOP_SEARCH

__all__ = ["CRIMES", "CRIME_GROUPS"]

CRIME_GROUPS = (*PARTS[VICTIM_BASED], *PARTS["Other crimes against society"], FRAUD)
"""The offence groups that a single crime falls into."""

CRIMES = Table(
    name="crimes",
    prefix="CRM",
    title="Crimes, one by one",
    statement="A31",
    says="One crime that one force recorded.",
    columns=(
        STOP_SEARCH.column("force"),
        TableColumn(
            name="crime",
            type=ColumnType.TEXT,
            says="Reference number of the crime, the force's own.",
            headers=("crime_id", "crime_reference"),
        ),
        TableColumn(
            name="recorded_on",
            type=ColumnType.DATE,
            says="Day the crime was recorded.",
        ),
        TableColumn(
            name="offence",
            type=ColumnType.TEXT,
            says="Offence group.",
            domain=CRIME_GROUPS,
            spellings={
                text: group
                for text, group in SPELLINGS.items()
                if group in CRIME_GROUPS
            },
            headers=("offence_group",),
        ),
    ),
    key=("force", "crime"),
    marks={"..": Mark.NOT_AVAILABLE},
)
