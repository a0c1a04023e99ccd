"""Rules over reviewed case files (A5, A7, A8, A21 to A25)."""

from peelcheck.model import Rule
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only

__all__ = ["RULES"]

SCOPE = in_scope("FIL001", "file_review")

ALL_FORCES = all_forces("FIL002", "file_review")

OWN_ROWS_ONLY = own_rows_only("FIL003", "file_review")

RULES: tuple[Rule, ...] = (SCOPE, ALL_FORCES, OWN_ROWS_ONLY)
