"""What rules read of another table, and how they may be malformed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from peelcheck.authoring import column
from peelcheck.errors import RulebookError
from peelcheck.model import AgreementRule, Basis, LinkRule, Severity
from peelcheck.rules.other_tables import read_there
from peelcheck.rules.rulebook import Rulebook, columns_read

COMMON: dict[str, Any] = {
    "statement": "A5",
    "basis": Basis.DERIVED,
    "severity": Severity.QUERY,
    "says": "So it is.",
    "mend": "Make it so.",
    "passes": ({},),
    "fails": ({},),
}
AGREE = AgreementRule(
    **COMMON,
    id="SSG901",
    table="stop_search_by_group",
    to="stop_search",
    on={"area": "force"},
    sums=("searches",),
    other_sums=("searches",),
    when=column("legislation") == "All",
    where=column("ethnic_group") != "Vehicle only",
    then=column("searches") == column("reference.searches"),
)
LINK = LinkRule(
    **COMMON,
    id="OCM901",
    table="outcomes",
    to="crimes",
    on=("force", "crime"),
    when=column("outcome_type") == "1",
    then=column("assigned_on") >= column("reference.recorded_on"),
)


def refusal(rule: AgreementRule) -> str:
    """Return why a rule is refused."""
    with pytest.raises(RulebookError) as refused:
        Rulebook.of([rule])
    return str(refused.value).removeprefix(f"rule {rule.id}: ")


def test_a_well_formed_rule_is_taken() -> None:
    assert Rulebook.of([AGREE]).rules == (AGREE,)


def test_what_is_read_here_and_there_is_told_apart() -> None:
    assert columns_read(AGREE) == ("legislation", "area", "searches")
    assert read_there(AGREE) == ("force", "searches", "ethnic_group")
    assert read_there(LINK) == ("force", "crime", "recorded_on")
    alone = replace(LINK, then=column("reference.crime").is_present())
    assert read_there(alone) == ("force", "crime")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"to": "searches"}, "there is no table 'searches' to point to"),
        (
            {"to": "crimes"},
            "the table crimes is not checked before stop_search_by_group",
        ),
        ({"on": {"town": "force"}}, "there is no column town"),
        ({"on": {"area": "town"}}, "the table stop_search has no column town"),
        ({"on": {}}, "it reads nothing of the table stop_search"),
        ({"sums": ("area",)}, "a group has no searches"),
        ({"sums": ("area", "searches")}, "area is no number to be added up"),
        ({"other_sums": ()}, "a group has no reference.searches"),
        (
            {"other_sums": ("searches", "force")},
            "force is no number to be added up",
        ),
        (
            {"where": column("town") == "Colchester"},
            "the table stop_search has no column town",
        ),
        (
            {"then": column("searches") == column("rows")},
            "it reads nothing of the table stop_search",
        ),
        (
            {"then": column("legislation") == column("reference.searches")},
            "a group has no legislation",
        ),
    ],
)
def test_a_malformed_rule_is_refused_and_the_fault_named(
    changes: dict[str, Any], says: str
) -> None:
    assert refusal(replace(AGREE, **changes)) == says


def test_rows_can_be_counted_on_both_sides() -> None:
    of_rows = replace(AGREE, then=column("rows") == column("reference.rows"))
    assert Rulebook.of([of_rows]).rules == (of_rows,)
