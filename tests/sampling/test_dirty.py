"""Files as dirty as real ones, read as the clean tables they were made from."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path

import polars as pl
import pytest

import peelcheck
from peelcheck.errors import UnknownNameError, UsageError
from peelcheck.model import Kind
from peelcheck.reading import read
from peelcheck.returns import Return
from peelcheck.sampling import Dirt, Made, dirty, sample_return
from peelcheck.sampling.dirt.cells import changes_of, dirtied
from peelcheck.sampling.dirt.kinds import FORMS
from peelcheck.tables import TABLES

REPORTED = {
    Dirt.FORCE_NAMES: "spelling",
    Dirt.CATEGORIES: "spelling",
    Dirt.PADDED_CELLS: "blanks trimmed",
    Dirt.THOUSANDS: "thousands separators dropped",
    Dirt.POINT_NOUGHT: "decimal point dropped",
    Dirt.DAY_FIRST: "date as day/month/year",
    Dirt.DATES_IN_WORDS: "date in words",
    Dirt.MARKS: "mark '..' read as not available",
    Dirt.HEADERS: "header",
    Dirt.PADDED_HEADERS: "header",
    Dirt.BLANK_ROWS: "blank row left out",
    Dirt.SEMICOLONS: "cells separated by ';'",
    Dirt.CP1252: "text encoded as cp1252",
    Dirt.UTF_16: "text encoded as UTF-16",
}
"""The coercion that each kind of dirt is reported as; the others are read silently."""

BESIDE = {
    Dirt.PADDED_CELLS: {"spelling"},
    Dirt.CP1252: {"header"},
}
"""What else is reported of it."""

AS_MADE = {"mark '' read as not available"}


@cache
def made_up(kind: Kind, seed: int) -> Made:
    """Return a made-up return, once."""
    return sample_return(kind=kind, seed=seed, rows=200)


def written(
    made: Made, folder: Path, kinds: Collection[Dirt] | None = None, seed: int = 0
) -> tuple[Return, dict[str, Path]]:
    """Return a return as read from dirty files, which is what was made, and them."""
    files = dirty(made.manifest, made.frames, folder, seed=seed, kinds=kinds)
    again = read(folder)
    assert again.manifest.assumed == ()
    assert set(again.tables) == set(made.frames)
    for name, frame in made.frames.items():
        given_back = again.tables[name].frame.to_native().lazy()
        typed = given_back.select(frame.columns).collect()
        assert typed.equals(frame), name
        assert typed.schema == frame.schema
        assert again.tables[name].faults == ()
    return again, files


def coerced(given: Return) -> set[str]:
    """Return the kinds of coercion that a reading reports."""
    return {one.kind for data in given.tables.values() for one in data.coercions}


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_a_dirty_return_is_read_as_the_clean_one(
    kind: Kind, seed: int, tmp_path: Path
) -> None:
    made = made_up(kind, seed % 2)
    again, files = written(made, tmp_path / "dirty", seed=seed)
    # One force may have no gap in the tables where a blank means what the mark does.
    rare = {REPORTED[Dirt.MARKS]} if kind is Kind.SUBMISSION else set()
    assert coerced(again) >= set(REPORTED.values()) - rare
    endings = {path.suffix for path in files.values()}
    assert endings == {".csv", ".xlsx"}
    given = peelcheck.read(made.frames, manifest=made.manifest)
    told = peelcheck.compare(given, again)
    assert told.said == ()
    for one in told.tables:
        assert one.unchanged == one.rows_before == one.rows_after, one.table


@pytest.mark.parametrize("seed", [2, 12, 24])
def test_a_workbook_with_no_number_but_dates_is_read(seed: int, tmp_path: Path) -> None:
    made = made_up(Kind.COLLECTION, 0)
    names = ("crimes", "outcome_submissions")
    few = Made(
        {**made.manifest, "tables": {}}, {name: made.frames[name] for name in names}
    )
    kinds = [one for one in Dirt if one not in FORMS or one is Dirt.WORKBOOK]
    _, files = written(few, tmp_path, kinds, seed)
    assert {path.suffix for path in files.values()} == {".xlsx"}


def test_a_dirty_return_gets_the_verdicts_of_the_clean_one(tmp_path: Path) -> None:
    made = made_up(Kind.COLLECTION, 0)
    dirty(made.manifest, made.frames, tmp_path)
    clean = peelcheck.check(made.frames, manifest=made.manifest)
    report = peelcheck.check(tmp_path)
    assert report.ok
    verdicts, known = (
        {one.rule.id: (one.verdict, one.failed, one.evaluated) for one in each.results}
        for each in (report, clean)
    )
    assert verdicts == known


class TestEachKindAlone:
    """Each kind of dirt is met in a file, and reported or read silently."""

    @pytest.mark.parametrize("kind", REPORTED)
    def test_what_is_not_canonical_is_reported(
        self, kind: Dirt, tmp_path: Path
    ) -> None:
        again, _ = written(made_up(Kind.COLLECTION, 0), tmp_path, [kind])
        found = coerced(again) - AS_MADE
        assert REPORTED[kind] in found
        assert found <= {REPORTED[kind]} | BESIDE.get(kind, set())

    @pytest.mark.parametrize("kind", sorted(set(Dirt) - set(REPORTED)))
    def test_what_is_canonical_is_read_silently(
        self, kind: Dirt, tmp_path: Path
    ) -> None:
        again, _ = written(made_up(Kind.COLLECTION, 0), tmp_path, [kind])
        assert coerced(again) <= AS_MADE

    def test_nothing_is_dirty_where_nothing_is_asked(self, tmp_path: Path) -> None:
        made = made_up(Kind.COLLECTION, 0)
        again, files = written(made, tmp_path, [])
        assert coerced(again) == AS_MADE
        for name, file in files.items():
            assert file.read_text(encoding="utf-8") == made.frames[name].write_csv()

    def test_forces_and_categories_are_told_apart(self, tmp_path: Path) -> None:
        for kind, of_forces in ((Dirt.FORCE_NAMES, True), (Dirt.CATEGORIES, False)):
            made = made_up(Kind.COLLECTION, 0)
            again, _ = written(made, tmp_path / kind.name, [kind])
            columns = {
                one.column
                for data in again.tables.values()
                for one in data.coercions
                if one.kind == "spelling"
            }
            assert columns
            assert (columns <= {"force", "area"}) is of_forces

    def test_columns_stand_in_another_order(self, tmp_path: Path) -> None:
        made = made_up(Kind.COLLECTION, 0)
        _, files = written(made, tmp_path, [Dirt.COLUMN_ORDER])
        for name, file in files.items():
            header = file.read_text(encoding="utf-8").splitlines()[0].split(",")
            assert header != made.frames[name].columns
            assert sorted(header) == sorted(made.frames[name].columns)

    def test_a_column_is_not_known(self, tmp_path: Path) -> None:
        made = made_up(Kind.COLLECTION, 0)
        again, _ = written(made, tmp_path, [Dirt.UNKNOWN_COLUMN])
        for data in again.tables.values():
            assert data.unknown_columns == ("Local remarks",)

    def test_a_file_begins_with_a_byte_order_mark(self, tmp_path: Path) -> None:
        made = made_up(Kind.COLLECTION, 0)
        _, files = written(made, tmp_path, [Dirt.BYTE_ORDER_MARK])
        for file in files.values():
            assert file.read_bytes().startswith(b"\xef\xbb\xbf")

    def test_a_workbook_has_lines_above_and_below(self, tmp_path: Path) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        made = made_up(Kind.COLLECTION, 0)
        _, files = written(made, tmp_path, [Dirt.WORKBOOK])
        for name, file in files.items():
            rows = list(openpyxl.load_workbook(file)[name].values)
            assert str(rows[0][0]).startswith("Made up for tests")
            assert str(rows[-2][0]).startswith("Source:")
            assert len(rows) == made.frames[name].height + 7

    def test_numbers_and_dates_stand_as_people_write_them(self, tmp_path: Path) -> None:
        kinds = [Dirt.THOUSANDS, Dirt.DAY_FIRST]
        _, files = written(made_up(Kind.COLLECTION, 0), tmp_path, kinds)
        text = files["recorded_crime"].read_text(encoding="utf-8")
        assert '"5,0' in text
        assert "30/09/2018" in text
        assert "2,017" not in files["population"].read_text(encoding="utf-8")


def test_the_forms_of_files_are_dealt_in_turn(tmp_path: Path) -> None:
    again, files = written(made_up(Kind.COLLECTION, 0), tmp_path, list(FORMS))
    notes = [one.kind for data in again.tables.values() for one in data.coercions]
    for form in (Dirt.SEMICOLONS, Dirt.CP1252, Dirt.UTF_16):
        assert notes.count(REPORTED[form]) >= 2
    assert sum(path.suffix == ".xlsx" for path in files.values()) >= 2


def test_the_same_seed_dirties_the_same_cells(tmp_path: Path) -> None:
    made = made_up(Kind.SUBMISSION, 0)
    kinds = [one for one in Dirt if one is not Dirt.WORKBOOK]
    contents = [
        {
            file.name: file.read_bytes()
            for file in written(made, tmp_path / str(at), kinds, seed)[1].values()
        }
        for at, seed in enumerate((3, 3, 4))
    ]
    assert contents[0] == contents[1]
    assert contents[0] != contents[2]


def test_an_empty_cell_is_marked_or_stays_empty() -> None:
    numbers = [at / 1000 for at in range(1000)]
    for table in TABLES.values():
        for column in table.columns:
            for in_key, texts in ((True, {None}), (False, {None, ".."})):
                changes = changes_of(column, list(Dirt), in_key=in_key)
                assert set(dirtied([None] * 1000, changes, numbers)) == texts


def test_a_kind_may_be_asked_for_by_name(tmp_path: Path) -> None:
    made = made_up(Kind.SUBMISSION, 0)
    few = {"population": made.frames["population"]}
    files = dirty(made.manifest, few, tmp_path / "dirty", kinds=["byte_order_mark"])
    assert files["population"].read_bytes().startswith(b"\xef\xbb\xbf")


def test_each_kind_is_said_in_words_of_its_own() -> None:
    assert len({kind.value for kind in Dirt}) == len(Dirt) == len(REPORTED) + 4


class TestRefused:
    """What cannot be dirtied is refused before anything is written."""

    def test_dirt_that_is_not_known(self, tmp_path: Path) -> None:
        made = made_up(Kind.SUBMISSION, 0)
        with pytest.raises(UnknownNameError, match="did you mean 'utf_16'"):
            dirty(made.manifest, made.frames, tmp_path / "dirty", kinds=["utf16"])
        assert not (tmp_path / "dirty").exists()

    def test_a_table_that_is_not_known(self, tmp_path: Path) -> None:
        with pytest.raises(UnknownNameError, match="there is no table 'crime'"):
            dirty({}, {"crime": pl.DataFrame()}, tmp_path / "dirty")
        assert not (tmp_path / "dirty").exists()

    def test_a_folder_that_holds_something(self, tmp_path: Path) -> None:
        (tmp_path / "mine.csv").write_text("mine", encoding="utf-8")
        made = made_up(Kind.SUBMISSION, 0)
        with pytest.raises(UsageError, match="is not empty; name a new folder"):
            dirty(made.manifest, made.frames, tmp_path)
        assert [file.name for file in tmp_path.iterdir()] == ["mine.csv"]
