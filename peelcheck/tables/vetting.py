"""Members of the workforce without up-to-date vetting clearance (A49)."""

from peelcheck.reference.spelling import fold
from peelcheck.shape import ColumnType, Mark, Table, TableColumn
from peelcheck.tables.stop_search import STOP_SEARCH

__all__ = ["EQUIVALENTS", "HEADCOUNT", "VETTING"]

HEADCOUNT = "headcount"
EQUIVALENTS = "full-time equivalents"

VETTING = Table(
    name="vetting",
    prefix="VET",
    title="Vetting",
    statement="A49",
    says="The workforce of one force on one day, and how much of it lacks clearance.",
    columns=(
        TableColumn(
            name="as_at",
            type=ColumnType.DATE,
            says="Day of the count.",
            headers=("date",),
        ),
        STOP_SEARCH.column("force"),
        TableColumn(
            name="basis",
            type=ColumnType.TEXT,
            says="Whether people are counted, or their full-time equivalents.",
            domain=(HEADCOUNT, EQUIVALENTS),
            spellings={fold("FTE"): EQUIVALENTS, fold("head count"): HEADCOUNT},
        ),
        TableColumn(
            name="workforce",
            type=ColumnType.NUMBER,
            says="The whole workforce, on the basis named.",
            unit="members of the workforce",
            minimum=0,
        ),
        TableColumn(
            name="without_clearance",
            type=ColumnType.NUMBER,
            says="Those of it without up-to-date clearance, on the same basis.",
            unit="members of the workforce",
            minimum=0,
        ),
    ),
    key=("as_at", "force"),
    marks={"..": Mark.NOT_AVAILABLE},
    period_column="as_at",
    stock=True,
)
