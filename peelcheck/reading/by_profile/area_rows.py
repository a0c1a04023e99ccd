"""Rows of regions and totals in a table: held against their sums, and kept apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial

import polars as pl

from peelcheck.profiles import Areas
from peelcheck.reading.by_profile.areas import AreaRow, RowKind, told_apart
from peelcheck.reading.by_profile.figures import figure_of
from peelcheck.reading.by_profile.totals import Figures, held_against_members
from peelcheck.reading.by_profile.underway import PLACE, Work
from peelcheck.returns import ROW, Total

__all__ = ["settle_totals", "told_areas"]


def told_areas(work: Work) -> dict[int, AreaRow]:
    """Tell the rows apart, and put the areas' plain names in their column."""
    areas = work.part.areas
    place = work.position(work.part.columns[areas.column]) if areas else None
    if areas is None or place is None:
        return {}
    names = [name or "" for name in work.frame[str(place)]]
    told = told_apart(names, _codes(work, areas), areas, partial(_figures, work, place))
    rows: list[int] = work.frame[ROW].to_list()
    plain = [
        one.name if areas.kept and one.kind is RowKind.TOTAL else one.plain
        for one in told
    ]
    work.frame = work.frame.with_columns(
        pl.Series(str(place), plain, dtype=pl.String).replace("", None)
    )
    changed = [
        (row, name, one.plain)
        for row, name, one in zip(rows, names, told, strict=True)
        if name.strip() != one.plain
    ]
    work.say(areas.column, "footnote digits dropped", len(changed), changed)
    renamed = [
        (row, one.plain, one.name)
        for row, one in zip(rows, told, strict=True)
        if areas.kept and one.kind is RowKind.TOTAL and one.plain != one.name
    ]
    work.say(areas.column, "region or total under its own name", len(renamed), renamed)
    return dict(zip(rows, told, strict=True))


def _codes(work: Work, areas: Areas) -> list[str | None]:
    """Return the area codes beside the names, as far as there are any."""
    place = work.position(areas.code) if areas.code else None
    if place is None:
        return [None] * len(work.frame)
    work.taken.add(place)
    return work.frame[str(place)].to_list()


def _figures(work: Work, names: int) -> list[list[float | None]]:
    """Return the columns beside the names as numbers, as far as cells have any."""
    others = [one for one in work.frame.columns if one.isdigit() and one != str(names)]
    return [[figure_of(text, work.marks) for text in work.frame[one]] for one in others]


def settle_totals(work: Work, told: Mapping[int, AreaRow]) -> None:
    """Hold totals against their members, and leave them out of forces' columns."""
    areas, frame = work.part.areas, work.frame
    if areas is None:
        return
    key = [n for n in work.table.key if n != areas.column and n in frame.columns]
    places = frame[PLACE] if PLACE in frame.columns else [""] * len(frame)
    for column in (one for one in areas.checked if one in frame.columns):
        cells = [
            (
                row,
                f"{place}{row}" if place else "",
                tuple(zip(key, one, strict=True)),
                t,
            )
            for row, place, one, t in zip(
                frame[ROW], places, frame.select(key).rows(), frame[column], strict=True
            )
        ]
        found = held_against_members(Figures(column, cells), told, areas, work.marks)
        work.totals += found
        _say_totals(work, found, told)
    if not areas.kept:
        _leave_out(work, told)


def _say_totals(
    work: Work, found: Sequence[Total], told: Mapping[int, AreaRow]
) -> None:
    column = work.part.areas.column if work.part.areas else ""
    totals = [row for row, one in told.items() if one.kind is RowKind.TOTAL]
    left = "" if work.part.areas and work.part.areas.kept else " and left out"
    kind = f"region or total row held against its sum{left}"
    work.say(column, kind, len(totals), [(r, told[r].plain, "a total") for r in totals])
    agreeing = Counter(
        (one.area, one.members, len(one.lacks))
        for one in found
        if one.agrees and not one.members.startswith("its")
    )
    for (area, members, lacking), count in agreeing.items():
        less = f" less {lacking} that are not there" if lacking else ""
        work.say(column, f"{area} is the sum of {members}{less}", count)


def _leave_out(work: Work, told: Mapping[int, AreaRow]) -> None:
    others = [
        (r, one.plain, "no force")
        for r, one in told.items()
        if one.kind is RowKind.OTHER
    ]
    kept = [row for row, one in told.items() if one.kind is RowKind.FORCE]
    column = work.part.areas.column if work.part.areas else ""
    work.say(column, "row of no force left out", len(others), others)
    work.frame = work.frame.filter(pl.col(ROW).is_in(kept))
