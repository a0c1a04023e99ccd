"""Printed totals, and the bodies beyond the forces that they hold (A29)."""

from __future__ import annotations

from collections.abc import Mapping

from peelcheck.profiles import Areas
from peelcheck.reading.by_profile.areas import told_apart
from peelcheck.reading.by_profile.totals import Figures, held_against_members
from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE, force_names
from peelcheck.returns import Total

CENTRAL = "Central Service Secondments"
AREAS = Areas(
    column="force",
    totals={"Total": (f"forces, {CENTRAL}", "forces")},
    others=(CENTRAL,),
)


def held(printed: Mapping[str, str]) -> dict[str, Total]:
    """Return the totals among figures printed by area, each force with 10."""
    figures = {**dict.fromkeys(force_names(), "10"), **printed}
    rows = dict(enumerate(told_apart([*figures], [None] * len(figures), AREAS)))
    cells = [(row, "", (), text) for row, text in enumerate(figures.values())]
    found = held_against_members(Figures("crimes", cells), rows, AREAS, {})
    return {one.area: one for one in found}


def test_a_total_of_the_forces_alone_holds_no_other_body() -> None:
    given = {BRITISH_TRANSPORT_POLICE: "7", ENGLAND_AND_WALES: "430", "Wales": "40"}
    totals = held(given)
    assert {name: dict(one.beyond) for name, one in totals.items()} == {
        ENGLAND_AND_WALES: {},
        "Wales": {},
    }


def test_a_total_that_is_right_with_another_body_holds_its_figure() -> None:
    total = held({BRITISH_TRANSPORT_POLICE: "7", ENGLAND_AND_WALES: "437"})
    assert total[ENGLAND_AND_WALES].agrees is True
    assert total[ENGLAND_AND_WALES].beyond == {BRITISH_TRANSPORT_POLICE: 7}


def test_a_body_without_a_figure_is_named_without_one() -> None:
    total = held({CENTRAL: "", "Total": "430"})["Total"]
    assert total.beyond == {CENTRAL: None}
