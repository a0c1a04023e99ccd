"""The exports run where peelcheck is not: in fresh environments, as the examples do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., str]


@pytest.fixture
def fresh(tmp_path: Path) -> Run:
    """Return what runs an example's tests in a new environment with these packages."""
    if not os.environ.get("PEELCHECK_FRESH"):
        pytest.skip(
            "installs from the package index; ask for it with PEELCHECK_FRESH=1"
        )

    def run(project: Path, packages: tuple[str, ...], *words: str) -> str:
        subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
        python = str(tmp_path / "venv" / "bin" / "python")
        install = [python, "-m", "pip", "install", "--quiet", "--quiet", *packages]
        subprocess.run([*install, "pytest"], check=True)
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PY", "COV"))}
        done = subprocess.run(
            [python, "-m", "pytest", "-q", "-ra", "-p", "no:cacheprovider", *words],
            cwd=project,
            env={**kept, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


def project_in(folder: Path, root: Path, name: str) -> Path:
    """Return a copy of an example, beside what it reads of this project."""
    for needed in ("sample_data", "expectations"):
        (folder / needed).symlink_to(root / needed)
    project = folder / "docs" / "examples" / name
    shutil.copytree(root / "docs" / "examples" / name, project)
    return project


def test_a_model_is_one_file_beside_pandera(
    fresh: Run, root: Path, tmp_path: Path
) -> None:
    project = project_in(tmp_path, root, "pandera")
    for library in ("pandas", "polars"):
        source = root / "peelcheck" / "schemas" / f"{library}.py"
        shutil.copy(source, project / f"annex_{library}.py")
    out = fresh(project, ("pandera[pandas,polars]",))
    assert " skipped" not in out


def test_a_suite_is_a_file_for_great_expectations(
    fresh: Run, root: Path, tmp_path: Path, postgres: str
) -> None:
    project = project_in(tmp_path, root, "great_expectations")
    packages = ("great_expectations[spark,postgresql]", "sqlalchemy<2.1")
    out = fresh(project, packages, "--postgres", postgres)
    assert " skipped" not in out
