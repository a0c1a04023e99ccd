"""The judgments of one report: ten areas, and the pillars that they are parts of.

The report's two tables name four areas differently; the second table's names are
taken. Its scale of grades is in the text only in part: Outstanding and Inadequate are
assumed, see docs/explanation/assumptions.md.
"""

from peelcheck.reference.spelling import fold
from peelcheck.shape import ColumnType, Mark, Missing, Table, TableColumn
from peelcheck.tables.stop_search import STOP_SEARCH
from peelcheck.tables.stop_search_records import YES_AND_NO

__all__ = [
    "AREAS",
    "ARMED_POLICING",
    "EXEMPT",
    "GRADES",
    "JUDGMENTS",
    "PILLARS",
    "UNGRADED",
]

ARMED_POLICING = "Armed policing"
UNGRADED = "Ungraded"
GRADES = ("Outstanding", "Good", "Requires improvement", "Inadequate")

PILLARS = {
    "Effectiveness": (
        "Preventing crime and tackling anti-social behaviour",
        "Investigating crime",
        "Protecting vulnerable people",
        "Tackling serious and organised crime",
        ARMED_POLICING,
    ),
    "Efficiency": (
        "Meeting current demands and using resources",
        "Planning for the future",
    ),
    "Legitimacy": (
        "Fair treatment of the public",
        "Ethical and lawful workforce behaviour",
        "Fair treatment of the workforce",
    ),
}
"""The areas of each pillar, by the names of the table of judgments."""

AREAS = tuple(area for areas in PILLARS.values() for area in areas)

EXEMPT = (
    "Protecting vulnerable people",
    ARMED_POLICING,
    "Planning for the future",
    "Ethical and lawful workforce behaviour",
)
"""The areas inspected in every force, whatever its risk."""

_OTHER_NAMES = {
    "Preventing crime and anti-social behaviour": AREAS[0],
    "Meeting current demands": AREAS[5],
    "Treating the public fairly": AREAS[7],
    "Treating the workforce fairly": AREAS[9],
    "Firearms capability": ARMED_POLICING,
}

_EXEMPT_TOO = ("Yes*", "Yes (exempt from RBA)")
"""How the report says that an area was inspected, as it is in every force."""

JUDGMENTS = Table(
    name="judgments",
    prefix="JUD",
    title="Judgments",
    statement="A1",
    says="The judgment on one force in one area, or on one pillar.",
    columns=(
        STOP_SEARCH.column("force"),
        TableColumn(
            name="subject",
            type=ColumnType.TEXT,
            says="Area, or pillar.",
            domain=(*AREAS, *PILLARS),
            spellings={fold(text): area for text, area in _OTHER_NAMES.items()},
            headers=("area", "ipa_area"),
        ),
        TableColumn(
            name="inspected",
            type=ColumnType.TEXT,
            says="Whether inspected in the edition's year; blank for a pillar.",
            missing=Missing.IGNORED,
            domain=("yes", "no"),
            spellings=YES_AND_NO | {fold(text): "yes" for text in _EXEMPT_TOO},
            headers=("inspected_2018_19", "inspected_in_2018_19"),
        ),
        TableColumn(
            name="grade",
            type=ColumnType.TEXT,
            says="The judgment.",
            domain=(*GRADES, UNGRADED),
            spellings={fold("RI"): GRADES[2]},
        ),
        TableColumn(
            name="last_inspected",
            type=ColumnType.TEXT,
            says="Year of the inspection it comes from, such as 2018/19; blank for a "
            "pillar.",
            missing=Missing.IGNORED,
        ),
    ),
    key=("force", "subject"),
    marks={"..": Mark.NOT_AVAILABLE},
)
