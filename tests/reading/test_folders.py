"""Folders: which of their files are tables of a return, and which are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from readers import Coerced, Write

from peelcheck.errors import UnreadableError, UsageError
from peelcheck.model import Kind
from peelcheck.reading import read
from peelcheck.tables import TABLES

TEXT = "year,force,population\n2010,Essex,5\n2010,kent,-\n"
NO_TABLE = "neither its name nor its columns tell which table it holds"
NAMES = f"Give it the name of its table: {', '.join(TABLES)}."


def fault_of(folder: Path) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(folder)
    return str(caught.value)


def left_alone(folder: Path) -> list[str]:
    """Return what is said of the files of a folder that were left alone."""
    return [one for one in read(folder).manifest.assumed if "left alone" in one]


def test_a_folder_is_a_return_with_its_manifest(write: Write, coerced: Coerced) -> None:
    path = write(TEXT)
    write("read me", "README.md")
    write(b"\0", "._population.csv")
    marks = 'kind = "publication"\n[tables.population.marks]\n"-" = "nil"\n'
    write(marks, "manifest.toml")
    given = read(path.parent)
    assert given.source == path.parent.name
    assert given.manifest.kind is Kind.PUBLICATION
    assert coerced(given.tables["population"]) == [
        ("force", "spelling", 1, [(3, "kent", "Kent")]),
        ("population", "mark '-' read as nil", 1, [(3, "-", "0")]),
    ]


def test_the_present_folder_has_a_name(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(TEXT).parent
    monkeypatch.chdir(folder)
    assert read(".").source == folder.name


@pytest.mark.parametrize("name", ["folder", "stop_search.csv"])
def test_a_folder_without_tables_is_unreadable(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    (folder / "README.md").write_text("read me")
    says = "no CSV, Parquet or workbook file lies in it. Name the folder of a return."
    assert fault_of(folder) == f"{folder}: {says}"


def test_two_files_of_one_table_are_unreadable(write: Write) -> None:
    write(TEXT, "population.v2.csv")
    folder = write(TEXT).parent
    says = "population.csv and population.v2.csv both hold table population. "
    remedy = "Keep one of them in the folder, or name the file to be read."
    assert fault_of(folder) == f"{folder}: {says}{remedy}"


def test_one_table_is_not_to_be_named_for_a_folder(write: Write) -> None:
    folder = write(TEXT).parent
    with pytest.raises(UsageError) as caught:
        read(folder, table="population")
    assert str(caught.value) == "table= goes with a single file or frame"


def test_a_folder_one_may_not_list_is_unreadable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    says = "it cannot be opened (Permission denied). "
    remedy = "Check the path, and that you may read it."
    assert fault_of(tmp_path) == f"{tmp_path}: {says}{remedy}"


# --- files left alone ---------------------------------------------------------------
def test_stray_files_are_left_alone_and_named_in_order(write: Write) -> None:
    folder = write(TEXT).parent
    write("a,b\n1,2\n", "stray.csv")
    write("", "empty.csv")
    write(b"\x89PNG\0", "picture.parquet")
    write("x", "notes.xlsx")
    (folder / "old").mkdir()
    given = read(folder)
    assert list(given.tables) == ["population"]
    names = "empty.csv, notes.xlsx, old, picture.parquet, stray.csv"
    assert given.manifest.assumed[0] == f"left alone {names}: no table of a return"


def test_nothing_is_said_where_no_file_is_left_alone(write: Write) -> None:
    write('kind = "publication"', "manifest.toml")
    write("read me", "README.md")
    write("x", ".hidden.csv")
    assert left_alone(write(TEXT).parent) == []


@pytest.mark.parametrize(
    "name", ["manifest.toml.bak", "manifest.txt", "my-manifest.toml", "manifest"]
)
def test_a_name_like_that_of_a_manifest_is_left_alone(write: Write, name: str) -> None:
    write('kind = "publication"', name)
    folder = write(TEXT).parent
    (said,) = left_alone(folder)
    assert said.startswith(f"left alone {name}: no table of a return")
    assert (f"is {name} the manifest?" in said) is name.startswith("manifest")
    assert read(folder).manifest.kind is Kind.COLLECTION


def test_a_file_that_has_the_name_of_a_table_is_no_stray(write: Write) -> None:
    write("a,b\n1,2\n", "stop_search.csv")
    given = read(write(TEXT).parent)
    assert list(given.tables) == ["population", "stop_search"]
    empty = write("", "stop_search.csv")
    says = f"{empty}: the file is empty. Export it again."
    assert fault_of(empty.parent) == says


def test_a_folder_of_strays_alone_is_refused_for_the_first(write: Write) -> None:
    folder = write("x", "a.txt").parent
    path = write("year,force\n2010,Essex\n", "b.csv")
    write("", "c.csv")
    near = "; the nearest is population, which lacks population"
    assert fault_of(folder) == f"{path}: {NO_TABLE}{near}. {NAMES}"


def test_a_folder_without_csv_or_parquet_is_unreadable(write: Write) -> None:
    folder = write("x", "a.docx").parent
    says = "no CSV, Parquet or workbook file lies in it. Name the folder of a return."
    assert fault_of(folder) == f"{folder}: {says}"
