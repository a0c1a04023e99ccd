"""A report as a person reads it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from consoles import lines_of
from returns import frame, row

import peelcheck
from peelcheck import Report, Verdict
from peelcheck.reporting.findings import report_on_terminal


def printed(report: Report, **more: Any) -> list[str]:
    return lines_of(report_on_terminal(report, **more), 110)


@pytest.fixture(scope="module")
def broken() -> Report:
    rows = [row(reason=r, searches=-n) for n, r in enumerate(("Drugs", "Other"), 1)]
    more = [row(force="Esex", ethnic_group=g) for g in ("White", "Mixed")]
    return peelcheck.check(frame(*rows, *more), table="stop_search")


def test_a_finding_has_place_statement_remedy_and_where_to_read_on(
    broken: Report,
) -> None:
    lines = printed(broken)
    head = next(n for n, line in enumerate(lines) if "STS.searches.minimum" in line)
    assert lines[head].startswith(
        "STS.searches.minimum error  Each value of searches is 0 or more."
    )
    assert lines[head].endswith("2 of 4 rows")
    assert (
        lines[head + 1]
        == "  stop_search frame position 0   searches = -1   2018-03-31, Essex"
    )
    assert (
        lines[head + 2]
        == "  stop_search frame position 1   searches = -2   2018-03-31, Essex"
    )
    assert lines[head + 3] == "  annex  A48 (declared)"
    assert lines[head + 4].startswith("  mend   Correct the number; searches cannot be")


def test_places_with_one_message_are_taken_together(broken: Report) -> None:
    place = "  stop_search frame positions 2, 3"
    expected = f"{place}   force = Esex; did you mean 'Essex'?   2018-03-31"
    assert expected in printed(broken)


def test_errors_come_before_queries_and_notes() -> None:
    report = peelcheck.check(
        frame(row(searches=1), row(force="British Transport Police")),
        table="stop_search",
    )
    heads = [line.split()[1] for line in printed(report) if line.startswith("STS")]
    assert heads == sorted(heads, key=["error", "query", "note"].index)
    assert set(heads) == {"error", "query", "note"}


def test_a_run_of_rows_is_said_as_one() -> None:
    rows = [row(ethnic_group=g, searches=-1) for g in ("White", "Mixed", "Not stated")]
    report = peelcheck.check(frame(*rows), table="stop_search")
    expected = (
        "  stop_search frame positions 0 to 2   searches = -1   2018-03-31, Essex"
    )
    assert expected in printed(report)


def test_of_many_rows_at_fault_force_and_period_are_left_to_the_row_numbers() -> None:
    groups = ("White", "Mixed", "Not stated", "Vehicle only")
    rows = [row(ethnic_group=g, searches=-1) for g in groups]
    report = peelcheck.check(frame(*rows), table="stop_search")
    assert "  stop_search frame positions 0 to 3   searches = -1" in printed(report)


def test_blocked_rules_are_counted_under_their_blocker(broken: Report) -> None:
    expected = "not run  4 rules, blocked by STS.force.domain (column force)"
    assert expected in printed(broken)


def test_the_last_line_is_the_outcome(broken: Report) -> None:
    assert printed(broken)[-1] == "NOT OK  4 errors, 2 queries, no notes, 4 not run"


def test_nothing_evaluated_is_said() -> None:
    report = peelcheck.check(frame(row()), table="stop_search")
    nothing = replace(report, results=())
    assert printed(nothing)[-1].startswith("NOT OK  nothing was evaluated")


def test_a_crash_and_an_undecided_rule_are_shown(broken: Report) -> None:
    first, second, *rest = broken.results
    crashed = replace(first, verdict=Verdict.CRASHED, reason="ValueError: no")
    undecided = replace(second, verdict=Verdict.UNDECIDED, undecided=3)
    lines = printed(replace(broken, results=(crashed, undecided, *rest)))
    assert any(line.endswith("undecided for 3") for line in lines)
    assert "  ValueError: no" in lines
    assert lines[-1].startswith("A RULE CRASHED")


def test_coercions_are_shown_with_examples() -> None:
    report = peelcheck.check(frame(row(force="Essex Police")), table="stop_search")
    expected = "read as  stop_search.force  spelling, once: 'Essex Police' as Essex"
    assert expected in printed(report)


def test_columns_left_alone_are_counted() -> None:
    given = frame(row(remark="none", other="x"))
    assert (
        "2 other columns left alone"
        in printed(peelcheck.check(given, table="stop_search"))[1]
    )


def test_every_rule_can_be_listed(broken: Report) -> None:
    lines = printed(broken, every_rule=True)
    listed = [line.split()[0] for line in lines if line.startswith(("STS", "RTN"))]
    assert {result.rule.id for result in broken.results} <= set(listed)
