"""Rules over vetting clearance (A5, A7, A8, A49)."""

from datetime import date

from peelcheck.model import Rule
from peelcheck.rules.notable import as_a_share
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only

__all__ = ["RULES"]

SCOPE = in_scope("VET001", "vetting")

ALL_FORCES = all_forces("VET002", "vetting", period="as_at")

OWN_ROWS_ONLY = own_rows_only("VET003", "vetting")

NOTABLE = as_a_share(
    "VET050",
    "vetting",
    "without_clearance",
    "workforce",
    what="The share of the workforce without clearance",
    unit="per cent of the workforce",
    cells={"as_at": date(2018, 4, 1)},
)

RULES: tuple[Rule, ...] = (SCOPE, ALL_FORCES, OWN_ROWS_ONLY, NOTABLE)
