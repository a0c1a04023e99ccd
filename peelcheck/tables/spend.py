"""Net revenue expenditure by objective category, year by year (A11, A44 to A46).

The names of the categories are those of the inspectorate's value for money profile of
2014, and Public protection, which came later. The list in force in 2018/19, of 13, was
not found, so another name is a query and no error.
"""

from peelcheck.shape import ColumnType, Mark, Missing, Table, TableColumn
from peelcheck.tables.stop_search import STOP_SEARCH

__all__ = ["ALL_CATEGORIES", "CATEGORIES", "SPEND"]

ALL_CATEGORIES = "All categories"
CATEGORIES = (
    "Local policing",
    "Dealing with the public",
    "Criminal justice arrangements",
    "Road policing",
    "Operational support",
    "Intelligence",
    "Investigations",
    "Investigative support",
    "Public protection",
    "Support functions",
    "National policing",
    "Local policing bodies",
)

SPEND = Table(
    name="spend",
    prefix="SPE",
    title="Spend",
    statement="A44",
    says="What one force spent on one category in one financial year.",
    columns=(
        TableColumn(
            name="year_ending",
            type=ColumnType.DATE,
            says="Last day of the financial year.",
            headers=("financial_year_ending",),
        ),
        STOP_SEARCH.column("force"),
        TableColumn(
            name="category",
            type=ColumnType.TEXT,
            says="Objective category, or All categories for the total.",
        ),
        TableColumn(
            name="amount",
            type=ColumnType.NUMBER,
            says="Net revenue expenditure, in the prices of the year itself.",
            unit="pounds",
            headers=("net_revenue_expenditure",),
        ),
        TableColumn(
            name="price_base",
            type=ColumnType.DATE,
            says="Last day of the year in whose prices spend over time is shown.",
            required=False,
            missing=Missing.IGNORED,
            manifest="price_base",
        ),
        TableColumn(
            name="price_index",
            type=ColumnType.TEXT,
            says="Index that inflation is taken out with.",
            required=False,
            missing=Missing.IGNORED,
            manifest="price_index",
        ),
        TableColumn(
            name="deflator",
            type=ColumnType.NUMBER,
            says="Price level of the year; that of the base year is 1.",
            unit="times the prices of the base year",
            required=False,
            missing=Missing.IGNORED,
            empty=True,
        ),
    ),
    key=("year_ending", "force", "category"),
    marks={"..": Mark.NOT_AVAILABLE},
    period_column="year_ending",
    years=True,
)
