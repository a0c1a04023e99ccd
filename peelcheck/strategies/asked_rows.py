"""Valid rows of what forces are asked for directly, and of spend."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import cast

from peelcheck.periods import month_ends
from peelcheck.reference.populations import reference_rows
from peelcheck.strategies.making import Making, times_of
from peelcheck.strategies.returned import Row
from peelcheck.tables.spend import ALL_CATEGORIES
from peelcheck.tables.vetting import HEADCOUNT

__all__ = ["ASKED_ROWS"]

_CALLS = 12
_WITHOUT = 0.02
"""The share of a workforce without clearance; alike, so that none stands apart."""
_SPENT = {"Road policing": 40.0, "Investigations": 60.0}
_DEFLATORS = {-1: 0.98, 0: 1.0}
"""The price level of each year, counted back from the last."""


def _calls_999(of: Making) -> Iterator[Row]:
    first, last = of.first_day("calls_999"), of.last_day("calls_999")
    for month in month_ends(first, last):
        for force in of.forces:
            yield {"month": month, "force": force, "calls": _CALLS * times_of(force)}


def _vetting(of: Making) -> Iterator[Row]:
    # The one number that either basis allows, so that the basis alone can be wrong.
    share = cast("float", of.edition.value("assumptions.vetting_basis_share"))
    for row in reference_rows("whole_workforce_published"):
        if row["force"] in of.forces:
            yield {
                "as_at": of.last_day("vetting"),
                "force": row["force"],
                "basis": HEADCOUNT,
                "workforce": share * row["fte"],
                "without_clearance": float(round(_WITHOUT * row["fte"])),
            }


def _spend(of: Making) -> Iterator[Row]:
    last = of.last_day("spend")
    amounts = {ALL_CATEGORIES: sum(_SPENT.values()), **_SPENT}
    for back, deflator in _DEFLATORS.items():
        for force in of.forces:
            for category, amount in amounts.items():
                yield {
                    "year_ending": date(last.year + back, last.month, last.day),
                    "force": force,
                    "category": category,
                    "amount": amount * times_of(force),
                    "price_base": last,
                    "price_index": "Made up",
                    "deflator": deflator,
                }


ASKED_ROWS: dict[str, Callable[[Making], Iterable[Row]]] = {
    "calls_999": _calls_999,
    "vetting": _vetting,
    "spend": _spend,
}
