"""What is assumed where a manifest says nothing, and said so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from peelcheck.manifest import TableEntry
from peelcheck.model import Kind
from peelcheck.reading.manifests import completed

HELD = ["stop_search"]
START = date(2017, 4, 1)
END = date(2018, 3, 31)

PERIOD = (
    "period of stop_search 1 April 2017 to 31 March 2018: the year to its rows' day"
)


# --- what is assumed ----------------------------------------------------------------
def test_what_is_not_said_is_assumed_from_the_data_and_said_so() -> None:
    manifest = completed({}, HELD, (), ("Essex",), {"stop_search": (END,)})
    entry = manifest.tables["stop_search"]
    assert (manifest.kind, manifest.force) == (Kind.SUBMISSION, "Essex")
    assert (entry.period_start, entry.period_end) == (START, END)
    assert manifest.assumed == (
        "edition peel-2018-19: no manifest names one",
        "kind submission: no manifest names one, and the data hold 1 force",
        "force Essex: it is the only one in the data",
        PERIOD,
    )
    assert (manifest.absent_tables, entry.several_periods) == (None, None)


def test_what_is_said_is_not_assumed() -> None:
    entry = TableEntry(period_start=START, period_end=END)
    said = {
        "edition": "peel-2017",
        "kind": Kind.SUBMISSION,
        "force": "Kent",
        "tables": {"stop_search": entry},
    }
    ends = {"stop_search": (date(2019, 3, 31),)}
    manifest = completed(said, HELD, (), ("Essex",), ends)
    assert (manifest.edition, manifest.force) == ("peel-2017", "Kent")
    assert manifest.tables == {"stop_search": entry}
    assert manifest.assumed == ()


FIVE = ("Essex", "Kent", "Surrey", "Sussex", "Wiltshire")


@pytest.mark.parametrize(
    ("forces", "hold"),
    [
        ((), "0 forces"),
        (FIVE[:2], "2 forces: Essex, Kent"),
        (FIVE, "5 forces: Essex, Kent, Surrey, Sussex, Wiltshire"),
        ((*FIVE, "Warwickshire"), "6 forces"),
    ],
)
def test_no_force_or_several_make_a_collection_and_a_few_are_named(
    forces: tuple[str, ...], hold: str
) -> None:
    manifest = completed({}, HELD, (), forces, {})
    assert (manifest.kind, manifest.force) == (Kind.COLLECTION, None)
    says = f"kind collection: no manifest names one, and the data hold {hold}"
    assert manifest.assumed == ("edition peel-2018-19: no manifest names one", says)


def test_files_left_alone_are_named_before_all_else() -> None:
    manifest = completed({}, HELD, ["a.csv", "b.xlsx"], (), {})
    first, second, _ = manifest.assumed
    assert first == "left alone a.csv, b.xlsx: no table of a return"
    assert second == "edition peel-2018-19: no manifest names one"


@pytest.mark.parametrize(
    ("there", "absent"),
    [
        (["population", "stop_search"], None),
        (["population", "population_by_ethnic_group"], "stop_search"),
        (["population_by_ethnic_group"], "stop_search, population"),
    ],
)
def test_tables_it_names_that_are_not_there_are_listed(
    there: list[str], absent: str | None
) -> None:
    said = {"tables": {"stop_search": TableEntry(), "population": TableEntry()}}
    manifest = completed(said, there, (), (), {"stop_search": (END,)})
    assert manifest.absent_tables == absent
    assert manifest.values_for("")["absent_tables"] == absent


@pytest.mark.parametrize("said", [None, END])
def test_several_periods_are_listed_and_none_of_them_is_assumed(
    said: date | None,
) -> None:
    entry = TableEntry(release="2019-10", period_end=said)
    fields = {"tables": {"stop_search": entry}}
    ends = {"stop_search": (END, date(2019, 3, 31))}
    manifest = completed(fields, HELD, (), (), ends)
    several = "2018-03-31, 2019-03-31"
    assert manifest.tables == {"stop_search": replace(entry, several_periods=several)}
    assert manifest.values_for("stop_search")["several_periods"] == several
    assert PERIOD not in manifest.assumed
    assert fields == {"tables": {"stop_search": entry}}


@pytest.mark.parametrize(
    ("end", "start"),
    [
        (date(2019, 2, 28), date(2018, 3, 1)),
        (date(2020, 2, 28), date(2019, 3, 1)),
        (date(2020, 2, 29), date(2019, 3, 1)),
        (date(2021, 2, 28), date(2020, 3, 1)),
        (date(2018, 12, 31), date(2018, 1, 1)),
    ],
)
def test_twelve_months_end_on_any_day_of_the_year(end: date, start: date) -> None:
    ends = {"stop_search": (end,)}
    entry = completed({}, HELD, (), (), ends).tables["stop_search"]
    assert (entry.period_start, entry.period_end) == (start, end)


@pytest.mark.parametrize(
    ("ends", "several"),
    [((), None), ((START, END), "2017-04-01, 2018-03-31"), ((date.max,), None)],
)
def test_no_period_is_assumed_without_one_day_to_end_it(
    ends: tuple[date, ...], several: str | None
) -> None:
    manifest = completed({}, HELD, (), (), {"stop_search": ends})
    assert manifest.tables == {"stop_search": TableEntry(several_periods=several)}
    assert [one for one in manifest.assumed if one.startswith("period")] == []
