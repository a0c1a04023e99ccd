"""Published populations: the totals that are known, and the parts that make them."""

from __future__ import annotations

from collections import defaultdict

import pytest

from peelcheck.reference.forces import forces
from peelcheck.reference.populations import REFERENCE_TABLES, reference_rows
from peelcheck.tables.population_by_ethnic_group import ALL_GROUPS, CENSUS_GROUPS

NAMES = {force.name for force in forces()}
MID_2017 = {
    row["force"]: row["population"]
    for row in reference_rows("population_mid_year")
    if row["year"] == 2017
}


def test_england_and_wales_had_58_744_595_people_in_mid_2017() -> None:
    assert sum(MID_2017.values()) == 58_744_595


@pytest.mark.parametrize(
    ("force", "population"), [("Essex", 1_820_379), ("City of London", 7_654)]
)
def test_a_force_has_its_published_population(force: str, population: int) -> None:
    assert MID_2017[force] == population


def test_each_year_has_each_force_once() -> None:
    years: defaultdict[int, list[str]] = defaultdict(list)
    for row in reference_rows("population_mid_year"):
        years[row["year"]].append(row["force"])
    assert 2017 in years
    for names in years.values():
        assert (len(names), set(names)) == (43, NAMES)


def test_populations_are_whole_numbers_of_people() -> None:
    for table in REFERENCE_TABLES:
        for row in reference_rows(table):
            assert type(row["population"]) is int
            assert row["population"] > 0


def test_each_force_has_each_group_of_both_groupings_once() -> None:
    given = [
        (row["force"], row["classification"], row["ethnic_group"])
        for row in reference_rows("census_2011_ethnic_group")
    ]
    wanted = {
        (name, grouping, group)
        for name in NAMES
        for grouping, groups in CENSUS_GROUPS.items()
        for group in groups
    }
    assert len(given) == 43 * 2 * 6
    assert set(given) == wanted


@pytest.mark.parametrize("grouping", CENSUS_GROUPS)
def test_the_parts_of_the_census_add_up_in_each_force(grouping: str) -> None:
    wholes: dict[str, int] = {}
    parts: defaultdict[str, int] = defaultdict(int)
    for row in reference_rows("census_2011_ethnic_group"):
        if row["classification"] != grouping:
            continue
        if row["ethnic_group"] == ALL_GROUPS:
            wholes[row["force"]] = row["population"]
        else:
            parts[row["force"]] += row["population"]
    assert parts == wholes
    assert sum(wholes.values()) == 56_075_912


def test_an_unknown_reference_table_is_refused() -> None:
    with pytest.raises(KeyError, match=r"^'census_1801'$"):
        reference_rows("census_1801")
