"""The plugin costs nothing at start-up, and has its fixtures."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from peelcheck.reference.editions import DEFAULT_EDITION

COUNT = """
import json, sys

def pytest_sessionfinish(session):
    print("MODULES" + json.dumps(sorted(sys.modules)))
"""
FIXTURES = """
import peelcheck


def test_the_returns_are_valid(peelcheck_submission, peelcheck_publication):
    for drawn in (peelcheck_submission, peelcheck_publication):
        assert peelcheck.check(drawn.read()).ok
    assert len(peelcheck_publication.tables["population"]) == 43


def test_a_return_may_be_changed(peelcheck_submission):
    peelcheck_submission.tables["crimes"][0]["force"] = "Rutland"


def test_the_next_is_as_it_was(peelcheck_submission):
    assert peelcheck_submission.tables["crimes"][0]["force"] == "Essex"


def test_the_edition(peelcheck_edition):
    assert peelcheck_edition.name == "EDITION"


def test_the_reference(peelcheck_reference):
    assert len(peelcheck_reference["forces"]) == 43
    rows = peelcheck_reference["population_mid_year"]
    essex = [row for row in rows if (row["force"], row["year"]) == ("Essex", 2017)]
    assert [row["population"] for row in essex] == [1_820_379]
"""


def ran(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run pytest as a process of its own, in a project of its own."""
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-s", *words]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False
    )


def modules(folder: Path, *words: str) -> set[str]:
    """Return what is loaded once pytest has run a test that does nothing."""
    (folder / "conftest.py").write_text(COUNT, encoding="utf-8")
    (folder / "test_nothing.py").write_text("def test_nothing(): pass\n")
    done = ran(folder, *words)
    (line,) = [one for one in done.stdout.split("\n") if "MODULES" in one]
    return set(json.loads(line.partition("MODULES")[2]))


def test_start_up_loads_the_plugin_and_nothing_else(tmp_path: Path) -> None:
    without = modules(tmp_path, "-p", "no:peelcheck")
    loaded = modules(tmp_path) - without
    assert loaded == {"peelcheck", "peelcheck.pytest_plugin"}


def test_the_fixtures_are_there_where_they_are_asked_for(tmp_path: Path) -> None:
    test = FIXTURES.replace("EDITION", DEFAULT_EDITION)
    (tmp_path / "test_fixtures.py").write_text(test, encoding="utf-8")
    done = ran(tmp_path)
    assert "5 passed" in done.stdout, done.stdout


def test_the_fixtures_say_what_they_are(tmp_path: Path) -> None:
    text = ran(tmp_path, "--fixtures").stdout
    for name in ("submission", "publication", "edition", "reference"):
        assert f"peelcheck_{name}" in text
    assert "A small valid submission of Essex, every table" in text


def test_a_missing_extra_is_named(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(
        "import sys\nsys.modules['hypothesis'] = None\n"
    )
    (tmp_path / "test_it.py").write_text("def test_it(peelcheck_submission): pass\n")
    done = ran(tmp_path, "-p", "no:hypothesispytest")
    assert "pip install 'peelcheck[hypothesis]'" in done.stdout
