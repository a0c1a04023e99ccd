"""Single outcomes, each given to one crime (A31, A32, A38)."""

from peelcheck.reference.outcome_types import ASSIGNED_TYPES, SPELLINGS
from peelcheck.shape import ColumnType, Mark, Missing, Table, TableColumn
from peelcheck.tables.crimes import CRIMES
from peelcheck.tables.stop_search import STOP_SEARCH
from peelcheck.tables.stop_search_records import YES_AND_NO

__all__ = ["OUTCOMES"]

OUTCOMES = Table(
    name="outcomes",
    prefix="OCM",
    title="Outcomes, one by one",
    statement="A32",
    says="One outcome given to one crime.",
    columns=(
        STOP_SEARCH.column("force"),
        CRIMES.column("crime"),
        TableColumn(
            name="outcome_type",
            type=ColumnType.TEXT,
            says="Number of the outcome type.",
            domain=ASSIGNED_TYPES,
            spellings=SPELLINGS,
        ),
        TableColumn(
            name="assigned_on",
            type=ColumnType.DATE,
            says="Day the outcome was given.",
        ),
        TableColumn(
            name="current",
            type=ColumnType.TEXT,
            says="Whether it stands, or another has taken its place.",
            required=False,
            missing=Missing.INVALID,
            domain=("yes", "no"),
            spellings=YES_AND_NO,
            otherwise="yes",
        ),
    ),
    key=("force", "crime", "outcome_type", "assigned_on", "current"),
    marks={"..": Mark.NOT_AVAILABLE},
)
