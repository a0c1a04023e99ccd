"""Rules over 999 calls (A2, A5, A7, A8, A26).

The report's figure is of eighteen months. A month that is missing is not one of no
calls.
"""

from datetime import date

from peelcheck.authoring import column, edition, in_window
from peelcheck.model import Basis, GroupRule, RowRule, Rule, Severity
from peelcheck.periods import month_ends
from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE
from peelcheck.rules.notable import Measure, per_resident
from peelcheck.rules.territorial import (
    FORCES_ALONE,
    all_forces,
    in_scope,
    own_rows_only,
)

__all__ = ["RULES"]

_FIRST, _LAST = date(2015, 1, 1), date(2020, 12, 31)
_MONTHS = tuple(month_ends(_FIRST, _LAST))
"""The last days of months; an edition of other years needs others."""

_WITHIN = in_window("month", "calls_999.window")
_ROWS = tuple(
    {"force": "Essex", "month": month}
    for month in month_ends(date(2017, 4, 1), date(2018, 9, 30))
)

SCOPE = in_scope("CAL001", "calls_999")

ALL_FORCES = all_forces("CAL002", "calls_999")

OWN_ROWS_ONLY = own_rows_only("CAL003", "calls_999")

LAST_DAY_OF_MONTH = RowRule(
    id="CAL004",
    statement="A26",
    basis=Basis.DECLARED,
    severity=Severity.ERROR,
    table="calls_999",
    says="Each month is written as its last day.",
    mend="Write the last day of the month, such as 2018-09-30, not its first.",
    when=column("month").between(_FIRST, _LAST),
    then=column("month").is_in(_MONTHS),
    passes=(
        {"month": date(2018, 9, 30)},
        {"month": date(2016, 2, 29)},
        {"month": date(1918, 9, 1)},
        {"month": None},
    ),
    fails=({"month": date(2018, 9, 1)}, {"month": date(2018, 2, 27)}),
)

OF_THE_WINDOW = RowRule(
    id="CAL005",
    statement="A26",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="calls_999",
    says="The months lie from {calls_999.window.start} to {calls_999.window.end}.",
    mend="Leave other months out, or say that another period is meant.",
    then=_WITHIN,
    passes=({"month": date(2017, 4, 30)}, {"month": date(2018, 9, 30)}),
    fails=({"month": date(2017, 3, 31)}, {"month": date(2018, 10, 31)}),
)

EVERY_MONTH = GroupRule(
    id="CAL006",
    statement="A26",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="calls_999",
    says="Each force has rows of {calls_999.months} months of the figure's period.",
    mend="Put the force's rows in the order of their months, and look for the month "
    "end from {calls_999.window.start} to {calls_999.window.end} that is not among "
    "them. Add it; where its calls are not known, write .. and never 0.",
    by=("force",),
    distinct=("month",),
    when=_WITHIN & FORCES_ALONE,
    then=column("distinct.month") == edition("calls_999.months"),
    passes=(
        _ROWS,
        (*_ROWS, _ROWS[0]),
        (*_ROWS, {"force": "Essex", "month": date(2018, 10, 31)}),
        (*_ROWS, {"force": BRITISH_TRANSPORT_POLICE, "month": date(2018, 9, 30)}),
    ),
    fails=(
        _ROWS[1:],
        (*_ROWS[1:], _ROWS[1]),
        (*_ROWS, {"force": "Kent", "month": date(2018, 9, 30)}),
    ),
)

SOME_CALLS = RowRule(
    id="CAL007",
    statement="A5",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="calls_999",
    says="A force receives some 999 calls in each month.",
    mend="Write .. where the number is not known; 0 says that nobody called.",
    when=column("calls") >= 0,
    then=column("calls") > 0,
    passes=({"calls": 1}, {"calls": None}),
    fails=({"calls": 0},),
)

_TWELVE_MONTHS = tuple(
    {"month": date(2017 + at // 13, (at - 1) % 12 + 1, 28)} for at in range(10, 22)
)

_CALLS = Measure(
    value="calls",
    what="999 calls of the last twelve months",
    unit="calls",
    cells={},
    each=_TWELVE_MONTHS,
    when=column("month").between(
        edition("calls_999.year.start"), edition("calls_999.window.end")
    ),
)

NOTABLE = per_resident("CAL008", "calls_999", _CALLS)

RULES: tuple[Rule, ...] = (
    SCOPE,
    ALL_FORCES,
    OWN_ROWS_ONLY,
    LAST_DAY_OF_MONTH,
    OF_THE_WINDOW,
    EVERY_MONTH,
    SOME_CALLS,
    NOTABLE,
)
