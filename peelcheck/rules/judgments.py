"""Rules over judgments (A1, A5, A7, A8)."""

from peelcheck.model import Rule
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only

__all__ = ["RULES"]

SCOPE = in_scope("JUD001", "judgments")

ALL_FORCES = all_forces("JUD002", "judgments")

OWN_ROWS_ONLY = own_rows_only("JUD003", "judgments")

RULES: tuple[Rule, ...] = (SCOPE, ALL_FORCES, OWN_ROWS_ONLY)
