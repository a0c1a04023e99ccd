"""The 43 forces and every spelling that leads to one of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest

from peelcheck.errors import UnknownNameError
from peelcheck.reference.forces import (
    BRITISH_TRANSPORT_POLICE,
    force_named,
    forces,
    other_bodies,
    spellings,
)
from peelcheck.reference.populations import reference_rows
from peelcheck.reference.published import published
from peelcheck.reference.spelling import fold

NAMES = [force.name for force in forces()]
ENDINGS = (" police", " constabulary", " police service", " police force")


def written(name: str) -> list[str]:
    """Return a name as it is, and, where it is bare, with each ending."""
    bare = not name.lower().endswith(ENDINGS)
    return [name, *(name + ending for ending in ENDINGS if bare)]


def test_there_are_43_forces_each_once_in_order() -> None:
    assert len(NAMES) == 43
    assert sorted(set(NAMES)) == NAMES


def test_39_forces_are_english_and_four_welsh() -> None:
    assert Counter(force.country for force in forces()) == {"England": 39, "Wales": 4}


def test_codes_are_those_of_police_force_areas_and_stand_once() -> None:
    codes = {force.name: force.code for force in forces()}
    pattern = {"England": r"E230000[0-9]{2}", "Wales": r"W150000[0-9]{2}"}
    assert all(re.fullmatch(pattern[one.country], one.code) for one in forces())
    assert len(set(codes.values())) == 43
    assert codes["Essex"] == "E23000028"
    assert codes["City of London"] == "E23000034"
    assert codes["Metropolitan Police"] == "E23000001"


@pytest.mark.parametrize("table", ["population_mid_year", "census_2011_ethnic_group"])
def test_reference_tables_name_and_code_the_forces_alike(table: str) -> None:
    pairs = {(row["force"], row["code"]) for row in reference_rows(table)}
    assert pairs == {(force.name, force.code) for force in forces()}


def test_two_forces_police_the_region_of_london() -> None:
    region = [force.name for force in forces() if force.region == "London"]
    assert region == ["City of London", "Metropolitan Police"]


@pytest.mark.parametrize("force", NAMES)
def test_each_spelling_of_a_force_leads_to_it(force: str) -> None:
    (one,) = [known for known in forces() if known.name == force]
    for spelling in (force, *one.aliases):
        for text in written(spelling):
            assert force_named(text) == force
            assert force_named(f"  {text.upper()} ") == force
    assert force_named(one.code) == force


def test_no_spelling_leads_to_two_bodies() -> None:
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for force in forces():
        for spelling in (force.name, *force.aliases):
            for text in written(spelling):
                meant[fold(text)].add(force.name)
        meant[fold(force.code)].add(force.name)
    for row in published("other_bodies.csv"):
        for spelling in (row["name"], *filter(None, row["aliases"].split("; "))):
            meant[fold(spelling)].add(row["name"])
    assert {text: names for text, names in meant.items() if len(names) > 1} == {}
    assert spellings() == {text: name for text, (name,) in meant.items()}


@pytest.mark.parametrize(
    ("spelling", "force"),
    [
        ("Avon & Somerset", "Avon and Somerset"),
        ("devon and cornwall police", "Devon and Cornwall"),
        ("Dyfed\N{EN DASH}Powys", "Dyfed-Powys"),
        ("Dyfed Powys Police", "Dyfed-Powys"),
        ("London, City of", "City of London"),
        ("CITY OF LONDON POLICE", "City of London"),
        ("Met", "Metropolitan Police"),
        ("MPS", "Metropolitan Police"),
        ("GMP", "Greater Manchester"),
        ("WMP", "West Midlands"),
        ("Hampshire and Isle of Wight Constabulary", "Hampshire"),
        ("e23000028", "Essex"),
    ],
)
def test_a_spelling_found_in_practice_is_known(spelling: str, force: str) -> None:
    assert force_named(spelling) == force


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Essex", "Sussex"),
        ("West Mercia", "West Midlands"),
        ("West Midlands", "West Yorkshire"),
        ("North Yorkshire", "South Yorkshire"),
        ("North Wales", "South Wales"),
        ("City of London", "Metropolitan Police"),
        ("Northumbria", "Northamptonshire"),
        ("Cumbria", "Northumbria"),
    ],
)
def test_names_that_look_alike_stay_apart(one: str, other: str) -> None:
    assert {force_named(text) for text in written(one)} == {one}
    assert {force_named(text) for text in written(other)} == {other}


@pytest.mark.parametrize(
    "name",
    [
        "London",
        "London Police",
        "Yorkshire",
        "Wales",
        "Midlands",
        "Devon",
        "",
        "Police",
    ],
)
def test_a_name_of_nobody_stands_for_nobody(name: str) -> None:
    with pytest.raises(UnknownNameError):
        force_named(name)


def test_a_misspelt_force_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError) as refused:
        force_named("Esssex")
    assert str(refused.value) == "there is no force 'Esssex'; did you mean 'Essex'?"


@pytest.mark.parametrize(
    "spelling", ["British Transport Police", "BTP", "british transport"]
)
def test_british_transport_police_is_known_and_not_territorial(spelling: str) -> None:
    assert force_named(spelling) == BRITISH_TRANSPORT_POLICE
    assert BRITISH_TRANSPORT_POLICE not in NAMES


def test_each_other_body_is_no_force_and_says_why() -> None:
    assert BRITISH_TRANSPORT_POLICE in other_bodies()
    assert not set(other_bodies()) & set(NAMES)
    assert all(why.endswith(".") for why in other_bodies().values())
