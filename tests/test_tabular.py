"""Frames for those who have pandas, and a clear word for those who have not."""

from __future__ import annotations

import builtins
from typing import Any

import pytest

from peelcheck import MissingExtraError
from peelcheck.tabular import as_pandas


def test_without_pandas_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *words: Any, **more: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return real(name, *words, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError) as told:
        as_pandas((), ("row",), whole="row")
    assert str(told.value) == (
        "pandas is not installed; install it with pip install 'peelcheck[pandas]'"
    )


def test_no_rows_keep_their_columns() -> None:
    assert list(as_pandas((), ("rule", "row"), whole="row").columns) == ["rule", "row"]
