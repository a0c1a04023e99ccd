"""What is read is never written over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from commands import Command


@pytest.fixture
def folder(sample_data: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_data / "essex_submission", tmp_path / "essex"))


@pytest.mark.parametrize(
    "words",
    [
        ("check", "essex/stop_search.csv", "--out", "essex/stop_search.csv"),
        ("check", "essex", "--out", "essex/manifest.toml"),
        ("check", "essex", "--html", "essex/stop_search.csv"),
        ("recompute", "essex", "--out", "essex/stop_search.csv"),
        ("verify", "claims.csv", "essex", "--out", "claims.csv"),
        ("check", "essex", "--manifest", "m.toml", "--out", "m.toml"),
        ("check", "essex", "--out", "new.txt", "--html", "new.txt"),
    ],
    ids=" ".join,
)
def test_an_output_that_is_an_input_is_refused(
    peelcheck_command: Command, folder: Path, words: tuple[str, ...]
) -> None:
    root = folder.parent
    for name in ("claims.csv", "m.toml"):
        (root / name).write_text("subject,figure\n", encoding="utf-8")
    before = {one: one.read_bytes() for one in root.rglob("*") if one.is_file()}
    whole = [
        root / word if "/" in word or "." in word or word == "essex" else word
        for word in words
    ]
    done = peelcheck_command(*whole)
    assert done.returncode == 2
    assert "is part of what is read" in done.stderr or "twice" in done.stderr
    assert {one: one.read_bytes() for one in root.rglob("*") if one.is_file()} == before


def test_a_new_file_in_the_folder_may_be_written(
    peelcheck_command: Command, folder: Path
) -> None:
    done = peelcheck_command("check", folder, "--out", folder / "report.txt")
    assert done.returncode in (0, 1)
    assert (folder / "report.txt").exists()
