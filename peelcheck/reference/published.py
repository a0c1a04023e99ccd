"""The published figures that come with the package, as rows of text."""

from __future__ import annotations

import csv
from importlib.resources import files

__all__ = ["published"]


def published(file: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file of this folder."""
    text = files("peelcheck.reference").joinpath(file).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
