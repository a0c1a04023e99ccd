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
from peelcheck.periods import year_before
from peelcheck.recomputing.people import NOBODY, People, need_columns
from peelcheck.recomputing.projecting import YEARS, projected
from peelcheck.reference.editions import Edition
from peelcheck.reference.populations import people_by_year
from peelcheck.returns import Return

__all__ = ["people_of_years"]

_ByYear = Mapping[str, Mapping[int, int]]
_MID_YEAR = (6, 30)


def people_of_years(
    wanted: Denominator, given: Return, edition: Edition, ends: Iterable[date | None]
) -> dict[date | None, People]:
    """Return the people of each financial year, by its last day.

    The return's own table gives those of the years that it holds, up to the edition's
    mid-year; published estimates give the others.

    Raises:
        UsageError: The return's own table lacks a column.

    """
    people, notes = _estimates(wanted, given, _known(wanted, edition))
    return {
        end: _of_year(wanted, edition, people, notes, end) if end else NOBODY
        for end in ends
    }


def _estimates(
    wanted: Denominator, given: Return, known: int
) -> tuple[_ByYear, tuple[str, ...]]:
    """Return the people by force and mid-year, and which are not the return's own.

    Raises:
        UsageError: The return's own table lacks a column.

    """
    people = {name: dict(years) for name, years in people_by_year().items()}
    data = given.tables.get(wanted.table)
    if data is None:
        note = f"{wanted.table}: not in the return, taken from the published figures"
        return people, (note,)
    columns = (wanted.vintage_column, "force", wanted.value)
    need_columns(data, columns)
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    for row in distinct_rows(data.frame, columns):
        year = row[wanted.vintage_column]
        if year is not None and year <= known:
            found[row["force"], year].add(row[wanted.value] or 0)
    notes = []
    for (force, year), values in found.items():
        own = people.setdefault(force, {})
        own.pop(year, None)
        if len(values) > 1:
            notes.append(f"{wanted.table}: mid-{year} of {force} stands twice")
        elif (value := values.pop()) > 0:
            own[year] = value
    years = ", ".join(f"mid-{year}" for year in sorted({year for _, year in found}))
    says = f"the return gives {years or 'no mid-year'}, published figures the rest"
    return people, (f"{wanted.table}: {says}", *notes)


def _mid_year_in(end: date) -> int:
    """Return the year of the mid-year that lies in the twelve months to a day."""
    start = year_before(end)
    return start.year if (start.month, start.day) <= _MID_YEAR else end.year


def _of_year(
    wanted: Denominator,
    edition: Edition,
    people: _ByYear,
    notes: tuple[str, ...],
    end: date,
) -> People:
    year, known = _mid_year_in(end), _known(wanted, edition)
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


def _known(wanted: Denominator, edition: Edition) -> int:
    """Return the newest mid-year that the edition knows."""
    return int(str(edition.value(wanted.vintage_value)))
