"""Editions: values by name with their statements, assumptions with their reasons."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files

import pytest

from peelcheck.conditions import Value
from peelcheck.errors import UnknownNameError, UsageError
from peelcheck.reference.editions import DEFAULT_EDITION, edition_named, editions
from peelcheck.reference.statements import statements

EDITION = edition_named("peel-2018-19")
FOLDER = files("peelcheck.reference.editions")
TEXT = FOLDER.joinpath("peel-2018-19.toml").read_text(encoding="utf-8")
DATA = tomllib.loads(TEXT)


def test_the_one_edition_is_the_default() -> None:
    assert editions() == (DEFAULT_EDITION,) == ("peel-2018-19",)


def test_an_unknown_edition_is_refused() -> None:
    with pytest.raises(UnknownNameError) as refused:
        edition_named("peel-2018-2019")
    says = "there is no edition 'peel-2018-2019'; did you mean 'peel-2018-19'?"
    assert str(refused.value) == says


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("name", "peel-2018-19"),
        ("population.vintage", 2017),
        ("stop_search.window.start", date(2017, 4, 1)),
        ("stop_search.window.end", date(2018, 3, 31)),
        (
            "stop_search.publication",
            (
                "Police powers and procedures, England and Wales, "
                "year ending 31 March 2018"
            ),
        ),
        ("assumptions.ethnicity_census", 2011),
        ("assumptions.ethnicity_grouping", "2001 grouping"),
        ("assumptions.small_number", 30),
        ("assumptions.population_band_low", 0.8),
        ("assumptions.population_band_high", 1.25),
        ("assumptions.city_of_london", "City of London"),
    ],
)
def test_a_value_is_found_by_its_name(name: str, value: Value) -> None:
    assert EDITION.value(name) == value


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("population.vintag", "population.vintage"),
        ("small_number", "assumptions.small_number"),
    ],
)
def test_an_unknown_value_is_refused_with_the_nearest(name: str, nearest: str) -> None:
    with pytest.raises(UnknownNameError) as refused:
        EDITION.value(name)
    says = f"there is no edition-value {name!r}; did you mean {nearest!r}?"
    assert str(refused.value) == says


@pytest.mark.parametrize("name", list(DATA["values"]))
def test_a_value_names_its_statement_and_says_what_it_is(name: str) -> None:
    entry = DATA["values"][name]
    assert set(entry) == {"value", "statement", "says"}
    assert entry["statement"] in statements()
    assert entry["says"]


@pytest.mark.parametrize("name", list(EDITION.assumptions))
def test_an_assumption_says_what_it_is_and_why(name: str) -> None:
    assumption = EDITION.assumptions[name]
    assert assumption.name == name
    assert assumption.says
    assert assumption.why.endswith(".")
    assert "  " not in assumption.why


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        ("small_number", 50, 50),
        ("small_number", "50", 50),
        ("small_number", 50.0, 50),
        ("population_band_low", 1, 1.0),
        ("population_band_low", "0.5", 0.5),
        ("ethnicity_grouping", "2011 grouping", "2011 grouping"),
    ],
)
def test_an_assumption_is_changed_to_a_value_of_its_type(
    name: str, given: Value, value: Value
) -> None:
    changed = EDITION.assuming(**{name: given})
    assert changed.value(f"assumptions.{name}") == value
    assert type(changed.value(f"assumptions.{name}")) is type(value)
    assert changed.changes == {name: value}
    assert changed.assumptions[name].why == EDITION.assumptions[name].why


def test_changes_add_up_and_leave_the_edition_as_it_was() -> None:
    changed = EDITION.assuming(small_number=50).assuming(ethnicity_census=2021)
    assert changed.changes == {"small_number": 50, "ethnicity_census": 2021}
    assert EDITION.changes == {}
    assert EDITION.value("assumptions.small_number") == 30


def test_an_unknown_assumption_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError) as refused:
        EDITION.assuming(smal_number=50)
    says = "there is no assumption 'smal_number'; did you mean 'small_number'?"
    assert str(refused.value) == says


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("small_number", "few", "'small_number' takes a int, not 'few'"),
        ("small_number", 30.5, "'small_number' takes a int, not 30.5"),
        ("small_number", float("inf"), "'small_number' takes a int, not inf"),
        (
            "same_quantity_band",
            "inf",
            "'same_quantity_band' takes a float, not 'inf'",
        ),
        ("population_band_low", "", "'population_band_low' takes a float, not ''"),
        (
            "population_band_low",
            "nan",
            "'population_band_low' takes a float, not 'nan'",
        ),
        ("ethnicity_grouping", 2011, "'ethnicity_grouping' takes a str, not 2011"),
    ],
)
def test_a_value_of_another_type_is_refused(name: str, given: Value, says: str) -> None:
    with pytest.raises(UsageError) as refused:
        EDITION.assuming(**{name: given})
    assert str(refused.value) == f"assumption {says}"
