"""The ledger: each statement has what carries it out, each carrier its statement."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

import peelcheck
from peelcheck.ledger import (
    Entry,
    Standing,
    caveats,
    coverage,
    ledger,
    statements_of,
)
from peelcheck.manifest import MANIFEST_STATEMENTS, Manifest, TableEntry
from peelcheck.metrics import METRICS
from peelcheck.reference.editions import edition_named, editions
from peelcheck.reference.statements import Statement, statements
from peelcheck.results import Verdict
from peelcheck.rules.rulebook import rulebook

ENTRIES = list(ledger().values())
EDITIONS = [edition_named(name) for name in editions()]


def bare(unchecked: str = "") -> Entry:
    """Return an entry that nothing carries out."""
    return Entry(
        statement=Statement("A1", "About the data", "So.", unchecked),
        rules=(),
        metrics=(),
        caveats=(),
        fields=(),
        values=("x",),
        assumptions=(),
    )


class TestStatements:
    """From a statement to what carries it out."""

    @pytest.mark.parametrize("entry", ENTRIES, ids=lambda one: one.statement.id)
    def test_none_is_forgotten(self, entry: Entry) -> None:
        assert entry.standing is not Standing.FORGOTTEN

    def test_a_value_alone_carries_nothing_out(self) -> None:
        assert bare().standing is Standing.FORGOTTEN
        assert bare(unchecked="It cannot be.").standing is Standing.UNCHECKED
        assert replace(bare(), fields=("state",)).standing is Standing.CARRIED

    @pytest.mark.parametrize("entry", ENTRIES, ids=lambda one: one.statement.id)
    def test_what_cannot_be_checked_is_not_carried_out_all_the_same(
        self, entry: Entry
    ) -> None:
        if entry.statement.unchecked:
            assert (entry.rules, entry.metrics, entry.caveats) == ((), (), ())

    @pytest.mark.parametrize("entry", ENTRIES, ids=lambda one: one.statement.id)
    def test_reasons_and_remarks_are_sentences(self, entry: Entry) -> None:
        for text in (entry.statement.unchecked, entry.statement.remark):
            assert text == "" or text.endswith(".")

    def test_the_18_months_of_the_report_are_said_to_stand_apart(self) -> None:
        assert "never compared with those of 12" in ledger()["A28"].statement.remark


class TestCarriers:
    """From what carries a statement out to the statement."""

    def test_every_rule_names_a_statement(self) -> None:
        lost = {rule.id for rule in rulebook() if rule.statement not in ledger()}
        assert lost == set()

    @pytest.mark.parametrize("name", list(METRICS))
    def test_a_metric_and_its_parts_name_statements(self, name: str) -> None:
        metric = METRICS[name]
        assert metric.statement in metric.statements
        assert set(metric.statements) <= set(ledger())
        for exclusion in metric.numerator.exclusions:
            assert exclusion.statement in metric.statements

    @pytest.mark.parametrize("name", list(caveats()))
    def test_a_caveat_names_a_statement_or_an_assumption_that_does(
        self, name: str
    ) -> None:
        named = statements_of(caveats()[name])
        assert named
        assert set(named) <= set(ledger())

    def test_a_caveat_of_an_assumption_that_there_is_not_is_no_entry(self) -> None:
        lost = replace(caveats()["FEW_RESIDENTS"], source="assumption nobody_made")
        with pytest.raises(KeyError):
            statements_of(lost)

    def test_a_caveat_has_one_wording_wherever_it_travels(self) -> None:
        every = {one for metric in METRICS.values() for one in metric.caveats}
        assert Counter(one.id for one in every) == Counter(caveats().keys())

    @pytest.mark.parametrize("edition", EDITIONS, ids=lambda one: one.name)
    def test_values_and_assumptions_of_an_edition_name_statements(
        self, edition: peelcheck.reference.editions.Edition
    ) -> None:
        assert set(edition.statements) == set(edition.values)
        assert set(edition.statements.values()) <= set(statements())
        for assumption in edition.assumptions.values():
            assert assumption.statement in statements(), assumption.name

    @pytest.mark.parametrize("field", list(MANIFEST_STATEMENTS))
    def test_a_manifest_s_field_is_one_and_names_statements(self, field: str) -> None:
        fields = (*Manifest.__dataclass_fields__, *TableEntry.__dataclass_fields__)
        assert field in fields
        assert set(MANIFEST_STATEMENTS[field]) <= set(ledger())

    def test_everything_is_entered_where_it_says(self) -> None:
        entered = [rule.id for entry in ENTRIES for rule in entry.rules]
        assert sorted(entered) == sorted(rule.id for rule in rulebook())
        assert {m.id for entry in ENTRIES for m in entry.metrics} == set(METRICS)
        assert {c.id for entry in ENTRIES for c in entry.caveats} == set(caveats())


class TestCoverage:
    """How much of the annex a report looked at."""

    def test_every_statement_stands_somewhere(self) -> None:
        covered = coverage()
        assert covered.looked_at == ()
        assert covered.total == 49
        assert covered.carried + covered.unchecked == 49

    def test_a_check_looks_at_the_statements_of_rules_that_came_to_a_verdict(
        self,
    ) -> None:
        report = peelcheck.check("sample_data/essex_submission")
        looked = {
            result.rule.statement
            for result in report.results
            if result.verdict in {Verdict.PASSED, Verdict.FAILED, Verdict.UNDECIDED}
        }
        assert set(coverage(report=report).looked_at) == looked
        idle = [replace(result, verdict=Verdict.NOT_RUN) for result in report.results]
        assert coverage(report=replace(report, results=tuple(idle))).looked_at == ()

    def test_figures_look_at_their_metric_its_people_steps_and_caveats(self) -> None:
        figures = peelcheck.recompute("sample_data/essex_submission")
        rates = figures.only(metric="stop_search_rate")
        assert coverage(figures=rates).looked_at == ("A9", "A48")
        noted = [
            replace(one, caveats=(caveats()["DIFFERS_FROM_HOME_OFFICE"],))
            for one in rates
        ]
        assert coverage(figures=noted).looked_at == ("A8", "A9", "A48")

    def test_claims_look_at_what_their_figures_and_flags_do(self) -> None:
        claims = [
            {"subject": "Essex", "metric": "stop_search_rate", "figure": "3.6"},
            {
                "subject": "Essex",
                "figure": "84%",
                "of": "60",
                "evidence": "file review",
            },
        ]
        held = peelcheck.verify(claims, "sample_data/essex_submission")
        assert coverage(verification=held).looked_at == ("A9", "A23", "A24", "A48")

    def test_together_they_look_at_what_any_of_them_does(self) -> None:
        report = peelcheck.check("sample_data/essex_submission")
        figures = peelcheck.recompute("sample_data/essex_submission")
        both = set(coverage(report=report, figures=figures).looked_at)
        assert both == {
            *coverage(report=report).looked_at,
            *coverage(figures=figures).looked_at,
        }
