"""Against the unexpected: never a traceback, never a hang, never a pass.

`tools/fuzz.py` throws the same for as long as it is asked to.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from astray import KINDS, met
from astray.thrown import Thrown
from hypothesis import given, settings

SECONDS = 30
"""How long an answer may take; the usual one takes some milliseconds."""


@contextmanager
def in_time() -> Iterator[None]:
    """Interrupt whatever takes longer than any answer may."""

    def late(*_: object) -> None:
        message = f"no answer in {SECONDS} seconds"
        raise TimeoutError(message)

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_refused_or_found_out_or_sound_by_a_second_look(kind: str) -> None:
    became = set()

    @settings(max_examples=20, deadline=None)
    @given(KINDS[kind])
    def throw(thrown: Thrown) -> None:
        with in_time(), TemporaryDirectory() as folder:
            became.add(met(thrown, Path(folder)))

    throw()
    assert became
