"""Fixtures for all tests."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def sample_data() -> Path:
    """Return the folder of sample returns."""
    return ROOT / "sample_data"


@pytest.fixture(scope="session")
def raw_files() -> Path:
    """Return the folder of real published files, or skip where it is absent."""
    folder = ROOT.parent / "shared" / "raw"
    if not folder.is_dir():
        pytest.skip("the folder of published files, shared/raw, is not beside this one")
    return folder
