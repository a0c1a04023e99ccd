"""Groups held against the same groups of another table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from peelcheck.authoring import column
from peelcheck.engines.agreeing import agreement
from peelcheck.engines.outcome import FIRST
from peelcheck.model import AgreementRule, Basis, Severity
from peelcheck.returns import ROW
from peelcheck.shape import Missing

RULE = AgreementRule(
    id="SSG901",
    statement="A5",
    basis=Basis.DERIVED,
    severity=Severity.QUERY,
    missing=Missing.UNDECIDED,
    table="stop_search_by_group",
    says="They agree.",
    mend="Let them.",
    to="stop_search",
    on={"area": "force"},
    sums=("searches",),
    other_sums=("searches",),
    then=column("searches") == column("reference.searches"),
)
OF_ROWS = replace(RULE, sums=(), then=column("rows") == column("reference.searches"))


def here(area: str | None, searches: float | None, rows: int = 2) -> dict[str, Any]:
    return {"area": area, "searches": searches, "rows": rows, ROW: 7}


def there(force: str | None, searches: float | None, rows: int = 3) -> dict[str, Any]:
    return {"force": force, "searches": searches, "rows": rows, ROW: 9}


def test_groups_are_matched_by_the_columns_that_are_paired() -> None:
    own = [here("Essex", 5), here("Kent", 6)]
    outcome = agreement(RULE, own, [there("Kent", 6), there("Essex", 4)])
    assert (outcome.evaluated, outcome.failed, outcome.undecided) == (2, 1, 0)
    (hit,) = outcome.hits
    assert (hit.row, hit.values) == (7, {"area": "Essex", "searches": 5, "rows": 2})
    assert hit.message == ("searches 5 here, searches 4 in stop_search: 1 more here")


@pytest.mark.parametrize(
    ("own", "other"),
    [
        (here("Essex", 5), there("Kent", 5)),
        (here(None, 5), there(None, 5)),
        (here("Essex", None), there("Essex", 5)),
        (here("Essex", 5), there("Essex", None)),
    ],
)
def test_what_cannot_be_told_is_left_open(
    own: dict[str, Any], other: dict[str, Any]
) -> None:
    outcome = agreement(RULE, [own], [other])
    assert (outcome.evaluated, outcome.failed, outcome.undecided) == (0, 0, 1)
    ignored = agreement(replace(RULE, missing=Missing.IGNORED), [own], [other])
    assert (ignored.evaluated, ignored.undecided) == (0, 0)


def test_groups_of_the_other_table_alone_are_not_looked_at() -> None:
    assert agreement(RULE, [], [there("Essex", 5)]).evaluated == 0


def test_rows_are_counted_here_and_there() -> None:
    assert agreement(OF_ROWS, [here("Essex", 1, rows=4)], [there("Essex", 4)]).evaluated
    of_both = replace(OF_ROWS, then=column("rows") == column("reference.rows"))
    outcome = agreement(of_both, [here("Essex", 1)], [there("Essex", 1)])
    assert outcome.failed == 1


def test_decimals_are_told_to_two_places() -> None:
    (hit,) = agreement(RULE, [here("Essex", 5.125)], [there("Essex", 5.0)]).hits
    assert hit.values["searches"] == pytest.approx(5.12)
    assert "searches 5.12 here, searches 5.00 in stop_search" in hit.message


def test_several_sums_are_named_without_a_difference() -> None:
    two = replace(RULE, other_sums=("searches", "resultant_arrests"))
    other = there("Essex", 4) | {"resultant_arrests": 1}
    (hit,) = agreement(two, [here("Essex", 5)], [other]).hits
    assert hit.message == (
        "searches 5 here, searches 4 and resultant_arrests 1 in stop_search"
    )


def test_all_are_counted_and_the_first_listed() -> None:
    names = [str(number) for number in range(FIRST + 5)]
    own = [here(name, 1) for name in names]
    outcome = agreement(RULE, own, [there(name, 2) for name in names])
    assert (outcome.failed, len(outcome.hits)) == (FIRST + 5, FIRST)
