"""The unexpected thrown at the command as a whole process: its exit code tells."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from astray import KINDS, Became, ThrownClaims, ThrownFiles, met
from astray.thrown import ESSEX
from commands import Command
from hypothesis import given, settings
from hypothesis import strategies as st

CODES = {Became.REFUSED: {2, 3}, Became.FOUND_OUT: {1}, Became.SOUND: {0}}
FILES = ("random bytes", "damaged files", "replaced cells", "damaged folders")
BOOKS = ("damaged packing", "random workbooks", "workbooks damaged inside")


@settings(max_examples=20, deadline=None)
@given(st.one_of(*(KINDS[kind] for kind in (*FILES, *BOOKS, "damaged manifests"))))
def test_check_ends_as_the_library_does(
    peelcheck_process: Command, thrown: ThrownFiles
) -> None:
    with TemporaryDirectory() as folder:
        became = met(thrown, Path(folder))
        done = peelcheck_process("check", thrown.put(Path(folder)))
    assert done.returncode in CODES[became], done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert done.stderr.startswith("peelcheck: ") is (became is Became.REFUSED)


@settings(max_examples=8, deadline=None)
@given(KINDS["damaged claims"])
def test_verify_ends_with_a_word(
    peelcheck_process: Command, thrown: ThrownClaims
) -> None:
    with TemporaryDirectory() as folder:
        became = met(thrown, Path(folder))
        done = peelcheck_process("verify", thrown.put(Path(folder)), ESSEX)
    assert done.returncode in ({2, 3} if became is Became.REFUSED else {0, 3})
    assert "Traceback" not in done.stdout + done.stderr
    assert done.stdout or done.stderr
