"""Case files reviewed, one row a file (A21 to A25)."""

from dataclasses import replace

from peelcheck.reference.spelling import fold
from peelcheck.shape import ColumnType, Mark, Missing, Table, TableColumn
from peelcheck.tables.stop_search import STOP_SEARCH
from peelcheck.tables.stop_search_records import YES_AND_NO

__all__ = ["CHOSEN", "CRIME_TYPES", "FILE_REVIEW", "LARGER_SAMPLES", "RANDOM"]

CRIME_TYPES = (
    "Theft from the person",
    "Rape, including attempts",
    "Stalking",
    "Harassment",
    "Common assault",
    "Grievous bodily harm (wounding)",
    "Actual bodily harm",
)
_OTHER_NAMES = {
    "Theft from person": CRIME_TYPES[0],
    "Rape": CRIME_TYPES[1],
    "Rape (including attempts)": CRIME_TYPES[1],
    "GBH": CRIME_TYPES[5],
    "Grievous bodily harm": CRIME_TYPES[5],
    "ABH": CRIME_TYPES[6],
}
RANDOM, CHOSEN = "random", "chosen"
LARGER_SAMPLES = ("Greater Manchester", "West Midlands")
"""The forces of which more files are reviewed (A23)."""

_GOOD = TableColumn(
    name="good_standard",
    type=ColumnType.TEXT,
    says="Whether the file is of a good standard.",
    domain=("yes", "no"),
    spellings=YES_AND_NO,
)


def _criterion(name: str, says: str) -> TableColumn:
    return replace(_GOOD, name=name, says=says, required=False, missing=Missing.IGNORED)


FILE_REVIEW = Table(
    name="file_review",
    prefix="FIL",
    title="File review",
    statement="A21",
    says="One case file, and what its review found.",
    columns=(
        STOP_SEARCH.column("force"),
        TableColumn(
            name="file",
            type=ColumnType.TEXT,
            says="Name of the file, its own within the force.",
            headers=("file_id", "case_file"),
        ),
        TableColumn(
            name="crime_type",
            type=ColumnType.TEXT,
            says="Type of crime.",
            domain=CRIME_TYPES,
            spellings={fold(text): name for text, name in _OTHER_NAMES.items()},
        ),
        TableColumn(
            name="recorded_on",
            type=ColumnType.DATE,
            says="Day the crime was recorded on, which is not that of the offence.",
            headers=("date_recorded",),
        ),
        TableColumn(
            name="selection",
            type=ColumnType.TEXT,
            says="How the file came to be reviewed.",
            required=False,
            missing=Missing.IGNORED,
            domain=(RANDOM, CHOSEN),
        ),
        _GOOD,
        _criterion(
            "vulnerability_identified",
            "Whether vulnerability was recognised; blank where there was none.",
        ),
        _criterion("investigated_well", "Whether the crime was investigated well."),
        _criterion("victim_treated_well", "Whether the victim was treated well."),
    ),
    key=("force", "file"),
    marks={"..": Mark.NOT_AVAILABLE},
)
