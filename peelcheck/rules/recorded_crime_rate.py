"""Rules over published rates of recorded crime (A9)."""

from peelcheck.authoring import column, edition
from peelcheck.model import Basis, Kind, RowRule, Rule, Severity

__all__ = ["RULES"]

VINTAGE = RowRule(
    id="CRR001",
    statement="A9",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    milder={Kind.PUBLICATION: Severity.QUERY},
    notable=True,
    table="recorded_crime_rate",
    says="Rates are divided by the mid-{population.vintage} population.",
    mend="Use the edition of the tables whose header names mid-{population.vintage}.",
    then=column("population_year") == edition("population.vintage"),
    passes=({"population_year": 2017},),
    fails=({"population_year": 2016},),
)

RULES: tuple[Rule, ...] = (VINTAGE,)
