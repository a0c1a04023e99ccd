"""Rules over rows and the rows they point to: when they run, and when they cannot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, cast

import pandas as pd
import polars as pl
import pytest
from returns import frame, row

import peelcheck
from peelcheck import Verdict
from peelcheck.authoring import column, manifest
from peelcheck.checking import check_return
from peelcheck.model import LinkRule
from peelcheck.reference.editions import edition_named
from peelcheck.rules.rulebook import Rulebook, rulebook

EDITION = edition_named("peel-2018-19")
POINTS, AFTERWARDS = "OCM001", "OCM003"


def crimes(*numbers: str, **changes: Any) -> pl.DataFrame:
    sound = {"force": "Essex", "recorded_on": date(2018, 2, 1), "offence": "Robbery"}
    return pl.DataFrame([sound | {"crime": one} | changes for one in numbers])


def outcomes(*numbers: str, **changes: Any) -> pl.DataFrame:
    sound = {
        "force": "Essex",
        "outcome_type": "1",
        "assigned_on": date(2018, 3, 1),
        "current": "yes",
    }
    return pl.DataFrame([sound | {"crime": one} | changes for one in numbers])


def report_of(**tables: Any) -> peelcheck.Report:
    return peelcheck.check(tables)


def test_rows_are_linked_and_those_that_point_nowhere_found() -> None:
    report = report_of(crimes=crimes("1", "2"), outcomes=outcomes("2", "3", "1"))
    result = report.of(POINTS)
    assert (result.verdict, result.evaluated, result.failed) == (Verdict.FAILED, 3, 1)
    (finding,) = result.findings
    assert finding.row == 1
    assert finding.message == "force = Essex, crime = 3, reference.crime = empty"
    assert report.of(AFTERWARDS).verdict is Verdict.PASSED


def test_a_finding_shows_both_days() -> None:
    early = outcomes("1", assigned_on=date(2018, 1, 1))
    (finding,) = report_of(crimes=crimes("1"), outcomes=early).of(AFTERWARDS).findings
    assert finding.message == (
        "assigned_on = 2018-01-01, force = Essex, crime = 1, "
        "reference.recorded_on = 2018-02-01"
    )


def test_without_the_other_table_rules_are_not_run() -> None:
    for name in (POINTS, AFTERWARDS):
        result = report_of(outcomes=outcomes("1")).of(name)
        assert result.verdict is Verdict.NOT_RUN
        assert result.reason == "the return has no table crimes"


def test_frames_of_two_libraries_are_not_linked() -> None:
    other = pd.DataFrame(crimes("1").to_dicts())
    result = report_of(crimes=other, outcomes=outcomes("1")).of(POINTS)
    assert result.verdict is Verdict.NOT_RUN
    assert result.reason == "outcomes and crimes are to come from one library"


@pytest.mark.parametrize(
    ("own", "other", "reason"),
    [
        (outcomes("1"), crimes("1", force="Esex"), "CRM.force.domain (column force)"),
        (outcomes("1"), crimes("1").drop("crime"), "CRM.columns (column crime)"),
        (outcomes("1"), crimes("1").clear(), "CRM.columns (column force)"),
        (outcomes("1", force="Esex"), crimes("1"), "OCM.force.domain (column force)"),
        (outcomes("1").drop("crime"), crimes("1"), "OCM.columns (column crime)"),
    ],
)
def test_a_faulty_key_in_either_table_blocks_links(
    own: pl.DataFrame, other: pl.DataFrame, reason: str
) -> None:
    result = report_of(crimes=other, outcomes=own).of(POINTS)
    assert result.verdict is Verdict.NOT_RUN
    assert result.reason == f"blocked by {reason}"


def test_a_missing_column_blocks_only_the_rules_that_read_it() -> None:
    other = crimes("1").drop("recorded_on")
    report = report_of(crimes=other, outcomes=outcomes("1"))
    assert report.of(POINTS).verdict is Verdict.PASSED
    assert report.of(AFTERWARDS).reason == (
        "blocked by CRM.columns (column recorded_on)"
    )


def test_a_faulty_cell_beside_the_key_blocks_no_link() -> None:
    own = outcomes("1", "2").with_columns(assigned_on=pl.lit("soon"))
    report = report_of(crimes=crimes("1", "2"), outcomes=own)
    assert report.of("OCM.assigned_on.type").verdict is Verdict.FAILED
    assert report.of(POINTS).verdict is Verdict.PASSED


def linked(**changes: Any) -> LinkRule:
    return replace(cast("LinkRule", rulebook()[POINTS]), id="OCM999", **changes)


def checked(*rules: LinkRule) -> peelcheck.Report:
    given = peelcheck.read({"crimes": crimes("1"), "outcomes": outcomes("1", "2")})
    return check_return(given, EDITION, Rulebook((*rulebook(), *rules)))


def test_a_rule_that_crashes_does_not_take_the_others_with_it() -> None:
    report = checked(linked(then=column("reference.recorded_on") < "soon"))
    assert report.of("OCM999").verdict is Verdict.CRASHED
    assert report.of(POINTS).failed == 1


def test_a_rule_needs_what_the_manifest_does_not_say() -> None:
    result = checked(linked(then=column("reference.crime") == manifest("state")))
    assert result.of("OCM999").verdict is Verdict.NOT_RUN
    assert result.of("OCM999").reason == "the manifest gives no state"


def test_an_optional_column_that_the_other_table_lacks_is_not_applicable() -> None:
    rule = linked(
        table="population",
        to="stop_search",
        on=("force",),
        then=column("reference.resultant_arrests").is_present(),
    )
    people = pl.DataFrame([{"year": 2017, "force": "Essex", "population": 1}])
    searches = frame(row()).drop("resultant_arrests")
    given = peelcheck.read({"stop_search": searches, "population": people})
    result = check_return(given, EDITION, Rulebook((rule,))).of("OCM999")
    assert result.verdict is Verdict.NOT_APPLICABLE
    assert result.reason == (
        "the table stop_search has no column resultant_arrests, and need not"
    )


def test_a_number_of_the_other_table_is_shown() -> None:
    rule = linked(
        table="population",
        to="stop_search",
        on=("force",),
        then=column("population") < column("reference.searches"),
    )
    people = pl.DataFrame([{"year": 2017, "force": "Essex", "population": 12}])
    given = peelcheck.read({"stop_search": frame(row()), "population": people})
    result = check_return(given, EDITION, Rulebook((rule,))).of("OCM999")
    assert [one.message for one in result.findings] == [
        "population = 12, force = Essex, reference.searches = 10"
    ]
