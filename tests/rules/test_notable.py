"""Rules that hold forces against one another: what they read, and malformed ones."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from peelcheck.against import Against
from peelcheck.authoring import column, edition
from peelcheck.errors import RulebookError, UsageError
from peelcheck.model import Kind, NotableRule, Severity
from peelcheck.reference.editions import edition_named
from peelcheck.rules.rulebook import Rulebook, columns_read, rulebook


def rule_of(name: str) -> NotableRule:
    rule = rulebook()[name]
    assert isinstance(rule, NotableRule)
    return rule


PEOPLE, SHARE, MOVED = map(rule_of, ("STS014", "VET009", "STS015"))
NOTABLE = [one for one in rulebook() if isinstance(one, NotableRule)]


@pytest.mark.parametrize(
    ("rule", "columns"),
    [
        (PEOPLE, ("force", "ethnic_group", "year_ending", "searches")),
        (SHARE, ("as_at", "force", "without_clearance", "workforce")),
        (MOVED, ("year_ending", "force", "searches")),
    ],
)
def test_the_columns_it_reads(rule: NotableRule, columns: tuple[str, ...]) -> None:
    assert columns_read(rule) == columns


@pytest.mark.parametrize("rule", NOTABLE, ids=lambda one: one.id)
def test_it_asks_and_never_stops_a_return(rule: NotableRule) -> None:
    assert rule.severity is Severity.QUERY
    assert rule.kinds == {Kind.COLLECTION, Kind.PUBLICATION}


@pytest.mark.parametrize("rule", NOTABLE, ids=lambda one: one.id)
def test_every_number_it_decides_by_is_a_named_assumption(rule: NotableRule) -> None:
    change = rule.against is Against.YEAR_BEFORE
    names = {
        "distance": "notable_change_distance" if change else "notable_distance",
        "share": "notable_share",
        "probability": "notable_probability",
        "others": "notable_others",
    }
    for limit, name in names.items():
        assert getattr(rule.limits, limit) == edition(f"assumptions.{name}")


def test_by_residents_the_city_of_london_is_left_out_by_its_assumption() -> None:
    divided = [one for one in NOTABLE if one.reference]
    assert {one.id for one in divided} == {
        *("STS014", "CRI022", "WOR015", "CAL008", "SPE017")
    }
    for rule in divided:
        city = column("force") != edition("assumptions.city_of_london")
        assert str(city) in str(rule.when)


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        (
            replace(PEOPLE, kinds=frozenset(Kind)),
            "a submission has no other forces to compare with",
        ),
        (replace(PEOPLE, by=("year_ending",)), "it does not tell forces apart"),
        (replace(PEOPLE, value="reason"), "reason is no number to be added up"),
        (replace(SHARE, per="basis"), "basis is no number to be added up"),
        (replace(SHARE, per="town"), "there is no column town"),
        (replace(PEOPLE, value="town"), "there is no column town"),
        (
            replace(PEOPLE, per="", reference=""),
            "forces of many sizes are compared, and it divides by nothing",
        ),
        (replace(PEOPLE, reference="towns"), "there is no reference table towns"),
        (replace(PEOPLE, per="town"), "the reference table has no column town"),
        (
            replace(PEOPLE, where=column("town") == 1),
            "the reference table has no column town",
        ),
        (
            replace(MOVED, by=("force",)),
            "it does not tell a year from the year before",
        ),
        (
            replace(MOVED, per="resultant_arrests"),
            "a year and the year before are divided by nothing else",
        ),
        (
            replace(MOVED, limits=replace(MOVED.limits, share=edition("towns"))),
            "there is no edition-value 'towns'",
        ),
    ],
)
def test_a_malformed_one_is_refused(rule: NotableRule, fault: str) -> None:
    with pytest.raises(RulebookError) as refused:
        Rulebook.of([rule])
    assert str(refused.value).startswith(f"rule {rule.id}: {fault}")


@pytest.mark.parametrize(
    ("assumed", "says"),
    [
        ({"notable_probability": 99.8}, "is at most 1"),
        ({"notable_probability": -0.1}, "is at least 0"),
        ({"notable_others": 2}, "is at least 3"),
        ({"notable_distance": -1.0}, "is at least 0"),
    ],
)
def test_an_assumption_that_cannot_be_is_refused(
    assumed: dict[str, Any], says: str
) -> None:
    with pytest.raises(UsageError, match=says):
        edition_named("peel-2018-19").assuming(**assumed)
