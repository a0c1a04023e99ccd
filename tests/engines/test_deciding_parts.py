"""A whole held against the parts that are named for it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from peelcheck.authoring import column
from peelcheck.engines.deciding import sums
from peelcheck.engines.outcome import Hit, Outcome
from peelcheck.model import Basis, Severity, SumRule
from peelcheck.returns import ROW
from peelcheck.shape import Missing

RULE = SumRule(
    id="CRI901",
    statement="A28",
    basis=Basis.STATED,
    severity=Severity.ERROR,
    missing=Missing.UNDECIDED,
    table="recorded_crime",
    says="So it is.",
    mend="Make it so.",
    value="crimes",
    by=("force",),
    whole=column("offence") == "Burglary",
    parts=column("offence").is_in(("Residential", "Other")),
    expects=2,
)


def rows(**cells: int | None) -> list[dict[str, Any]]:
    return [
        {"force": "Essex", "offence": offence, "crimes": crimes, ROW: number}
        for number, (offence, crimes) in enumerate(cells.items())
    ]


def test_a_row_that_is_neither_whole_nor_part_is_left_alone() -> None:
    given = rows(Robbery=99, Burglary=5, Residential=3, Other=2, Fraud=None)
    assert sums(RULE, given) == Outcome(evaluated=1, failed=0, counted="groups")


def test_parts_that_do_not_make_the_whole_are_found() -> None:
    outcome = sums(RULE, rows(Robbery=1, Burglary=6, Residential=3, Other=2))
    values = {"force": "Essex", "offence": "Burglary", "crimes": 6}
    hits = (Hit(1, values, "the whole is 6, its 2 parts make 5: 1 more"),)
    assert outcome == Outcome(evaluated=1, failed=1, counted="groups", hits=hits)


def test_a_group_without_one_of_its_parts_is_left_alone() -> None:
    given = rows(Burglary=6, Residential=3, Robbery=2)
    assert sums(RULE, given) == Outcome(evaluated=0, failed=0, counted="groups")


def test_what_is_there_is_added_up_where_no_number_is_expected() -> None:
    any_number = replace(RULE, expects=None)
    assert sums(any_number, rows(Burglary=6, Residential=3)).failed == 1
    assert sums(any_number, rows(Burglary=6, Robbery=3)).evaluated == 0


@pytest.mark.parametrize("part", ["Burglary", "Residential"])
def test_a_whole_or_a_part_without_a_number_leaves_it_open(part: str) -> None:
    given = rows(**{"Burglary": 5, "Residential": 3, "Other": 2} | {part: None})
    expected = Outcome(evaluated=0, failed=0, undecided=1, counted="groups")
    assert sums(RULE, given) == expected


def test_a_row_that_may_be_a_part_leaves_it_open() -> None:
    given = rows(Burglary=5, Residential=3, Other=2)
    given[2]["offence"] = None
    assert sums(RULE, given).undecided == 1
