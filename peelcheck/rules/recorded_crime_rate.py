"""Rules over published rates of recorded crime (A5, A9, A29)."""

from datetime import date

from peelcheck.authoring import column, edition
from peelcheck.model import (
    AgreementRule,
    Basis,
    Kind,
    ReferenceRule,
    RowRule,
    Rule,
    Severity,
)
from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.tables.recorded_crime import ALL_CRIME

__all__ = ["RULES"]

_WHOLE = {
    "period_end": date(2018, 9, 30),
    "area": ENGLAND_AND_WALES,
    "offence": ALL_CRIME,
}

_RESIDENTS = {"population_year": 2017, "area": "Essex"}
_CITY = {"population_year": 2017, "area": "City of London"}

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

WITHOUT_TRANSPORT_POLICE = ReferenceRule(
    id="CRR002",
    statement="A29",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    milder={Kind.PUBLICATION: Severity.NOTE},
    table="recorded_crime_rate",
    says="The rate of England and Wales is not the one that ONS prints, which counts "
    "British Transport Police in.",
    mend="Divide the crimes of the 43 forces alone; in a publication, nothing: it "
    "prints its own rate, which is not the report's.",
    reference="recorded_crime_published",
    on={"period_end": "period_end", "area": "area"},
    when=(column("area") == ENGLAND_AND_WALES) & (column("offence") == ALL_CRIME),
    # Without it the rate is 1.2 per cent lower; rounding moves it by less than 0.1.
    then=~column("rate").between(
        0.999 * column("reference.rate"), 1.001 * column("reference.rate")
    ),
    passes=(
        _WHOLE | {"rate": 85.293},
        _WHOLE | {"rate": 86.27},
        _WHOLE | {"rate": 86.45},
        _WHOLE | {"rate": 86.359, "offence": "Robbery"},
        _WHOLE | {"rate": None},
    ),
    fails=(
        _WHOLE | {"rate": 86.359},
        _WHOLE | {"rate": 86.4},
        _WHOLE | {"rate": 86.28},
        _WHOLE | {"rate": 86.44},
    ),
)

BY_THE_SAME_PEOPLE = AgreementRule(
    id="CRR003",
    statement="A5",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="recorded_crime_rate",
    says="The residents that a rate of all crime is divided by are those of the "
    "return's own population, but for rounding.",
    mend="Find out which of the two is of another vintage, or of another force.",
    to="population",
    on={"population_year": "year", "area": "force"},
    sums=("population",),
    other_sums=("population",),
    when=(column("offence") == ALL_CRIME) & column("population").is_present(),
    # Rounded to 100, the 7,654 of the City of London are 0.6 per cent too many.
    then=column("population").between(
        0.99 * column("reference.population"), 1.01 * column("reference.population")
    ),
    passes=(
        _RESIDENTS | {"population": 1_820_400, "reference.population": 1_820_363},
        _CITY | {"population": 7_700, "reference.population": 7_654},
        _CITY | {"population": 7_700, "reference.population": None},
    ),
    fails=(
        _RESIDENTS | {"population": 1_802_000, "reference.population": 1_820_363},
        _RESIDENTS | {"population": 1_840_000, "reference.population": 1_820_363},
        _CITY | {"population": 7_400, "reference.population": 7_654},
    ),
)

RULES: tuple[Rule, ...] = (VINTAGE, WITHOUT_TRANSPORT_POLICE, BY_THE_SAME_PEOPLE)
