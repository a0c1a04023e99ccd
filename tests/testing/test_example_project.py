"""The project in the docs: its job passes its tests, and each fault is found."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2] / "docs" / "examples" / "etl_job"
RATES, CHARGED = "test_rates_are_those_of", "test_the_share_charged_is"


def ran(job: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the project's tests on one of its jobs, in a copy."""
    shutil.copytree(PROJECT, folder / "project")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--job", job]
    return subprocess.run(
        command,
        cwd=folder / "project",
        env={k: v for k, v in os.environ.items() if not k.startswith("COV")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_job_that_is_right_passes(tmp_path: Path) -> None:
    done = ran("right", tmp_path)
    assert "4 passed" in done.stdout, done.stdout


@pytest.mark.parametrize(
    ("job", "test", "says"),
    [
        (
            "transport_police",
            RATES,
            "the job's would be: British Transport Police kept in",
        ),
        ("not_stated", RATES, "the job's would be: ethnicity not stated kept in"),
        ("two_bases", CHARGED, "the job's would be: one basis over another, 1,000"),
    ],
)
def test_a_fault_is_found_and_told(
    job: str, test: str, says: str, tmp_path: Path
) -> None:
    done = ran(job, tmp_path)
    assert "1 failed, 3 passed" in done.stdout, done.stdout
    assert f"FAILED test_job.py::{test}" in done.stdout
    assert says in done.stdout
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert f"| `{job}` |" in readme
