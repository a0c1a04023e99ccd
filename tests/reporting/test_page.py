"""The page as a whole: its order, its parts, and that it stands alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import polars as pl
import pytest
from pages import Read, read_page
from returns import frame, row
from searched import searched

import peelcheck
from peelcheck import Figures, Report
from peelcheck.errors import UsageError
from peelcheck.measures import Caveat
from peelcheck.reporting.page import page_as_html
from peelcheck.results import Verdict


@pytest.fixture(scope="module")
def report(published: Path) -> Report:
    return peelcheck.check(published)


@pytest.fixture(scope="module")
def figures(published: Path) -> Figures:
    return peelcheck.recompute(published)


@pytest.fixture(scope="module")
def html(report: Report, figures: Figures) -> str:
    return page_as_html(report=report, figures=figures)


@pytest.fixture(scope="module")
def page(html: str) -> Read:
    return read_page(html)


def test_it_is_one_page_in_british_english(html: str, page: Read) -> None:
    assert html.startswith("<!DOCTYPE html>")
    assert page.attributes_of("html") == [{"lang": "en-GB"}]
    assert page.count("h1") == 1
    assert page.count("main") == 1
    assert page.attributes_of("a")[0] == {"class": "skip", "href": "#main"}


def test_headings_never_skip_a_level(page: Read) -> None:
    levels = [int(name[1]) for name, _ in page.headings]
    assert levels[0] == 1
    steps = pairwise(levels)
    assert all(after <= before + 1 for before, after in steps)


def test_the_verdict_comes_first_then_rules_then_figures(html: str) -> None:
    places = [html.index(part) for part in ('class="verdict', 'id="rules"')]
    places.append(html.index('id="figures"'))
    assert places == sorted(places)


def test_it_fetches_nothing_and_runs_nothing(html: str, page: Read) -> None:
    assert page.count("script") == 0
    policy = next(a for a in page.attributes_of("meta") if "http-equiv" in a)
    assert (policy["content"] or "").startswith("default-src 'none'")
    for tag, attributes in page.elements:
        for name in ("src", "srcset", "action", "data", "poster"):
            assert name not in attributes, tag
        assert (attributes.get("href") or "#").startswith("#")
        assert not [name for name in attributes if name.startswith("on")]
    assert "http://" not in html
    assert "https://" not in html
    assert "@import" not in html


def test_every_table_has_a_caption_and_headings_with_a_scope(page: Read) -> None:
    assert page.count("table") == page.count("caption") > 5
    assert {a["scope"] for a in page.attributes_of("th")} == {"col", "row"}


def test_ids_are_of_one_element_each_and_what_names_them_is_there(page: Read) -> None:
    ids = [a["id"] for _, a in page.elements if "id" in a]
    assert len(ids) == len(set(ids))
    named = {
        one
        for _, a in page.elements
        for name in ("aria-labelledby", "href", "xlink:href")
        for one in (a.get(name) or "").replace("#", "").split()
    }
    named |= {
        one for _, a in page.elements for one in re.findall(r"url\(#(.+?)\)", str(a))
    }
    assert named <= set(ids)


def test_every_chart_is_an_image_with_a_title_and_words(page: Read) -> None:
    drawn = page.attributes_of("svg")
    assert len(drawn) == 1 + 5 + 1 + 5
    assert {a["role"] for a in drawn} == {"img"}
    assert page.count("desc") == page.count("figcaption") == len(drawn)


def test_the_verdict_is_in_the_words_of_the_terminal(page: Read) -> None:
    assert "OK: no errors, 29 queries, 1,079 notes" in page.words


def test_broken_rules_come_gravest_first_with_statement_and_remedy(
    page: Read,
) -> None:
    names = [text.split()[0] for name, text in page.headings if name == "h4"]
    assert names[:5] == ["STS006", "STS008", "STS001", "STS003", "STS012"]
    assert "To mend it Check both counts" in page.words
    assert "Annex A5 Forces saw one another's returns beside their own" in page.words
    assert "1,727 rows evaluated, 28 failed, 0 undecided" in page.words


def test_what_is_not_listed_is_counted(page: Read) -> None:
    assert "10 of 28 listed" in page.words
    assert "10 of 1,028 listed" in page.words
    assert "10 of 56 listed" in page.words


def test_every_rule_stands_in_the_last_table_of_the_rules(
    page: Read, report: Report
) -> None:
    assert f"{len(report.results)} rules with their verdicts" in page.words
    for result in report.results:
        assert result.rule.id in page.words


def test_every_figure_has_its_way(page: Read) -> None:
    assert "243,589 / 58,744,595 (ONS mid-2017) x 1,000 = 4.147" in page.words
    assert "were all of them known, it could lie from 4.147 to 4.674" in page.words
    assert "Durham 1,507 -40 -12 1,455 630,009 2.309" in page.words
    assert page.words.count("How each figure came about") == 2 * (1 + 5)


def test_caveats_stand_with_the_figures_they_concern(page: Read) -> None:
    assert "131.173 17.9% 159.786 FEW_RESIDENTS" in page.words
    says = "Far fewer people live in the area than are in it by day."
    assert f"{says} (assumption city_of_london) Concerns City of London." in page.words
    assert "nil and not available cannot be told apart. Concerns Cumbria" in page.words


def test_the_same_input_gives_the_same_bytes(
    html: str, report: Report, figures: Figures
) -> None:
    assert page_as_html(report=report, figures=figures) == html
    assert len(html.encode()) < 1_500_000


def test_a_time_is_given_only_where_it_is_told(report: Report, html: str) -> None:
    made = datetime(2019, 5, 2, 9, 30, tzinfo=UTC)
    told = read_page(page_as_html(report=report, made=made)).words
    assert f"peelcheck {peelcheck.__version__}, 2019-05-02 09:30 UTC" in told
    assert f"<p>peelcheck {peelcheck.__version__}</p>" in html


def test_a_page_of_nothing_is_refused() -> None:
    with pytest.raises(UsageError, match="needs a report, figures or a verification"):
        page_as_html()


def test_figures_alone_say_whether_they_rest_on_faults() -> None:
    sound = peelcheck.recompute(frame(*searched()))
    told = read_page(page_as_html(figures=replace(sound, checked_ok=True))).words
    assert "✓ OK: the return passes its check" in told
    told = read_page(page_as_html(figures=replace(sound, checked_ok=False))).words
    assert "✗ NOT OK: the return does not pass its check" in told


@pytest.mark.parametrize("verdict", ["crashed", "not run", "undecided"])
def test_what_is_open_never_looks_like_a_pass(report: Report, verdict: str) -> None:
    first = next(one for one in report.results if one.severity == "error")
    open_ = replace(first, verdict=Verdict(verdict), reason="a table is away")
    results = tuple(open_ if one is first else one for one in report.results)
    html = page_as_html(report=replace(report, results=results))
    assert 'class="verdict bad"' in html
    assert 'class="verdict good"' not in html
    assert "a table is away" in read_page(html).words


def test_a_return_without_figures_says_why(sample_data: Path) -> None:
    report = peelcheck.check(sample_data / "broken" / "stop_search.column_missing.csv")
    why = "column searches is missing"
    page = read_page(page_as_html(report=report, no_figures=why))
    assert f"No figures: {why}" in page.words
    assert "Rules that could not run" in page.words


def test_what_was_assumed_changed_and_read_otherwise_is_told() -> None:
    text = frame(row()).cast({"searches": str}).with_columns(searches=pl.lit(" 10 "))
    report = peelcheck.check(text, assume={"small_number": 50})
    told = read_page(page_as_html(report=report)).words
    assert "assumed: kind" in told
    assert "assumption changed: small_number = 50" in told
    assert "What was read as something other than its text: 1 in all" in told


def test_another_period_is_shouted_and_the_total_names_what_it_lacks() -> None:
    other = row()["year_ending"].replace(year=2017)
    rows = [row(year_ending=other), row(force="Kent", year_ending=other)]
    told = read_page(page_as_html(figures=peelcheck.recompute(frame(*rows)))).words
    assert "‼ Not the statement's period" in told
    assert "The total is without 41 forces: Avon and Somerset," in told


def test_periods_beyond_the_cap_are_counted() -> None:
    days = [row()["year_ending"].replace(year=2005 + n) for n in range(14)]
    rows = [row(year_ending=day) for day in days]
    told = read_page(page_as_html(figures=peelcheck.recompute(frame(*rows)))).words
    assert "Tables of figures: 10 of 28 listed" in told
    assert told.index("31 March 2018") < told.index("31 March 2017")
    assert "31 March 2006" not in told


def test_what_the_manifest_excuses_is_told(report: Report) -> None:
    broken = next(one for one in report.results if one.failed)
    excused = replace(
        broken, verdict=Verdict.NOT_APPLICABLE, reason="noted: counted otherwise"
    )
    results = tuple(excused if one is broken else one for one in report.results)
    told = read_page(page_as_html(report=replace(report, results=results))).words
    assert "What the manifest notes to excuse the data" in told
    assert f"{broken.rule.id} {broken.failed} of " in told
    assert "noted: counted otherwise" in told


def test_caveats_in_many_words_are_counted(figures: Figures) -> None:
    rates = figures.only(metric="stop_search_rate")
    caveats = [
        (Caveat(id="ODD", source="A5", says=f"Odd in way {n}."),) for n in range(44)
    ]
    odd = [replace(one, caveats=c) for one, c in zip(rates, caveats, strict=True)]
    page = page_as_html(figures=replace(rates, figures=tuple(odd)))
    told = read_page(page).words
    assert "Odd in way 11. (A5) Concerns" in told
    assert "32 more, in other words; the last column names them" in told
