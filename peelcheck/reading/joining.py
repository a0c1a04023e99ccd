"""The parts of one table, such as its sheets or months, put together as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

import polars as pl

from peelcheck.reading.by_profile.profiled import Profiled
from peelcheck.returns import ROW, Coercion, CoercionExample, Fault, TableData

__all__ = ["completed_by", "files_in_words", "joined", "with_places"]

_EXAMPLES = 3


def joined(parts: Sequence[Profiled], source: str) -> Profiled:
    """Return the parts of one table as one, in which rows are numbered through.

    Args:
        parts: The parts; one alone stays as it is.
        source: What they are together, as a person would name it.

    """
    if len(parts) == 1:
        return parts[0]
    before = [0, *accumulate(one.last for one in parts)]
    moved = [_moved(one, after) for one, after in zip(parts, before, strict=False)]
    epochs = {one.epoch for one in parts}
    return replace(
        parts[0],
        frame=pl.concat([one.frame for one in moved], how="diagonal"),
        source=source,
        origins=tuple(origin for one in moved for origin in one.origins),
        last=before[-1],
        unknown=tuple(dict.fromkeys(h for one in parts for h in one.unknown)),
        coercions=_together([c for one in moved for c in one.coercions]),
        totals=tuple(t for one in moved for t in one.totals),
        doubled={name: n for one in parts for name, n in one.doubled.items()},
        epoch=parts[0].epoch if len(epochs) == 1 else None,
    )


def files_in_words(names: Sequence[str]) -> str:
    """Return the names of files in a few words, however many there are."""
    if len(names) > 2:
        return f"{len(names)} files, {names[0]} to {names[-1]}"
    return " and ".join(names)


def _moved(part: Profiled, after: int) -> Profiled:
    """Return a part with its rows numbered on from a row."""

    def moved(example: CoercionExample) -> CoercionExample:
        row = None if example.row is None else example.row + after
        return replace(example, row=row)

    return replace(
        part,
        frame=part.frame.with_columns(pl.col(ROW) + after),
        origins=tuple(replace(o, after=o.after + after) for o in part.origins),
        coercions=tuple(
            replace(one, examples=tuple(map(moved, one.examples)))
            for one in part.coercions
        ),
        totals=tuple(replace(one, row=one.row + after) for one in part.totals),
    )


def _together(coercions: Iterable[Coercion]) -> tuple[Coercion, ...]:
    """Return coercions of one column and kind as one."""
    found: dict[tuple[str, str], Coercion] = {}
    for one in coercions:
        known = found.get((one.column, one.kind))
        if known:
            examples = (*known.examples, *one.examples)[:_EXAMPLES]
            count = known.count + one.count
            one = replace(known, count=count, examples=examples)  # noqa: PLW2901
        found[one.column, one.kind] = one
    return tuple(found.values())


def completed_by(part: Profiled, data: TableData) -> TableData:
    """Return a table as typed, with what its profile did to it before."""
    faults = [
        Fault(name, "doubled", f"column {name} stands {times} times")
        for name, times in part.doubled.items()
    ]
    missing = [one for one in data.faults if one.column not in part.doubled]
    return replace(
        data,
        faults=(*missing, *faults),
        unknown_columns=part.unknown,
        coercions=(*part.coercions, *data.coercions),
        totals=part.totals,
        origins=part.origins,
    )


def with_places(data: TableData) -> TableData:
    """Return a table whose examples of coercions stand where their source has them."""

    def placed(column: str, one: CoercionExample) -> CoercionExample:
        if one.row is None:
            return one
        origin, row = data.placed(one.row)
        place = origin.cell(column, row, {})
        if len(data.origins) > 1:
            place = f"{origin.source} {place or f'{data.row_word} {row}'}"
        return replace(one, row=row, place=place)

    coercions = [
        replace(one, examples=tuple(placed(one.column, e) for e in one.examples))
        for one in data.coercions
    ]
    return replace(data, coercions=tuple(coercions))
