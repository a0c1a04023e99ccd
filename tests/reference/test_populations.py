"""Published figures: the totals that are known, and the parts that make them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

import pytest

from peelcheck.reference.forces import forces
from peelcheck.reference.populations import REFERENCE_TABLES, reference_rows
from peelcheck.tables.population_by_ethnic_group import ALL_GROUPS, CENSUS_GROUPS
from peelcheck.tables.workforce import WORKER_TYPES

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
    for table in ("population_mid_year", "census_2011_ethnic_group"):
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


def test_every_reference_table_has_rows_of_the_types_its_columns_have() -> None:
    types = {
        name: {type(value) for row in reference_rows(table) for value in [row[name]]}
        for table in REFERENCE_TABLES
        for name in reference_rows(table)[0]
    }
    assert types["period_end"] == types["as_at"] == {date}
    assert types["crimes"] == types["year"] == types["census_year"] == {int}
    assert types["fte"] == {float}
    assert types["rate"] == {float, type(None)}
    texts = ("code", "force", "area", "worker_type", "classification", "ethnic_group")
    assert all(types[name] == {str} for name in texts)


SEPTEMBER = {
    row["area"]: row
    for row in reference_rows("recorded_crime_published")
    if row["period_end"] == date(2018, 9, 30)
}


def test_recorded_crime_is_published_with_british_transport_police() -> None:
    forces = sum(SEPTEMBER[name]["crimes"] for name in NAMES)
    railways = SEPTEMBER["British Transport Police"]["crimes"]
    assert (forces, railways) == (5_010_526, 62_605)
    assert SEPTEMBER["England and Wales"]["crimes"] == forces + railways == 5_073_131
    assert SEPTEMBER["England and Wales"]["rate"] == 86.359111


def test_every_force_but_city_of_london_has_a_published_rate() -> None:
    without = {name for name, row in SEPTEMBER.items() if row["rate"] is None}
    assert without == {"British Transport Police", "City of London"}
    for name in NAMES - without:
        rate = SEPTEMBER[name]["crimes"] / MID_2017[name] * 1000
        assert rate == pytest.approx(SEPTEMBER[name]["rate"], abs=0.006)


@pytest.mark.parametrize("year", [2018, 2019])
def test_the_years_to_march_have_each_force_once_and_no_total(year: int) -> None:
    areas = [
        row["area"]
        for row in reference_rows("recorded_crime_published")
        if row["period_end"] == date(year, 3, 31)
    ]
    assert (len(areas), set(areas)) == (43, NAMES)


def test_officers_of_the_forces_add_up_to_the_sum_first_published() -> None:
    rows = reference_rows("workforce_published")
    officers = {
        r["force"]: r["fte"] for r in rows if r["worker_type"] == WORKER_TYPES[0]
    }
    railways = officers.pop("British Transport Police")
    assert (len(officers), railways) == (43, 2_865.45)
    assert round(sum(officers.values()), 2) == 122_403.80


def test_a_force_that_cannot_tell_designated_officers_has_no_row_of_them() -> None:
    rows = reference_rows("workforce_published")
    telling = {r["force"] for r in rows if r["worker_type"] == "designated officer"}
    assert {r["force"] for r in rows} == NAMES | {"British Transport Police"}
    assert len(NAMES - telling) == 13
    assert {"City of London", "West Midlands", "Cumbria"} <= NAMES - telling


def test_the_whole_workforce_is_the_sum_of_its_kinds() -> None:
    parts: dict[str, float] = {}
    for row in reference_rows("workforce_published"):
        parts[row["force"]] = parts.get(row["force"], 0.0) + row["fte"]
    wholes = reference_rows("whole_workforce_published")
    assert {row["as_at"] for row in wholes} == {date(2018, 3, 31)}
    assert len(wholes) == len(parts)
    assert {r["force"]: r["fte"] for r in wholes} == pytest.approx(parts, abs=1e-6)
