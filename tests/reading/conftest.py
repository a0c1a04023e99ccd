"""Fixtures for the tests of reading: files written, and tables read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from readers import Coerced, Values, Write

from peelcheck.engines.plain import plain_rows
from peelcheck.returns import ROW, Coercion, TableData


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return what writes a text or bytes to a file."""

    def written(content: str | bytes, name: str = "population.csv") -> Path:
        path = tmp_path / name
        data = content if isinstance(content, bytes) else content.encode()
        path.write_bytes(data)
        return path

    return written


@pytest.fixture
def values() -> Values:
    """Return what lists the values of a column by row number."""

    def listed(data: TableData, column: str) -> dict[int, Any]:
        rows = plain_rows(data.frame)
        return {row[ROW]: row[column] for row in rows}

    return listed


@pytest.fixture
def coerced() -> Coerced:
    """Return what lists coercions: column, kind, count, and the examples."""

    def one(coercion: Coercion) -> tuple[Any, ...]:
        examples = [(e.row, e.before, e.after) for e in coercion.examples]
        return coercion.column, coercion.kind, coercion.count, examples

    return lambda data: [one(coercion) for coercion in data.coercions]
