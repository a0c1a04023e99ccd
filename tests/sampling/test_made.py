"""Made-up returns: valid for every rule, whole, and refused where they cannot be."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest

import peelcheck
from peelcheck import Verdict
from peelcheck.errors import UnknownNameError, UsageError
from peelcheck.model import Kind, Severity
from peelcheck.reference.forces import force_names
from peelcheck.sampling import SINGLE_THINGS, Made, sample_return, sample_table
from peelcheck.shape import ColumnType, Missing
from peelcheck.tables import TABLES

TYPES = {
    ColumnType.TEXT: pl.String,
    ColumnType.INTEGER: pl.Int64,
    ColumnType.NUMBER: pl.Float64,
    ColumnType.DATE: pl.Date,
}
OPEN = {Verdict.UNDECIDED, Verdict.NOT_RUN, Verdict.CRASHED}
SMALL = ("City of London", "Gloucestershire", "Dyfed-Powys")


def judged(made: Made) -> peelcheck.Report:
    """Return the report on a made-up return, nothing of it open or more than a note."""
    report = peelcheck.check(made.frames, manifest=made.manifest)
    assert report.ok
    failed = [one for one in report.results if one.verdict is Verdict.FAILED]
    assert {one.severity for one in failed} <= {Severity.NOTE}
    assert {one.rule.id for one in report.results if one.verdict in OPEN} == set()
    return report


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("seed", [0, 7])
def test_a_return_of_each_kind_keeps_every_rule(kind: Kind, seed: int) -> None:
    made = sample_return(kind=kind, seed=seed)
    assert list(made.frames) == list(TABLES)
    assert judged(made).evaluated > 10_000


@pytest.mark.parametrize("force", SMALL)
def test_a_small_force_s_submission_keeps_every_rule(force: str) -> None:
    made = sample_return(kind="submission", force=force, rows=1, seed=3)
    judged(made)
    for name, frame in made.frames.items():
        whose = "force" if "force" in frame.columns else "area"
        assert frame[whose].unique().to_list() == [force], name


def test_that_single_ones_are_a_sample_is_noted_where_counts_stand_beside_them() -> (
    None
):
    assert {*sample_return().manifest["noted_exceptions"]} == {"STR005", "CRM006"}
    for name in ("stop_search", "stop_search_records", "crimes", "recorded_crime"):
        assert "noted_exceptions" not in sample_return(tables=[name]).manifest


def test_a_submission_is_of_essex_where_none_is_named() -> None:
    made = sample_return(kind="submission", tables=["population"])
    assert made.manifest["force"] == "Essex"


def test_a_force_may_be_named_by_any_accepted_spelling() -> None:
    made = sample_return(kind="submission", force="Kent Police", tables=["population"])
    assert made.frames["population"]["force"].to_list() == ["Kent"]


def test_a_publication_prints_british_transport_police_beside_the_forces() -> None:
    for name in ("stop_search", "recorded_crime", "outcome_counts"):
        printed = set(sample_table(name, kind="publication")["force"])
        ours = set(sample_table(name)["force"])
        assert printed - ours == {"British Transport Police"}


def test_the_notes_are_those_of_realistic_data() -> None:
    report = judged(sample_return(rows=2_000))
    failed = [one for one in report.results if one.verdict is Verdict.FAILED]
    assert {one.rule.id for one in failed} == {"STR002", "STR003", "WOR006", "WOR007"}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_its_columns_in_their_types(name: str) -> None:
    table, frame = TABLES[name], sample_table(name)
    required = {one.name for one in table.columns if one.required}
    assert required <= set(frame.columns)
    types = {one: TYPES[table.column(one).type] for one in frame.columns}
    assert dict(frame.schema) == types
    for column in frame.columns:
        may_be_empty = table.column(column).missing is Missing.IGNORED
        assert may_be_empty or not frame[column].null_count(), column


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_the_same_alone_and_in_a_return(name: str) -> None:
    beside = ["crimes", name] if name == "outcomes" else [name]
    within = sample_return(tables=beside, seed=4).frames[name]
    alone = sample_table(name, seed=4)
    if name == "workforce":
        within = within.filter(pl.col("fte").is_not_null())
    # The one column in which a return has gaps that a table alone has not.
    assert within.drop("resultant_arrests", strict=False).equals(
        alone.drop("resultant_arrests", strict=False)
    )


def test_gaps_of_a_return_are_told_by_its_manifest() -> None:
    made = sample_return(seed=4)
    gaps = {
        name: entry["marks"]
        for name, entry in made.manifest["tables"].items()
        if "marks" in entry
    }
    assert gaps == {
        "stop_search": {"": "not available"},
        "workforce": {"": "not available"},
    }
    cells = made.frames["stop_search"]["resultant_arrests"]
    assert 0.003 < cells.null_count() / cells.len() < 0.02
    designated = made.frames["workforce"].filter(worker_type="designated officer")
    assert designated.filter(pl.col("fte").is_null())["force"].n_unique() == 13


@pytest.mark.parametrize("name", SINGLE_THINGS)
@pytest.mark.parametrize("rows", [43, 44, 1_001])
def test_there_are_as_many_single_things_as_asked(name: str, rows: int) -> None:
    frame = sample_table(name, rows=rows, seed=2)
    assert frame.height == rows
    key = list(TABLES[name].key)
    assert not key or frame.select(key).is_duplicated().sum() == 0


def test_every_force_has_a_crime_in_the_smallest_collection() -> None:
    assert set(sample_table("crimes", rows=43)["force"]) == set(force_names())


def test_what_is_made_up_says_so() -> None:
    manifest = sample_return(tables=["population"], seed=9).manifest
    assert manifest["title"].startswith("SYNTHETIC data of England and Wales, seed 9")
    assert "made up" in manifest["tables"]["population"]["source"]
    assert sample_table("crimes")["crime"].str.starts_with("SYN-").all()


def test_each_table_is_told_before_it_is_made() -> None:
    told: list[str] = []
    sample_return(tables=["population", "crimes"], told=told.append)
    sample_table("workforce", kind="submission", told=told.append)
    assert told == [
        "making up population",
        "making up crimes",
        "making up workforce",
    ]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"name": "crime"}, "there is no table 'crime'; did you mean 'crimes'?"),
        ({"rows": 0}, "rows are 1 or more, not 0"),
        ({"rows": -5}, "rows are 1 or more, not -5"),
        ({"rows": 2.5}, "rows are 1 or more, not 2.5"),
        (
            {"rows": 42},
            (
                "each of the 43 forces has a crime at least, so crimes are 43 or more, "
                "not 42"
            ),
        ),
        (
            {"seed": -1},
            "a seed is a whole number from 0 to 9223372036854775807, not -1",
        ),
        (
            {"seed": True},
            "a seed is a whole number from 0 to 9223372036854775807, not True",
        ),
        ({"kind": "return"}, "there is no kind 'return'; known: "),
        (
            {"force": "Kent"},
            "a collection is of all forces; force= goes with a submission",
        ),
        (
            {"kind": "submission", "force": "Kemt"},
            "there is no force 'Kemt'; did you mean 'Kent'?",
        ),
        (
            {"kind": "submission", "force": "BTP"},
            (
                "British Transport Police is not one of the 43 forces, so it makes no "
                "submission"
            ),
        ),
        (
            {"name": "population", "rows": 43},
            (
                "the size of population follows from its keys; rows= goes with crimes, "
                "outcomes, stop_search_records"
            ),
        ),
    ],
)
def test_what_cannot_be_made_is_refused(asked: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as refused:
        sample_table(**{"name": "crimes"} | asked)
    assert str(refused.value).startswith(message)


def test_a_return_that_cannot_be_is_refused() -> None:
    with pytest.raises(UsageError, match="a return needs at least one table"):
        sample_return(tables=[])
    with pytest.raises(UsageError, match="ask for the table crimes too"):
        sample_return(tables=["outcomes"])
    with pytest.raises(UnknownNameError, match="did you mean 'workforce'"):
        sample_return(tables=["workforces"])
