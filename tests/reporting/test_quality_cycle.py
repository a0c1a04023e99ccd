"""The design of a collection, and who signed it off, stand in every report."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from jsonschema import validate
from returns import frame, row

import peelcheck
from peelcheck import Report
from peelcheck.reporting.findings import report_on_terminal
from peelcheck.reporting.machine import report_as_json, schema

SIGNED = [
    {"force": "Essex", "on": date(2018, 11, 1)},
    {"force": "Kent", "on": date(2018, 10, 30)},
]


def report_on(**said: Any) -> Report:
    whose = {"kind": "submission", "force": "Essex"}
    return peelcheck.check(frame(row()), manifest={**whose, **said})


def shown(report: Report) -> str:
    from rich.console import Console

    console = Console(width=100)
    with console.capture() as told:
        console.print(report_on_terminal(report))
    return told.get()


@pytest.mark.parametrize(
    ("signed", "words"),
    [
        (SIGNED, "signed   2 forces, the last on 1 November 2018"),
        (SIGNED[1:], "signed   1 force, the last on 30 October 2018"),
    ],
)
def test_on_a_terminal(signed: list[Any], words: str) -> None:
    told = shown(report_on(design="2018-04", state="final", signed_off=signed))
    assert "design   2018-04\n" in told
    assert words in told


def test_what_is_not_said_is_not_shown() -> None:
    told = shown(report_on())
    assert "design" not in told
    assert "signed" not in told


def test_as_json() -> None:
    report = report_on(design="2018-04", state="shared", signed_off=SIGNED)
    told = json.loads(report_as_json(report))
    validate(told, schema("report"))
    said = told["manifest"]
    assert (said["design"], said["state"]) == ("2018-04", "shared")
    assert said["signed_off"][0] == {"force": "Essex", "on": "2018-11-01"}
    assert said["signed_early"] == "Essex, Kent"
    assert (said["unsigned"], said["without_design"]) == (None, None)


def test_on_a_page() -> None:
    pytest.importorskip("jinja2")
    from peelcheck.reporting.page.heading import _facts

    report = report_on(design="2018-04", state="final", signed_off=SIGNED)
    facts = dict(_facts(report.manifest, report, None, None))
    assert (facts["Design"], facts["State"]) == ("2018-04", "final")
    assert facts["Signed off by"] == "2 forces, the last on 1 November 2018"
