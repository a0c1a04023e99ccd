"""Answers to the survey of the public, one row a respondent or several (A15 to A20)."""

from dataclasses import replace

from peelcheck.reference.spelling import fold
from peelcheck.shape import ColumnType, Mark, Missing, Table, TableColumn
from peelcheck.tables.stop_search import STOP_SEARCH
from peelcheck.tables.stop_search_records import YES_AND_NO

__all__ = [
    "BMG",
    "FACE_TO_FACE",
    "IPSOS_MORI",
    "MODES",
    "ONLINE_PANEL",
    "POSTAL_INVITATION",
    "PUBLIC_SURVEY",
    "WEIGHTED_BY",
]

BMG = "BMG"
IPSOS_MORI = "Ipsos MORI"
ONLINE_PANEL = "online panel"
FACE_TO_FACE = "face to face"
POSTAL_INVITATION = "online after a postal invitation"
MODES = (ONLINE_PANEL, FACE_TO_FACE, POSTAL_INVITATION)
WEIGHTED_BY = ("age", "gender", "ethnicity", "deprivation")


def _text(name: str, says: str) -> TableColumn:
    return TableColumn(name=name, type=ColumnType.TEXT, says=says)


def _profile(name: str, says: str) -> TableColumn:
    """Return one of the columns by which answers are weighted; cells may be blank."""
    return replace(_text(name, says), missing=Missing.IGNORED)


PUBLIC_SURVEY = Table(
    name="public_survey",
    prefix="PUB",
    title="Public survey",
    statement="A16",
    says="One respondent, or several alike taken together.",
    columns=(
        TableColumn(
            name="year",
            type=ColumnType.INTEGER,
            says="Year of the survey.",
            unit="year",
        ),
        replace(
            _text("provider", "Who ran the survey that year."),
            domain=(BMG, IPSOS_MORI),
            spellings={fold("Ipsos"): IPSOS_MORI},
        ),
        STOP_SEARCH.column("force"),
        _text("respondent", "Name of the row, its own within force and year."),
        replace(
            _text("mode", "How the respondent was reached."),
            domain=MODES,
            spellings={fold("face-to-face"): FACE_TO_FACE},
        ),
        replace(
            _profile("age", "Age."),
            type=ColumnType.INTEGER,
            unit="years",
        ),
        _profile("gender", "Gender."),
        _profile("ethnicity", "Ethnic group."),
        replace(
            _profile("deprivation", "Fifth of the area by deprivation; 1 is the most."),
            type=ColumnType.INTEGER,
            unit="fifth",
            minimum=1,
        ),
        TableColumn(
            name="respondents",
            type=ColumnType.INTEGER,
            says="How many respondents the row holds.",
            unit="respondents",
            required=False,
            minimum=1,
            otherwise=1,
        ),
        TableColumn(
            name="weight",
            type=ColumnType.NUMBER,
            says="Their weights added up: as how many respondents they count.",
            unit="respondents",
        ),
        replace(
            _text("satisfied", "Satisfied with the force; blank for no opinion."),
            required=False,
            missing=Missing.IGNORED,
            domain=("yes", "no"),
            spellings=YES_AND_NO,
        ),
    ),
    key=("year", "force", "respondent"),
    marks={"..": Mark.NOT_AVAILABLE},
)
