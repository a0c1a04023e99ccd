"""Printed totals held against the rows they add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from peelcheck.profiles import Areas
from peelcheck.reading.by_profile.areas import AreaRow, RowKind, groups_of
from peelcheck.reading.by_profile.figures import figure_of
from peelcheck.reference.forces import force_names
from peelcheck.reference.regions import members_of
from peelcheck.returns import Total
from peelcheck.shape import Mark

__all__ = ["Figures", "held_against_members"]

_Key = tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A printed figure: its value if it has one, its row and its place."""

    value: int | float | None
    row: int
    place: str


@dataclass(frozen=True, slots=True)
class Figures:
    """One column's cells, each with the rest of its key.

    Attributes:
        column: The column.
        cells: For each cell its row, its place in a sheet, its key and its text.

    """

    column: str
    cells: Sequence[tuple[int, str, _Key, str | None]]


def held_against_members(
    figures: Figures,
    rows: Mapping[int, AreaRow],
    areas: Areas,
    marks: Mapping[str, Mark],
) -> tuple[Total, ...]:
    """Return each printed total beside the sum of its members.

    Args:
        figures: The cells of one column.
        rows: What each row is about.
        areas: What the profile says of areas.
        marks: What marks mean; only nil is a number.

    """
    groups: dict[_Key, dict[str, _Cell]] = defaultdict(dict)
    for row, place, key, text in figures.cells:
        groups[key][rows[row].name] = _Cell(figure_of(text, marks), row, place)
    names = [one.name for one in rows.values() if one.kind is RowKind.TOTAL]
    found: list[Total] = []
    for area in dict.fromkeys(names):
        options = [
            [
                _total(figures.column, area, said, members, key, cells, areas.tolerance)
                for key, cells in groups.items()
                if area in cells and cells[area].value is not None
            ]
            for said, members in groups_of(area, areas)
        ]
        found += max(options, key=_agreeing)
    return tuple(sorted(found, key=lambda one: one.row))


def _agreeing(totals: Iterable[Total]) -> int:
    return sum(one.agrees is True for one in totals)


def _total(  # noqa: PLR0917 - a total is all of these
    column: str,
    area: str,
    said: str,
    members: Sequence[str],
    key: _Key,
    cells: Mapping[str, _Cell],
    tolerance: float,
) -> Total:
    whole = cells[area]
    there = {name: cells[name].value for name in members if name in cells}
    known = [value for value in there.values() if value is not None]
    lacks = tuple(name for name in members if there.get(name) is None)
    summed = sum(known)
    printed = whole.value if whole.value is not None else 0
    agrees: bool | None = abs(printed - summed) <= tolerance
    if not agrees and lacks and printed > summed:
        agrees = None
    return Total(
        area=area,
        members=said,
        column=column,
        key=dict(key),
        printed=printed,
        summed=summed,
        lacks=lacks,
        agrees=agrees,
        row=whole.row,
        place=whole.place,
        beyond={
            name: value for name, value in there.items() if name not in _territorial()
        },
    )


@cache
def _territorial() -> frozenset[str]:
    """Return the names of the forces, the regions and the countries."""
    return frozenset((*force_names(), *members_of()))
