"""What a rule says of plain rows, told from the words of its record alone.

Rules over rows and links are told by `holds`, the plain evaluator. Nothing of
`peelcheck.engines` is called, so that the engines can be held against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from peelcheck.conditions import columns_of, holds
from peelcheck.model import LinkRule, RowRule
from peelcheck.shape import Missing

__all__ = ["Row", "Told", "linked", "over_rows"]

Row: TypeAlias = Mapping[str, Any]
_LINKED = "reference."


@dataclass(frozen=True, slots=True)
class Told:
    """How many were evaluated, failed and left open, and where those that failed are.

    `failing` holds the place of a row, or of the first row of a group; or else the
    values of a key that no one row stands for.
    """

    evaluated: int
    failed: int
    undecided: int
    failing: frozenset[Any]


def over_rows(rule: RowRule | LinkRule, rows: Iterable[Row]) -> Told:
    """Hold each row where `when` holds against `then`, gaps as `missing` says."""
    evaluated = undecided = 0
    failing = []
    names = columns_of((rule.when, rule.then))
    for place, own in enumerate(rows):
        row = {name: own.get(name) for name in names}
        applies = holds(rule.when, row)
        answer = holds(rule.then, row) if applies else None
        if applies is False or (answer is None and rule.missing is Missing.IGNORED):
            continue
        if answer is None and rule.missing is Missing.UNDECIDED:
            undecided += 1
            continue
        evaluated += 1
        failing += [] if answer else [place]
    return Told(evaluated, len(failing), undecided, frozenset(failing))


def linked(rule: LinkRule, rows: Sequence[Row], others: Iterable[Row]) -> Told:
    """Put beside each row the row of another table that it points to, and hold it.

    A row that lacks a value of the key points nowhere. Where several rows have the
    key, the least value of each column stands for them.
    """
    meant: dict[tuple[Any, ...], list[Row]] = {}
    for other in others:
        meant.setdefault(_key(other, rule.on), []).append(other)
    return over_rows(rule, [_beside(row, meant, rule.on) for row in rows])


def _beside(
    row: Row, meant: Mapping[tuple[Any, ...], Sequence[Row]], on: Sequence[str]
) -> dict[str, Any]:
    key = _key(row, on)
    met = () if None in key else meant.get(key, ())
    names = dict.fromkeys(name for other in met for name in other)
    least = {
        f"{_LINKED}{name}": min(
            (other[name] for other in met if other[name] is not None), default=None
        )
        for name in names
    }
    return {**row, **least}


def _key(row: Row, names: Iterable[str]) -> tuple[Any, ...]:
    return tuple(row[name] for name in names)
