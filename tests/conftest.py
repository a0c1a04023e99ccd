"""Fixtures for all tests, and the rule that CI skips nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Generator
from pathlib import Path

import pytest
from commands import Command, in_process

ROOT = Path(__file__).parent.parent


UNMEASURED = (
    "engines/test_parity.py",
    "metamorphic",
    "parity",
    "interop/test_parity",
    "interop/test_queries.py",
    "interop/test_samples.py",
    "strategies/test_judging.py",
)
"""Tests that run over many returns what others run once: not measured for coverage.

To be measured makes them take three times as long, and some ten times.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests during which coverage is not measured."""
    paths = tuple(str(ROOT / "tests" / name) for name in UNMEASURED)
    for item in items:
        if str(item.path).startswith(paths):
            item.add_marker("no_cover")


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Let nothing trace a test that is not measured.

    The plugin's own pause leaves a second tracer on in the processes of pytest-xdist.
    """
    if item.get_closest_marker("no_cover") is None:
        return (yield)
    tracing, of_threads = sys.gettrace(), threading.gettrace()
    sys.settrace(None)
    threading.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracing)
        threading.settrace(of_threads)


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the top of the project."""
    return ROOT


@pytest.fixture(scope="session")
def sample_data() -> Path:
    """Return the folder of sample returns."""
    return ROOT / "sample_data"


@pytest.fixture(scope="session")
def shapes(sample_data: Path) -> Path:
    """Return the folder of made-up files in the shapes of published sources."""
    return sample_data / "published_shapes"


@pytest.fixture(scope="session")
def published(sample_data: Path) -> Path:
    """Return the published return of all 43 forces."""
    return sample_data / "police_powers_ye_mar_2018"


@pytest.fixture(scope="session")
def raw_files() -> Path:
    """Return the folder of real published files, or skip where it is absent."""
    folder = ROOT.parent / "shared" / "raw"
    if not folder.is_dir():
        pytest.skip("the folder of published files, shared/raw, is not beside this one")
    return folder


@pytest.fixture(scope="session")
def peelcheck_command() -> Command:
    """Return what runs the command in this process, without a second's start."""
    return in_process


@pytest.fixture(scope="session")
def peelcheck_process() -> Command:
    """Return what runs the command as a whole process, as a person does."""

    def run(*words: object, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "peelcheck", *map(str, words)],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
            env={**os.environ, **more},
        )

    return run


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a session that skipped a test where nothing may be skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or not os.environ.get("PEELCHECK_NO_SKIPS"):
        return
    skipped = len(reporter.stats.get("skipped", []))
    if skipped:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter.write_line(f"{skipped} tests skipped where none may be", red=True)
