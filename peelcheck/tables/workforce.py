"""Police workforce by force, in full-time equivalents (A41).

Labels: Home Office police workforce, 30 September 2018, and its open data.
"""

from peelcheck.reference.spelling import fold
from peelcheck.shape import ColumnType, Mark, Table, TableColumn
from peelcheck.tables.stop_search import STOP_SEARCH

__all__ = ["WORKER_TYPES", "WORKFORCE"]

WORKER_TYPES = (
    "police officer",
    "police staff",
    "designated officer",
    "police community support officer",
)
_PLURALS = {
    "police officers": "police officer",
    "designated officers": "designated officer",
    "police community support officers": "police community support officer",
    "PCSO": "police community support officer",
    "PCSOs": "police community support officer",
}

WORKFORCE = Table(
    name="workforce",
    prefix="WOR",
    title="Workforce",
    statement="A41",
    says="People of one kind who work for one force on one day.",
    columns=(
        TableColumn(
            name="as_at",
            type=ColumnType.DATE,
            says="Day the workforce is counted on.",
            headers=("date",),
        ),
        STOP_SEARCH.column("force"),
        TableColumn(
            name="worker_type",
            type=ColumnType.TEXT,
            says="Kind of worker; some forces count designated officers as staff.",
            domain=WORKER_TYPES,
            spellings={fold(text): kind for text, kind in _PLURALS.items()},
        ),
        TableColumn(
            name="fte",
            type=ColumnType.NUMBER,
            says="Full-time equivalents.",
            unit="full-time equivalents",
            minimum=0,
        ),
    ),
    key=("as_at", "force", "worker_type"),
    marks={"..": Mark.NOT_AVAILABLE},
    totalled=True,
)
