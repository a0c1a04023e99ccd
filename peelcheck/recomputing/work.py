"""One metric over one return: its rows, its populations, its figures by area."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peelcheck.binding import bound, look_up_in, of_the_period, window_of
from peelcheck.conditions import columns_of, holds
from peelcheck.engines.groups import distinct_rows, summed
from peelcheck.errors import UsageError
from peelcheck.measures import Caveat, Figure, Metric
from peelcheck.model import Kind
from peelcheck.recomputing.arithmetic import (
    Setting,
    counted,
    rate_figure,
    ratio_figures,
)
from peelcheck.reference.editions import Edition
from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE, forces
from peelcheck.reference.populations import reference_rows
from peelcheck.returns import Return
from peelcheck.tables import TABLES
from peelcheck.wording import period_in_words

__all__ = ["ENGLAND_AND_WALES", "Work"]

ENGLAND_AND_WALES = "England and Wales"

_DIFFERS = Caveat(
    id="DIFFERS_FROM_HOME_OFFICE",
    statement="A8",
    says="Without British Transport Police, so not the Home Office's own total.",
)
_OTHER_PERIOD = Caveat(
    id="OTHER_PERIOD",
    statement="A47",
    says="Not of the period the statement names; the metric is not applicable to it.",
)


Populations = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Work:
    """One metric over one return."""

    given: Return
    edition: Edition
    metric: Metric

    def populations(self) -> tuple[Populations, str]:
        """Return people by force and group, and a note where they are not its own."""
        wanted = self.metric.denominator
        group = self.metric.ratio.column if self.metric.ratio else ""
        look_up = look_up_in(self.edition, self.given.manifest, wanted.table)
        where = bound(wanted, look_up).where
        note = ""
        if wanted.table in self.given.tables:
            self._needs(wanted.table, [*columns_of(where), wanted.value, "force"])
            frame = self.given.tables[wanted.table].frame
            columns = [column.name for column in TABLES[wanted.table].columns]
            rows: Sequence[Mapping[str, Any]] = distinct_rows(frame, columns)
        else:
            rows = reference_rows(wanted.reference)
            note = (
                f"{wanted.table}: not in the return, taken from the published figures"
            )
        people: Populations = defaultdict(dict)
        for row in rows:
            if holds(where, row) and row[wanted.value] is not None:
                people[row["force"]][row[group] if group else ""] = row[wanted.value]
        return people, note

    def _needs(self, table: str, columns: Sequence[str]) -> None:
        data = self.given.tables[table]
        for name in columns:
            if name not in data.columns:
                message = f"{data.source}: column {name} is missing or stands twice"
                raise UsageError(message)

    def figures(self, people: Populations) -> list[Figure]:
        """Return the figures of every period in the data."""
        numerator = self.metric.numerator
        data = self.given.tables[numerator.table]
        period = TABLES[numerator.table].period_column
        group = self.metric.ratio.column if self.metric.ratio else None
        read = [name for out in numerator.exclusions for name in columns_of(out.when)]
        by = list(dict.fromkeys(["force", *read, *([group] if group else [])]))
        by += [period] if period else []
        self._needs(numerator.table, [*by, numerator.value])
        cells: dict[date | None, list[dict[str, Any]]] = defaultdict(list)
        for row in summed(data.frame, numerator.value, by):
            cells[row[period] if period else None].append(row)
        return [
            figure
            for end in sorted(cells, key=str)
            for figure in self._of_period(end, cells[end], people)
        ]

    def _of_period(
        self, end: date | None, cells: list[dict[str, Any]], people: Populations
    ) -> list[Figure]:
        names = [force.name for force in forces()]
        there = {row["force"] for row in cells}
        found = [name for name in names if name in there]
        both = [name for name in found if people.get(name)]
        figures = []
        if self.given.manifest.kind is not Kind.SUBMISSION and both:
            lacks = tuple(name for name in names if name not in both)
            whole = not lacks
            title = ENGLAND_AND_WALES if whole else f"{len(both)} of 43 forces"
            kept = {*both, BRITISH_TRANSPORT_POLICE}
            rows = [row for row in cells if row["force"] in kept]
            setting = self._setting(title, end, lacks, (_DIFFERS,))
            figures += self._made(setting, rows, _together(people, both))
        for name in found:
            rows = [row for row in cells if row["force"] == name]
            setting = self._setting(name, end, (), self._own_caveats(name))
            figures += self._made(setting, rows, people.get(name, {}))
        return figures

    def _own_caveats(self, force: str) -> tuple[Caveat, ...]:
        flagged = self.edition.assumptions["city_of_london"]
        if force != flagged.value:
            return ()
        return (Caveat(id="FEW_RESIDENTS", statement="A9", says=flagged.why),)

    def _setting(
        self,
        area: str,
        end: date | None,
        lacks: tuple[str, ...],
        caveats: tuple[Caveat, ...],
    ) -> Setting:
        table = self.metric.numerator.table
        manifest, edition = self.given.manifest, self.edition
        window = window_of(edition, table)
        stated = of_the_period(manifest, table, edition)
        stated = stated and (window is None or end == window[1])
        entry = manifest.entry(table)
        start = entry.period_start if end == entry.period_end else None
        small = edition.assumptions["small_number"]
        says = f"Rests on fewer than {small.value} {self.metric.numerator.unit}."
        denominator = self.metric.denominator
        return Setting(
            force=area,
            vintage=denominator.vintage.format(
                edition.value(denominator.vintage_value)
            ),
            period=period_in_words(start, end or entry.period_end),
            as_stated=stated,
            caveats=caveats if stated else (*caveats, _OTHER_PERIOD),
            lacks=lacks,
            small=int(str(small.value)),
            small_caveat=Caveat(id="SMALL_NUMBER", statement="A5", says=says),
        )

    def _made(
        self, setting: Setting, rows: list[dict[str, Any]], people: Mapping[str, int]
    ) -> list[Figure]:
        ratio = self.metric.ratio
        exclusions = tuple(
            out
            for out in self.metric.numerator.exclusions
            if columns_of(out.when) != ("force",)
            or any(holds(out.when, row) for row in rows)
        )
        numerator = self.metric.numerator
        count = counted(rows, numerator, exclusions, ratio.column if ratio else None)
        if ratio:
            return ratio_figures(self.metric, ratio, setting, count, people)
        return [rate_figure(self.metric, setting, count, people.get(""))]


def _together(people: Populations, names: Sequence[str]) -> dict[str, int]:
    """Sum populations over forces; a group that any force lacks is left out."""
    groups = {group for name in names for group in people[name]}
    return {
        group: sum(people[name][group] for name in names)
        for group in groups
        if all(group in people[name] for name in names)
    }
