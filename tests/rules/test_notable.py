"""Rules that hold forces against one another: what they read, and malformed ones."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import peelcheck
from peelcheck import Verdict
from peelcheck.against import Against
from peelcheck.authoring import column, edition
from peelcheck.errors import RulebookError, UsageError
from peelcheck.model import Kind, NotableRule, Severity
from peelcheck.reference.editions import edition_named
from peelcheck.rules.rulebook import Rulebook, columns_read, rulebook
from peelcheck.strategies.valid import valid_return
from peelcheck.tables import TABLES


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


@pytest.mark.parametrize(
    ("table", "open_", "blocked"),
    [
        ("vetting", {"VET009": 1}, set()),
        # The last row is of the last year, which has a year before and no residents.
        ("spend", {"SPE018": 1}, set()),
        ("calls_999", {"CAL008": 1}, set()),
        ("stop_search", {}, {"STS014", "STS015"}),
        ("workforce", {}, {"WOR015", "WOR016"}),
        ("recorded_crime", {}, {"CRI022", "CRI023"}),
    ],
)
def test_rows_that_stand_twice_fail_the_rule_of_their_key_alone(
    table: str, open_: dict[str, int], blocked: set[str]
) -> None:
    drawn = valid_return("peel-2018-19", "collection", [table])
    rows = drawn.tables[table]
    totals = [row for row in rows if row.get("category") in {None, "All categories"}]
    kent = [row for row in totals if row["force"] == "Kent"]
    doubled = drawn.with_rows(table, (*rows, *([kent[-1]] * 9)))
    report = peelcheck.check(doubled.read())
    results = {one.rule.id: one for one in report.results if one.rule.table == table}
    failed = {key for key, one in results.items() if one.verdict is Verdict.FAILED}
    # What is held beside a published sum adds the row up twice, as it did.
    assert failed - {"WOR009"} == {f"{TABLES[table].prefix}.key"}
    mine = {one.id: results[one.id] for one in NOTABLE if one.table == table}
    stopped = {key for key, one in mine.items() if one.verdict is Verdict.NOT_RUN}
    assert stopped == blocked
    assert {key: one.undecided for key, one in mine.items() if one.undecided} == open_


def test_spend_is_divided_by_residents_in_the_year_of_their_mid_year_alone() -> None:
    drawn = valid_return("peel-2018-19", "collection", ["spend"])
    result = peelcheck.check(drawn.read()).of("SPE017")
    assert result.evaluated == 42
    assert {str(one.key["year_ending"]) for one in result.compared} == {"2018-03-31"}
    assert "in the year to 31 March 2018, by residents" in result.rule.says
    later = [row for row in drawn.tables["spend"] if row["year_ending"].year == 2019]
    result = peelcheck.check(drawn.with_rows("spend", later).read()).of("SPE017")
    assert result.verdict is Verdict.NOT_APPLICABLE
    assert result.reason == "no force has a figure that can be compared"
