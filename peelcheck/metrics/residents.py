"""The residents that rates are divided by unless otherwise noted (A9)."""

from peelcheck.authoring import column, edition
from peelcheck.measures import Denominator

__all__ = ["RESIDENTS"]

RESIDENTS = Denominator(
    table="population",
    reference="population_mid_year",
    value="population",
    where=column("year") == edition("population.vintage"),
    vintage="ONS mid-{}",
    vintage_value="population.vintage",
    vintage_column="year",
    noted_by="POP001",
)
