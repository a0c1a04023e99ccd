"""Printed totals, counted: those that agree, those that do not, those left open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from peelcheck.authoring import column
from peelcheck.engines.outcome import FIRST, Hit, Outcome
from peelcheck.engines.totals import totals
from peelcheck.model import Basis, Severity, TotalsRule
from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE
from peelcheck.returns import Total
from peelcheck.shape import Missing

AGREES = TotalsRule(
    id="CRI901",
    statement="A5",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    table="recorded_crime",
    says="So it is.",
    mend="Make it so.",
    missing=Missing.UNDECIDED,
    then=column("agrees") == True,  # noqa: E712 - a condition
)
FORCES_ALONE = replace(
    AGREES,
    when=column("total") == ENGLAND_AND_WALES,
    then=column("beyond").is_missing(),
)


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
    assert totals(AGREES, [total(), wrong]) == Outcome(
        evaluated=2, failed=1, counted="totals", hits=(Hit(9, values, message, "C9"),)
    )


def test_a_total_outside_a_sheet_has_no_place() -> None:
    (hit,) = totals(AGREES, [total(agrees=False, place="")]).hits
    assert (hit.cell, hit.row) == ("", 9)


def test_a_total_without_a_further_key_is_named_alone() -> None:
    (hit,) = totals(AGREES, [total(agrees=False, key={})]).hits
    assert hit.message == "Wales = 1,200, its 4 forces make 1,200"


def test_what_is_left_open_may_be_ignored() -> None:
    ignoring = replace(AGREES, missing=Missing.IGNORED)
    assert totals(ignoring, [total(agrees=None)]) == Outcome(
        evaluated=0, failed=0, counted="totals"
    )


class TestBeyond:
    """A total that holds a body beyond the forces, and the difference that makes (A29).

    The figures are those of all crime in the year ending September 2018, which ONS
    totals with British Transport Police.
    """

    def found(self, **changes: Any) -> Outcome:
        whole = {"area": ENGLAND_AND_WALES, "key": {}, "printed": 5_073_131}
        return totals(FORCES_ALONE, [total(**whole | {"summed": 5_073_131} | changes)])

    def test_the_difference_is_named(self) -> None:
        (hit,) = self.found(beyond={BRITISH_TRANSPORT_POLICE: 62_605}).hits
        assert hit.message == (
            "England and Wales = 5,073,131 holds British Transport Police's 62,605; "
            "without it 5,010,526"
        )

    def test_several_bodies_are_named_together(self) -> None:
        beyond = {BRITISH_TRANSPORT_POLICE: 62_605, "Central Secondments": 1.5}
        (hit,) = self.found(beyond=beyond).hits
        assert hit.message == (
            "England and Wales = 5,073,131 holds British Transport Police's 62,605 and "
            "Central Secondments' 1.50; without them 5,010,524.50"
        )

    @pytest.mark.parametrize(
        "beyond", [{}, {BRITISH_TRANSPORT_POLICE: 0}, {BRITISH_TRANSPORT_POLICE: None}]
    )
    def test_a_body_that_adds_nothing_is_not_held(
        self, beyond: dict[str, float | None]
    ) -> None:
        expected = Outcome(evaluated=1, failed=0, counted="totals")
        assert self.found(beyond=beyond) == expected

    def test_other_totals_are_not_looked_at(self) -> None:
        outcome = self.found(area="Wales", beyond={BRITISH_TRANSPORT_POLICE: 1})
        assert outcome == Outcome(evaluated=0, failed=0, counted="totals")

    def test_a_total_that_the_rule_cannot_tell_of_is_open(self) -> None:
        rule = replace(AGREES, when=column("beyond") == BRITISH_TRANSPORT_POLICE)
        assert totals(rule, [total()]).undecided == 1


def test_what_a_missing_member_leaves_open_is_counted_apart() -> None:
    found = totals(AGREES, [total(agrees=None), total()])
    assert (found.evaluated, found.failed, found.undecided) == (1, 0, 1)


def test_the_first_are_listed_and_all_are_counted() -> None:
    found = totals(AGREES, [total(agrees=False)] * 25)
    assert (found.failed, len(found.hits)) == (25, FIRST)
