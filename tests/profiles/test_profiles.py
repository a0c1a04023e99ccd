"""Profiles as records: each names what exists, and says what its marks mean."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import peelcheck
from peelcheck.errors import (
    PeelcheckError,
    UnknownNameError,
    UnreadableError,
    UsageError,
)
from peelcheck.profiles import Profile, profiles
from peelcheck.reading import read
from peelcheck.returns import Return
from peelcheck.shape import Mark
from peelcheck.tables import TABLES

EVERY = [pytest.param(one, id=name) for name, one in profiles().items()]


@pytest.mark.parametrize("profile", EVERY)
def test_a_profile_names_columns_that_exist(profile: Profile) -> None:
    for part in profile.tables:
        names = {column.name for column in TABLES[part.table].columns}
        found = {one.column for one in part.found} - {"period"}
        said = {*part.columns, *part.patterns, *part.constants, *part.forms, *found}
        if part.unpivot:
            said |= {part.unpivot.by, part.unpivot.into}
        if part.summed:
            said |= set(part.summed.columns)
        if part.areas:
            said |= {part.areas.column, *part.areas.checked}
        assert said <= names
        required = {c.name for c in TABLES[part.table].columns if c.required}
        assert required <= said


@pytest.mark.parametrize("profile", EVERY)
def test_a_profile_says_where_its_source_is_and_what_its_marks_mean(
    profile: Profile,
) -> None:
    assert profile.published_at.startswith("https://")
    assert "Licence" in profile.licence
    assert profile.vintage.endswith(".")
    assert bool(profile.headers) is not bool(profile.sheets)
    for one in profile.marks:
        assert one.means is not Mark.UNREADABLE
        assert one.why.endswith(".")


@pytest.mark.parametrize("profile", EVERY)
def test_a_profile_has_a_made_up_file_and_a_test(profile: Profile, root: Path) -> None:
    page = (root / "sample_data/published_shapes/README.md").read_text(encoding="utf-8")
    file = re.search(rf"`([^`]+)` \|[^|]+\| `{profile.name}`", page)
    assert file is not None
    assert (root / "sample_data/published_shapes" / file[1]).exists()
    tests = (root / "tests/profiles").glob("test_*.py")
    assert any(file[1] in test.read_text(encoding="utf-8") for test in tests)


def test_a_profile_may_be_named(shapes: Path) -> None:
    path = shapes / "crime-outcomes-open-data.csv"
    given = read(path, profile="home-office-outcomes")
    assert given.manifest.assumed[0].endswith(": as asked")


def test_what_the_caller_says_of_the_table_comes_first(shapes: Path) -> None:
    path = shapes / "stop-and-search-open-data.csv"
    given = read(path, table="stop_search")
    assert not any("profile" in one for one in given.manifest.assumed)
    assert [one.kind for one in given.tables["stop_search"].coercions] == [
        *("header", "spelling", "thousands separators dropped")
    ]


def test_a_profile_that_does_not_fit_is_refused(shapes: Path) -> None:
    path = shapes / "stop-and-search-open-data.csv"
    with pytest.raises(UnreadableError, match="it is not of profile home-office-outc"):
        read(path, profile="home-office-outcomes")
    with pytest.raises(UnreadableError, match="is of a workbook, and this is none"):
        read(path, profile="home-office-workforce")
    book = shapes / "police-force-area-tables.xlsx"
    with pytest.raises(UnreadableError, match="no sheet has a title such as"):
        read(book, profile="home-office-workforce")


def test_a_profile_goes_with_one_file_and_has_a_name(shapes: Path) -> None:
    with pytest.raises(UsageError, match="profile= goes with a single file"):
        read(shapes, profile="home-office-outcomes")
    with pytest.raises(UnknownNameError, match="did you mean 'home-office-outcomes'"):
        read(shapes / "crime-outcomes-open-data.csv", profile="home-office-outcome")
    with pytest.raises(UsageError, match="profile= is a name, not 5"):
        read(shapes / "crime-outcomes-open-data.csv", profile=5)  # type: ignore[arg-type]


def test_no_published_file_ends_in_a_traceback(raw_files: Path) -> None:
    answers = {}
    for path in sorted(raw_files.rglob("*")):
        if path.is_file():
            try:
                given = read(path)
            except PeelcheckError as error:
                answers[path.name] = str(error)
            else:
                assert isinstance(given, Return)
                assert peelcheck.check(given).crashed is False
    assert answers
    assert all(": " in says for says in answers.values())


def test_a_header_that_stands_twice_is_a_fault(shapes: Path, tmp_path: Path) -> None:
    text = (shapes / "crime-outcomes-open-data.csv").read_text(encoding="utf-8")
    path = tmp_path / "counted.csv"
    path.write_text(text.replace("outcome_group", "outcome_type", 1), encoding="utf-8")
    (fault,) = read(path).tables["outcome_counts"].faults
    assert fault.says == "column outcome_type stands 2 times"
