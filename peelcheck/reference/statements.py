"""The statements of Annex A, restated in our own words."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Statement", "statements"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One numbered sentence of the annex, restated."""

    id: str
    section: str
    says: str


@cache
def statements() -> dict[str, Statement]:
    """Return the statements by id, `A1` to `A49`."""
    source = files("peelcheck.reference").joinpath("statements.toml")
    texts = tomllib.loads(source.read_text(encoding="utf-8"))
    return {
        name: Statement(name, text["section"], " ".join(text["says"].split()))
        for name, text in texts.items()
    }
