"""Malformed rules over groups, sums, links and totals are refused, the fault named."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from peelcheck.authoring import column, edition, manifest
from peelcheck.errors import RulebookError
from peelcheck.model import (
    Basis,
    GroupRule,
    LinkRule,
    ReferenceRule,
    RowRule,
    Rule,
    Severity,
    SumRule,
    TotalsRule,
    UniqueRule,
)
from peelcheck.rules.rulebook import Rulebook, columns_read, joined, rulebook
from peelcheck.shape import Missing

COMMON: dict[str, Any] = {
    "id": "OCM901",
    "statement": "A32",
    "basis": Basis.STATED,
    "severity": Severity.ERROR,
    "table": "outcomes",
    "says": "So it is.",
    "mend": "Make it so.",
    "passes": ({},),
    "fails": ({},),
}
UNIQUE = UniqueRule(**COMMON, columns=("crime",), when=column("current") == "yes")
LINK = LinkRule(
    **COMMON,
    to="crimes",
    on=("force", "crime"),
    when=column("outcome_type") == "1",
    then=column("assigned_on") >= column("reference.recorded_on"),
)
COUNTS = COMMON | {"id": "OUT901", "table": "outcome_counts"}
GROUP = GroupRule(
    **COUNTS,
    by=("force", "outcome_type"),
    sums=("of_offences_recorded",),
    blanks=("quarter",),
    when=column("offence_code").is_missing(),
    then=(column("blank.quarter") == column("rows"))
    | (column("of_offences_recorded") >= 0),
)
CRIMES = COMMON | {"id": "CRI901", "table": "recorded_crime"}
TOTALS = TotalsRule(
    **CRIMES, when=column("total") == "Wales", then=column("beyond").is_missing()
)
SUM = SumRule(
    **CRIMES,
    value="crimes",
    by=("force",),
    whole=column("offence") == "Burglary",
    parts=column("offence") == "Residential burglary",
)
WORKFORCE = COMMON | {"id": "WOR901", "table": "workforce"}
ADDED = ReferenceRule(
    **WORKFORCE,
    reference="workforce_published",
    on={"force": "force"},
    sums=("fte",),
    when=column("rank").is_missing(),
    then=column("fte") <= column("reference.fte"),
)


def refusal(rule: Rule) -> str:
    """Return why a rule is refused."""
    with pytest.raises(RulebookError) as refused:
        Rulebook.of([rule])
    return str(refused.value).removeprefix(f"rule {rule.id}: ")


DISTINCT = replace(
    GROUP, distinct=("offence",), then=column("distinct.offence") <= column("rows")
)


@pytest.mark.parametrize("rule", [UNIQUE, LINK, GROUP, DISTINCT, TOTALS, SUM, ADDED])
def test_a_well_formed_rule_is_taken(rule: Rule) -> None:
    assert Rulebook.of([rule]).rules == (rule,)


@pytest.mark.parametrize(
    ("rule", "columns"),
    [
        (UNIQUE, ("crime", "current")),
        (LINK, ("outcome_type", "assigned_on", "force", "crime")),
        (
            GROUP,
            (
                "offence_code",
                "force",
                "outcome_type",
                "of_offences_recorded",
                "quarter",
            ),
        ),
        (
            DISTINCT,
            (
                "offence_code",
                "force",
                "outcome_type",
                "of_offences_recorded",
                "quarter",
                "offence",
            ),
        ),
        (TOTALS, ()),
        (SUM, ("offence", "force", "crimes")),
        (ADDED, ("rank", "fte", "force")),
    ],
)
def test_the_columns_it_reads_are_those_of_its_own_table(
    rule: Rule, columns: tuple[str, ...]
) -> None:
    assert columns_read(rule) == columns


def test_the_columns_it_reads_of_another_table_are_known() -> None:
    assert joined(LINK) == ["reference.recorded_on"]
    assert joined(GROUP) == []


TOWN = column("town") == "Colchester"


@pytest.mark.parametrize(
    "rule",
    [
        replace(UNIQUE, when=TOWN),
        replace(LINK, when=TOWN),
        replace(LINK, then=TOWN),
        replace(LINK, on=("town",)),
        replace(GROUP, by=("town",)),
        replace(GROUP, sums=("town",)),
        replace(GROUP, blanks=("town",)),
        replace(GROUP, distinct=("town",)),
        replace(GROUP, when=TOWN),
        replace(SUM, parts=TOWN),
        replace(ADDED, sums=("town",)),
        replace(ADDED, when=TOWN),
    ],
)
def test_an_unknown_column_is_refused_wherever_it_stands(rule: Rule) -> None:
    assert refusal(rule) == "there is no column town"


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        (replace(GROUP, then=column("quarter") == 1), "a group has no quarter"),
        (replace(GROUP, then=column("blank.force") == 1), "a group has no blank.force"),
        (
            replace(GROUP, then=column("distinct.quarter") == 1),
            "a group has no distinct.quarter",
        ),
        (
            replace(GROUP, then=column("reference.x") == 1),
            "a group has no reference.x",
        ),
        (
            replace(GROUP, when=column("reference.x") == 1),
            "a group has no reference.x",
        ),
        (replace(TOTALS, then=column("crimes") == 1), "a total has no crimes"),
        (replace(TOTALS, when=column("force") == "Kent"), "a total has no force"),
        (replace(ADDED, then=column("headcount") == 1), "a sum has no headcount"),
    ],
)
def test_a_condition_names_what_is_made_and_nothing_else(
    rule: Rule, fault: str
) -> None:
    assert refusal(rule) == fault


@pytest.mark.parametrize(
    "rule", [replace(GROUP, sums=("offence_group",)), replace(ADDED, sums=("rank",))]
)
def test_only_numbers_are_added_up(rule: GroupRule | ReferenceRule) -> None:
    wrong = replace(rule, then=column(rule.sums[0]).is_present())
    assert refusal(wrong) == f"{rule.sums[0]} is no number to be added up"


class TestLinks:
    """What a rule over two tables must say of the other."""

    def test_the_other_table_is_known(self) -> None:
        says = "there is no table 'victims' to point to"
        assert refusal(replace(LINK, to="victims")) == says

    @pytest.mark.parametrize("to", ["outcomes", "outcome_counts"])
    def test_the_other_table_is_checked_before(self, to: str) -> None:
        says = f"the table {to} is not checked before outcomes"
        assert refusal(replace(LINK, to=to)) == says

    @pytest.mark.parametrize(
        "rule",
        [
            replace(LINK, then=column("reference.town").is_present()),
            replace(LINK, when=column("reference.town").is_present()),
            replace(LINK, on=("force", "assigned_on")),
        ],
    )
    def test_the_columns_are_those_of_the_other_table(self, rule: LinkRule) -> None:
        name = "assigned_on" if "assigned_on" in rule.on else "town"
        assert refusal(rule) == f"the table crimes has no column {name}"

    @pytest.mark.parametrize(
        "rule",
        [replace(LINK, on=()), replace(LINK, then=column("assigned_on").is_present())],
    )
    def test_something_of_the_other_table_is_read(self, rule: LinkRule) -> None:
        assert refusal(rule) == "it reads nothing of the table crimes"


SOME = frozenset({Missing.IGNORED, Missing.UNDECIDED})


@pytest.mark.parametrize(
    ("rule", "meanings"),
    [
        (LINK, frozenset(Missing)),
        (GROUP, SOME),
        (TOTALS, SOME),
        (ADDED, SOME),
        (UNIQUE, frozenset({Missing.IGNORED})),
    ],
)
def test_a_missing_value_means_what_the_kind_of_rule_allows(
    rule: Rule, meanings: frozenset[Missing]
) -> None:
    for missing in meanings:
        examples = rule.passes if missing is Missing.UNDECIDED else ()
        one = replace(rule, missing=missing, undecided=examples)
        assert Rulebook.of([one]).rules == (one,)
    for missing in frozenset(Missing) - meanings:
        says = f"no rule of its kind can take a missing value as {missing.value}"
        one = replace(rule, missing=missing)
        assert refusal(one) == says


def test_a_rule_that_leaves_open_has_an_example_of_it_and_no_other_has() -> None:
    lacks = replace(GROUP, missing=Missing.UNDECIDED)
    assert refusal(lacks) == "it has no example in 'undecided'"
    idle = replace(GROUP, undecided=({},))
    assert refusal(idle) == "a missing value is ignored, so no example is undecided"


def test_a_value_of_the_manifest_hides_no_unknown_value_of_the_edition() -> None:
    then = (column("crimes") == manifest("period_end")) & (
        column("crimes") == edition("crimes.vindow.end")
    )
    rule = RowRule(**CRIMES, then=then)
    assert refusal(rule) == (
        "there is no edition-value 'crimes.vindow.end'; "
        "did you mean 'crimes.window.end'?"
    )


def test_an_empty_cell_of_a_key_may_be_a_row_too_many() -> None:
    book = rulebook()
    assert "remove the row" in book["POP.force.missing"].mend
    assert "0 for none" in book["POP.population.missing"].mend
