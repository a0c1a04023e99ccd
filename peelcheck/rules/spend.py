"""Rules over spend by objective category (A5, A7, A8, A11, A44 to A46)."""

from datetime import date

from peelcheck.authoring import column
from peelcheck.model import Rule
from peelcheck.rules.notable import per_resident, since_the_year_before
from peelcheck.rules.territorial import all_forces, in_scope, own_rows_only
from peelcheck.tables.spend import ALL_CATEGORIES

__all__ = ["RULES"]

SCOPE = in_scope("SPE001", "spend")

ALL_FORCES = all_forces("SPE002", "spend", period="year_ending")

OWN_ROWS_ONLY = own_rows_only("SPE003", "spend")

NOTABLE = per_resident(
    "SPE050",
    "spend",
    "amount",
    what="Spend on all categories",
    unit="pounds per person",
    times=1,
    when=column("category") == ALL_CATEGORIES,
    cells={"year_ending": date(2018, 3, 31), "category": ALL_CATEGORIES},
    counted=False,
)

MOVED = since_the_year_before(
    "SPE051",
    "spend",
    "amount",
    "year_ending",
    what="spend on all categories",
    unit="pounds",
    when=column("category") == ALL_CATEGORIES,
    cells={"category": ALL_CATEGORIES},
    counted=False,
)

RULES: tuple[Rule, ...] = (SCOPE, ALL_FORCES, OWN_ROWS_ONLY, NOTABLE, MOVED)
