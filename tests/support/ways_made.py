"""Ways of making figures from tables of one period, and departures by their words."""

from __future__ import annotations

from typing import Any

from peelcheck.binding import edition_for
from peelcheck.checking import check_return
from peelcheck.claims import Departure
from peelcheck.metrics import METRICS
from peelcheck.reading import read
from peelcheck.recomputing.work import Work
from peelcheck.reference.editions import Edition
from peelcheck.rules.rulebook import rulebook
from peelcheck.verifying.departures import departures_from
from peelcheck.verifying.ways import Ways

__all__ = ["departure", "ways_in", "ways_of"]


def departure(ways: Ways, edition: Edition, says: str) -> Departure:
    every = departures_from(ways.work.metric, ways.group, ways.area, edition)
    return next(one for one in every if one.says == says)


def ways_in(work: Work, area: str, group: str = "", per: int | None = None) -> Ways:
    """Return the ways of a figure of an area, from work of one period."""
    (end,) = work.periods
    return Ways(work, end, area, group, per or work.metric.per)


def ways_of(name: str, group: str, *, kind: str | None = None, **tables: Any) -> Ways:
    """Return the ways of a figure of Essex, from tables of one period."""
    given = read(tables, kind=kind)
    edition = edition_for(given.manifest, None, None)
    report = check_return(given, edition, rulebook())
    return ways_in(Work.of(METRICS[name], given, edition, report), "Essex", group)
