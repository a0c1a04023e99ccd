"""Rules over the staff survey (A5, A7, A8, A12 to A14)."""

from peelcheck.model import Rule
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only

__all__ = ["RULES"]

SCOPE = in_scope("SSV001", "staff_survey")

ALL_FORCES = all_forces("SSV002", "staff_survey")

OWN_ROWS_ONLY = own_rows_only("SSV003", "staff_survey")

RULES: tuple[Rule, ...] = (SCOPE, ALL_FORCES, OWN_ROWS_ONLY)
