"""The option that writes a page beside what a command prints."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from commands import Command
from pages import read_page

from peelcheck.errors import MissingExtraError
from peelcheck.figures import Step
from peelcheck.reporting.charts import drawn_waterfall
from peelcheck.reporting.page import page_as_html
from peelcheck.reporting.svg import Drawing


@pytest.mark.parametrize("command", ["check", "recompute"])
def test_the_page_is_written_beside_the_output(
    peelcheck_command: Command, sample_data: Path, tmp_path: Path, command: str
) -> None:
    page = tmp_path / "report.html"
    folder = sample_data / "essex_submission"
    done = peelcheck_command(command, folder, "--format", "json", "--html", page)
    assert done.returncode == 0
    assert json.loads(done.stdout)["source"] == "essex_submission"
    assert done.stderr == f"wrote {page}\n"
    told = read_page(page.read_text(encoding="utf-8")).words
    assert "OK: no errors, no queries, no notes" in told
    assert "3,004 / 1,820,379 (ONS mid-2017) x 1,000 = 1.650" in told


def test_two_runs_write_the_same_bytes(
    peelcheck_command: Command, sample_data: Path, tmp_path: Path
) -> None:
    pages = [tmp_path / name for name in ("one.html", "two.html")]
    for page in pages:
        peelcheck_command("check", sample_data / "essex_submission", "--html", page)
    assert pages[0].read_bytes() == pages[1].read_bytes()


def test_a_return_without_figures_has_a_page_that_says_why(
    peelcheck_command: Command, sample_data: Path, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    file = sample_data / "broken" / "stop_search.column_missing.csv"
    assert peelcheck_command("check", file, "--html", page).returncode == 1
    told = read_page(page.read_text(encoding="utf-8")).words
    assert "NOT OK: 1 error" in told
    assert "No figures: stop_search.column_missing.csv: column searches" in told


def test_only_the_figures_asked_for_are_on_the_page(
    peelcheck_command: Command, published: Path, tmp_path: Path
) -> None:
    page = tmp_path / "report.html"
    asked = ("--metric", "stop_search_rate", "--force", "Essex")
    peelcheck_command("recompute", published, *asked, "--html", page)
    told = read_page(page.read_text(encoding="utf-8")).words
    assert "Times more likely" not in told
    assert "1.650" in told


@pytest.mark.parametrize("library", ["jinja2", "matplotlib"])
def test_a_missing_library_is_named_before_the_work_begins(
    sample_data: Path, tmp_path: Path, library: str
) -> None:
    page = tmp_path / "report.html"
    words = ["peelcheck", "check", str(sample_data), "--html", str(page)]
    program = (
        f"import sys; sys.modules['{library}'] = None; sys.argv = {words!r}\n"
        "from peelcheck.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr == (
        f"peelcheck: {library} is not installed; install it with "
        "pip install 'peelcheck[html]'\n"
    )
    assert not page.exists()


def test_the_library_names_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, published: Path
) -> None:
    import peelcheck

    report = peelcheck.check(published)
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(MissingExtraError, match="jinja2 is not installed"):
        page_as_html(report=report)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    drawing, step = Drawing(id="a", title="b", says="c"), Step("all", "", 0, 1)
    with pytest.raises(MissingExtraError, match="matplotlib is not installed"):
        drawn_waterfall((step,), drawing, unit="searches")


def test_neither_library_is_loaded_without_a_page(sample_data: Path) -> None:
    words = ["peelcheck", "check", str(sample_data / "essex_submission")]
    program = (
        f"import sys; sys.argv = {words!r}\n"
        "from peelcheck.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n"
        "    print(sorted({'jinja2', 'matplotlib'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("[]\n")
