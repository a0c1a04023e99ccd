"""The databases that the suites and the queries beside them are run in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from databases import postgres_server


@pytest.fixture(scope="module")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the URL of a file of SQLite."""
    return f"sqlite:///{tmp_path_factory.mktemp('sqlite') / 'returns.db'}"


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    """Return the URL of a server that runs while the module's tests do."""
    with postgres_server() as url:
        yield url
