"""Stop and search by ethnic group, as in Ethnicity facts and figures (A48)."""

from peelcheck.reference.forces import spellings
from peelcheck.reference.spelling import fold
from peelcheck.shape import ColumnType, Mark, Table, TableColumn
from peelcheck.tables.stop_search import STOP_SEARCH

__all__ = ["AGGREGATES", "CLASSIFICATIONS", "STOP_SEARCH_BY_GROUP"]

AGGREGATES = {
    "All - including BTP": "England and Wales with British Transport Police",
    "All - excluding BTP": "England and Wales without British Transport Police",
    "All - including BTP and excluding Greater Manchester": "England and Wales with "
    "British Transport Police, without Greater Manchester",
    "All - excluding BTP and Greater Manchester": "England and Wales without British "
    "Transport Police and Greater Manchester",
}
"""The areas that add up others, as printed, and how they are named here."""

CLASSIFICATIONS = (
    "All",
    "ONS 2001 5+1",
    "ONS 2001 16+1",
    "ONS 2011 5+1",
    "ONS 2011 18+1",
)

STOP_SEARCH_BY_GROUP = Table(
    name="stop_search_by_group",
    prefix="SSG",
    title="Stop and search by ethnic group",
    statement="A48",
    says="Searches of one ethnic group in one area and year, and their rate.",
    columns=(
        STOP_SEARCH.column("year_ending"),
        TableColumn(
            name="area",
            type=ColumnType.TEXT,
            says="Force, or England and Wales with or without some of them.",
            domain=(*STOP_SEARCH.column("force").domain, *AGGREGATES.values()),
            spellings=spellings()
            | {fold(text): area for text, area in AGGREGATES.items()},
            headers=("geography",),
        ),
        TableColumn(
            name="legislation",
            type=ColumnType.TEXT,
            says="Power the searches were made under, or All.",
        ),
        TableColumn(
            name="classification",
            type=ColumnType.TEXT,
            says="Ethnic classification that the group is of.",
            domain=CLASSIFICATIONS,
            headers=("ethnicity_type",),
        ),
        TableColumn(
            name="ethnic_group",
            type=ColumnType.TEXT,
            says="Ethnic group, All, or Unreported.",
            headers=("ethnicity",),
        ),
        TableColumn(
            name="searches",
            type=ColumnType.INTEGER,
            says="Number of searches without those of vehicles only.",
            unit="searches",
            minimum=0,
            headers=("number_of_stop_and_searches",),
        ),
        TableColumn(
            name="population",
            type=ColumnType.INTEGER,
            says="Residents of the group, by the Census the source names.",
            unit="people",
            minimum=0,
            headers=("population_by_ethnicity",),
        ),
        TableColumn(
            name="rate",
            type=ColumnType.NUMBER,
            says="Searches per 1,000 people of the group.",
            unit="searches per 1,000 people",
            minimum=0,
            headers=("rate_per_1_000_population_by_ethnicity",),
        ),
    ),
    key=("year_ending", "area", "legislation", "classification", "ethnic_group"),
    marks={"..": Mark.NOT_AVAILABLE},
    period_column="year_ending",
    totalled=True,
)
