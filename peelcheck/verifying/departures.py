"""The ways in which a figure may be made otherwise than its metric says.

All are taken from the metric's own record: each exclusion may be left undone, each
choice of its population taken otherwise. Nothing here knows a table.
"""

from __future__ import annotations

from collections.abc import Iterator

from peelcheck.claims import Departure
from peelcheck.conditions import references_of
from peelcheck.groupings import Group, GroupRatio
from peelcheck.measures import Denominator, Metric
from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.reference.editions import Edition
from peelcheck.reference.forces import force_names
from peelcheck.reference.populations import reference_rows

__all__ = [
    "AREA",
    "BASE",
    "GROUPING",
    "GROUP_OUT_ABOVE",
    "GROUP_OUT_BELOW",
    "KEEP",
    "KINDS",
    "TRUNCATED",
    "TWICE",
    "VINTAGE",
    "departures_from",
]

KEEP = "kept"
TWICE = "counted twice"
VINTAGE = "another vintage"
GROUPING = "another grouping"
GROUP_OUT_ABOVE = "group left out of the count"
GROUP_OUT_BELOW = "group left out of the population"
TRUNCATED = "truncated"
BASE = "another base"
AREA = "another area"
KINDS = (
    KEEP,
    TWICE,
    GROUP_OUT_BELOW,
    GROUP_OUT_ABOVE,
    GROUPING,
    VINTAGE,
    TRUNCATED,
    BASE,
    AREA,
)
"""The kinds, those that say least of other data first."""

_BASES = (10, 1000)


def departures_from(
    metric: Metric, group: str, area: str, edition: Edition
) -> list[Departure]:
    """Return every single departure from a metric, for one group and area."""
    found = [
        *(
            Departure(KEEP, f"{one.name} kept in", f"keep {one.name}", one.name)
            for one in metric.numerator.exclusions
        ),
    ]
    if metric.base != "whole":  # a share of what is counted twice stays as it is
        found.append(Departure(TWICE, "each counted twice", TWICE, 2))
    if metric.ratio:
        found += _groups_out(metric.ratio, metric.ratio.of(group))
    found += [*_vintages(metric, edition), *_choices(metric, edition)]
    found.append(Departure(TRUNCATED, "truncated, not rounded", TRUNCATED))
    if metric.base == "people":
        bases = ((times, _based(metric, times)) for times in _BASES)
        found += [Departure(BASE, says, BASE, times) for times, says in bases]
    found += [
        Departure(AREA, f"the figure of {name}", AREA, name)
        for name in (ENGLAND_AND_WALES, *force_names())
        if name != area
    ]
    return found


def _based(metric: Metric, times: int) -> str:
    if metric.ratio:
        return f"multiplied by {times:,}"
    return f"for {times:,} times as many people"


def _groups_out(ratio: GroupRatio, chosen: Group) -> Iterator[Departure]:
    """Return the members of a group that may be left out above or below the line."""
    if len(chosen.members) < 2:
        return
    for member in chosen.members:
        says = f"{member} left out of the count"
        yield Departure(GROUP_OUT_ABOVE, says, GROUP_OUT_ABOVE, member)
    for grouping in ratio.labels:
        for label in ratio.members_in(grouping, chosen):
            says = f"{label} ({grouping}) left out of the population"
            yield Departure(GROUP_OUT_BELOW, says, GROUPING, label, grouping)


def _vintages(metric: Metric, edition: Edition) -> Iterator[Departure]:
    """Return the other vintages of the population that are published."""
    wanted = metric.denominator
    if not isinstance(wanted, Denominator):
        return
    there = {row[wanted.vintage_column] for row in reference_rows(wanted.reference)}
    # With people of each year the edition's own mid-year is another for all but one.
    own = set() if wanted.projected_by else {edition.value(wanted.vintage_value)}
    for vintage in sorted(there - own):
        says = f"{wanted.vintage.format(vintage)} population"
        yield Departure(VINTAGE, says, VINTAGE, vintage, wanted.vintage_value)


def _choices(metric: Metric, edition: Edition) -> Iterator[Departure]:
    """Return the other choices of the named assumptions that its population takes."""
    if not isinstance(metric.denominator, Denominator):
        return
    for name in references_of(metric.denominator.where):
        one = edition.assumptions.get(name.name.removeprefix("assumptions."))
        if one is None:
            continue
        for choice in one.choices:
            if choice != one.value:
                says = f"population in the {choice}"
                yield Departure(GROUPING, says, GROUPING, str(choice), name.name)
