"""Rules over spend by objective category (A5, A7, A8, A11, A44 to A46)."""

from datetime import date

from peelcheck.authoring import column
from peelcheck.model import Rule
from peelcheck.rules.notable import Measure, per_resident, since_the_year_before
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only
from peelcheck.tables.spend import ALL_CATEGORIES

__all__ = ["RULES"]

SCOPE = in_scope("SPE001", "spend")

ALL_FORCES = all_forces("SPE002", "spend", period="year_ending")

OWN_ROWS_ONLY = own_rows_only("SPE003", "spend")

_ALL_SPEND = Measure(
    value="amount",
    what="Pounds spent on all categories",
    unit="pounds",
    cells={"year_ending": date(2018, 3, 31), "category": ALL_CATEGORIES},
    when=column("category") == ALL_CATEGORIES,
    counted=False,
)

NOTABLE = per_resident("SPE050", "spend", _ALL_SPEND, times=1)

MOVED = since_the_year_before("SPE051", "spend", _ALL_SPEND, "year_ending")

RULES: tuple[Rule, ...] = (SCOPE, ALL_FORCES, OWN_ROWS_ONLY, NOTABLE, MOVED)
