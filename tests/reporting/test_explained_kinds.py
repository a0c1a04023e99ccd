"""Rules over groups, sums, links and totals, explained in English."""

from __future__ import annotations

import pytest
from consoles import printed

from peelcheck.reporting.explained import explained

POINTED = "beside the row of crimes of the same force and crime"
SAID = {
    "OCM001": f"{POINTED}: its crime is given",
    "OCM005": f"where outcome type is 19: {POINTED}: its offence is Fraud offences",
    "OCM002": "where current is yes: each combination of force, crime stands once",
    "WOR010": "(the number without rank is 0, or the number without rank is that of "
    "all rows) and",
    "OUT004": "by year_ending, force, outcome_type, of_offences_recorded and "
    "recorded_in_quarter added up: of offences recorded is at least 0 and",
    "FIL006": "where force is not British Transport Police: in all: rows is",
    "WOR009": "fte added up by as_at, force, worker_type, beside workforce_published: "
    "fte is at least",
    "STS014": "searches added up by year_ending, force, divided by population of "
    "population_mid_year; found where it is further from the median of the other "
    "forces than the edition's notable_distance in usual distances of theirs, and "
    "than the edition's notable_share as a share of it, and is beyond what chance "
    "explains; of no fewer others than the edition's notable_others",
    "WOR016": "fte added up by as_at, force, divided by that of twelve months before; "
    "found where it is further from the median of the other forces than the edition's "
    "notable_change_distance in usual distances of theirs, and than the edition's "
    "notable_share as a share of it; of no fewer others",
    "CRI018": "of each printed total: where total is England and Wales: no body "
    "beyond the forces",
    "CRI.totals": "each printed total is what its members add up to",
    "CRI009": "is the sum of the rows where offence is one of Residential burglary, "
    "Non-residential burglary, where there are 2 of them",
    "ETH002": "is the sum of the rest",
}


@pytest.mark.parametrize("name", SAID)
def test_what_is_checked_is_said(name: str) -> None:
    assert SAID[name] in " ".join(printed(explained(name), 2000).split())


@pytest.mark.parametrize("name", ["ACTION_TAKEN", "RECONCILED", "A31"])
def test_no_placeholder_is_shown_where_a_caveat_is_explained(name: str) -> None:
    words = " ".join(printed(explained(name), 2000).split())
    assert "takes outcomes ...; the report" in words or "outcomes make ..." in words
    assert "{" not in words
