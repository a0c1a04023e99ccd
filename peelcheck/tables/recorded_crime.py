"""Police recorded crime by force and offence group, as ONS tabulates it (A28).

Labels: ONS police force area data tables, years ending March and September 2018.
"""

from peelcheck.reference.spelling import fold
from peelcheck.shape import ColumnType, Mark, Table, TableColumn
from peelcheck.tables.stop_search import STOP_SEARCH

__all__ = [
    "ALL_CRIME",
    "OFFENCES",
    "RECORDED_CRIME",
]

ALL_CRIME = "Total recorded crime (excluding fraud)"
OFFENCES = (
    ALL_CRIME,
    "Victim-based crime",
    "Violence against the person",
    "Homicide",
    "Violence with injury",
    "Violence without injury",
    "Stalking and harassment",
    "Death or serious injury - unlawful driving",
    "Sexual offences",
    "Robbery",
    "Theft offences",
    "Burglary",
    "Residential burglary",
    "Non-residential burglary",
    "Vehicle offences",
    "Theft from the person",
    "Bicycle theft",
    "Shoplifting",
    "Other theft offences",
    "Criminal damage and arson",
    "Other crimes against society",
    "Drug offences",
    "Possession of weapons offences",
    "Public order offences",
    "Miscellaneous crimes against society",
)

_SPELLINGS = {
    "All other theft offences": "Other theft offences",
    "Miscellaneous crimes": "Miscellaneous crimes against society",
}


RECORDED_CRIME = Table(
    name="recorded_crime",
    prefix="CRI",
    title="Recorded crime",
    statement="A28",
    says="Crimes of one offence group that one force recorded in twelve months.",
    columns=(
        TableColumn(
            name="period_end",
            type=ColumnType.DATE,
            says="Last day of the twelve months the crimes were recorded in.",
        ),
        STOP_SEARCH.column("force"),
        TableColumn(
            name="offence",
            type=ColumnType.TEXT,
            says="Offence group; groups contain one another.",
            domain=OFFENCES,
            spellings={fold(text): offence for text, offence in _SPELLINGS.items()},
            headers=("offence_group",),
        ),
        TableColumn(
            name="crimes",
            type=ColumnType.INTEGER,
            says="Number of crimes recorded.",
            unit="crimes",
            minimum=0,
            headers=("number_of_offences",),
        ),
    ),
    key=("period_end", "force", "offence"),
    marks={"..": Mark.NOT_AVAILABLE},
    period_column="period_end",
    totalled=True,
)
