"""The statements of Annex A, restated in our own words."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Statement", "statements"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One numbered sentence of the annex, restated.

    Attributes:
        id: Its number, `A1` to `A49`.
        section: The part of the annex it stands in.
        says: What it says, in our words.
        unchecked: Why nothing can carry it out, if that is so.
        remark: What to know of how it is carried out.

    """

    id: str
    section: str
    says: str
    unchecked: str = ""
    remark: str = ""


@cache
def statements() -> dict[str, Statement]:
    """Return the statements by id, `A1` to `A49`."""
    source = files("peelcheck.reference").joinpath("statements.toml")
    texts = tomllib.loads(source.read_text(encoding="utf-8"))
    return {name: Statement(name, **text) for name, text in texts.items()}
