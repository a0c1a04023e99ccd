"""One metric over one return: its rows by period and area, and the figures of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peelcheck.binding import bound, look_up_in, window_of
from peelcheck.conditions import columns_of, holds
from peelcheck.engines.groups import summed
from peelcheck.measures import Caveat, Figure, Metric
from peelcheck.model import Kind, Severity
from peelcheck.recomputing.arithmetic import (
    Counted,
    Setting,
    counted,
    rate_figure,
    ratio_figures,
)
from peelcheck.recomputing.people import People, need_columns, people_for
from peelcheck.reference.areas import ENGLAND_AND_WALES
from peelcheck.reference.editions import Edition
from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE, forces
from peelcheck.results import Report, Verdict
from peelcheck.returns import Return
from peelcheck.tables import TABLES
from peelcheck.wording import period_in_words

__all__ = ["Rows", "Work"]

Rows = list[dict[str, Any]]
_FAULTY = frozenset({Verdict.FAILED, Verdict.NOT_RUN, Verdict.UNDECIDED})


@dataclass(frozen=True, slots=True)
class Work:
    """One metric over one return.

    Attributes:
        metric: The metric.
        given: The return.
        edition: The edition.
        people: The people it divides by.
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
        return cls(
            metric=metric,
            given=given,
            edition=edition,
            people=people_for(metric, given, edition),
            faults=_faults(metric, report),
            caveats=tuple(bound(caveat, look_up) for caveat in metric.caveats),
            periods=_by_period(metric, given),
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
                    self._counted(mine),
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
        return self._made(
            self._setting(end, area, whole, lacks),
            self._counted([row for row in rows if row["force"] in kept]),
            {g: sum(self.people.by_force[n][g] for n in whole) for g in wanted},
        )

    def whole(self, rows: Rows, names: Sequence[str]) -> tuple[str, ...]:
        """Return the forces that have both a count and all the people."""
        there = {force for force, _ in self._counted(rows).there}
        wanted = self._groups()
        return tuple(
            name
            for name in names
            if name in there and wanted <= set(self.people.by_force.get(name, {}))
        )

    def _groups(self) -> set[str]:
        """Return the groups of people the metric needs, one unnamed for a rate."""
        ratio = self.metric.ratio
        if ratio is None:
            return {""}
        return {ratio.reference, *(one for g in ratio.groups for one in g.members)}

    def _counted(self, rows: Rows) -> Counted:
        ratio = self.metric.ratio
        return counted(rows, self.metric.numerator, ratio.column if ratio else None)

    def _made(
        self, setting: Setting, count: Counted, people: Mapping[str, int]
    ) -> list[Figure]:
        ratio = self.metric.ratio
        if ratio:
            return ratio_figures(self.metric, ratio, setting, count, people)
        return [rate_figure(self.metric, setting, count, people.get(""))]

    def _setting(
        self,
        end: date | None,
        area: str,
        whole: tuple[str, ...],
        lacks: tuple[str, ...] = (),
    ) -> Setting:
        table = self.metric.numerator.table
        entry, window = self.given.manifest.entry(table), window_of(self.edition, table)
        start = entry.period_start if end == entry.period_end else None
        said = (start or (window and window[0]), end)
        return Setting(
            area=area,
            forces=whole,
            total=area not in whole,
            vintage=self.people.vintage,
            period=period_in_words(start, end or entry.period_end),
            period_end=end or entry.period_end,
            as_stated=window is None or said == window,
            caveats=self.caveats,
            lacks=lacks,
            faults=self.faults,
            noted=self.people.noted,
        )


def _by_period(metric: Metric, given: Return) -> dict[date | None, Rows]:
    """Return the numerator's rows, summed, by the last day of their period."""
    period = TABLES[metric.numerator.table].period_column
    cells: dict[date | None, Rows] = defaultdict(list)
    for row in _cells(metric, given, period):
        cells[row[period] if period else None].append(row)
    return cells


def _cells(metric: Metric, given: Return, period: str | None) -> Rows:
    """Return the numerator's column summed by all that tells its rows apart."""
    numerator, ratio = metric.numerator, metric.ratio
    asked = (numerator.where, *(out.when for out in numerator.exclusions))
    read = [name for condition in asked for name in columns_of(condition)]
    extra = [ratio.column] if ratio else []
    by = list(dict.fromkeys(["force", *read, *extra, *([period] if period else [])]))
    data = given.tables[numerator.table]
    need_columns(data, [*by, numerator.value])
    rows = summed(data.frame, numerator.value, by)
    return [row for row in rows if holds(numerator.where, row)]


def _faults(metric: Metric, report: Report) -> str | None:
    """Return the error rules that fail, or could not run, on the metric's tables."""
    tables = {metric.numerator.table, metric.denominator.table}
    failed = [
        result.rule.id
        for result in report.results
        if result.severity is Severity.ERROR
        and result.verdict in _FAULTY
        and result.rule.table in tables
    ]
    return ", ".join(failed) or None
