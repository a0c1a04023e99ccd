"""Build what made-up data are drawn near, from a folder of published figures.

    python tools/build_sampling_weights.py FACTS_FOLDER

The folder holds `stop_and_search_ye_mar_2018.csv`, `crime_outcomes_2018_19.csv`,
`recorded_crime_ye_sep_2018.csv` and `police_workforce_31_march_2014_to_2018.csv.gz`;
`docs/explanation/data-log.md` says where they come from.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from published_rows import Lines, Row, read_rows, require, write

from peelcheck.tables.recorded_crime import OFFENCES, PARTS
from peelcheck.tables.stop_search import ETHNIC_GROUPS, REASONS

INTO = Path(__file__).parent.parent / "peelcheck" / "sampling" / "weights"

OFFENCE_COLUMNS = {
    "Homicide": "homicide",
    "Violence with injury": "violence_with_injury",
    "Violence without injury": "violence_without_injury",
    "Stalking and harassment": "stalking_harassment",
    "Death or serious injury - unlawful driving": "death_serious_injury_driving",
    "Sexual offences": "sexual_offences",
    "Robbery": "robbery",
    "Residential burglary": "residential_burglary",
    "Non-residential burglary": "non_residential_burglary",
    "Vehicle offences": "vehicle_offences",
    "Theft from the person": "theft_from_person",
    "Bicycle theft": "bicycle_theft",
    "Shoplifting": "shoplifting",
    "Other theft offences": "other_theft",
    "Criminal damage and arson": "criminal_damage_arson",
    "Drug offences": "drug_offences",
    "Possession of weapons offences": "possession_weapons",
    "Public order offences": "public_order",
    "Miscellaneous crimes against society": "misc_crimes_against_society",
}


def searches(rows: list[Row]) -> Lines:
    """Return the searches of each force by ethnic group, and by reason."""
    reasons = [reason for group in REASONS.values() for reason in group]
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        counts[row["force"], row["ethnic_group"]] += int(row["searches"])
        counts[row["force"], row["reason"]] += int(row["searches"])
    forces = sorted({row["force"] for row in rows})
    names = [*ETHNIC_GROUPS, *reasons]
    require("searches", sum(counts.values()), 2 * 282_380)
    return [
        ["force", *names],
        *([force, *(str(counts[force, name]) for name in names)] for force in forces),
    ]


def outcomes(rows: list[Row]) -> Lines:
    """Return the outcomes of each force by type; 0 where the copy dropped a row."""
    column = "force_outcomes_for_offences_recorded_in_quarter"
    counts = {
        (row["force"], row["outcome_type"]): str(int(float(row[column])))
        for row in rows
    }
    types = sorted({kind for _, kind in counts}, key=int)
    forces = sorted({force for force, _ in counts})
    return [
        ["force", *types],
        *(
            [force, *(counts.get((force, kind), "0") for kind in types)]
            for force in forces
        ),
    ]


def crimes(rows: list[Row]) -> Lines:
    """Return the crimes of each force in the offence groups that hold no other."""
    require("offence groups", len(OFFENCE_COLUMNS), len(set(OFFENCES) - set(PARTS)))
    kept = sorted(
        (row for row in rows if row["region"] or row["force"][0] == "B"),
        key=lambda r: r["force"],
    )
    return [
        ["force", *OFFENCE_COLUMNS],
        *(
            [row["force"], *(row[name] for name in OFFENCE_COLUMNS.values())]
            for row in kept
        ),
    ]


def workforce(rows: list[Row]) -> Lines:
    """Return the workforce of the last day by force, kind, rank and sex."""
    columns = ["force", "worker_type", "rank", "sex", "headcount", "fte"]
    kept = [row for row in rows if row["as_at"] == "2018-03-31"]
    kept.sort(key=lambda row: [row[name] for name in columns[:4]])
    return [columns, *([row[name] for name in columns] for row in kept)]


def main() -> None:
    """Write each file of weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("facts", type=Path)
    facts = parser.parse_args().facts
    write(
        INTO,
        {
            "searches.csv": searches(
                read_rows(facts / "stop_and_search_ye_mar_2018.csv", "force")
            ),
            "outcomes.csv": outcomes(
                read_rows(facts / "crime_outcomes_2018_19.csv", "force")
            ),
            "crimes.csv": crimes(
                read_rows(facts / "recorded_crime_ye_sep_2018.csv", "force")
            ),
            "workforce.csv": workforce(
                read_rows(
                    facts / "police_workforce_31_march_2014_to_2018.csv.gz", "force"
                )
            ),
        },
    )


if __name__ == "__main__":
    main()
