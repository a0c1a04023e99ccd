"""Which rules run on which return, and to what verdict."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from returns import frame, row

import peelcheck
from peelcheck import Verdict
from peelcheck.authoring import column, manifest
from peelcheck.checking import check_return
from peelcheck.model import RowRule, Rule, Severity, Stage, SumRule
from peelcheck.reference.editions import edition_named
from peelcheck.rules.rulebook import Rulebook, rulebook
from peelcheck.shape import Missing

EDITION = edition_named("peel-2018-19")


def rule(**changes: Any) -> RowRule:
    """Return a rule of our own over searches."""
    base = RowRule(
        id="STS999",
        statement="A48",
        basis=rulebook()["STS006"].basis,
        severity=Severity.QUERY,
        table="stop_search",
        says="Searches are fewer than 100.",
        mend="Search less.",
        then=column("searches") < 100,
        passes=({"searches": 1},),
        fails=({"searches": 100},),
    )
    return replace(base, **changes)


def verdict_of(one: RowRule, given: pl.DataFrame) -> peelcheck.RuleResult:
    read = peelcheck.read(given, table="stop_search")
    return check_return(read, EDITION, Rulebook((one,))).of(one.id)


class TestVerdicts:
    """Six verdicts; what is not a pass can never read as one."""

    def test_passed(self) -> None:
        result = verdict_of(rule(), frame(row()))
        assert (result.verdict, result.evaluated) == (Verdict.PASSED, 1)

    def test_failed(self) -> None:
        result = verdict_of(rule(), frame(row(searches=100), row(searches=99)))
        assert result.verdict is Verdict.FAILED
        assert (result.evaluated, result.failed) == (2, 1)

    def test_a_missing_value_is_ignored(self) -> None:
        result = verdict_of(rule(), frame(row(), row(searches=None)))
        assert (result.verdict, result.evaluated) == (Verdict.PASSED, 1)

    def test_a_missing_value_leaves_it_undecided(self) -> None:
        one = rule(missing=Missing.UNDECIDED)
        result = verdict_of(one, frame(row(), row(searches=None)))
        assert (result.verdict, result.undecided) == (Verdict.UNDECIDED, 1)

    def test_a_missing_value_is_invalid(self) -> None:
        one = rule(missing=Missing.INVALID)
        result = verdict_of(one, frame(row(), row(searches=None)))
        assert (result.verdict, result.failed) == (Verdict.FAILED, 1)

    def test_failed_comes_before_undecided(self) -> None:
        one = rule(missing=Missing.UNDECIDED)
        result = verdict_of(one, frame(row(searches=100), row(searches=None)))
        assert result.verdict is Verdict.FAILED

    def test_nothing_to_apply_to_is_not_a_pass(self) -> None:
        one = rule(when=column("force") == "Kent")
        assert verdict_of(one, frame(row())).verdict is Verdict.NOT_APPLICABLE

    def test_a_crash_is_a_verdict_and_never_ok(self) -> None:
        one = rule(then=column("searches") < "many")
        given = peelcheck.read(frame(row()), table="stop_search")
        report = check_return(given, EDITION, Rulebook((*rulebook(), one)))
        assert report.of("STS999").verdict is Verdict.CRASHED
        assert report.of("STS999").reason
        assert report.of("STS006").verdict is Verdict.PASSED
        assert report.crashed
        assert not report.ok

    def test_an_undecided_error_is_not_ok(self) -> None:
        one = rule(missing=Missing.UNDECIDED, severity=Severity.ERROR)
        given = peelcheck.read(frame(row(), row(searches=None)), table="stop_search")
        assert not check_return(given, EDITION, Rulebook((one,))).ok

    def test_no_error_rule_evaluated_is_not_ok(self) -> None:
        given = peelcheck.read(frame(row()), table="stop_search")
        assert not check_return(given, EDITION, Rulebook((rule(),))).ok
        assert not check_return(given, EDITION, Rulebook(())).ok

    def test_a_kind_of_rule_no_engine_knows_is_a_crash(self) -> None:
        @dataclass(frozen=True, slots=True, kw_only=True)
        class OddRule(Rule):
            """A kind of rule that nobody runs."""

        words = {one.name: getattr(rule(), one.name) for one in fields(Rule)}
        given = peelcheck.read(frame(row()), table="stop_search")
        result = check_return(given, EDITION, Rulebook((OddRule(**words),)))
        assert result.of("STS999").verdict is Verdict.CRASHED
        assert result.of("STS999").reason == "TypeError: no engine runs a OddRule"

    def test_a_rule_over_a_table_needs_what_the_manifest_does_not_say(self) -> None:
        words = {one.name: getattr(rule(), one.name) for one in fields(Rule)}
        whole = column("force") == manifest("state")
        one = SumRule(**words, value="searches", by=("force",), whole=whole)
        given = peelcheck.read(frame(row()), table="stop_search")
        result = check_return(given, EDITION, Rulebook((one,))).of("STS999")
        assert result.verdict is Verdict.NOT_RUN
        assert result.reason == "the manifest gives no state"


class TestStages:
    """An earlier failure blocks what would only repeat it, and names itself."""

    def test_a_missing_column_blocks_what_reads_it_and_nothing_else(self) -> None:
        report = peelcheck.check(frame(row()).drop("searches"), table="stop_search")
        assert report.of("STS.columns").verdict is Verdict.FAILED
        blocked = report.of("STS006")
        assert blocked.verdict is Verdict.NOT_RUN
        assert blocked.reason == "blocked by STS.columns (column searches)"
        assert report.of("STS005").verdict is Verdict.PASSED

    def test_a_missing_optional_column_is_not_applicable(self) -> None:
        given = frame(row()).drop("resultant_arrests")
        report = peelcheck.check(given, table="stop_search")
        assert report.of("STS.columns").verdict is Verdict.PASSED
        assert report.of("STS006").verdict is Verdict.NOT_APPLICABLE

    def test_a_faulty_cell_blocks_the_rules_that_count_by_it(self) -> None:
        given = frame(row(), row(ethnic_group="Whyte"))
        report = peelcheck.check(given, table="stop_search")
        for name in ("STS.key", "STS003", "STS007"):
            result = report.of(name)
            assert result.verdict is Verdict.NOT_RUN
            assert result.reason.startswith("blocked by STS.ethnic_group.domain")

    def test_a_table_without_rows_blocks_all_its_rules(self) -> None:
        report = peelcheck.check(frame(row()).clear(), table="stop_search")
        assert not report.ok
        verdicts = {r.rule.id: r.verdict for r in report.results if r.rule.table}
        assert verdicts.pop("STS.columns") is Verdict.FAILED
        said = {"STS009": Verdict.UNDECIDED, "STS013": Verdict.PASSED}
        assert {name: verdicts.pop(name) for name in said} == said
        assert set(verdicts.values()) == {Verdict.NOT_RUN}

    def test_field_rules_stand_before_row_rules(self) -> None:
        stages = {one.stage for one in rulebook() if isinstance(one, RowRule)}
        assert stages == {Stage.FIELD, Stage.ROW}


@pytest.mark.parametrize("library", ["polars", "pandas", "pyarrow"])
def test_frames_of_every_library_give_the_same_report(library: str) -> None:
    given = frame(
        row(searches=3, resultant_arrests=5),
        row(force="Esex"),
        row(reason="Firearms", searches=None),
        row(reason="Firearms", ethnic_group="Mixed", searches=-1),
    )
    made: dict[str, Any] = {
        "polars": given,
        "pandas": pd.DataFrame(given.to_dicts()),
        "pyarrow": pa.Table.from_pylist(given.to_dicts()),
    }
    report = peelcheck.check(made[library], table="stop_search")
    counts = {r.rule.id: (r.verdict, r.evaluated, r.failed) for r in report.results}
    wanted = peelcheck.check(given, table="stop_search")
    assert counts == {
        r.rule.id: (r.verdict, r.evaluated, r.failed) for r in wanted.results
    }
    assert [one.row for one in report.findings] == [one.row for one in wanted.findings]


def test_a_return_already_read_is_checked() -> None:
    given = peelcheck.read(frame(row()), table="stop_search")
    wanted = peelcheck.check(frame(row()), table="stop_search")
    assert peelcheck.check(given) == wanted


def test_the_work_is_told_as_it_goes() -> None:
    told: list[str] = []
    given = peelcheck.read(frame(row()), table="stop_search")
    check_return(given, EDITION, rulebook(), told.append)
    assert told[0].startswith("stop_search: ")
    assert "rules over each row" in told[0]


def test_a_finding_says_why_a_body_is_no_force() -> None:
    report = peelcheck.check(frame(row(force="PSNI")), table="stop_search")
    message = report.of("STS.force.domain").findings[0].message
    assert message.startswith("force = PSNI (")


def test_london_is_no_force_and_the_finding_says_why() -> None:
    report = peelcheck.check(frame(row(force="London")), table="stop_search")
    assert report.of("STS.force.domain").findings[0].message == (
        "force = London (the region has two, Metropolitan Police and City of London)"
    )


@pytest.mark.parametrize(
    ("name", "count"), [("Wales", 4), ("Eastern", 6), ("England and Wales", 43)]
)
def test_an_area_of_several_forces_is_no_misspelt_force(name: str, count: int) -> None:
    report = peelcheck.check(frame(row(force=name)))
    (finding,) = report.of("STS.force.domain").findings
    assert finding.message == f"force = {name} (an area of {count} forces)"


def test_findings_come_as_a_pandas_frame() -> None:
    report = peelcheck.check(frame(row(searches=-1)), table="stop_search")
    told = report.to_pandas()
    assert list(told.columns) == [
        "rule",
        "severity",
        "table",
        "source",
        "row",
        "cell",
        "key",
        "message",
    ]
    mine = told[told["rule"] == "STS.searches.minimum"]
    assert mine["row"].tolist() == [0]
    assert mine["message"].tolist() == ["searches = -1"]


def test_no_findings_give_an_empty_frame() -> None:
    given = peelcheck.read(frame(row()), table="stop_search")
    report = check_return(given, EDITION, Rulebook((rule(),)))
    assert report.to_pandas().empty
