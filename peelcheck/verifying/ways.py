"""One figure made in other ways: a metric's own machinery under some departures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from peelcheck.claims import Departure
from peelcheck.groupings import GroupRatio
from peelcheck.measures import Among, Metric
from peelcheck.recomputing.among import below_line
from peelcheck.recomputing.counting import MET, Counted, Row, added, counted
from peelcheck.recomputing.people import people_otherwise
from peelcheck.recomputing.rows import Rows
from peelcheck.recomputing.work import Work
from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE, force_names
from peelcheck.verifying.departures import (
    AREA,
    BASE,
    GROUP_OUT_ABOVE,
    GROUP_OUT_BELOW,
    GROUPING,
    KEEP,
    TWICE,
    VINTAGE,
)

__all__ = ["Made", "Ways"]

People = Mapping[str, Mapping[str, int]]
_Choice = tuple[str, str, tuple[Departure, ...]]
_OF_PEOPLE = frozenset({VINTAGE, GROUPING, GROUP_OUT_BELOW})


@dataclass(frozen=True, slots=True)
class Made:
    """A figure as some way makes it: its two counts, and its exact value."""

    numerator: float
    denominator: float | None
    value: Fraction


class Ways:
    """The ways of making one metric's figure, for one period, group and area.

    Counts and populations are made once for each choice that changes them.
    """

    def __init__(
        self, work: Work, end: date | None, area: str, group: str, per: int
    ) -> None:
        """Take the period that ends on a day; `per` is what a rate is given for."""
        self.work, self.area, self.group, self.per = work, area, group, per
        rows = work.periods[end]
        self._published = work.people[end].by_force
        self._rows: dict[str, Rows] = {name: [] for name in force_names()}
        for row in rows:
            self._rows.setdefault(row["force"], []).append(row)
        self._whole = work.whole(rows, force_names(), end)
        self._fallen: dict[str, dict[frozenset[str], list[Row]]] = {}
        self._counts: dict[tuple[str, frozenset[str]], Counted] = {}
        self._people: dict[tuple[tuple[str, str | int], ...], People] = {}
        self._residents: dict[_Choice, Mapping[str, int]] = {}

    def about(self, area: str, group: str, per: int) -> Ways:
        """Return the ways of another figure of the metric and period.

        What was counted for one figure serves the others.
        """
        other = copy(self)
        other.area, other.group, other.per = area, group, per
        return other

    def made(self, departures: Iterable[Departure] = ()) -> Made | None:
        """Return the figure under some departures; nothing where it has no value."""
        chosen = tuple(departures)
        area = next((str(d.what) for d in chosen if d.kind == AREA), self.area)
        kept = frozenset(str(one.what) for one in chosen if one.kind == KEEP)
        times = next((int(one.what) for one in chosen if one.kind == BASE), 1)
        count, metric = self._counted(area, kept), self.work.metric
        again = next((int(one.what) for one in chosen if one.kind == TWICE), 1)
        if area in self._rows and self.work.lacks_months(self._rows[area]):
            return None
        if isinstance(metric.denominator, Among):
            return self._among(metric.denominator, area, kept)
        people, ratio = self._resident(area, chosen), metric.ratio
        if metric.split:
            return self._part(metric, count, people.get("", 0), times, again)
        if not count.there or not people.get(self.group):
            return None
        if ratio is None:
            if count.total < 0:
                return None
            above = count.total * again
            value = _exact(above) * times * self.per / people[self.group]
            return Made(above, people[self.group], value)
        # Counting twice doubles both counts of a ratio, which stays as it is.
        return self._ratio(ratio, chosen, count, people, times)

    def _ratio(
        self,
        ratio: GroupRatio,
        chosen: tuple[Departure, ...],
        count: Counted,
        people: Mapping[str, int],
        times: int,
    ) -> Made | None:
        members = set(ratio.of(self.group).members)
        if len(members) > 1:
            members -= {one.what for one in chosen if one.kind == GROUP_OUT_ABOVE}
        own = sum(count.by_group.get(one, 0) for one in members)
        theirs = count.by_group.get(ratio.reference, 0)
        their_people = people.get(ratio.reference, 0)
        there = any(group in members for _, group in count.there)
        if not there or own < 0 or theirs <= 0 or not their_people:
            return None
        above, below = own * their_people * times, theirs * people[self.group]
        return Made(own, people[self.group], _exact(above) / _exact(below))

    def _among(self, among: Among, area: str, kept: frozenset[str]) -> Made | None:
        """Return a share of what stands below the line, each group by its own."""
        rows = self._kept(area, kept | {one.name for one in among.but})
        line = below_line(rows, self._everything(), self._counted(area, kept))
        assert line  # noqa: S101 - it has one
        own, whole = (
            added(side.by_group.get(one, 0) for one in self._members())
            for side in (line.above, line.below)
        )
        if whole <= 0 or not 0 <= own <= whole:
            return None
        return Made(own, whole, _exact(own) * self.per / _exact(whole))

    def _members(self) -> tuple[str, ...]:
        groups = self.work.metric.groups
        return next((g.members for g in groups if g.name == self.group), ("",))

    def _part(
        self, metric: Metric, count: Counted, people: int, times: int, again: int
    ) -> Made | None:
        """Return a share, a rate or a number of a group.

        What is counted twice doubles in both parts of a share.
        """
        members = self._members()
        own = added(count.by_group.get(one, 0) for one in members)
        if own < 0 or not any(group in members for _, group in count.there):
            return None
        if metric.base == "":
            return Made(own, None, _exact(own) * times * again)
        if metric.base == "people":
            above = own * again
            value = _exact(above) * times * self.per / people if people else None
            return None if value is None else Made(above, people, value)
        if count.total <= 0:
            return None
        return Made(own, count.total, _exact(own) * self.per / _exact(count.total))

    def _counted(self, area: str, kept: frozenset[str]) -> Counted:
        """Return an area's count, the rows of some exclusions kept in."""
        if (area, kept) not in self._counts:
            rows, metric = self._kept(area, kept), self._everything()
            count = counted(rows, metric.numerator, metric.group_column)
            self._counts[area, kept] = count
        return self._counts[area, kept]

    def _everything(self) -> Metric:
        """Return the metric with nothing left out."""
        metric = self.work.metric
        return replace(metric, numerator=replace(metric.numerator, exclusions=()))

    def _kept(self, area: str, kept: frozenset[str]) -> list[Row]:
        """Return an area's rows that no exclusion takes out but those named."""
        parts = self._parts(area).items()
        return [row for met, part in parts if met <= kept for row in part]

    def _parts(self, area: str) -> dict[frozenset[str], list[Row]]:
        """Return an area's rows by the exclusions of the metric that they meet."""
        if area not in self._fallen:
            names: tuple[str, ...] = (area,)
            if area == ENGLAND_AND_WALES:
                names = (*self._whole, BRITISH_TRANSPORT_POLICE)
            rows = [row for name in names for row in self._rows.get(name, [])]
            parts: dict[frozenset[str], list[Row]] = defaultdict(list)
            for row in rows:
                parts[row[MET]].append(row)
            self._fallen[area] = parts
        return self._fallen[area]

    def _resident(self, area: str, chosen: tuple[Departure, ...]) -> Mapping[str, int]:
        """Return the people of the group, and of the group it is compared with."""
        changing = tuple(one for one in chosen if one.kind in _OF_PEOPLE)
        if (area, self.group, changing) not in self._residents:
            residing = self._residing(area, changing)
            self._residents[area, self.group, changing] = residing
        return self._residents[area, self.group, changing]

    def _residing(self, area: str, chosen: tuple[Departure, ...]) -> dict[str, int]:
        others = [one for one in chosen if one.kind in (VINTAGE, GROUPING)]
        changes = {one.of: one.what for one in others}
        base = self._otherwise(changes) if changes else self._published
        names = self._whole if area == ENGLAND_AND_WALES else (area,)
        ratio = self.work.metric.ratio
        if ratio is None:
            return {"": sum(base.get(name, {}).get("", 0) for name in names)}
        group, members = ratio.of(self.group), ratio.of(self.group).members
        if grouping := changes.get(ratio.grouped_by):
            members = ratio.members_in(str(grouping), group)
        people = {
            self.group: _sum(base, names, members),
            ratio.reference: _sum(base, names, (ratio.reference,)),
        }
        for one in chosen:
            if one.kind == GROUP_OUT_BELOW and len(group.members) > 1:
                other = self._otherwise(changes | {ratio.grouped_by: one.of})
                people[self.group] -= _sum(other, names, (str(one.what),))
        return people

    def _otherwise(self, changes: Mapping[str, str | int]) -> People:
        """Return the published people, some choices taken otherwise, made once."""
        key = tuple(sorted(changes.items()))
        if key not in self._people:
            work = self.work
            assert work.metric.people  # noqa: S101 - a metric without has no choices
            self._people[key] = people_otherwise(
                work.metric, work.metric.people, work.given, work.edition, changes
            )
        return self._people[key]


def _exact(value: float) -> Fraction:
    """Return a number as it is written, not as binary has it."""
    return Fraction(str(value))


def _sum(people: People, names: Iterable[str], groups: Iterable[str]) -> int:
    """Return the people of some forces in some groups; 0 where one is not known."""
    chosen = tuple(groups)
    found = [people.get(name, {}).get(group) for name in names for group in chosen]
    return 0 if None in found else sum(one for one in found if one)
