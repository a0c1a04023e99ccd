"""What other libraries are given of a table, and what they are not."""

from __future__ import annotations

from peelcheck.interop.carried import carried_rules
from peelcheck.reference.editions import edition_named
from peelcheck.rules.rulebook import rulebook
from peelcheck.tables import TABLES

STOP_SEARCH = carried_rules(
    TABLES["stop_search"], rulebook(), edition_named("peel-2018-19")
)


def test_every_rule_of_the_table_is_carried_or_left_out_with_a_reason() -> None:
    rules = [rule.id for rule in rulebook() if rule.table == "stop_search"]
    carried = [rule.id for rule in STOP_SEARCH.rules]
    named = [*carried, *STOP_SEARCH.by_shape, *STOP_SEARCH.left_out]
    assert sorted(named) == sorted(rules)
    assert all(STOP_SEARCH.left_out.values())


def test_rules_over_whole_tables_and_the_manifest_are_left_out() -> None:
    assert sorted(STOP_SEARCH.left_out) == [
        "STS002",
        "STS003",
        "STS007",
        "STS008",
        "STS009",
        "STS010",
        "STS011",
        "STS012",
        "STS013",
    ]


def test_the_edition_is_written_into_the_conditions() -> None:
    carried = carried_rules(
        TABLES["population"], rulebook(), edition_named("peel-2018-19")
    )
    vintage = next(rule for rule in carried.rules if rule.id == "POP001")
    assert "2017" in str(vintage)


def test_rules_that_other_libraries_cannot_carry_are_left_out_with_a_reason() -> None:
    outcomes = carried_rules(
        TABLES["outcomes"], rulebook(), edition_named("peel-2018-19")
    )
    linked = "it looks at rows of another table"
    said = {name: outcomes.left_out[name] for name in ("OCM001", "OCM002", "OCM003")}
    assert said == {
        "OCM001": linked,
        "OCM002": "it asks some rows only to be unique",
        "OCM003": linked,
    }
    assert "OCM.key" in {rule.id for rule in outcomes.rules}
