"""The files written for other libraries: fresh, and found stale when they are not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from commands import Command

from peelcheck.interop.written import (
    SCHEMA_FOLDER,
    SUITE_FOLDER,
    schema_files,
    stale,
    suite_files,
)


def test_the_committed_files_are_fresh(root: Path) -> None:
    assert stale(schema_files(), root / SCHEMA_FOLDER) == []
    assert stale(suite_files(), root / SUITE_FOLDER) == []


@pytest.mark.parametrize("group", ["schemas", "suites"])
def test_they_are_written_where_one_likes(
    peelcheck_command: Command, tmp_path: Path, group: str
) -> None:
    done = peelcheck_command(group, "write", "--into", tmp_path)
    assert done.returncode == 0
    files = schema_files() if group == "schemas" else suite_files()
    assert stale(files, tmp_path) == []


@pytest.mark.parametrize(("group", "files"), [("schemas", 2), ("suites", 57)])
def test_a_fresh_check_ends_with_0(
    peelcheck_command: Command, group: str, files: int
) -> None:
    done = peelcheck_command(group, "check")
    assert (done.returncode, done.stdout) == (0, f"{files} files fresh\n")


@pytest.mark.parametrize("group", ["schemas", "suites"])
def test_a_check_without_the_files_names_them_and_the_remedy(
    tmp_path: Path, group: str
) -> None:
    command = [sys.executable, "-m", "peelcheck", group, "check"]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert f"not as the rulebook has it; run peelcheck {group} write" in done.stderr


def test_a_missing_or_changed_file_is_stale(tmp_path: Path) -> None:
    both = [tmp_path / "pandas.py", tmp_path / "polars.py"]
    assert stale(schema_files(), tmp_path) == both
    for name, text in schema_files().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert stale(schema_files(), tmp_path) == []
    both[0].write_text("changed", encoding="utf-8")
    assert stale(schema_files(), tmp_path) == both[:1]
