"""`peelcheck diff`: two deliveries compared, as a person and a machine read it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import Command
from jsonschema import validate

from peelcheck.reporting.machine import schema


@pytest.fixture
def first(sample_data: Path) -> Path:
    return sample_data / "essex_judgments"


@pytest.fixture
def second(first: Path, tmp_path: Path) -> Path:
    """Return a later delivery: a grade corrected, an area withdrawn, a pillar twice."""
    folder = tmp_path / "second"
    shutil.copytree(first, folder)
    table, manifest = folder / "judgments.csv", folder / "manifest.toml"
    text = table.read_text(encoding="utf-8")
    text = text.replace("crime,yes,Good", "crime,yes,Requires improvement", 1)
    lines = [line for line in text.splitlines() if "Planning" not in line]
    table.write_text("\n".join([*lines, lines[-1]]) + "\n", encoding="utf-8")
    said = manifest.read_text(encoding="utf-8").replace("final", "corrected")
    manifest.write_text(said, encoding="utf-8")
    return folder


def test_differences_are_told_and_end_with_0(
    peelcheck_command: Command, first: Path, second: Path
) -> None:
    done = peelcheck_command("diff", first, second)
    assert (done.returncode, done.stderr) == (0, "")
    told = " ".join(done.stdout.split())
    assert f"{second} compared with {first}".replace(" ", "") in told.replace(" ", "")
    assert "13 -> 13 rows 11 unchanged 1 corrected 0 new 1 withdrawn" in told
    assert "manifest state: final -> corrected" in told
    assert "subject = Investigating crime: grade Good -> Requires improvement" in told
    assert "withdrawn force = Essex, subject = Planning for the future" in told
    assert "subject = Legitimacy: once in the first, 2 times in the second;" in told


@pytest.mark.parametrize("form", ["text", "json"])
def test_it_ends_with_1_where_that_is_asked_for(
    peelcheck_command: Command, first: Path, second: Path, form: str
) -> None:
    words = ("--format", form, "--fail-on", "changed")
    assert peelcheck_command("diff", first, second, *words).returncode == 1
    same = peelcheck_command("diff", first, first, *words)
    assert same.returncode == 0
    assert ("The same: 13 unchanged" in same.stdout) is (form == "text")


def test_every_change_stands_in_its_json(
    peelcheck_command: Command, first: Path, second: Path, tmp_path: Path
) -> None:
    out = tmp_path / "diff.json"
    done = peelcheck_command("diff", first, second, "--format", "json", "--out", out)
    assert done.returncode == 0
    told = json.loads(out.read_text(encoding="utf-8"))
    validate(told, schema("comparison"))
    assert (told["form"], told["same"]) == ("comparison", False)
    assert (told["first"], told["second"]) == (str(first), str(second))
    (table,) = told["tables"]
    counted = [table[name] for name in ("unchanged", "corrected", "new", "withdrawn")]
    assert counted == [11, 1, 0, 1]
    assert [change["what"] for change in table["changes"]] == ["corrected", "withdrawn"]
    (cell,) = table["changes"][0]["cells"]
    assert (cell["before"], cell["after"]) == ("Good", "Requires improvement")
    assert table["doubled_keys"][0]["after"] == 2


def test_what_is_read_is_not_written_over(
    peelcheck_command: Command, first: Path, second: Path
) -> None:
    out = second / "judgments.csv"
    before = out.read_bytes()
    done = peelcheck_command("diff", first, second, "--out", out)
    assert done.returncode == 2
    assert "is part of what is read" in done.stderr
    assert out.read_bytes() == before


Astray = Callable[[Path, Path], tuple[object, ...]]
ASTRAY: dict[str, tuple[Astray, int, str]] = {
    "one path": (lambda first, _: (first,), 2, "Missing argument 'SECOND'"),
    "no such file": (
        lambda first, folder: (first, folder / "gone"),
        3,
        "there is no such file",
    ),
    "an empty folder": (lambda first, folder: (folder, first), 3, "no CSV"),
    "an unknown table": (
        lambda first, _: (first / "judgments.csv",) * 2 + ("--table", "judgment"),
        2,
        "there is no table 'judgment'; did you mean 'judgments'?",
    ),
    "another way to fail": (
        lambda first, _: (first, first, "--fail-on", "same"),
        2,
        "'same' is not 'changed'",
    ),
}


@pytest.mark.parametrize(("words", "code", "says"), ASTRAY.values(), ids=list(ASTRAY))
def test_wrong_use_is_told(
    peelcheck_command: Command,
    first: Path,
    tmp_path: Path,
    words: Astray,
    code: int,
    says: str,
) -> None:
    done = peelcheck_command("diff", *words(first, tmp_path))
    assert done.returncode == code, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr
