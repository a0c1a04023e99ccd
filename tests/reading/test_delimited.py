"""Reading CSV leaves no thread behind that holds an object of Python."""

from __future__ import annotations

import sys
from threading import Timer

import pytest

from peelcheck.reading import delimited


def test_reading_waits_until_no_other_thread_holds_what_it_was_given() -> None:
    held = (object(),)
    before = [sys.getrefcount(one) for one in held]
    borrowed = [held[0]]
    Timer(0.05, borrowed.clear).start()
    delimited._let_go(held, before)
    assert borrowed == []


def test_reading_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "_PATIENCE", 0.01)
    delimited._let_go([object()], [0])
