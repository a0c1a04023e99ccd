"""One metric over one return: its rows by period and area, and the figures of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from peelcheck.binding import bound, look_up_in, window_of
from peelcheck.figures import Figure
from peelcheck.measures import Caveat, Metric
from peelcheck.model import Kind, Severity
from peelcheck.recomputing.arithmetic import (
    rate_figure,
    ratio_figures,
    split_figures,
)
from peelcheck.recomputing.beside import Published
from peelcheck.recomputing.counting import Counted, counted
from peelcheck.recomputing.people import NOBODY, People, people_for
from peelcheck.recomputing.rows import Rows, rows_by_period
from peelcheck.recomputing.setting import Setting
from peelcheck.recomputing.splits import bound_split
from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.reference.editions import Edition
from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE, forces
from peelcheck.results import Report, Verdict
from peelcheck.returns import Return
from peelcheck.tables import TABLES
from peelcheck.wording import period_in_words

__all__ = ["Work"]

_FAULTY = frozenset({Verdict.FAILED, Verdict.NOT_RUN, Verdict.UNDECIDED})


@dataclass(frozen=True, slots=True)
class Work:
    """One metric over one return.

    Attributes:
        metric: The metric, its groups as the edition has them.
        given: The return.
        edition: The edition.
        people: The people it divides by, or that stand beside.
        faults: The error rules that the tables it reads fail, as a text.
        caveats: The metric's caveats, bound to the edition.
        periods: The numerator's rows, summed, by the last day of their period.

    """

    metric: Metric
    given: Return
    edition: Edition
    people: People
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
        wanted = metric.people
        return cls(
            metric=bound_split(metric, edition),
            given=given,
            edition=edition,
            people=people_for(metric, wanted, given, edition) if wanted else NOBODY,
            faults=_faults(metric, report),
            caveats=tuple(bound(caveat, look_up) for caveat in metric.caveats),
            periods=rows_by_period(metric, given, look_up),
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
        notes = list(self.people.notes)
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
        there = {row["force"] for row in rows}
        for name in names:
            if name in there:
                mine = [row for row in rows if row["force"] == name]
                figures += self._made(
                    self._setting(end, name, (name,)),
                    self.counted(mine),
                    self.people.by_force.get(name, {}),
                )
        return figures

    def _of_total(
        self, end: date | None, rows: Rows, names: Sequence[str]
    ) -> list[Figure]:
        """Return a total over the forces that have both a count and all the people."""
        whole, wanted = self.whole(rows, names), self._groups()
        if not whole:
            return []
        lacks = tuple(name for name in names if name not in whole)
        area = f"{len(whole)} of {len(names)} forces" if lacks else ENGLAND_AND_WALES
        kept = {*whole, BRITISH_TRANSPORT_POLICE}
        count = self.counted([row for row in rows if row["force"] in kept])
        people = self.people.by_force
        return self._made(
            self._setting(end, area, whole, lacks),
            count,
            {g: sum(people[n][g] for n in whole) for g in wanted},
        )

    def whole(self, rows: Rows, names: Sequence[str]) -> tuple[str, ...]:
        """Return the forces that have both a count and all the people."""
        there = {force for force, _ in self.counted(rows).there}
        wanted = self._groups()
        return tuple(
            name
            for name in names
            if name in there and wanted <= set(self.people.by_force.get(name, {}))
        )

    def _groups(self) -> set[str]:
        """Return the groups of people the metric needs, one unnamed for a rate."""
        metric = self.metric
        if metric.people is None:
            return set()
        members = {one for group in metric.groups for one in group.members}
        if metric.ratio:
            return {metric.ratio.reference, *members}
        return members or {""}

    def counted(self, rows: Rows) -> Counted:
        """Return some rows counted, step by step."""
        return counted(rows, self.metric.numerator, self.metric.group_column)

    def _made(
        self, setting: Setting, count: Counted, people: Mapping[str, int]
    ) -> list[Figure]:
        metric = self.metric
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
            vintage=self.people.vintage or self._whole_in_words(),
            period=period_in_words(start, last),
            period_end=last,
            as_stated=as_stated,
            several=len([one for one in self.periods if one]) > 1,
            caveats=self.caveats,
            lacks=lacks,
            faults=self.faults,
            noted=self.people.noted,
            published=Published(self.metric, self.edition, whole, last),
        )

    def _period(self, end: date | None) -> tuple[date | None, date | None, bool]:
        """Return the first and last day of a period, and whether it is the statement's.

        Rows that tell no period are counted in the statement's own, which they cover
        unless the manifest says that they do not.
        """
        table = TABLES[self.metric.numerator.table]
        entry = self.given.manifest.entry(table.name)
        window = window_of(self.edition, table.name)
        if window and table.stock:
            return None, end, bool(end and window[0] <= end <= window[1])
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


def _faults(metric: Metric, report: Report) -> str | None:
    """Return the error rules that fail, or could not run, on the metric's tables."""
    tables = {metric.numerator.table}
    if metric.numerator.link:
        tables.add(metric.numerator.link.to)
    if metric.people:
        tables.add(metric.people.table)
    failed = [
        result.rule.id
        for result in report.results
        if result.severity is Severity.ERROR
        and result.verdict in _FAULTY
        and result.rule.table in tables
    ]
    return ", ".join(failed) or None
