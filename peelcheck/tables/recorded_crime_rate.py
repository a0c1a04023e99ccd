"""Recorded crimes per 1,000 people, with the population they rest on (A29, A9)."""

from peelcheck.reference.regions import area_names, area_spellings
from peelcheck.shape import ColumnType, Mark, Missing, Table, TableColumn
from peelcheck.tables.recorded_crime import RECORDED_CRIME

__all__ = ["RECORDED_CRIME_RATE"]

RECORDED_CRIME_RATE = Table(
    name="recorded_crime_rate",
    prefix="CRR",
    title="Recorded crime rates",
    statement="A29",
    says="The published rate of one offence group in one area over twelve months.",
    columns=(
        RECORDED_CRIME.column("period_end"),
        TableColumn(
            name="area",
            type=ColumnType.TEXT,
            says="Force, region or country; a region that is named as a force is, "
            "has `region` after its name.",
            domain=area_names(),
            spellings=area_spellings(),
            headers=("area_name",),
        ),
        RECORDED_CRIME.column("offence"),
        TableColumn(
            name="rate",
            type=ColumnType.NUMBER,
            says="Crimes per 1,000 people.",
            unit="crimes per 1,000 people",
            minimum=0,
        ),
        TableColumn(
            name="population_year",
            type=ColumnType.INTEGER,
            says="Year whose mid-year population the rate is divided by.",
            unit="year",
            minimum=1801,
        ),
        TableColumn(
            name="population",
            type=ColumnType.INTEGER,
            says="Residents the rate is divided by, as printed: rounded to 100.",
            unit="people",
            required=False,
            missing=Missing.IGNORED,
            minimum=1,
        ),
    ),
    key=("period_end", "area", "offence"),
    marks={"..": Mark.NOT_AVAILABLE},
    period_column="period_end",
)
