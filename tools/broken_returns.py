"""Copies of sound tables, each with one fault."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from crime_and_workforce import (
    COUNTS,
    CRIME,
    MARCH_2018,
    MARCH_2019,
    OUTCOMES,
    WORKFORCE,
    crime_rows,
    outcome_rows,
    workforce_rows,
)
from published_rows import BRITISH_TRANSPORT_POLICE, Lines, Row, pick

from peelcheck.sampling import sample_table
from peelcheck.tables.recorded_crime import ALL_CRIME

if TYPE_CHECKING:
    import polars as pl
    from crime_and_workforce import CrimeFacts

__all__ = ["files"]

SYNTHETIC = 20_181_001
JUDGMENTS = Path("sample_data", "essex_judgments", "judgments.csv")
SEPTEMBER_2017 = "2017-09-30"


def essex(rows: list[Row]) -> list[Row]:
    """Return the rows of Essex."""
    return [row for row in rows if row["force"] == "Essex"]


def lines_of(table: pl.DataFrame) -> Lines:
    """Return a frame as lines of text, the header first."""
    texts = (
        ["" if cell is None else str(cell) for cell in row] for row in table.iter_rows()
    )
    return [table.columns, *texts]


def changed(lines: Lines, line: int, column: str, value: str) -> Lines:
    """Return the lines with one cell changed; lines count from 1, the header."""
    at = lines[0].index(column)
    return [
        [*row[:at], value, *row[at + 1 :]] if number == line else row
        for number, row in enumerate(lines, start=1)
    ]


def with_their_total(facts: CrimeFacts) -> Lines:
    """Return all crime of the 43 forces, and the total that ONS prints with them."""
    rows = [row for row in crime_rows(facts) if row["offence"] == ALL_CRIME]
    total = str(sum(int(row["crimes"]) for row in rows))
    forces = [row for row in rows if row["force"] != BRITISH_TRANSPORT_POLICE]
    england_and_wales = {**rows[0], "force": "England and Wales", "crimes": total}
    return pick(CRIME, [*forces, england_and_wales])


def broken_counts(facts: CrimeFacts) -> dict[str, Lines]:
    """Return tables of counts with a fault each."""
    crime = pick(CRIME, essex(list(crime_rows(facts))))
    outcomes = pick(OUTCOMES, essex(list(outcome_rows(facts))))
    people = [row for row in workforce_rows(facts) if row["as_at"] == MARCH_2018]
    moved = [{**row, "as_at": SEPTEMBER_2017} for row in essex(people)]
    return {
        "recorded_crime.burglaries_do_not_add_up.csv": changed(
            crime, 14, "crimes", "8825"
        ),
        "recorded_crime.railway_police_in_total.csv": with_their_total(facts),
        "outcome_counts.negative_year.csv": changed(outcomes, 6, COUNTS[0], "-5"),
        "workforce.september.csv": pick(WORKFORCE, moved),
    }


def broken_records() -> dict[str, Lines]:
    """Return tables of single crimes, outcomes and searches with a fault each."""
    crimes, outcomes, searches = (
        lines_of(sample_table(name, seed=SYNTHETIC).filter(force="Essex"))
        for name in ("crimes", "outcomes", "stop_search_records")
    )
    earlier = changed(crimes, 2, "recorded_on", SEPTEMBER_2017)
    monthly = lines_of(sample_table("outcome_submissions", seed=SYNTHETIC))
    by_hand = changed(monthly, 3, "route", "manual")
    twice = changed(outcomes[:2] + outcomes[1:], 3, "outcome_type", "16")
    return {
        "crimes.before_the_window.csv": earlier,
        "outcome_of_no_crime/crimes.csv": crimes,
        "outcome_of_no_crime/outcomes.csv": changed(
            outcomes, 2, "crime", "SYN-ESX-999999"
        ),
        "two_current_outcomes/crimes.csv": crimes,
        "two_current_outcomes/outcomes.csv": twice,
        "outcome_submissions.seven_by_hand.csv": by_hand,
        "fewer_than_counted/stop_search_records.csv": searches,
    }


def broken_answers() -> dict[str, Lines]:
    """Return tables of what forces are asked for, and of spend, with a fault each."""
    calls, vetting, spend = (
        lines_of(sample_table(name, seed=SYNTHETIC).filter(force="Essex"))
        for name in ("calls_999", "vetting", "spend")
    )
    last_year = [line for line in spend if line[0] in {"year_ending", MARCH_2019}]
    more = str(float(vetting[1][3]) + 1)
    return {
        "calls_999.month_missing.csv": [*calls[:10], *calls[11:]],
        "vetting.equivalents_as_heads.csv": changed(vetting, 2, "workforce", "5032.5"),
        "vetting.more_than_the_workforce.csv": changed(
            vetting, 2, "without_clearance", more
        ),
        "spend.categories_do_not_add_up.csv": changed(
            last_year, 6, "amount", "1000000.0"
        ),
        "spend.prices_of_no_year.csv": spend,
    }


def broken_judgments() -> dict[str, Lines]:
    """Return the judgments on Essex, which were copied by hand, with a fault each."""
    path = Path(__file__).resolve().parents[1] / JUDGMENTS
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    ungraded = changed(lines, 3, "grade", "Ungraded")
    return {
        "judgments.area_missing.csv": [*lines[:2], *lines[3:]],
        "judgments.ungraded.csv": ungraded,
        "signed_off_too_early/judgments.csv": lines,
    }


def broken_reviews() -> dict[str, Lines]:
    """Return tables of the file review and of surveys with a fault each."""
    reviewed, staff, public = (
        lines_of(sample_table(name, seed=SYNTHETIC).filter(force="Essex"))
        for name in ("file_review", "staff_survey", "public_survey")
    )
    ends = [[*row, ""] for row in staff]
    ends[0][-1] = "interval_low"
    return {
        "file_review.recorded_in_april.csv": changed(
            reviewed, 61, "recorded_on", "2018-04-01"
        ),
        "file_review.a_file_too_few.csv": reviewed[:-1],
        "public_survey.weight_of_nothing.csv": changed(public, 5, "weight", "0.0"),
        "staff_survey.with_an_interval.csv": changed(ends, 3, "interval_low", "41.5"),
    }


def files(facts: CrimeFacts) -> dict[str, Lines]:
    """Return the broken tables by their place in the folder of broken returns."""
    answers = broken_answers() | broken_judgments() | broken_reviews()
    return broken_counts(facts) | broken_records() | answers
