"""The tables of a return, one file each; `TABLES` lists them by name."""

from peelcheck.shape import Table
from peelcheck.tables.population import POPULATION
from peelcheck.tables.population_by_ethnic_group import POPULATION_BY_ETHNIC_GROUP
from peelcheck.tables.stop_search import STOP_SEARCH

__all__ = ["TABLES"]

TABLES: dict[str, Table] = {
    table.name: table for table in (STOP_SEARCH, POPULATION, POPULATION_BY_ETHNIC_GROUP)
}
