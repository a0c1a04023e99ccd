"""Police recorded crime by force and offence group, as ONS tabulates it (A28).

Labels: ONS police force area data tables, years ending March and September 2018.
"""

from dataclasses import replace

from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.reference.spelling import fold
from peelcheck.shape import ColumnType, Mark, Missing, Table, TableColumn
from peelcheck.tables.stop_search import STOP_SEARCH

__all__ = [
    "ALL_CRIME",
    "COHORT",
    "FRAUD",
    "FRAUD_BODIES",
    "OFFENCES",
    "PARTS",
    "RECORDED_CRIME",
    "SPELLINGS",
    "VICTIM_BASED",
]

COHORT = "offences recorded in the period"
"""What the counts are of; outcomes are counted on this basis and on another."""

ALL_CRIME = "Total recorded crime (excluding fraud)"
VICTIM_BASED = "Victim-based crime"
FRAUD = "Fraud offences"
FRAUD_BODIES = ("Action Fraud", "Cifas", "UK Finance")
"""Bodies that take reports of fraud; they stand beside the forces in some tables."""

OFFENCES = (
    ALL_CRIME,
    VICTIM_BASED,
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

PARTS = {
    ALL_CRIME: (VICTIM_BASED, "Other crimes against society"),
    VICTIM_BASED: (
        "Violence against the person",
        "Sexual offences",
        "Robbery",
        "Theft offences",
        "Criminal damage and arson",
    ),
    "Violence against the person": (
        "Homicide",
        "Violence with injury",
        "Violence without injury",
        "Stalking and harassment",
        "Death or serious injury - unlawful driving",
    ),
    "Theft offences": (
        "Burglary",
        "Vehicle offences",
        "Theft from the person",
        "Bicycle theft",
        "Shoplifting",
        "Other theft offences",
    ),
    "Burglary": ("Residential burglary", "Non-residential burglary"),
    "Other crimes against society": (
        "Drug offences",
        "Possession of weapons offences",
        "Public order offences",
        "Miscellaneous crimes against society",
    ),
}
"""The groups that others make up, and which; a few crimes of expired offence codes
stand in a group and in none of its parts."""

SPELLINGS = {
    fold("All other theft offences"): "Other theft offences",
    fold("Miscellaneous crimes"): "Miscellaneous crimes against society",
    fold("Fraud"): FRAUD,
}
"""Other names of offence groups, folded."""

_FORCE = STOP_SEARCH.column("force")

RECORDED_CRIME = Table(
    name="recorded_crime",
    prefix="CRI",
    title="Recorded crime",
    statement="A28",
    says="Crimes of one offence group that one force recorded in a number of months.",
    columns=(
        TableColumn(
            name="release",
            type=ColumnType.TEXT,
            says="Release the count is taken from, as the manifest has it; later ones "
            "revise it.",
            required=False,
            missing=Missing.IGNORED,
            manifest="release",
        ),
        TableColumn(
            name="period_end",
            type=ColumnType.DATE,
            says="Last day of the months the crimes were recorded in.",
        ),
        TableColumn(
            name="months",
            type=ColumnType.INTEGER,
            says="How many months they were recorded in: 12, or 18 for the report's "
            "series.",
            unit="months",
            required=False,
            missing=Missing.INVALID,
            minimum=1,
            manifest="months",
            otherwise=12,
        ),
        replace(
            _FORCE,
            says="Territorial force, a body that is none, or England and Wales.",
            domain=(*_FORCE.domain, *FRAUD_BODIES, ENGLAND_AND_WALES),
        ),
        TableColumn(
            name="offence",
            type=ColumnType.TEXT,
            says="Offence group; groups contain one another.",
            domain=(*OFFENCES, FRAUD),
            spellings=SPELLINGS,
            headers=("offence_group",),
        ),
        TableColumn(
            name="crimes",
            type=ColumnType.INTEGER,
            says="Number of crimes recorded.",
            unit="crimes",
            minimum=0,
            headers=("number_of_offences",),
            basis=COHORT,
        ),
    ),
    key=("release", "period_end", "months", "force", "offence"),
    marks={"..": Mark.NOT_AVAILABLE},
    period_column="period_end",
    totalled=True,
)
