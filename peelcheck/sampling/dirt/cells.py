"""Cells written as people and other programs write them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from peelcheck.reference.forces import forces
from peelcheck.reference.spelling import fold
from peelcheck.sampling.dirt.kinds import Dirt
from peelcheck.shape import ColumnType, TableColumn

__all__ = ["MARK", "changes_of", "dirtied"]

MARK = ".."
"""The mark that every table declares as not available."""

_DIRTY = 1 / 3
"""Share of cells that are changed where they can be."""

_NO_BREAK = "\N{NO-BREAK SPACE}"
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

Change = Callable[[Any, int], str | None]
"""Writes a value in another way, or gives nothing where it has no other way."""


@dataclass(frozen=True, slots=True)
class _Spellings:
    """Other texts that are read as each value of a column's list."""

    of: dict[str, tuple[str, ...]]

    def __call__(self, value: Any, number: int) -> str | None:
        others = self.of.get(value, ())
        return others[number % len(others)] if others else None


def changes_of(
    column: TableColumn, kinds: Sequence[Dirt], *, in_key: bool
) -> tuple[Change, ...]:
    """Return the ways in which cells of a column may be written, of the kinds asked."""
    ways: dict[Dirt, Change] = {Dirt.PADDED_CELLS: _padded}
    if not in_key:
        ways[Dirt.MARKS] = _marked
    if column.domain:
        of_forces = column.name in ("force", "area")
        kind = Dirt.FORCE_NAMES if of_forces else Dirt.CATEGORIES
        ways[kind] = _spellings(column, of_forces=of_forces)
    if column.type is ColumnType.DATE:
        ways |= {Dirt.DAY_FIRST: _day_first, Dirt.DATES_IN_WORDS: _in_words}
    if column.type is ColumnType.INTEGER:
        ways[Dirt.POINT_NOUGHT] = _point_nought
    if column.type in (ColumnType.INTEGER, ColumnType.NUMBER) and column.unit != "year":
        ways[Dirt.THOUSANDS] = _grouped
    return tuple(way for kind, way in ways.items() if kind in kinds)


def dirtied(
    values: Sequence[Any], changes: Sequence[Change], numbers: Sequence[float]
) -> Iterator[Any]:
    """Yield each value as it is, or about one in three in one of the ways."""
    for value, number in zip(values, numbers, strict=True):
        if number >= _DIRTY or not changes:
            yield value
            continue
        picked = int(number / _DIRTY * 1_000_000)
        first = picked % len(changes)
        ways = (*changes[first:], *changes[:first])
        texts = (way(value, picked // len(changes)) for way in ways)
        yield next((text for text in texts if text is not None), value)


def _padded(value: Any, number: int) -> str | None:
    if value is None:
        return None
    return (f" {value}", f"{value}  ", f"{_NO_BREAK}{value}")[number % 3]


def _marked(value: Any, _: int) -> str | None:
    return MARK if value is None else None


def _grouped(value: Any, _: int) -> str | None:
    return f"{value:,}" if value is not None and abs(value) >= 1000 else None


def _point_nought(value: Any, _: int) -> str | None:
    return None if value is None else f"{value}.0"


def _day_first(value: Any, _: int) -> str | None:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else None


def _in_words(value: Any, _: int) -> str | None:
    if not isinstance(value, date):
        return None
    # Not strftime, which writes months in the language of the machine.
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def _spellings(column: TableColumn, *, of_forces: bool) -> _Spellings:
    known = {fold(value): value for value in column.domain} | dict(column.spellings)
    own = {one.name: (*one.aliases, one.code) for one in forces()} if of_forces else {}
    found = {}
    for value in column.domain:
        other = [
            value.upper(),
            value.replace(" and ", " & "),
            value.replace("-", "\N{EN DASH}"),
            *own.get(value, ()),
            *(
                text.title()
                for text, meant in column.spellings.items()
                if meant == value
            ),
        ]
        found[value] = tuple(
            text
            for text in dict.fromkeys(other)
            if text != value and known.get(fold(text)) == value
        )
    return _Spellings(found)
