"""What the manifest, or what is assumed for it, does to the verdicts."""

from __future__ import annotations

import polars as pl
import pytest
from returns import frame, row, rows_of_forces

import peelcheck
from peelcheck import Verdict
from peelcheck.model import Severity
from peelcheck.reference.editions import edition_named

EDITION = edition_named("peel-2018-19")


class TestKinds:
    """British Transport Police (A8) and the forces answered for (A7) by kind."""

    def test_british_transport_police_is_an_error_in_a_collection(self) -> None:
        given = frame(*rows_of_forces("Essex", "Kent", "British Transport Police"))
        result = peelcheck.check(given, kind="collection").of("STS001")
        assert (result.severity, result.failed) == (Severity.ERROR, 1)

    def test_british_transport_police_is_a_note_in_a_publication(self) -> None:
        given = frame(*rows_of_forces("Essex", "Kent", "British Transport Police"))
        result = peelcheck.check(given, kind="publication").of("STS001")
        assert (result.severity, result.failed) == (Severity.NOTE, 1)

    def test_a_collection_answers_for_43_forces(self) -> None:
        given = frame(*rows_of_forces("Essex", "Kent"))
        result = peelcheck.check(given, kind="collection").of("STS002")
        assert (result.evaluated, result.failed) == (43, 41)

    def test_a_submission_answers_for_its_own_force(self) -> None:
        result = peelcheck.check(frame(row())).of("STS002")
        assert (result.verdict, result.evaluated) == (Verdict.PASSED, 1)

    def test_a_force_noted_as_unable_to_supply_is_excused(self) -> None:
        absent = {"table": "stop_search", "force": "Kent", "reason": "a new system"}
        said = {"kind": "collection", "unable_to_supply": [absent]}
        report = peelcheck.check(frame(row()), manifest=said)
        result = report.of("STS002")
        assert (result.evaluated, result.failed) == (43, 41)
        assert report.of("STS003").evaluated == 43 * 63

    def test_a_force_noted_as_unable_that_has_rows_is_found(self) -> None:
        absent = {"table": "stop_search", "force": "Essex", "reason": "a new system"}
        said = {"kind": "submission", "force": "Essex", "unable_to_supply": [absent]}
        result = peelcheck.check(frame(row()), manifest=said).of("STS002")
        assert result.findings[0].message == (
            "noted as unable to supply, and yet it has rows: "
            "remove the note or the rows"
        )

    def test_a_force_s_return_beside_all_populations_is_its_submission(self) -> None:
        people = pl.DataFrame(
            [{"year": 2017, "force": n, "population": 9} for n in ("Essex", "Kent")]
        )
        report = peelcheck.check({"stop_search": frame(row()), "population": people})
        assert (report.manifest.kind, report.manifest.force) == ("submission", "Essex")

    def test_every_table_but_the_populations_tells_whose_a_return_is(self) -> None:
        calls = pl.DataFrame({"month": "2018-01-31", "force": ["Essex", "Kent"]})
        given = {"stop_search": frame(row()), "calls_999": calls}
        manifest = peelcheck.check(given).manifest
        assert (manifest.kind, manifest.force) == ("collection", None)

    def test_a_submission_that_is_nobody_s_is_not_ok(self) -> None:
        given = frame(*rows_of_forces("Essex", "Kent"))
        report = peelcheck.check(given, kind="submission")
        assert report.of("STS002").reason == "the manifest gives no force"
        assert not report.ok

    def test_a_table_the_manifest_names_must_be_there(self) -> None:
        said = {"tables": {"population": {"source": "ONS"}}}
        report = peelcheck.check(frame(row()), manifest=said)
        assert (
            report.of("RTN002").findings[0].message == "named and not there: population"
        )
        assert not report.ok

    def test_a_force_must_be_there_in_every_period(self) -> None:
        other = row()["year_ending"].replace(year=2017)
        rows = [*rows_of_forces("Essex", "Kent"), row(year_ending=other)]
        report = peelcheck.check(frame(*rows), kind="collection")
        assert report.of("STS002").evaluated == 2 * 43
        assert report.of("STS002").failed == 2 * 43 - 3

    def test_a_submission_with_rows_of_another_force_is_a_query(self) -> None:
        given = frame(*rows_of_forces("Essex", "Kent"))
        said = {"kind": "submission", "force": "Essex"}
        result = peelcheck.check(given, manifest=said).of("STS011")
        assert (result.severity, result.failed) == (Severity.QUERY, 1)


class TestPeriodAndRelease:
    """Another period makes period-bound rules not applicable (A47)."""

    def test_the_publication_named_by_the_statement_passes(self) -> None:
        entry = {"publication": EDITION.value("stop_search.publication")}
        said = {"kind": "publication", "tables": {"stop_search": entry}}
        report = peelcheck.check(frame(row()), manifest=said)
        assert report.of("STS008").verdict is Verdict.PASSED

    def test_another_publication_is_a_query(self) -> None:
        entry = {"publication": "Police powers, a later edition"}
        said = {"kind": "publication", "tables": {"stop_search": entry}}
        result = peelcheck.check(frame(row()), manifest=said).of("STS008")
        assert (result.severity, result.verdict) == (Severity.QUERY, Verdict.FAILED)

    def test_no_publication_is_undecided(self) -> None:
        report = peelcheck.check(frame(row()), kind="publication")
        assert report.of("STS008").verdict is Verdict.UNDECIDED

    def test_another_period_makes_period_bound_rules_not_applicable(self) -> None:
        given = frame(row(year_ending=row()["year_ending"].replace(year=2017)))
        report = peelcheck.check(given, kind="publication")
        assert report.of("STS008").verdict is Verdict.NOT_APPLICABLE
        assert report.of("STS009").verdict is Verdict.FAILED
        assert report.of("STS009").severity is Severity.NOTE

    def test_rows_of_several_periods_leave_the_period_unsaid(self) -> None:
        other = row(year_ending=row()["year_ending"].replace(year=2017))
        result = peelcheck.check(frame(row(), other)).of("STS010")
        assert result.verdict is Verdict.NOT_RUN
        assert result.reason == "the manifest gives no period_end"
        several = peelcheck.check(frame(row(), other)).of("STS013")
        assert several.findings[0].message == ("periods: 2017-03-31, 2018-03-31")


class TestPopulation:
    """Mid-2017, unless an exception is noted (A9)."""

    GIVEN = pl.DataFrame(
        {"year": [2018], "force": ["Essex"], "population": [1_800_000]}
    )

    def test_another_vintage_is_an_error(self) -> None:
        report = peelcheck.check(self.GIVEN)
        assert report.of("POP001").verdict is Verdict.FAILED
        assert not report.ok

    def test_a_noted_exception_excuses_it(self) -> None:
        said = {"noted_exceptions": {"POP001": "spend is divided by its own year"}}
        report = peelcheck.check(self.GIVEN, manifest=said)
        result = report.of("POP001")
        assert result.verdict is Verdict.NOT_APPLICABLE
        assert result.reason == "a noted exception: spend is divided by its own year"
        assert (result.evaluated, result.failed) == (1, 1)
        assert report.ok

    def test_a_rule_that_may_not_be_excused_is_not(self) -> None:
        said = {"noted_exceptions": {"STS.key": "we like it so"}}
        with pytest.raises(peelcheck.UsageError) as told:
            peelcheck.check(frame(row(), row()), manifest=said)
        assert str(told.value) == (
            "rule STS.key takes no noted exception; those that do: "
            "POP001, ETH001, STR005, CRR001, CRM006"
        )

    def test_an_exception_to_no_rule_is_told(self) -> None:
        said = {"noted_exceptions": {"POP01": "a slip of the pen"}}
        with pytest.raises(peelcheck.UnknownNameError, match="did you mean 'POP001'"):
            peelcheck.check(self.GIVEN, manifest=said)
