"""Rules over spend of several years, with inflation taken out (A45).

The annex names no index, so a return names its own.
"""

from datetime import date
from typing import Any

from peelcheck.authoring import column
from peelcheck.model import Basis, GroupRule, RowRule, Rule, Severity, Stage
from peelcheck.periods import FINANCIAL_YEAR_ENDS
from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE
from peelcheck.rules.territorial import FORCES_ALONE

__all__ = ["RULES"]

_LOW_1, _HIGH_1 = 0.999999, 1.000001
"""What is 1 within the noise of a division."""

_2018, _2019 = date(2018, 3, 31), date(2019, 3, 31)
_PRICES = {"deflator": 1.0, "price_base": _2019, "price_index": "an index"}
_SERIES = (
    {"force": "Essex", "year_ending": _2018} | _PRICES | {"deflator": 0.98},
    {"force": "Essex", "year_ending": _2019} | _PRICES,
)
_OF_ONE_YEAR = {"force": "Essex", "year_ending": _2019} | dict.fromkeys(_PRICES)


def _second(**changes: Any) -> tuple[dict[str, Any], ...]:
    """Return the two years with the second one changed."""
    return (_SERIES[0], _SERIES[1] | changes)


_BEYOND_THE_FORCES = tuple(
    row | dict.fromkeys(_PRICES) | {"force": BRITISH_TRANSPORT_POLICE}
    for row in _SERIES
)


DEFLATED_OVER_TIME = GroupRule(
    id="SPE010",
    statement="A45",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="spend",
    says="Where a force has several years, each row has a deflator.",
    mend="Add the price level of each year, that of the base year being 1; without it "
    "inflation cannot be taken out.",
    by=("force",),
    blanks=("deflator",),
    distinct=("year_ending",),
    when=FORCES_ALONE,
    then=(column("distinct.year_ending") <= 1) | (column("blank.deflator") == 0),
    passes=(_SERIES, (_OF_ONE_YEAR, _OF_ONE_YEAR), _BEYOND_THE_FORCES),
    fails=(_second(deflator=None),),
)

PRICES_NAMED = GroupRule(
    id="SPE011",
    statement="A45",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="spend",
    says="Where a force has several years, the base year of prices and the index are "
    "named.",
    mend="Write price_base and price_index into the manifest, or into columns of "
    "these names.",
    by=("force",),
    blanks=("price_base", "price_index"),
    distinct=("year_ending",),
    when=FORCES_ALONE,
    then=(column("distinct.year_ending") <= 1)
    | ((column("blank.price_base") == 0) & (column("blank.price_index") == 0)),
    passes=(_SERIES, (_OF_ONE_YEAR, _OF_ONE_YEAR), _BEYOND_THE_FORCES),
    fails=(_second(price_base=None), _second(price_index=None)),
)

BASE_IS_A_YEAR = RowRule(
    id="SPE012",
    statement="A45",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    table="spend",
    says="The base year of prices is written as its last day, a 31 March.",
    mend="Write the base year 2018/19 as 2019-03-31.",
    then=column("price_base").is_in(FINANCIAL_YEAR_ENDS),
    passes=({"price_base": _2019}, {"price_base": None}),
    fails=({"price_base": date(2018, 4, 1)},),
)

DEFLATOR_ABOVE_0 = RowRule(
    id="SPE013",
    statement="A45",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    table="spend",
    says="A deflator is above 0.",
    mend="Correct the price level, or leave the cell empty where it is not known.",
    then=column("deflator") > 0,
    stage=Stage.FIELD,
    passes=({"deflator": 0.01}, {"deflator": None}),
    fails=({"deflator": 0.0}, {"deflator": -1.0}),
)

BASE_IS_1 = RowRule(
    id="SPE014",
    statement="A45",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    table="spend",
    says="The deflator of the base year is 1.",
    mend="Divide every deflator by that of the base year: 98 of 100 becomes 0.98.",
    when=(column("year_ending") == column("price_base")) & (column("deflator") > 0),
    then=column("deflator").between(_LOW_1, _HIGH_1),
    passes=(
        *_SERIES,
        _OF_ONE_YEAR,
        _SERIES[1] | {"deflator": None},
        _SERIES[1] | {"deflator": 1.0000005},
    ),
    fails=(_SERIES[1] | {"deflator": 100.0}, _SERIES[1] | {"deflator": 0.99}),
)

ONE_DEFLATOR_A_YEAR = GroupRule(
    id="SPE015",
    statement="A45",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="spend",
    says="A year has one deflator, the same for every force and category, to 6 "
    "decimals.",
    mend="Take the deflators of one index and one edition of it for all rows.",
    by=("year_ending",),
    distinct=("deflator",),
    then=column("distinct.deflator") <= 1,
    passes=(
        _SERIES,
        _second(year_ending=_2018, deflator=None),
        _second(year_ending=_2018, deflator=0.98 + 1e-12),
    ),
    fails=(_second(year_ending=_2018), _second(year_ending=_2018, deflator=0.98001)),
)

ONE_BASE_AND_INDEX = GroupRule(
    id="SPE016",
    statement="A45",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="spend",
    says="The rows of a category name one base year of prices and one index.",
    mend="Bring all rows to the prices of one year by one index.",
    by=("category",),
    distinct=("price_base", "price_index"),
    then=(column("distinct.price_base") <= 1) & (column("distinct.price_index") <= 1),
    passes=(_SERIES, _second(price_base=None)),
    fails=(_second(price_base=_2018), _second(price_index="another index")),
)

DEFLATORS_DIFFER = GroupRule(
    id="SPE019",
    statement="A45",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="spend",
    says="Where a force has several years, each with a deflator, these are not all one "
    "and the same.",
    mend="Take the price level of each year from the index; with the same one for all "
    "years no inflation is taken out.",
    by=("force",),
    blanks=("deflator",),
    distinct=("year_ending", "deflator"),
    when=FORCES_ALONE,
    then=(column("distinct.year_ending") <= 1)
    | (column("blank.deflator") > 0)
    | (column("distinct.deflator") > 1),
    passes=(
        _SERIES,
        (_SERIES[1], _SERIES[1]),
        _second(deflator=None),
        _BEYOND_THE_FORCES,
    ),
    fails=(
        (_SERIES[0] | {"deflator": 1.0}, _SERIES[1]),
        _second(deflator=0.98),
    ),
)

RULES: tuple[Rule, ...] = (
    DEFLATED_OVER_TIME,
    PRICES_NAMED,
    BASE_IS_A_YEAR,
    DEFLATOR_ABOVE_0,
    BASE_IS_1,
    ONE_DEFLATOR_A_YEAR,
    ONE_BASE_AND_INDEX,
    DEFLATORS_DIFFER,
)
