"""One metric over one return: its rows by period and area, and the figures of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Any

from peelcheck.binding import bound, look_up_in, window_of
from peelcheck.figures import Figure
from peelcheck.measures import Caveat, Metric
from peelcheck.model import Kind
from peelcheck.periods import year_before
from peelcheck.recomputing.among import among_figures, below_line
from peelcheck.recomputing.arithmetic import (
    rate_figure,
    ratio_figures,
    split_figures,
)
from peelcheck.recomputing.beside import Published
from peelcheck.recomputing.counting import Counted, counted
from peelcheck.recomputing.people import People
from peelcheck.recomputing.readied import bound_of, faults_of, people_of
from peelcheck.recomputing.rows import Rows, rows_by_period
from peelcheck.recomputing.setting import Setting
from peelcheck.recomputing.splits import bound_split
from peelcheck.recomputing.wholeness import agreed, months_lacking, unlike
from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.reference.editions import Edition
from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE, forces
from peelcheck.results import Report
from peelcheck.returns import Return
from peelcheck.tables import TABLES
from peelcheck.wording import period_in_words

__all__ = ["Work"]


@dataclass(frozen=True, slots=True)
class Work:
    """One metric over one return.

    Attributes:
        metric: The metric, its groups as the edition has them.
        given: The return.
        edition: The edition.
        people: The people it divides by, or that stand beside, by period.
        faults: The error rules that the tables it reads fail, as a text.
        caveats: The metric's caveats, bound to the edition.
        periods: The numerator's rows, summed, by the last day of their period.

    """

    metric: Metric
    given: Return
    edition: Edition
    people: Mapping[date | None, People]
    faults: str | None
    caveats: tuple[Caveat, ...]
    periods: Mapping[date | None, Rows]

    @classmethod
    def of(
        cls, metric: Metric, given: Return, edition: Edition, report: Report
    ) -> Work:
        """Bind a metric to a return that was checked.

        Raises:
            UsageError: A table lacks a column that the metric reads.

        """
        look_up = look_up_in(edition, given.manifest, metric.numerator.table)
        metric = bound_of(metric, look_up)
        periods = rows_by_period(metric, given, look_up)
        rows = chain.from_iterable(periods.values())
        return cls(
            metric=bound_split(metric, edition, rows),
            given=given,
            edition=edition,
            people=people_of(metric, given, edition, periods),
            faults=faults_of(metric, report),
            caveats=tuple(bound(caveat, look_up) for caveat in metric.caveats),
            periods=periods,
        )

    def figures(self) -> tuple[list[Figure], list[str]]:
        """Return the figures of every period in the data, and notes on the way."""
        cells = dict(self.periods)
        dated = TABLES[self.metric.numerator.table].period_column is not None
        undated = sum(row["cells"] for row in cells.pop(None, [])) if dated else 0
        figures = [
            figure
            for end in sorted(cells, key=str)
            for figure in self._of(end, cells[end])
        ]
        notes = [note for people in self.people.values() for note in people.notes]
        if undated:
            table = self.metric.numerator.table
            notes.append(f"{table}: {undated:,} rows without a date are in no figure")
        return figures, notes

    def _of(self, end: date | None, rows: Rows) -> list[Figure]:
        """Return the figures of one period: the total first, then force by force."""
        names = [force.name for force in forces()]
        manifest = self.given.manifest
        figures: list[Figure] = []
        if manifest.kind is Kind.SUBMISSION:
            names = [manifest.force] if manifest.force else names
        else:
            figures += self._of_total(end, rows, names)
        mine = by_force(rows)
        for name in names if self.metric.of_forces else ():
            if name in mine:
                setting = self._setting(end, name, (name,))
                people = self.people[end].by_force.get(name, {})
                figures += self._made(setting, mine[name], people)
        return figures

    def _of_total(
        self, end: date | None, rows: Rows, names: Sequence[str]
    ) -> list[Figure]:
        """Return a total over the forces that have both a count and all the people."""
        whole, wanted = self.whole(rows, names, end), self._groups()
        if not whole:
            return []
        lacks = tuple(name for name in names if name not in whole)
        area = f"{len(whole)} of {len(names)} forces" if lacks else ENGLAND_AND_WALES
        kept = {*whole, BRITISH_TRANSPORT_POLICE}
        people = self.people[end].by_force
        return self._made(
            self._setting(end, area, whole, lacks),
            [row for row in rows if row["force"] in kept],
            {g: sum(people[n][g] for n in whole) for g in wanted},
        )

    def whole(
        self, rows: Rows, names: Sequence[str], end: date | None
    ) -> tuple[str, ...]:
        """Return the forces that have a count, in all months, and all the people."""
        count = self.counted(rows)
        line = below_line(rows, self.metric, count)
        there = {force for force, _ in (line.below if line else count).there}
        people, wanted, mine = self.people[end].by_force, self._groups(), by_force(rows)
        return tuple(
            name
            for name in names
            if name in there
            and wanted <= set(people.get(name, {}))
            and not self.lacks_months(mine.get(name, []))
        )

    def lacks_months(self, rows: Rows) -> str:
        """Return what is wrong with a force's months, in words; empty if nothing."""
        return months_lacking(rows, self.metric.numerator, self._window())

    def _window(self) -> tuple[date, date] | None:
        numerator = self.metric.numerator
        return window_of(self.edition, numerator.table, numerator.window)

    def _groups(self) -> set[str]:
        """Return the groups of people the metric needs, one unnamed for a rate."""
        metric = self.metric
        if metric.people is None:
            return set()
        members = {one for group in metric.groups for one in group.members}
        if metric.ratio:
            return {metric.ratio.reference, *members}
        return members if metric.people_by else {""}

    def counted(self, rows: Rows) -> Counted:
        """Return some rows counted, step by step."""
        metric = self.metric
        numerator = replace(metric.numerator, exclusions=metric.exclusions)
        return counted(rows, numerator, metric.group_column)

    def _made(
        self, setting: Setting, rows: Rows, people: Mapping[str, int]
    ) -> list[Figure]:
        """Return the figures of one area, without a value where something is amiss."""
        numerator, count = self.metric.numerator, self.counted(rows)
        setting = replace(setting, alike=agreed(rows, numerator))
        wrong = "" if setting.total else self.lacks_months(rows)
        figures = self._reckoned(setting, rows, count, people)
        if wrong := wrong or unlike(rows, numerator):
            return [replace(one, value=None, undefined=wrong) for one in figures]
        return figures

    def _reckoned(
        self,
        setting: Setting,
        rows: Rows,
        count: Counted,
        people: Mapping[str, int],
    ) -> list[Figure]:
        metric = self.metric
        if line := below_line(rows, metric, count):
            return among_figures(metric, setting, line)
        if metric.ratio:
            return ratio_figures(metric, metric.ratio, setting, count, people)
        if metric.split:
            own = {one: n for one, n in people.items() if one in self._groups()}
            return split_figures(metric, metric.split, setting, count, own)
        return [rate_figure(metric, setting, count, people.get(""))]

    def _setting(
        self,
        end: date | None,
        area: str,
        whole: tuple[str, ...],
        lacks: tuple[str, ...] = (),
    ) -> Setting:
        start, last, as_stated = self._period(end)
        return Setting(
            area=area,
            forces=whole,
            total=area not in whole,
            vintage=self.people[end].vintage or self._whole_in_words(),
            period=period_in_words(start, last),
            period_end=last,
            as_stated=as_stated,
            several=len([one for one in self.periods if one]) > 1,
            caveats=self.caveats,
            lacks=lacks,
            faults=self.faults,
            noted=self.people[end].noted,
            projected=self.people[end].projected,
            published=Published(self.metric, self.edition, whole, last),
        )

    def _period(self, end: date | None) -> tuple[date | None, date | None, bool]:
        """Return the first and last day of a period, and whether it is the statement's.

        Rows that tell no period are counted in the statement's own, which they cover
        unless the manifest says that they do not.
        """
        table = TABLES[self.metric.numerator.table]
        entry = self.given.manifest.entry(table.name)
        window = self._window()
        if window and end and (table.stock or table.years):
            start = year_before(end) if table.years else None
            return start, end, window[0] <= end <= window[1]
        if window and end and self.metric.numerator.window:
            return (window[0] if end == window[1] else None), end, end == window[1]
        if window and table.period_column is None:
            start, last = entry.period_start, entry.period_end
            late, early = start and start > window[0], last and last < window[1]
            return *window, not (late or early)
        start = entry.period_start if end in (entry.period_end, None) else None
        last = end or entry.period_end
        said = (start or (window and window[0]), last)
        return start, last, window is None or said == window

    def _whole_in_words(self) -> str:
        return getattr(self.metric.denominator, "says", "")


def by_force(rows: Iterable[dict[str, Any]]) -> dict[str, Rows]:
    """Return rows by the force they are of."""
    mine: dict[str, Rows] = defaultdict(list)
    for row in rows:
        mine[row["force"]].append(row)
    return mine
