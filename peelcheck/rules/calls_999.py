"""Rules over 999 calls (A5, A7, A8, A26)."""

from peelcheck.model import Rule
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only

__all__ = ["RULES"]

SCOPE = in_scope("CAL001", "calls_999")

ALL_FORCES = all_forces("CAL002", "calls_999", period="month")

OWN_ROWS_ONLY = own_rows_only("CAL003", "calls_999")

RULES: tuple[Rule, ...] = (SCOPE, ALL_FORCES, OWN_ROWS_ONLY)
