"""Rules over who ran the survey of the public in which year (A15).

A provider that is neither of the two is left to the rule of its column.
"""

from peelcheck.authoring import column, edition
from peelcheck.model import Basis, GroupRule, RowRule, Rule, Severity
from peelcheck.tables.public_survey import BMG, IPSOS_MORI

__all__ = ["RULES"]

_YEAR = edition("public_survey.year")
_BEFORE = (column("year") >= edition("public_survey.first_year")) & (
    column("year") < _YEAR
)

BMG_IN_ITS_YEAR = RowRule(
    id="PUB004",
    statement="A15",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    table="public_survey",
    says="BMG ran the survey of {public_survey.year}.",
    mend="Correct the year or the provider; Ipsos MORI ran the surveys before.",
    when=column("year") == _YEAR,
    then=column("provider") != IPSOS_MORI,
    passes=(
        {"provider": BMG, "year": 2018},
        {"provider": None, "year": 2018},
        {"provider": IPSOS_MORI, "year": 2017},
        {"provider": IPSOS_MORI, "year": 2019},
    ),
    fails=({"provider": IPSOS_MORI, "year": 2018},),
)

IPSOS_MORI_BEFORE = RowRule(
    id="PUB005",
    statement="A15",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    table="public_survey",
    says="Ipsos MORI ran the surveys from {public_survey.first_year} up to the year "
    "before {public_survey.year}.",
    mend="Correct the year or the provider; BMG ran the survey of "
    "{public_survey.year}.",
    when=_BEFORE,
    then=column("provider") != BMG,
    passes=(
        *({"provider": IPSOS_MORI, "year": year} for year in (2015, 2017)),
        *({"provider": BMG, "year": year} for year in (2014, 2018)),
    ),
    fails=tuple({"provider": BMG, "year": year} for year in (2015, 2017)),
)

OF_THE_FOUR_YEARS = RowRule(
    id="PUB016",
    statement="A15",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="public_survey",
    says="Surveys are of {public_survey.first_year} to {public_survey.year}.",
    mend="Correct the year, or say who ran the survey; the annex tells of no other.",
    then=column("year").between(edition("public_survey.first_year"), _YEAR),
    passes=tuple({"year": year} for year in (2015, 2018)),
    fails=tuple({"year": year} for year in (2014, 2019)),
)

ANOTHER_SERIES = GroupRule(
    id="PUB006",
    statement="A15",
    basis=Basis.DERIVED,
    severity=Severity.NOTE,
    table="public_survey",
    says="Years before {public_survey.year} are of a similar survey, which another "
    "company ran.",
    mend="Nothing; where years are compared, say that the provider changed.",
    by=("year", "provider"),
    when=_BEFORE,
    then=column("provider") != IPSOS_MORI,
    passes=(({"year": 2017, "provider": BMG},),),
    fails=tuple(({"year": year, "provider": IPSOS_MORI},) for year in (2015, 2017)),
)

RULES: tuple[Rule, ...] = (
    BMG_IN_ITS_YEAR,
    IPSOS_MORI_BEFORE,
    OF_THE_FOUR_YEARS,
    ANOTHER_SERIES,
)
