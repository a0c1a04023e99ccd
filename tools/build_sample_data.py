"""Build the reference tables and the sample data from a folder of published figures.

    python tools/build_sample_data.py FACTS_FOLDER

The folder holds `forces.csv`, `population_mid_year_2011_to_2018.csv`,
`census_2011_ethnic_group_by_force.csv`, `stop_and_search_ye_mar_2018.csv`, and what
`crime_and_workforce.py` reads; `docs/explanation/data-log.md` says where they come
from. Statements, other bodies, manifests and READMEs are written by hand. A sum that is
not the published one stops it.
"""

from __future__ import annotations

import argparse
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import broken_returns
import crime_and_workforce
from published_rows import (
    BRITISH_TRANSPORT_POLICE,
    Lines,
    Row,
    pick,
    read_rows,
    require,
    write,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ONS_REGIONS = {
    "Eastern": "East of England",
    "Yorkshire and the Humber": "Yorkshire and The Humber",
}
MORE_ALIASES = {
    "Devon and Cornwall": ["Devon & Cornwall Police"],
    "Dyfed-Powys": ["Dyfed\N{EN DASH}Powys", "Dyfed-Powys Police"],
}

CENSUS_2001 = {
    "All": "all",
    "Asian or Asian British": "asian_2001_excl_chinese",
    "Black or Black British": "black",
    "Chinese or Other Ethnic Group": "chinese_or_other_2001",
    "Mixed": "mixed",
    "White": "white",
}
CENSUS_2011 = {
    "All": "all",
    "Asian or Asian British": "asian_2011_incl_chinese",
    "Black or Black British": "black",
    "Mixed": "mixed",
    "Other Ethnic Group": "other_2011_incl_arab",
    "White": "white",
}
CLASSIFICATIONS = {"2001 grouping": CENSUS_2001, "2011 grouping": CENSUS_2011}

SEARCH_KEY = ["force", "legislation", "reason", "ethnic_group"]
SEARCH_COLUMNS = ["year_ending", *SEARCH_KEY, "searches", "resultant_arrests"]
MARRED_CELL = ("Essex", "Section 1 (PACE)", "Going Equipped", "Mixed")
MARRED_WHITE_CELL = ("Essex", "Section 1 (PACE)", "Going Equipped", "White")
ADDED_CELL = (BRITISH_TRANSPORT_POLICE, "Section 1 (PACE)", "Drugs", "White")


class Facts(NamedTuple):
    """The published figures, under the project's names for the forces."""

    forces: list[Row]
    population: list[Row]
    census: list[Row]
    searches: list[Row]


def read_facts(folder: Path) -> Facts:
    """Read the four tables that everything here is made from."""
    return Facts(
        forces=read_rows(folder / "forces.csv", "name"),
        population=read_rows(folder / "population_mid_year_2011_to_2018.csv", "force"),
        census=read_rows(folder / "census_2011_ethnic_group_by_force.csv", "force"),
        searches=sorted(
            read_rows(folder / "stop_and_search_ye_mar_2018.csv", "force"),
            key=search_key,
        ),
    )


def search_key(row: Row) -> tuple[str, ...]:
    """Return what tells one cell of the stop and search table from another."""
    return tuple(row[column] for column in SEARCH_KEY)


def force_lines(facts: Facts) -> Lines:
    """Return the 43 forces by name, with every spelling that is accepted."""
    lines = []
    for row in facts.forces:
        name = row["name"]
        aliases = {*row["aliases"].split("; "), *MORE_ALIASES.get(name, [])}
        region = ONS_REGIONS.get(row["region"], row["region"])
        joined = "; ".join(sorted(aliases))
        lines.append([row["code"], name, joined, region, row["country"]])
    header = ["code", "name", "aliases", "region", "country"]
    return [header, *sorted(lines, key=itemgetter(1))]


def population_rows(facts: Facts, *years: str) -> list[Row]:
    """Return the unrounded estimates of some years, by year and force."""
    rows = (row for row in facts.population if row["year"] in years)
    return sorted(rows, key=itemgetter("year", "force"))


def rounded_population_rows(facts: Facts, *years: str) -> list[Row]:
    """Return the estimates of years that are printed rounded to 100 alone."""
    rounded = [
        {**row, "population": row["population_rounded_100"]} for row in facts.population
    ]
    return population_rows(facts._replace(population=rounded), *years)


def census_rows(facts: Facts) -> Iterator[Row]:
    """Yield residents by classification, force and ethnic group, one a row."""
    for classification, columns in CLASSIFICATIONS.items():
        for row in sorted(facts.census, key=itemgetter("force")):
            for group, column in columns.items():
                yield {
                    **row,
                    "census_year": "2011",
                    "classification": classification,
                    "ethnic_group": group,
                    "population": row[column],
                }


def essex_cells(facts: Facts) -> list[Row]:
    """Return every cell of the Essex table: nil if unprinted, arrests capped."""
    printed = {search_key(row): row for row in facts.searches}
    purposes = {(row["legislation"], row["reason"]) for row in facts.searches}
    groups = sorted({row["ethnic_group"] for row in facts.searches})
    cells = []
    for legislation, reason in sorted(purposes):
        for group in groups:
            values = ("Essex", legislation, reason, group)
            known = printed.get(values, {"searches": "0", "resultant_arrests": "0"})
            arrests = min(int(known["searches"]), int(known["resultant_arrests"]))
            cells.append(
                {
                    "year_ending": "2018-03-31",
                    **dict(zip(SEARCH_KEY, values, strict=True)),
                    "searches": known["searches"],
                    "resultant_arrests": str(arrests),
                }
            )
    return cells


def altered(cells: list[Row], key: tuple[str, ...], column: str, value: str) -> Lines:
    """Return the table with one value changed in one cell."""
    return pick(
        SEARCH_COLUMNS,
        ({**row, column: value} if search_key(row) == key else row for row in cells),
    )


def doubled(cells: list[Row], key: tuple[str, ...]) -> Lines:
    """Return the table with one row standing twice."""
    twice = [row for row in cells for _ in range(1 + (search_key(row) == key))]
    return pick(SEARCH_COLUMNS, twice)


def broken_searches(cells: list[Row], added: Row) -> dict[str, Lines]:
    """Return copies of a sound table, each with the one fault it is named for."""
    without = [column for column in SEARCH_COLUMNS if column != "searches"]
    renamed = pick(SEARCH_COLUMNS, cells)
    renamed[0] = ["serches" if name == "searches" else name for name in renamed[0]]
    at = SEARCH_COLUMNS.index("searches")
    twice = [*SEARCH_COLUMNS[:at], "searches", *SEARCH_COLUMNS[at:]]
    return {
        "unknown_force": altered(cells, MARRED_CELL, "force", "Esex"),
        "doubled_cell": doubled(cells, MARRED_CELL),
        "negative_count": altered(cells, MARRED_CELL, "searches", "-3"),
        "half_a_search": altered(cells, MARRED_CELL, "searches", "1.5"),
        "column_missing": pick(without, cells),
        "column_renamed": renamed,
        "column_doubled": pick(twice, cells),
        "british_transport_police": pick(SEARCH_COLUMNS, [*cells, added]),
        "blank_count": altered(cells, MARRED_CELL, "searches", ""),
        "unknown_ethnic_group": altered(
            cells, MARRED_WHITE_CELL, "ethnic_group", "Whyte"
        ),
    }


def reference_files(facts: Facts) -> dict[str, Lines]:
    """Return the reference tables of the package."""
    population = ["year", "code", "force", "population"]
    census = ["census_year", "classification", "code", "force", "ethnic_group"]
    years = ("2016", "2017", "2018")
    return {
        "forces.csv": force_lines(facts),
        "population_mid_year.csv": pick(population, population_rows(facts, *years)),
        "population_mid_2013_to_2015.csv": pick(
            population, rounded_population_rows(facts, "2013", "2014", "2015")
        ),
        "census_2011_ethnic_group.csv": pick(
            [*census, "population"], census_rows(facts)
        ),
    }


def sample_files(facts: Facts) -> dict[str, Lines]:
    """Return the sample returns, sound and broken."""
    population = ["year", "force", "population"]
    census = ["census_year", "classification", "force", "ethnic_group", "population"]
    mid_2017 = population_rows(facts, "2017")
    zero = [
        {**row, "population": "0"} if row["force"] == "Essex" else row
        for row in mid_2017
    ]
    essex = essex_cells(facts)
    added = next(row for row in facts.searches if search_key(row) == ADDED_CELL)
    publication = "police_powers_ye_mar_2018"
    files = {
        f"{publication}/stop_search.csv": pick(SEARCH_COLUMNS, facts.searches),
        f"{publication}/population.csv": pick(population, mid_2017),
        f"{publication}/population_by_ethnic_group.csv": pick(
            census, census_rows(facts)
        ),
        "essex_submission/stop_search.csv": pick(SEARCH_COLUMNS, essex),
        "broken/population.zero.csv": pick(population, zero),
        "broken/population.other_vintage.csv": pick(
            population, population_rows(facts, "2018")
        ),
        "broken/other_edition/stop_search.csv": pick(SEARCH_COLUMNS, essex),
        "broken/fewer_than_counted/stop_search.csv": pick(SEARCH_COLUMNS, essex),
    }
    for fault, lines in broken_searches(essex, added).items():
        files[f"broken/stop_search.{fault}.csv"] = lines
    return files


def verify(facts: Facts) -> None:
    """Stop unless the figures add up to what the publishers printed."""
    forces = [r for r in facts.searches if r["force"] != BRITISH_TRANSPORT_POLICE]
    essex = [r for r in forces if r["force"] == "Essex"]
    for rows, everything, vehicle_only, not_stated in (
        (essex, 3_267, 25, 238),
        (forces, 279_447, 4_853, 31_005),
    ):
        require("searches", searches_in(rows), everything)
        require("vehicle only", searches_in(rows, "Vehicle only"), vehicle_only)
        require("not stated", searches_in(rows, "Not stated"), not_stated)
    mid_2017 = population_rows(facts, "2017")
    total = sum(int(row["population"]) for row in mid_2017)
    require("population, mid-2017", total, 58_744_595)
    require("cells of a force", len(essex_cells(facts)), 63)
    for row in facts.census:
        for classification, columns in CLASSIFICATIONS.items():
            whole, *parts = (int(row[column]) for column in columns.values())
            require(f"{classification}, {row['force']}", sum(parts), whole)


def searches_in(rows: Iterable[Row], group: str | None = None) -> int:
    """Add up the searches of all rows, or of one ethnic group's."""
    return sum(int(r["searches"]) for r in rows if group in {None, r["ethnic_group"]})


def main() -> None:
    """Read the facts, verify them, and write every table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("facts_folder", type=Path)
    parser.add_argument(
        "--into",
        type=Path,
        default=Path(__file__).resolve().parents[1],
        help="the project's folder, or another to compare with it",
    )
    arguments = parser.parse_args()
    facts = read_facts(arguments.facts_folder)
    verify(facts)
    more = crime_and_workforce.read_facts(arguments.facts_folder)
    crime_and_workforce.verify(more)
    reference = reference_files(facts) | crime_and_workforce.reference_files(more)
    write(arguments.into / "peelcheck" / "reference", reference)
    broken = broken_returns.files(more)
    samples = sample_files(facts) | crime_and_workforce.sample_files(more)
    write(arguments.into / "sample_data", samples)
    write(arguments.into / "sample_data" / "broken", broken)


if __name__ == "__main__":
    main()
