"""The command run with some words: in this process, or as fixtures do in its own."""

from __future__ import annotations

import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Protocol

import pytest

from peelcheck.cli import main

__all__ = ["Command", "in_process"]

ROOT = Path(__file__).parents[2]


class Command(Protocol):
    """Runs `peelcheck` with some words, and perhaps environment variables."""

    def __call__(self, *words: object, **more: str) -> subprocess.CompletedProcess[str]:
        """Return the finished process."""


def in_process(*words: object, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the command as `python -m peelcheck` would, with what it prints kept."""
    command = ["peelcheck", *map(str, words)]
    out, err = StringIO(), StringIO()
    with (
        pytest.MonkeyPatch.context() as patch,
        chdir(ROOT),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        patch.setattr(sys, "argv", command)
        for name, value in more.items():
            patch.setenv(name, value)
        with pytest.raises(SystemExit) as stopped:
            main()
    code = stopped.value.code
    assert isinstance(code, int)
    return subprocess.CompletedProcess(command, code, out.getvalue(), err.getvalue())
