"""Whole returns, from wherever they lie."""

from __future__ import annotations

import gzip
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest
from readers import Coerced, Values, Write

from peelcheck.errors import PeelcheckError, UnreadableError, UsageError
from peelcheck.model import Kind
from peelcheck.reading import read
from peelcheck.returns import ROW
from peelcheck.tables import TABLES

TEXT = "year,force,population\n2010,Essex,5\n2010,kent,-\n"
FRAME = pd.DataFrame({"year": [2010], "force": ["Essex"], "population": [5]})


def fault_of(source: Any, **said: Any) -> str:
    with pytest.raises(PeelcheckError) as caught:
        read(source, **said)
    return str(caught.value)


# --- one file or frame --------------------------------------------------------------
def test_a_file_is_known_by_its_name_or_by_its_columns(write: Write) -> None:
    for name in ("population.csv", "population.v2.CSV", "figures.csv"):
        given = read(write(TEXT, name))
        assert (given.source, list(given.tables)) == (name, ["population"])
        data = given.tables["population"]
        assert (data.source, data.row_word) == (name, "row")


def test_a_file_that_tells_its_table_in_no_way_is_unreadable(write: Write) -> None:
    path = write("a,b\n1,2\n", "notes.csv")
    says = "neither its name nor its columns tell which table it holds"
    remedy = f"Give it the name of its table: {', '.join(TABLES)}."
    assert fault_of(path) == f"{path}: {says}. {remedy}"
    write("Force name,count\nEssex,2\n", "notes.csv")
    near = "; the nearest is population, which lacks year, population"
    assert fault_of(path) == f"{path}: {says}{near}. {remedy}"
    near = "; the nearest is population, which lacks year"
    meant = {"count": "population"}
    assert fault_of(path, columns=meant) == f"{path}: {says}{near}. {remedy}"
    given = read(path, columns=meant, constants={"year": 2010})
    assert list(given.tables) == ["population"]


def test_the_caller_may_name_the_table_as_text_or_path(write: Write) -> None:
    path = write("force,a\nEssex,1\n", "notes.csv")
    data = read(str(path), table="population").tables["population"]
    assert data.columns == ("force",)
    assert data.unknown_columns == ("a",)
    assert [one.column for one in data.faults] == ["year", "population"]


def test_a_frame_that_does_not_tell_its_table_is_refused() -> None:
    says = "cannot tell which table the frame holds; name it with table="
    assert fault_of(FRAME[["force"]]) == says
    assert read(FRAME).source == "population frame"


def test_tables_may_come_as_a_mapping_of_files_and_frames(write: Write) -> None:
    searches = pl.DataFrame({"force": ["Essex"]})
    given = read({"population": write(TEXT), "stop_search": searches})
    assert given.source == "frames"
    assert list(given.tables) == ["population", "stop_search"]


@pytest.mark.parametrize(
    ("source", "said", "says"),
    [
        ({}, {}, "a return needs at least one table"),
        ({"figures": FRAME}, {}, "there is no table 'figures'; known: "),
        ({3: FRAME}, {}, "there is no table '3'; known: "),
        (
            {"population": FRAME},
            {"table": "population"},
            "table= goes with a single file or frame",
        ),
        ({"population": None}, {}, "a return is a path, a pandas, polars or "),
        (
            None,
            {},
            "a return is a path, a pandas, polars or pyarrow frame, or a relation ",
        ),
        (FRAME, {"kind": "draft"}, "there is no kind 'draft'; known: collection, "),
        (FRAME, {"kind": 5}, "there is no kind '5'; known: collection, "),
        (FRAME, {"edition": 5}, "edition= is a name, not 5"),
        (FRAME, {"manifest": 5}, "manifest= is a path or a mapping, not 5"),
        (FRAME, {"columns": {"Year": "year"}}, "there is no header 'Year'; did you "),
        (FRAME, {"constants": {"year": 1}}, "constants= gives year, but the data have"),
        (FRAME, {"constants": {"searches": 1}}, "there is no column 'searches'; known"),
    ],
)
def test_what_cannot_mean_anything_is_refused(
    source: Any, said: dict[str, Any], says: str
) -> None:
    assert fault_of(source, **said).startswith(says)
    with pytest.raises(UsageError):
        read(source, **said)


def test_headers_and_constants_are_taken_from_the_caller(
    write: Write, values: Values, coerced: Coerced
) -> None:
    path = write("Area,2010\nessex,5\n")
    said = {"Area": "force", "2010": "population"}
    data = read(path, columns=said, constants={"year": "2,010"}).tables["population"]
    assert data.columns == ("year", "force", "population")
    assert values(data, "year") == {2: 2010}
    assert coerced(data) == [
        ("", "header", 2, [(None, "Area", "force"), (None, "2010", "population")]),
        ("year", "thousands separators dropped", 1, [(2, "2,010", "2010")]),
        ("force", "spelling", 1, [(2, "essex", "Essex")]),
    ]


# --- manifests -----------------------------------------------------------------------
def test_an_undeclared_mark_is_not_read(write: Write, values: Values) -> None:
    data = read(write(TEXT)).tables["population"]
    assert values(data, "population") == {2: 5, 3: None}
    assert values(data, "population.mark") == {2: None, 3: "unreadable"}
    assert values(data, "population.text") == {2: "5", 3: "-"}


def test_a_manifest_may_be_given_beside_the_data(write: Write) -> None:
    manifest = write('kind = "publication"', "other.toml")
    for said in (manifest, str(manifest), {"kind": "publication"}):
        given = read(FRAME, manifest=said, kind="publication", edition="peel-2017")
        assert given.manifest.kind is Kind.PUBLICATION
        assert given.manifest.edition == "peel-2017"
    assert read(FRAME, kind="collection").manifest.kind is Kind.COLLECTION


def test_a_kind_that_contradicts_the_manifest_is_refused(write: Write) -> None:
    manifest = write('kind = "publication"', "manifest.toml")
    rest = "says kind publication, not submission: leave one of them out"
    sources: list[tuple[Any, Any, object]] = [
        (FRAME, {"manifest": manifest}, manifest),
        (FRAME, {"manifest": {"kind": "publication"}}, "manifest"),
        (write(TEXT).parent, {}, manifest),
    ]
    for source, said, named in sources:
        with pytest.raises(UsageError) as caught:
            read(source, **said, kind="submission")
        assert str(caught.value) == f"{named} {rest}"
        given = read(source, **said, kind="publication")
        assert given.manifest.kind is Kind.PUBLICATION


def test_a_table_the_manifest_names_may_be_absent(write: Write) -> None:
    said: dict[str, Any] = {"tables": {"stop_search": {}, "population": {}}}
    assert read(FRAME, manifest=said).manifest.absent_tables == "stop_search"
    path = write("[tables.population_by_ethnic_group]\n", "manifest.toml")
    manifest = read(write(TEXT).parent).manifest
    assert manifest.absent_tables == "population_by_ethnic_group"
    path.unlink()
    assert read(path.parent).manifest.absent_tables is None


def test_a_faulty_manifest_is_named(write: Write) -> None:
    path = write("forse = 1", "manifest.toml")
    says = "there is no field 'forse'; did you mean 'force'? Correct the manifest."
    assert fault_of(write(TEXT).parent) == f"{path}: {says}"
    assert fault_of(FRAME, manifest={"forse": 1}) == f"manifest: {says}"
    gone = path.with_name("gone.toml")
    says = f"{gone}: it cannot be opened (No such file or directory). "
    assert fault_of(FRAME, manifest=gone).startswith(says)


# --- what the data say of themselves ------------------------------------------------
@pytest.mark.parametrize("backend", [pd.DataFrame, pl.DataFrame])
def test_forces_and_periods_are_looked_up_in_the_data(backend: Any) -> None:
    rows = {
        "year_ending": [date(2018, 3, 31), date(2018, 3, 31), None],
        "force": ["Essex", "British Transport Police", None],
    }
    manifest = read(backend(rows), table="stop_search").manifest
    assert (manifest.kind, manifest.force) == (Kind.SUBMISSION, "Essex")
    entry = manifest.entry("stop_search")
    assert (entry.period_start, entry.several_periods) == (date(2017, 4, 1), None)


@pytest.mark.parametrize("backend", [pd.DataFrame, pl.DataFrame])
def test_rows_of_several_periods_are_told_in_order(backend: Any) -> None:
    days = [date(2019, 3, 31), None, date(2018, 3, 31), date(2019, 3, 31)]
    rows = {"year_ending": days, "force": ["Essex"] * 4}
    entry = read(backend(rows), table="stop_search").manifest.entry("stop_search")
    assert entry.several_periods == "2018-03-31, 2019-03-31"
    assert (entry.period_start, entry.period_end) == (None, None)


POPULATIONS = pl.DataFrame(
    {"year": [2017, 2017], "force": ["Essex", "Kent"], "population": [5, 6]}
)


@pytest.mark.parametrize(
    ("supplied", "force", "kind"),
    [
        (["Kent", "British Transport Police"], "Kent", Kind.SUBMISSION),
        (["Kent", "Essex"], None, Kind.COLLECTION),
        (["British Transport Police"], None, Kind.COLLECTION),
        ([], None, Kind.COLLECTION),
    ],
)
def test_a_table_with_a_period_tells_whose_return_it_is(
    supplied: list[str], force: str | None, kind: Kind
) -> None:
    days = [date(2018, 3, 31)] * len(supplied)
    schema = {"year_ending": pl.Date, "force": pl.String}
    searches = pl.DataFrame({"year_ending": days, "force": supplied}, schema=schema)
    tables = {"population": POPULATIONS, "stop_search": searches}
    manifest = read(tables).manifest
    assert (manifest.kind, manifest.force) == (kind, force)
    hold = "1 force" if force else "2 forces: Essex, Kent"
    says = f"kind {kind}: no manifest names one, and the data hold {hold}"
    assert manifest.assumed[1] == says


def test_a_table_without_a_period_tells_it_where_there_is_no_other() -> None:
    manifest = read(POPULATIONS.head(1)).manifest
    assert (manifest.kind, manifest.force) == (Kind.SUBMISSION, "Essex")


def test_a_damaged_page_of_parquet_is_found_while_reading(tmp_path: Path) -> None:
    path = tmp_path / "population.parquet"
    years = {"year": list(range(5000)), "force": ["Essex"] * 5000}
    frame = pl.DataFrame(years).with_columns(population=pl.int_range(5000))
    frame.write_parquet(path, compression="zstd")
    data = bytearray(path.read_bytes())
    data[4:2000] = bytes(1996)
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}: its data cannot be read (")


# --- real published files -----------------------------------------------------------
def test_the_home_office_table_is_read_as_published(
    raw_files: Path, tmp_path: Path
) -> None:
    name = "home-office-stop-and-search-ye-mar-2007-to-2019.csv"
    path = tmp_path / name
    with gzip.open(raw_files / f"{name}.gz") as packed, path.open("wb") as plain:
        shutil.copyfileobj(packed, plain)
    data = read(path, table="stop_search").tables["stop_search"]
    assert data.faults == ()
    rows = data.frame.to_native().select(ROW, "force", "searches").collect()
    assert rows.height == 92_199
    assert rows[ROW].max() == 92_200
    assert rows["force"].n_unique() == 44
    spellings = {one.column: one.count for one in data.coercions}
    assert set(spellings) == {"", "force"}


def test_the_shifted_populations_are_read_with_hints(
    raw_files: Path, values: Values, coerced: Coerced
) -> None:
    data = read(
        raw_files / "crime-uk-forces-with-shifted-populations.csv",
        table="population",
        columns={"Label": "force", "Population 2010": "population"},
        constants={"year": 2010},
    ).tables["population"]
    assert (data.faults, data.unknown_columns) == ((), ("id",))
    forces = values(data, "force")
    populations = values(data, "population")
    essex = next(row for row, force in forces.items() if force == "Essex")
    assert populations[essex] == 593_500
    assert [one[:3] for one in coerced(data)] == [
        ("", "header", 2),
        ("force", "spelling", 43),
    ]
