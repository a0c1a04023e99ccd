"""The annex as it is carried out: explained, listed, and counted in every report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from consoles import lines_of, printed
from jsonschema import Draft202012Validator
from pages import read_page

import peelcheck
from peelcheck import Figures, Report, Verification
from peelcheck.ledger import Coverage, coverage, ledger
from peelcheck.reporting.annex import (
    coverage_in_words,
    covered,
    standings_counted,
    statements_as_markdown,
    statements_page,
)
from peelcheck.reporting.claims import verification_on_terminal
from peelcheck.reporting.explained import explained
from peelcheck.reporting.figures import figures_on_terminal
from peelcheck.reporting.findings import report_on_terminal
from peelcheck.reporting.machine import (
    figures_as_json,
    report_as_json,
    schema,
    verification_as_json,
)
from peelcheck.reporting.page import page_as_html


@pytest.fixture(scope="module")
def report(sample_data: Path) -> Report:
    return peelcheck.check(sample_data / "essex_submission")


@pytest.fixture(scope="module")
def figures(sample_data: Path) -> Figures:
    return peelcheck.recompute(sample_data / "essex_submission")


@pytest.fixture(scope="module")
def held(sample_data: Path) -> Verification:
    claims = sample_data / "claims" / "peel_2018_19_essex.csv"
    return peelcheck.verify(claims, sample_data / "essex_submission")


def explanation(name: str) -> str:
    return "\n".join(lines_of(explained(name), 400)) + "\n"


class TestCoverage:
    """Every report says how much of the annex it covered."""

    def test_it_is_one_line(self) -> None:
        one = Coverage(looked_at=("A5", "A48"), carried=48, unchecked=1, total=49)
        assert coverage_in_words(one) == (
            "annex    2 of 49 statements looked at here (A5, A48); peelcheck carries "
            "out 48, 1 cannot be checked"
        )

    def test_where_nothing_was_looked_at_it_names_nothing(self) -> None:
        assert covered(coverage()).startswith("0 of 49 statements looked at here; ")

    def test_a_terminal_prints_it(
        self, report: Report, figures: Figures, held: Verification
    ) -> None:
        for shown, line in (
            (report_on_terminal(report), coverage(report=report)),
            (figures_on_terminal(figures), coverage(figures=figures)),
            (verification_on_terminal(held), coverage(verification=held)),
        ):
            assert line.looked_at
            assert coverage_in_words(line) in printed(shown, 400)

    def test_the_page_prints_it_for_all_its_parts(
        self, report: Report, figures: Figures, held: Verification
    ) -> None:
        html = page_as_html(report=report, figures=figures, verification=held)
        line = covered(coverage(report=report, figures=figures, verification=held))
        assert f"How much of the annex {line}" in read_page(html).words

    def test_json_holds_it(
        self, report: Report, figures: Figures, held: Verification
    ) -> None:
        for form, text, line in (
            ("report", report_as_json(report), coverage(report=report)),
            ("figures", figures_as_json(figures), coverage(figures=figures)),
            ("verification", verification_as_json(held), coverage(verification=held)),
        ):
            made = json.loads(text)
            assert made["annex"]["looked_at"] == list(line.looked_at)
            assert made["annex"]["total"] == 49
            assert list(Draft202012Validator(schema(form)).iter_errors(made)) == []
            del made["annex"]
            assert list(Draft202012Validator(schema(form)).iter_errors(made)) != []


class TestExplained:
    """A statement shows what carries it out, with examples."""

    def test_a_statement_shows_its_rules_with_examples_and_its_metrics(self) -> None:
        told = explanation("A48")
        assert told.startswith("A48  Stop and search\n")
        assert ledger()["A48"].statement.says in told
        assert "metric    stop_search_rate  Stops and searches per 1,000" in told
        written = [one.id for one in ledger()["A48"].rules if "." not in one.id]
        for name in written:
            assert f"rule      {name}  " in told
        assert f"passes    {written[0]}: " in told
        assert f"fails     {written[0]}: " in told
        assert "of the columns and the key of stop_search\n" in told

    def test_a_statement_shows_its_manifest_fields_values_and_assumptions(self) -> None:
        told = explanation("A9")
        assert "manifest  noted_exceptions\n" in told
        assert "value     population.vintage = 2017\n" in told
        assert "assumed   city_of_london = City of London\n" in told
        assert "caveat    FEW_RESIDENTS  Far fewer people" in told

    def test_what_cannot_be_checked_says_so(self) -> None:
        told = explanation("A10")
        assert "standing  cannot be checked\nwhy       It says why" in told
        assert "standing  carried out\nremark" in explanation("A14")

    def test_a_caveat_shows_where_it_comes_from_and_its_metrics(self) -> None:
        told = explanation("few_residents")
        assert told.startswith("FEW_RESIDENTS  a caveat\n")
        assert "source     assumption city_of_london\n" in told
        assert "statement  A9, Population: " in told
        assert "said       figure by figure\n" in told
        assert "metric     stop_search_rate  Stops and searches" in told
        assert "said       once for a table\n" in explanation("BASIS_UNSTATED")

    def test_a_caveat_and_its_assumption_may_differ_in_capitals_alone(self) -> None:
        assert explanation("ACTION_TAKEN").startswith("ACTION_TAKEN  a caveat\n")
        assert explanation("action_taken").startswith("action_taken = 1, 2, 3")

    def test_a_statement_of_metrics_says_how_to_see_one_at_work(self) -> None:
        shown = "shown by  peelcheck explain outcome_share PATH\n"
        assert shown in explanation("A31")


class TestListed:
    """All statements side by side."""

    def test_each_has_its_line_and_the_count_comes_last(self) -> None:
        lines = printed(statements_page(ledger().values()), 300).splitlines()
        starts = [line.split(" ")[0] for line in lines]
        assert [one for one in starts if one in ledger()] == list(ledger())
        assert lines[-1].rstrip() == standings_counted(ledger().values())

    def test_the_count_names_those_that_cannot_be_checked(self) -> None:
        assert standings_counted(ledger().values()) == (
            "49 statements: 48 carried out, 1 that cannot be checked"
        )

    def test_as_markdown_each_is_a_row_of_one_table(self) -> None:
        text = statements_as_markdown(ledger().values())
        rows = [line for line in text.splitlines() if line.startswith("| A")]
        assert len(rows) == 49
        assert {row.count(" |") for row in rows} == {6}
        assert "verify refuses a claim about one force" in rows[13]
