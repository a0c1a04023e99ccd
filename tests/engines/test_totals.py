"""Printed totals, counted: those that agree, those that do not, those left open."""

from __future__ import annotations

from typing import Any

from peelcheck.engines.deciding import totals
from peelcheck.engines.outcome import FIRST, Hit, Outcome
from peelcheck.returns import Total


def total(**changes: Any) -> Total:
    sound: dict[str, Any] = {
        "area": "Wales",
        "members": "its 4 forces",
        "column": "crimes",
        "key": {"offence": "Robbery"},
        "printed": 1_200,
        "summed": 1_200,
        "lacks": (),
        "agrees": True,
        "row": 9,
        "place": "C9",
    }
    return Total(**sound | changes)


def test_a_total_that_does_not_agree_is_found_with_its_place_and_sum() -> None:
    wrong = total(agrees=False, summed=1_190)
    message = "Wales (Robbery) = 1,200, its 4 forces make 1,190"
    values = {"offence": "Robbery", "total": "Wales", "crimes": 1_200}
    assert totals([total(), wrong]) == Outcome(
        evaluated=2, failed=1, counted="totals", hits=(Hit(9, values, message, "C9"),)
    )


def test_a_total_outside_a_sheet_has_no_place() -> None:
    (hit,) = totals([total(agrees=False, place="")]).hits
    assert (hit.cell, hit.row) == ("", 9)


def test_what_a_missing_member_leaves_open_is_counted_apart() -> None:
    found = totals([total(agrees=None), total()])
    assert (found.evaluated, found.failed, found.undecided) == (1, 0, 1)


def test_the_first_are_listed_and_all_are_counted() -> None:
    found = totals([total(agrees=False)] * 25)
    assert (found.failed, len(found.hits)) == (25, FIRST)
