"""Text of the data that looks like markup, a formula or a template stays text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

import polars as pl
import pytest
from pages import read_page
from returns import frame, row
from searched import searched

import peelcheck
from peelcheck import Report
from peelcheck.reporting.machine import (
    figures_as_csv,
    figures_as_json,
    report_as_json,
)
from peelcheck.reporting.page import page_as_html

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "{{7*7}}{% include 'page.css' %}",
    "$x$ \\frac{1}{2}",
    "&amp; &lt;b&gt;",
    "\N{RIGHT-TO-LEFT OVERRIDE}qqqq",
    "a\x01b\x1b[31mc",
    "</style></title></svg><b>",
    "javascript:alert(1)",
)
TEXT_COLUMNS = ("force", "legislation", "reason", "ethnic_group")


PLAIN = tuple("Zz" + "q" * (n + 3) for n in range(len(HOSTILE)))
HALF = len(HOSTILE) // 2
"""Findings are listed by tens, so the texts are put in by halves."""


def elements(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return each element with the names of its attributes."""
    return [(tag, tuple(names)) for tag, names in read_page(html).elements]


def checked(column: str, texts: Sequence[str]) -> Report:
    rows = [row(**{column: text}) for text in texts]
    return peelcheck.check(frame(*rows, row(reason="Firearms")))


@pytest.mark.parametrize("column", TEXT_COLUMNS)
@pytest.mark.parametrize("half", [slice(HALF), slice(HALF, None)])
def test_a_cell_makes_no_element_and_is_shown_as_it_is(
    column: str, half: slice
) -> None:
    page = page_as_html(report=checked(column, HOSTILE[half]))
    like = page_as_html(report=checked(column, PLAIN[half]))
    assert elements(page) == elements(like)
    shown = read_page(page).texts
    for text in HOSTILE[half]:
        assert f"{column} = {text}" in shown


@pytest.mark.parametrize("column", TEXT_COLUMNS)
@pytest.mark.parametrize("half", [slice(HALF), slice(HALF, None)])
def test_a_cell_is_a_string_of_the_json(column: str, half: slice) -> None:
    told = json.loads(report_as_json(checked(column, HOSTILE[half])))
    values = [
        value
        for rule in told["rules"]
        for found in rule["findings"]
        for value in found["values"].values()
    ]
    assert set(HOSTILE[half]) <= set(values)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_manifest_makes_no_element(text: str) -> None:
    page = page_of_manifest(text)
    assert elements(page) == elements(page_of_manifest("Nothing"))
    # As the source, the title, the state, a release and a reason.
    assert read_page(page).texts.count(text) == 5


@cache
def page_of_manifest(said: str) -> str:
    manifest = {
        "edition": "peel-2018-19",
        "kind": "publication",
        "title": said,
        "state": said,
        "unable_to_supply": [{"table": "stop_search", "force": "Kent", "reason": said}],
        "tables": {"stop_search": {"release": said, "publication": said}},
    }
    report = peelcheck.check(frame(row()), manifest=manifest)
    return page_as_html(report=replace(report, source=said))


@pytest.mark.parametrize("text", HOSTILE)
def test_headers_and_notes_of_people_make_no_element(text: str) -> None:
    page = page_of_people(text)
    assert elements(page) == elements(page_of_people("Zzqqq"))
    shown = read_page(page).texts
    assert f"taken: population: {text} stands twice, and has none" in shown
    assert text in shown  # as the name of a column that is left alone


@cache
def page_of_people(said: str) -> str:
    given = {"stop_search": frame(*searched()), "population": people(said, said)}
    report = peelcheck.check(given)
    figures = peelcheck.recompute(given).only(metric="stop_search_rate")
    return page_as_html(report=report, figures=figures)


def people(*names: str) -> pl.DataFrame:
    rows = [
        {"year": 2017, "force": name, "population": 2_000 + n, names[0]: 1}
        for n, name in enumerate(("Essex", *names))
    ]
    return frame(*rows)


def test_no_text_of_the_data_reaches_the_csv_of_figures() -> None:
    for text in HOSTILE:
        rows = [*searched(), row(force=text), row(ethnic_group=text)]
        given = {"stop_search": frame(*rows), "population": people(text)}
        figures = peelcheck.recompute(given)
        for one in csv.DictReader(io.StringIO(figures_as_csv(figures))):
            for cell in one.values():
                assert text not in cell
                assert not cell.startswith(("=", "+", "@", "\t", "\r"))
                assert not cell.startswith("-") or float(cell) < 0
        assert json.loads(figures_as_json(figures))["figures"]


def test_a_date_that_is_text_is_harmless() -> None:
    rows = [row() | {"year_ending": text} for text in HOSTILE]
    rows.append(row() | {"year_ending": str(date(2018, 3, 31))})
    page = read_page(page_as_html(report=peelcheck.check(frame(*rows))))
    assert page.count("script") == page.count("img") == page.count("b") == 0


def test_a_name_of_bytes_that_are_no_text_can_still_be_written() -> None:
    report = replace(
        checked("reason", HOSTILE[:1]),
        source=b"ess\xffex".decode("utf-8", "surrogateescape"),
    )
    assert "ess?ex" in page_as_html(report=report).encode("utf-8").decode()
