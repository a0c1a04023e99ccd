"""Rules over 999 calls (A5, A7, A8, A26)."""

from datetime import date

from peelcheck.authoring import column, edition
from peelcheck.model import Rule
from peelcheck.rules.notable import Measure, per_resident
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only

__all__ = ["RULES"]

SCOPE = in_scope("CAL001", "calls_999")

ALL_FORCES = all_forces("CAL002", "calls_999", period="month")

OWN_ROWS_ONLY = own_rows_only("CAL003", "calls_999")

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

NOTABLE = per_resident("CAL050", "calls_999", _CALLS)

RULES: tuple[Rule, ...] = (SCOPE, ALL_FORCES, OWN_ROWS_ONLY, NOTABLE)
