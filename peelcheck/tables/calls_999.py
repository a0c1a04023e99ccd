"""999 calls by force and month, as forces were asked for them (A26)."""

from peelcheck.shape import ColumnType, Mark, Table, TableColumn
from peelcheck.tables.stop_search import STOP_SEARCH

__all__ = ["CALLS_999"]

CALLS_999 = Table(
    name="calls_999",
    prefix="CAL",
    title="999 calls",
    statement="A26",
    says="The 999 calls that one force received in one month.",
    columns=(
        TableColumn(
            name="month",
            type=ColumnType.DATE,
            says="Last day of the month.",
        ),
        STOP_SEARCH.column("force"),
        TableColumn(
            name="calls",
            type=ColumnType.INTEGER,
            says="Calls received.",
            unit="calls",
            minimum=0,
            headers=("999_calls",),
        ),
    ),
    key=("month", "force"),
    marks={"..": Mark.NOT_AVAILABLE},
)
