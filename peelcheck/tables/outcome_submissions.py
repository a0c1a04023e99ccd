"""How forces send in their outcomes, month by month (A34)."""

from peelcheck.shape import ColumnType, Mark, Table, TableColumn
from peelcheck.tables.stop_search import STOP_SEARCH

__all__ = ["BY_HAND", "HODH", "OUTCOME_SUBMISSIONS"]

HODH = "HODH"
BY_HAND = "manual"

OUTCOME_SUBMISSIONS = Table(
    name="outcome_submissions",
    prefix="SUB",
    title="Submissions of outcomes",
    statement="A34",
    says="What one force sent in for one month.",
    columns=(
        TableColumn(
            name="month",
            type=ColumnType.DATE,
            says="Last day of the month.",
        ),
        STOP_SEARCH.column("force"),
        TableColumn(
            name="route",
            type=ColumnType.TEXT,
            says="Through the Home Office Data Hub, or as a return made by hand.",
            domain=(HODH, BY_HAND),
        ),
    ),
    key=("month", "force"),
    marks={"..": Mark.NOT_AVAILABLE},
)
