"""Answers to the staff survey, by force and theme (A12 to A14)."""

from peelcheck.shape import ColumnType, Mark, Missing, Table, TableColumn
from peelcheck.tables.stop_search import STOP_SEARCH

__all__ = ["STAFF_SURVEY"]


def _end_of_interval(name: str, says: str) -> TableColumn:
    return TableColumn(
        name=name,
        type=ColumnType.NUMBER,
        says=says,
        unit="per cent",
        required=False,
        missing=Missing.IGNORED,
    )


STAFF_SURVEY = Table(
    name="staff_survey",
    prefix="SSV",
    title="Staff survey",
    statement="A14",
    says="How the staff of one force answered on one theme.",
    columns=(
        STOP_SEARCH.column("force"),
        TableColumn(
            name="theme",
            type=ColumnType.TEXT,
            says="What was asked about.",
        ),
        TableColumn(
            name="responses",
            type=ColumnType.INTEGER,
            says="Members of staff who answered.",
            unit="responses",
            minimum=0,
        ),
        TableColumn(
            name="agreeing",
            type=ColumnType.INTEGER,
            says="Those of them who agreed.",
            unit="responses",
            minimum=0,
        ),
        _end_of_interval(
            "interval_low", "Lower end of a confidence interval; to be left empty."
        ),
        _end_of_interval(
            "interval_high", "Upper end of a confidence interval; to be left empty."
        ),
    ),
    key=("force", "theme"),
    marks={"..": Mark.NOT_AVAILABLE},
)
