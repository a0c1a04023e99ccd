"""Stop and search counts, as in Home Office police powers and procedures (A47, A48).

Labels: Home Office open data table, edition of October 2019.
"""

from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE, forces, spellings
from peelcheck.reference.spelling import fold
from peelcheck.shape import ColumnType, Mark, Table, TableColumn

__all__ = [
    "ETHNIC_GROUPS",
    "NOT_STATED",
    "REASONS",
    "STATED_GROUPS",
    "STOP_SEARCH",
    "VEHICLE_ONLY",
]

NOT_STATED = "Not stated"
VEHICLE_ONLY = "Vehicle only"
STATED_GROUPS = (
    "White",
    "Mixed",
    "Asian or Asian British",
    "Black or Black British",
    "Chinese or Other Ethnic Group",
)
ETHNIC_GROUPS = (*STATED_GROUPS, NOT_STATED, VEHICLE_ONLY)

REASONS = {
    "Section 1 (PACE)": (
        "Criminal Damage",
        "Drugs",
        "Firearms",
        "Going Equipped",
        "Offensive Weapons",
        "Other",
        "Stolen Property",
    ),
    "Section 60 (CJPOA)": ("Anticipation of violence",),
    "Section 44/47a (TACT)": ("Prevent acts of terrorism",),
}
"""The reasons that belong to each power."""

_GROUP_SPELLINGS = {
    "N/A - vehicle search": VEHICLE_ONLY,
    "Vehicle search": VEHICLE_ONLY,
    "Chinese or other": "Chinese or Other Ethnic Group",
    "Other inc Chinese": "Chinese or Other Ethnic Group",
    "Asian": "Asian or Asian British",
    "Black": "Black or Black British",
}

STOP_SEARCH = Table(
    name="stop_search",
    prefix="STS",
    title="Stop and search",
    statement="A48",
    says="Searches by one force, under one power, for one reason, of one group.",
    columns=(
        TableColumn(
            name="year_ending",
            type=ColumnType.DATE,
            says="Last day of the financial year the searches were made in.",
        ),
        TableColumn(
            name="force",
            type=ColumnType.TEXT,
            says="Territorial force, or British Transport Police.",
            domain=(*(one.name for one in forces()), BRITISH_TRANSPORT_POLICE),
            spellings=spellings(),
            headers=("force_name", "police_force", "police_force_area"),
        ),
        TableColumn(
            name="legislation",
            type=ColumnType.TEXT,
            says="Power the search was made under.",
            domain=tuple(REASONS),
        ),
        TableColumn(
            name="reason",
            type=ColumnType.TEXT,
            says="Reason for the search.",
            domain=tuple(reason for group in REASONS.values() for reason in group),
            headers=("reason_for_search", "reason_for_search_arrest"),
        ),
        TableColumn(
            name="ethnic_group",
            type=ColumnType.TEXT,
            says="Self-defined ethnic group (2001 grouping), not stated, or no person.",
            domain=ETHNIC_GROUPS,
            spellings={fold(text): group for text, group in _GROUP_SPELLINGS.items()},
            headers=("ethnic_group_self_defined", "self_defined_ethnicity_group"),
        ),
        TableColumn(
            name="searches",
            type=ColumnType.INTEGER,
            says="Number of searches.",
            unit="searches",
            minimum=0,
            headers=("number_of_searches",),
        ),
        TableColumn(
            name="resultant_arrests",
            type=ColumnType.INTEGER,
            says="Number of arrests that followed.",
            unit="arrests",
            required=False,
            minimum=0,
        ),
    ),
    key=("year_ending", "force", "legislation", "reason", "ethnic_group"),
    marks={"..": Mark.NOT_AVAILABLE, "N/A": Mark.NOT_AVAILABLE},
    period_column="year_ending",
)
