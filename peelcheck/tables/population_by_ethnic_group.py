"""Census populations by force and ethnic group, for ratios between groups."""

from peelcheck.shape import ColumnType, Mark, Table, TableColumn
from peelcheck.tables.population import force_column, population_column

__all__ = [
    "ALL_GROUPS",
    "CENSUS_GROUPS",
    "GROUPING_2001",
    "GROUPING_2011",
    "POPULATION_BY_ETHNIC_GROUP",
]

ALL_GROUPS = "All"
GROUPING_2001 = "2001 grouping"
GROUPING_2011 = "2011 grouping"
_SHARED = ("White", "Mixed", "Asian or Asian British", "Black or Black British")
CENSUS_GROUPS = {
    GROUPING_2001: (ALL_GROUPS, *_SHARED, "Chinese or Other Ethnic Group"),
    GROUPING_2011: (ALL_GROUPS, *_SHARED, "Other Ethnic Group"),
}
"""The groups of each grouping; Chinese stands with Asian in that of 2011."""

POPULATION_BY_ETHNIC_GROUP = Table(
    name="population_by_ethnic_group",
    prefix="ETH",
    title="Population by ethnic group",
    statement="A9",
    says="Residents of one force area in one ethnic group on census day.",
    columns=(
        TableColumn(
            name="census_year",
            type=ColumnType.INTEGER,
            says="Year of the census.",
            unit="year",
            minimum=1801,
        ),
        TableColumn(
            name="classification",
            type=ColumnType.TEXT,
            says="Grouping that the ethnic groups belong to.",
            domain=tuple(CENSUS_GROUPS),
        ),
        force_column(),
        TableColumn(
            name="ethnic_group",
            type=ColumnType.TEXT,
            says="Ethnic group, or all of them together.",
            domain=tuple(dict.fromkeys(g for v in CENSUS_GROUPS.values() for g in v)),
        ),
        population_column(minimum=0),
    ),
    key=("census_year", "classification", "force", "ethnic_group"),
    marks={"..": Mark.NOT_AVAILABLE},
)
