"""The people of each financial year, the last one's carried on by a trend (A11, A46).

A financial year has the people of the mid-year that lies in it: 2013/14 those of
mid-2013. The year after the edition's own mid-year is carried on from the five before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from peelcheck.engines.groups import distinct_rows
from peelcheck.measures import Denominator
from peelcheck.recomputing.people import NOBODY, People
from peelcheck.recomputing.projecting import YEARS, projected
from peelcheck.reference.editions import Edition
from peelcheck.reference.populations import people_by_year
from peelcheck.returns import Return

__all__ = ["people_of_years"]

_ByYear = Mapping[str, Mapping[int, int]]


def people_of_years(
    wanted: Denominator, given: Return, edition: Edition, ends: Iterable[date | None]
) -> dict[date | None, People]:
    """Return the people of each financial year, by its last day.

    The return's own table gives those of the years that it holds; published estimates
    give the others.
    """
    people, notes = _estimates(wanted, given)
    return {
        end: _of_year(wanted, edition, people, notes, end) if end else NOBODY
        for end in ends
    }


def _estimates(wanted: Denominator, given: Return) -> tuple[_ByYear, tuple[str, ...]]:
    """Return the people by force and mid-year, and which are not the return's own."""
    people = {name: dict(years) for name, years in people_by_year().items()}
    data = given.tables.get(wanted.table)
    columns = (wanted.vintage_column, "force", wanted.value)
    if data is None or not set(columns) <= set(data.columns):
        note = f"{wanted.table}: not in the return, taken from the published figures"
        return people, (note,)
    found: dict[tuple[str, int], set[int | None]] = defaultdict(set)
    for row in distinct_rows(data.frame, columns):
        found[row["force"], row[wanted.vintage_column]].add(row[wanted.value])
    for (force, year), values in found.items():
        own = people.setdefault(force, {})
        own.pop(year, None)
        if len(values) == 1 and (value := values.pop()):
            own[year] = value
    years = ", ".join(map(str, sorted({year for _, year in found if year})))
    note = f"{wanted.table}: the return gives mid-{years}, published figures the rest"
    return people, (note,)


def _of_year(
    wanted: Denominator,
    edition: Edition,
    people: _ByYear,
    notes: tuple[str, ...],
    end: date,
) -> People:
    year, known = end.year - 1, int(str(edition.value(wanted.vintage_value)))
    vintage = wanted.vintage.format(year)
    if year <= known:
        own = {name: {"": of[year]} for name, of in people.items() if of.get(year)}
        return replace(NOBODY, by_force=own, vintage=vintage, notes=notes)
    if year > known + 1:
        return replace(NOBODY, vintage=vintage)
    method = str(edition.value(f"assumptions.{wanted.projected_by}"))
    carried = {name: projected(of, year, method) for name, of in people.items()}
    first = wanted.vintage.format(year - YEARS)
    says = f"{method} over {first} to mid-{year - 1}"
    return replace(
        NOBODY,
        by_force={name: {"": one} for name, one in carried.items() if one},
        vintage=f"mid-{year} projected, {says}",
        notes=notes,
        projected=says,
    )
