"""Rules over spend by objective category (A5, A7, A8, A11, A44 to A46)."""

from peelcheck.model import Rule
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only

__all__ = ["RULES"]

SCOPE = in_scope("SPE001", "spend")

ALL_FORCES = all_forces("SPE002", "spend", period="year_ending")

OWN_ROWS_ONLY = own_rows_only("SPE003", "spend")

RULES: tuple[Rule, ...] = (SCOPE, ALL_FORCES, OWN_ROWS_ONLY)
