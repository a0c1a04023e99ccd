"""Rules with the values of an edition and of a small manifest put in."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from peelcheck.binding import bound, look_up_in
from peelcheck.manifest import Manifest, TableEntry
from peelcheck.model import Kind, Rule
from peelcheck.reference.editions import edition_named
from peelcheck.tables import TABLES

__all__ = ["MANIFEST", "ready"]

AnyRule = TypeVar("AnyRule", bound=Rule)

MANIFEST = Manifest(
    edition="peel-2018-19",
    kind=Kind.SUBMISSION,
    force="Essex",
    tables=dict.fromkeys(
        TABLES, TableEntry(release="2018-12", period_end=date(2018, 3, 31))
    ),
)


def ready(rule: AnyRule) -> AnyRule:
    """Return a rule bound to the edition and `MANIFEST`."""
    look_up = look_up_in(edition_named("peel-2018-19"), MANIFEST, rule.table)
    return bound(rule, look_up)
