"""What forces are asked for directly: its cycle (A3 to A6), and missing forces (A7)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import peelcheck
from peelcheck import Report, RuleResult, Verdict
from peelcheck.engines.plain import plain_rows
from peelcheck.model import Severity
from peelcheck.reference.forces import force_names
from peelcheck.returns import mark_of

CYCLE = ("RTN003", "RTN004", "RTN005", "RTN006")
MONTHS = pl.date_range(
    date(2017, 4, 1), date(2018, 9, 1), "1mo", eager=True
).dt.month_end()
DAY = date(2018, 11, 1)
ALL_SIGNED = [{"force": name, "on": DAY} for name in force_names()]
OTHERS = [name for name in force_names() if name != "Kent"]


def calls(forces: Iterable[str] = force_names()) -> pl.DataFrame:
    """Return as many 999 calls in each month for each of some forces."""
    keys = [(month, name) for name in forces for month in MONTHS]
    frame = pl.DataFrame(keys, schema=["month", "force"], orient="row")
    return frame.with_columns(pl.lit(9_000).alias("calls"))


def report_on(frame: Any, **said: Any) -> Report:
    manifest = {"edition": "peel-2018-19", "kind": "collection", "design": "1"}
    return peelcheck.check({"calls_999": frame}, manifest={**manifest, **said})


def cycle_of(**said: Any) -> dict[str, str]:
    report = report_on(calls(), **said)
    return {name: report.of(name).verdict.value for name in CYCLE}


SOUND = dict.fromkeys(CYCLE, "not applicable") | {"RTN003": "passed"}


@pytest.mark.parametrize(
    ("said", "otherwise"),
    [
        ({}, {}),
        ({"state": "draft"}, {"RTN004": "passed"}),
        ({"state": "shared"}, {"RTN004": "passed"}),
        ({"state": "checked twice"}, {"RTN004": "failed"}),
        ({"state": "final"}, {"RTN004": "passed", "RTN005": "failed"}),
        (
            {"state": "final", "signed_off": ALL_SIGNED},
            {"RTN004": "passed", "RTN005": "passed", "RTN006": "passed"},
        ),
        (
            {"state": "final", "signed_off": ALL_SIGNED[1:]},
            {"RTN004": "passed", "RTN005": "failed", "RTN006": "passed"},
        ),
        (
            {"state": "corrected", "signed_off": ALL_SIGNED},
            {"RTN004": "passed", "RTN006": "failed"},
        ),
    ],
)
def test_each_slip_in_the_cycle_fails_one_rule(
    said: dict[str, Any], otherwise: dict[str, str]
) -> None:
    assert cycle_of(**said) == SOUND | otherwise


def test_each_is_a_query_and_leaves_the_return_ok() -> None:
    report = report_on(calls(), state="done", design="1", signed_off=ALL_SIGNED)
    for name in ("RTN004", "RTN006"):
        result = report.of(name)
        assert (result.severity, result.failed) == (Severity.QUERY, 1)
    assert report.of("RTN004").findings[0].values == {"state": "done"}
    assert "draft, submitted, shared, corrected, final" in report.of("RTN004").rule.says


def test_the_forces_that_did_not_sign_are_named() -> None:
    report = report_on(calls(), state="final", signed_off=ALL_SIGNED[2:])
    (finding,) = report.of("RTN005").findings
    assert finding.values == {"unsigned": "Avon and Somerset, Bedfordshire"}
    assert finding.message == "not signed off: Avon and Somerset, Bedfordshire"


def test_the_forces_that_signed_early_are_named() -> None:
    report = report_on(calls(), state="shared", signed_off=ALL_SIGNED[:1])
    (finding,) = report.of("RTN006").findings
    assert finding.message == "signed off early: Avon and Somerset"


def test_a_force_that_could_not_supply_has_nothing_to_sign() -> None:
    signed = [one for one in ALL_SIGNED if one["force"] != "Kent"]
    report = report_on(calls(OTHERS), state="final", signed_off=signed)
    assert report.of("RTN005").verdict is Verdict.PASSED


@pytest.mark.parametrize("kind", ["collection", "submission"])
def test_a_design_that_nobody_names_is_asked_for(kind: str) -> None:
    whose = {"force": "Essex"} if kind == "submission" else {}
    said = {"edition": "peel-2018-19", "kind": kind, "title": "Calls", **whose}
    frame = calls(["Essex"] if whose else force_names())
    report = peelcheck.check({"calls_999": frame}, manifest=said)
    (finding,) = report.of("RTN003").findings
    assert finding.values == {"without_design": "calls_999"}
    assert finding.message == "of a design that is not named: calls_999"
    assert report.of("RTN003").severity is Severity.QUERY


def test_a_publication_names_no_design() -> None:
    report = report_on(calls(), kind="publication")
    assert "RTN003" not in [one.rule.id for one in report.results]


def test_without_a_manifest_nothing_of_the_cycle_is_asked_for(tmp_path: Path) -> None:
    calls().write_csv(tmp_path / "calls_999.csv")
    report = peelcheck.check(tmp_path / "calls_999.csv")
    told = {report.of(name).verdict for name in CYCLE}
    assert told == {Verdict.NOT_APPLICABLE}


# --- missing is never zero ------------------------------------------------------------
def vetting(forces: Iterable[str] = force_names()) -> pl.DataFrame:
    rows = [(date(2018, 4, 1), name, "headcount", 5_000, 500) for name in forces]
    names = ["as_at", "force", "basis", "workforce", "without_clearance"]
    return pl.DataFrame(rows, schema=names, orient="row")


def coverage_of(frame: pl.DataFrame, **said: Any) -> tuple[Report, RuleResult]:
    manifest = {"edition": "peel-2018-19", "kind": "collection", "design": "1"}
    report = peelcheck.check({"vetting": frame}, manifest={**manifest, **said})
    return report, report.of("VET002")


NOTED = {"table": "vetting", "force": "Kent", "reason": "moved to a new system"}


def test_a_force_that_is_missing_without_excuse_is_an_error() -> None:
    report, result = coverage_of(vetting(OTHERS))
    assert (result.verdict, result.severity) == (Verdict.FAILED, Severity.ERROR)
    assert (result.evaluated, result.failed) == (43, 1)
    assert [one.key["force"] for one in result.findings] == ["Kent"]
    assert not report.ok


def test_a_force_that_is_noted_may_be_missing() -> None:
    report, result = coverage_of(vetting(OTHERS), unable_to_supply=[NOTED])
    assert (result.verdict, result.failed) == (Verdict.PASSED, 0)
    assert report.ok


def test_a_force_noted_for_another_table_is_missing_from_this_one() -> None:
    noted = [NOTED | {"table": "calls_999"}]
    _, result = coverage_of(vetting(OTHERS), unable_to_supply=noted)
    assert result.failed == 1


def test_a_force_that_is_noted_has_no_rows_either() -> None:
    _, result = coverage_of(vetting(), unable_to_supply=[NOTED])
    assert [one.message for one in result.findings] == [
        "noted as unable to supply, and yet it has rows: remove the note or the rows"
    ]


def test_a_force_excused_from_one_table_signs_for_its_rows_in_another() -> None:
    manifest = {
        "edition": "peel-2018-19",
        "kind": "collection",
        "design": "1",
        "state": "final",
        "unable_to_supply": [NOTED],
        "signed_off": [one for one in ALL_SIGNED if one["force"] != "Kent"],
    }
    frames = {"vetting": vetting(OTHERS), "calls_999": calls()}
    result = peelcheck.check(frames, manifest=manifest).of("RTN005")
    assert [one.values for one in result.findings] == [{"unsigned": "Kent"}]


def without_a_number(folder: Path, name: str, text: str) -> peelcheck.Return:
    """Return a table read from a file in which the last cell of Kent is a text."""
    frame = {"calls_999": calls(), "vetting": vetting()}[name]
    rows = [[str(cell) for cell in row] for row in frame.rows()]
    first = next(row for row in rows if row[1] == "Kent")
    first[-1] = text
    path = folder / f"{name}.csv"
    lines = [",".join(row) for row in [frame.columns, *rows]]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return peelcheck.read(path)


@pytest.mark.parametrize("text", ["..", ""])
@pytest.mark.parametrize(
    ("name", "column", "rule", "rows"),
    [
        ("calls_999", "calls", "CAL.calls.missing", 43 * 18),
        ("vetting", "without_clearance", "VET.without_clearance.missing", 43),
    ],
)
def test_a_row_without_a_number_is_not_0(
    tmp_path: Path, text: str, name: str, column: str, rule: str, rows: int
) -> None:
    given = without_a_number(tmp_path, name, text)
    told = [*plain_rows(given.tables[name].frame)]
    (row,) = [one for one in told if one[column] is None]
    assert (len(told), row["force"]) == (rows, "Kent")
    assert 0 not in [one[column] for one in told]
    assert row.get(mark_of(column)) == ("not available" if text else None)
    report = peelcheck.check(given)
    assert report.of(rule).failed == (0 if text else 1)
    assert text or not report.ok
