"""The small valid return: always the same, and valid in every kind."""

from __future__ import annotations

import pytest

import peelcheck
from peelcheck import UnknownNameError, Verdict
from peelcheck.model import Kind
from peelcheck.strategies.valid import valid_return
from peelcheck.tables import TABLES

OPEN = {Verdict.PASSED, Verdict.NOT_APPLICABLE}


@pytest.mark.parametrize("kind", list(Kind))
def test_every_rule_that_applies_looks_at_something_and_passes(kind: Kind) -> None:
    report = peelcheck.check(valid_return("peel-2018-19", kind).read())
    assert report.ok
    assert [one.rule.id for one in report.results if one.verdict not in OPEN] == []


@pytest.mark.parametrize("force", ["City of London", "Dyfed-Powys", "Kent"])
def test_a_submission_can_be_of_any_force(force: str) -> None:
    drawn = valid_return("peel-2018-19", "submission", force=force)
    report = peelcheck.check(drawn.read())
    failed = [one for one in report.results if one.verdict is Verdict.FAILED]
    assert [one.rule.id for one in failed] == []
    assert {row["force"] for row in drawn.tables["crimes"]} == {force}


def test_it_is_the_same_each_time() -> None:
    first = valid_return("peel-2018-19", "submission", ["crimes"])
    assert valid_return("peel-2018-19", "submission", ["crimes"]) == first


def test_tables_come_in_the_order_of_the_model() -> None:
    drawn = valid_return("peel-2018-19", "submission", ["outcomes", "crimes"])
    assert [*drawn.tables] == [name for name in TABLES if name in drawn.tables]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("peel-2020", "submission"), "there is no edition"),
        (("peel-2018-19", "draft"), "there is no kind"),
        (("peel-2018-19", "submission", ["crime"]), "did you mean 'crimes'"),
        (("peel-2018-19", "submission", None, "Rutland"), "Rutland"),
    ],
)
def test_unknown_names_are_told(arguments: tuple[str, ...], says: str) -> None:
    with pytest.raises(UnknownNameError, match=says):
        valid_return(*arguments)
