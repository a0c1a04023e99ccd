"""Rules over spend by objective category (A5, A7, A8, A44, A46)."""

from dataclasses import replace
from datetime import date
from typing import Any

from peelcheck.authoring import column, edition, in_window
from peelcheck.expected import OWN_FORCES, OWN_PERIODS, ExpectedKeys
from peelcheck.model import (
    Basis,
    CoverageRule,
    RowRule,
    Rule,
    Severity,
    SumRule,
)
from peelcheck.periods import FINANCIAL_YEAR_ENDS
from peelcheck.reference.forces import force_names
from peelcheck.rules.notable import Measure, per_resident, since_the_year_before
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only
from peelcheck.tables.spend import ALL_CATEGORIES, CATEGORIES

__all__ = ["RULES"]

_TOTAL = column("category") == ALL_CATEGORIES
_HALVES = 7
"""Half a pound for each of 13 areas of the analysis, and for their total."""

_2018, _2019 = date(2018, 3, 31), date(2019, 3, 31)
_FORCE = {"year_ending": _2018, "force": "Essex"}
_TOTALS = tuple(
    {"year_ending": _2018, "force": name, "category": ALL_CATEGORIES}
    for name in force_names()
)


def _amounts(*amounts: float | None) -> tuple[dict[str, Any], ...]:
    """Return rows of the total, which comes first, and of some categories."""
    names = (ALL_CATEGORIES, *CATEGORIES)
    pairs = zip(names, amounts, strict=False)
    return tuple(_FORCE | {"category": n, "amount": one} for n, one in pairs)


SCOPE = in_scope("SPE001", "spend")

ALL_FORCES = all_forces("SPE002", "spend", period="year_ending")

OWN_ROWS_ONLY = own_rows_only("SPE003", "spend")

FINANCIAL_YEARS = RowRule(
    id="SPE004",
    statement="A44",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    table="spend",
    says="A year is written as its last day, a 31 March.",
    mend="Write the financial year 2017/18 as 2018-03-31.",
    then=column("year_ending").is_in(FINANCIAL_YEAR_ENDS),
    passes=({"year_ending": _2018}, {"year_ending": None}),
    fails=({"year_ending": date(2018, 4, 1)}, {"year_ending": date(2018, 12, 31)}),
)

OF_THE_SIX_YEARS = RowRule(
    id="SPE005",
    statement="A46",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="spend",
    says="The years end from {spend.window.start} to {spend.window.end}.",
    mend="Leave other years out, or say that another period is meant.",
    then=in_window("year_ending", "spend.window"),
    passes=({"year_ending": date(2014, 3, 31)}, {"year_ending": _2019}),
    fails=({"year_ending": date(2013, 3, 31)}, {"year_ending": date(2020, 3, 31)}),
)

KNOWN_CATEGORIES = RowRule(
    id="SPE006",
    statement="A44",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="spend",
    says=f"A category is one of {len(CATEGORIES)} known names, or All categories.",
    mend="Correct the name, and write All categories for the total; or say which "
    "category is meant: the names are those of the profile of 2014, and the list of "
    "2018/19 may differ.",
    then=column("category").is_in((*CATEGORIES, ALL_CATEGORIES)),
    passes=({"category": "Road policing"}, {"category": ALL_CATEGORIES}),
    fails=({"category": "Road Policing"}, {"category": "Total"}),
)

CATEGORIES_ADD_UP = SumRule(
    id="SPE007",
    statement="A44",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="spend",
    says="The categories of a force and year add up to All categories, within the "
    f"rounding of 13 categories and a total to whole pounds: {_HALVES} pounds.",
    mend="Check the category that is wrong or missing; if the figures were rounded to "
    "more than a pound, say so.",
    value="amount",
    by=("year_ending", "force"),
    # A total of 0 or below is left to its own rule.
    whole=_TOTAL & (column("amount") > 0),
    tolerance=_HALVES,
    passes=(
        _amounts(30, 10, 20),
        _amounts(37, 10, 20),
        _amounts(23, 10, 20),
        _amounts(30, 40, -10),
        _amounts(0, 10, 20),
        _amounts(30),
        _amounts(30, 10, 20)[1:],
    ),
    fails=(_amounts(37.5, 10, 20), _amounts(22.5, 10, 20), _amounts(30, 10)),
)

TOTAL_THERE = CoverageRule(
    id="SPE008",
    statement="A44",
    basis=Basis.DERIVED,
    severity=Severity.NOTE,
    table="spend",
    says="Each force has a row of All categories in each year.",
    mend="Add the total; without it the categories are held against nothing.",
    expected=(
        ExpectedKeys(("year_ending",), OWN_PERIODS),
        ExpectedKeys(("force",), OWN_FORCES),
        ExpectedKeys(("category",), ((ALL_CATEGORIES,),)),
    ),
    excusable=True,
    passes=(_TOTALS,),
    fails=(_TOTALS[1:],),
)

SOMETHING_SPENT = RowRule(
    id="SPE009",
    statement="A5",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="spend",
    says="What a force spends on all categories in a year is above 0.",
    mend="Check the total and its sign; write .. where it is not known.",
    when=_TOTAL,
    then=column("amount") > 0,
    passes=(
        {"category": ALL_CATEGORIES, "amount": 1.0},
        {"category": ALL_CATEGORIES, "amount": None},
        {"category": "Road policing", "amount": -5.0},
    ),
    fails=(
        {"category": ALL_CATEGORIES, "amount": 0.0},
        {"category": ALL_CATEGORIES, "amount": -1.0},
    ),
)

_ALL_SPEND = Measure(
    value="amount",
    what="Pounds spent on all categories",
    unit="pounds",
    cells={"year_ending": date(2018, 3, 31), "category": ALL_CATEGORIES},
    when=_TOTAL,
    counted=False,
    one_row=True,
)

# Each financial year has a mid-year of its own; the vintage lies in one of them.
NOTABLE = per_resident(
    "SPE017",
    "spend",
    replace(
        _ALL_SPEND,
        what="Pounds spent on all categories in the year to "
        "{spend.residents_year_ending}",
        when=_TOTAL & (column("year_ending") == edition("spend.residents_year_ending")),
    ),
    times=1,
)

MOVED = since_the_year_before("SPE018", "spend", _ALL_SPEND, "year_ending")

RULES: tuple[Rule, ...] = (
    SCOPE,
    ALL_FORCES,
    OWN_ROWS_ONLY,
    FINANCIAL_YEARS,
    OF_THE_SIX_YEARS,
    KNOWN_CATEGORIES,
    CATEGORIES_ADD_UP,
    TOTAL_THERE,
    SOMETHING_SPENT,
    NOTABLE,
    MOVED,
)
