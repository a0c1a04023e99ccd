"""Rules over vetting clearance (A5, A7, A8, A49)."""

from datetime import date

from peelcheck.model import Rule
from peelcheck.rules.notable import Measure, as_a_share
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only

__all__ = ["RULES"]

SCOPE = in_scope("VET001", "vetting")

ALL_FORCES = all_forces("VET002", "vetting", period="as_at")

OWN_ROWS_ONLY = own_rows_only("VET003", "vetting")

_LACKING = Measure(
    value="without_clearance",
    what="The workforce without clearance",
    unit="the workforce",
    cells={"as_at": date(2018, 4, 1)},
)

NOTABLE = as_a_share("VET050", "vetting", _LACKING, "workforce")

RULES: tuple[Rule, ...] = (SCOPE, ALL_FORCES, OWN_ROWS_ONLY, NOTABLE)
