"""Rules over the survey of the public (A5, A7, A8, A15 to A20)."""

from peelcheck.model import Rule
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only

__all__ = ["RULES"]

SCOPE = in_scope("PUB001", "public_survey")

ALL_FORCES = all_forces("PUB002", "public_survey")

OWN_ROWS_ONLY = own_rows_only("PUB003", "public_survey")

RULES: tuple[Rule, ...] = (SCOPE, ALL_FORCES, OWN_ROWS_ONLY)
