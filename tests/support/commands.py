"""The type of the fixture that runs the command as a whole process."""

from __future__ import annotations

import subprocess
from typing import Protocol

__all__ = ["Command"]


class Command(Protocol):
    """Runs `peelcheck` with some words, and perhaps environment variables."""

    def __call__(self, *words: object, **more: str) -> subprocess.CompletedProcess[str]:
        """Return the finished process."""
