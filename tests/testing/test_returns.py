"""A return keeps the rulebook, or breaks these rules alone; else it is told why."""

from __future__ import annotations

import pytest
from bites import first_of

import peelcheck
from peelcheck import UnknownNameError, UsageError
from peelcheck.strategies import DrawnReturn
from peelcheck.strategies.valid import valid_return
from peelcheck.testing import assert_return


def told(drawn: DrawnReturn, **how: object) -> str:
    with pytest.raises(AssertionError) as caught:
        assert_return(drawn.read(), **how)  # type: ignore[arg-type]
    return str(caught.value)


@pytest.fixture
def crimes() -> DrawnReturn:
    return valid_return("peel-2018-19", "submission", ["crimes", "outcomes"])


def test_a_valid_return_passes_and_its_report_is_returned(crimes: DrawnReturn) -> None:
    report = assert_return(crimes.read())
    assert report.ok
    assert assert_return(report) is report
    assert assert_return(crimes.frames(), manifest=crimes.manifest).ok


def test_a_broken_rule_is_told_with_place_value_wanted_and_remedy() -> None:
    text = told(first_of("CRM001").given)
    assert "does not hold up (submission of Essex, edition peel-2018-19)" in text
    lines = text.split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("CRM001 error"))
    assert "recorded on = " in lines[at + 1] or "recorded_on = " in lines[at + 1]
    assert lines[at + 2].startswith("  + ")
    assert lines[at + 3].startswith("  mend  ")
    assert "peelcheck explain CRM001" in lines[at + 4]


def test_queries_count_unless_errors_alone_are_asked_for() -> None:
    drawn = first_of("STS006").given
    assert "STS006 query" in told(drawn)
    assert assert_return(drawn.read(), at_least="error").ok


def test_notes_count_where_they_are_asked_for() -> None:
    drawn = first_of("STR002").given
    assert assert_return(drawn.read()).ok
    assert "STR002 note" in told(drawn, at_least="note")


def test_rules_to_be_broken_must_be_and_no_other() -> None:
    drawn = first_of("CRM001").given
    assert not assert_return(drawn.read(), only="CRM001").ok
    text = told(drawn, only=["CRM001", "STS004"])
    assert "  - STS004  to be broken, but not for such a return" in text
    text = told(drawn, only="CRM004")
    assert "  - CRM004  to be broken, but passed" in text
    assert "  + CRM001  broken too" in text


def test_a_rule_that_was_not_run_is_no_pass(crimes: DrawnReturn) -> None:
    alone = {"crimes": crimes.frames()["crimes"].drop("offence")}
    with pytest.raises(AssertionError, match="not run"):
        assert_return(alone, kind="submission", manifest={"force": "Essex"})


def test_nothing_evaluated_is_no_pass(crimes: DrawnReturn) -> None:
    empty = {"crimes": crimes.frames()["crimes"].clear()}
    with pytest.raises(AssertionError, match="does not hold up"):
        assert_return(empty, manifest={"kind": "submission", "force": "Essex"})


def test_wrong_use_is_told(crimes: DrawnReturn) -> None:
    report = peelcheck.check(crimes.read())
    with pytest.raises(UsageError, match="leave out kind"):
        assert_return(report, kind="submission")
    with pytest.raises(UnknownNameError, match="there is no severity"):
        assert_return(report, at_least="grave")
    with pytest.raises(UnknownNameError, match="did you mean"):
        assert_return(report, only="STS04")
