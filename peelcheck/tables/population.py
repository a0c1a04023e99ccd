"""Mid-year populations by force (A9 to A11)."""

from peelcheck.reference.forces import forces, spellings
from peelcheck.shape import ColumnType, Mark, Table, TableColumn

__all__ = ["POPULATION", "force_column", "population_column"]


def force_column() -> TableColumn:
    """Return the column of the 43 forces that have a resident population."""
    return TableColumn(
        name="force",
        type=ColumnType.TEXT,
        says="Territorial force.",
        domain=tuple(force.name for force in forces()),
        spellings=spellings(),
        headers=("force_name", "police_force", "police_force_area"),
    )


def population_column(minimum: int) -> TableColumn:
    """Return the column that counts residents."""
    return TableColumn(
        name="population",
        type=ColumnType.INTEGER,
        says="Usual residents.",
        unit="people",
        minimum=minimum,
    )


POPULATION = Table(
    name="population",
    prefix="POP",
    title="Population",
    statement="A9",
    says="Residents of one force area at the middle of one year.",
    columns=(
        TableColumn(
            name="year",
            type=ColumnType.INTEGER,
            says="Year whose middle the estimate is for.",
            unit="year",
            minimum=1801,
        ),
        force_column(),
        population_column(minimum=1),
    ),
    key=("year", "force"),
    marks={"..": Mark.NOT_AVAILABLE},
)
