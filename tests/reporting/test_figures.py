"""Figures as a person reads them."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from consoles import lines_of
from returns import frame, row, rows_of_forces

import peelcheck
from peelcheck import Figures
from peelcheck.reporting.figures import figures_on_terminal


def printed(figures: Figures) -> list[str]:
    return lines_of(figures_on_terminal(figures), 130)


@pytest.fixture(scope="module")
def lines(published: Path) -> list[str]:
    return printed(peelcheck.recompute(published))


@pytest.fixture(scope="module")
def workforce(sample_data: Path) -> Figures:
    return peelcheck.recompute(sample_data / "workforce_2014_to_2018")


def test_the_total_comes_first_then_the_forces(lines: list[str]) -> None:
    start = next(n for n, line in enumerate(lines) if "searches      people" in line)
    assert lines[start + 1].split() == [
        *("England", "and", "Wales"),
        *("243,589", "58,744,595", "4.147", "11.3%", "4.674"),
    ]
    assert lines[start + 2].startswith("Avon and Somerset")


def test_the_city_of_london_is_flagged(lines: list[str]) -> None:
    line = next(line for line in lines if line.startswith("City of London"))
    assert line.endswith("FEW_RESIDENTS")


def test_a_ratio_on_few_searches_is_starred(lines: list[str]) -> None:
    durham = [line for line in lines if line.startswith("Durham")][1]
    assert "*" in durham
    assert any(line.startswith("* SMALL_NUMBER") for line in lines)


def test_every_caveat_is_spelt_out(lines: list[str]) -> None:
    for name in ("DIFFERS_FROM_HOME_OFFICE", "BASIS_UNSTATED", "FEW_RESIDENTS"):
        assert any(line.removeprefix("* ").startswith(name) for line in lines)


def test_another_period_is_shouted_and_lacking_forces_are_named() -> None:
    other = row()["year_ending"].replace(year=2017)
    rows = rows_of_forces("Essex", "Kent", year_ending=other)
    lines = printed(peelcheck.recompute(frame(*rows)))
    assert any("NOT THE STATEMENT'S PERIOD" in line for line in lines)
    assert any(line.startswith("2 of 43 forces") for line in lines)
    assert any(line.startswith("without  Avon and Somerset, ") for line in lines)


def test_an_undefined_figure_is_a_dash_and_counted() -> None:
    lines = printed(peelcheck.recompute(frame(row(ethnic_group="Mixed"))))
    assert any("figures have no value; explain says why" in line for line in lines)


def test_of_caveats_that_differ_the_first_is_told(workforce: Figures) -> None:
    caveats = [one for figure in workforce for one in figure.caveats]
    told = [one.says for one in caveats if one.id == "AS_PUBLISHED"]
    assert told[0] != told[-1]
    lines = lines_of(figures_on_terminal(workforce), 400)
    line = next(one for one in lines if one.startswith("AS_PUBLISHED"))
    assert f"figures; the first: {told[0]} (" in line


def test_the_command_that_explains_a_figure_says_all_it_needs(
    workforce: Figures,
) -> None:
    mine = workforce.only(metric="workforce_in_post", force="Essex")
    told = next(line for line in printed(mine) if line.startswith("How a figure"))
    words = shlex.split(told.partition(": ")[2])
    assert words[:4] == ["peelcheck", "explain", "workforce_in_post", "PATH"]
    given = dict(zip(words[4::2], words[5::2], strict=True))
    assert given == {
        "--force": "Essex",
        "--group": "All kinds",
        "--period": "2014-03-31",
    }


def test_the_command_names_no_force_for_the_total(lines: list[str]) -> None:
    told = next(line for line in lines if line.startswith("How a figure came about"))
    assert told.endswith("explain stop_search_rate PATH")
