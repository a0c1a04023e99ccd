"""Rules over published rates of recorded crime (A9, A29)."""

from datetime import date

from peelcheck.authoring import column, edition
from peelcheck.model import Basis, Kind, ReferenceRule, RowRule, Rule, Severity
from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.tables.recorded_crime import ALL_CRIME

__all__ = ["RULES"]

_WHOLE = {
    "period_end": date(2018, 9, 30),
    "area": ENGLAND_AND_WALES,
    "offence": ALL_CRIME,
}

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

RULES: tuple[Rule, ...] = (VINTAGE, WITHOUT_TRANSPORT_POLICE)
