"""Numerators counted step by step, exclusion by exclusion.

Pure functions over plain rows; they know no table and no file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import fsum
from typing import Any

from peelcheck.conditions import columns_of, holds
from peelcheck.counts import Exclusion, Numerator
from peelcheck.engines.groups import COUNT
from peelcheck.figures import Step

__all__ = ["MET", "OPEN", "Counted", "Row", "added", "counted", "marked"]

MET = "__met__"
"""The names of the exclusions that a row meets."""

OPEN = "__open__"
"""The names of the exclusions that a row does not tell."""

Row = Mapping[str, Any]
_PLACES = 6


@dataclass(frozen=True, slots=True)
class Counted:
    """A numerator, with the steps to it.

    Attributes:
        steps: From all rows to the numerator.
        total: The numerator.
        by_group: The numerator by group, where there are groups.
        there: The forces and groups that have a row with a number.
        seen: Those and the ones of which every such row is left out.
        unknown: What was left out for want of a group.
        told: Whether rows of unknown group stand apart, so that their share is known.
        gaps: How many of the cells that are kept hold no number, by group.
        untold: The exclusions that some of the rows kept do not tell.

    """

    steps: tuple[Step, ...]
    total: float
    by_group: Mapping[str, float]
    there: frozenset[tuple[str, str]]
    seen: frozenset[tuple[str, str]]
    unknown: float
    told: bool
    gaps: Mapping[str, int]
    untold: tuple[str, ...]

    @property
    def share_unknown(self) -> float | None:
        """The share of unknown group, of what else is counted; nothing if not told."""
        whole = self.total + self.unknown
        return self.unknown / whole if whole > 0 and self.told else None


def counted(rows: Iterable[Row], numerator: Numerator, group_column: str) -> Counted:
    """Sum a numerator step by step; a row falls to the first exclusion it meets.

    The rows are those that `marked` gives.
    """
    parts = _fallen(rows, numerator)
    gone = {name: _sum(out, numerator) for name, out in parts.items()}
    rest = parts.pop("")
    unknown = [one.name for one in numerator.exclusions if one.unknown]
    must = [
        one.name
        for one in numerator.exclusions
        if one.unknown and (parts[one.name] or not one.if_found)
    ]
    return Counted(
        steps=_steps(parts, gone, numerator),
        total=gone[""],
        by_group=_by_group(rest, numerator, group_column),
        there=_with_a_number(rest, group_column),
        seen=_with_a_number(chain(rest, *parts.values()), group_column),
        unknown=added(gone[name] for name in unknown),
        told=bool(unknown) and all(parts[name] for name in must),
        gaps=_gaps(rest, group_column),
        untold=tuple(
            one.name
            for one in numerator.exclusions
            if any(one.name in row[OPEN] for row in rest)
        ),
    )


def marked(
    rows: Iterable[Row], exclusions: Sequence[Exclusion]
) -> list[dict[str, Any]]:
    """Return rows with the names of the exclusions they meet, and do not tell.

    Rows alike in what exclusions read are asked once.
    """
    read = [*dict.fromkeys(n for one in exclusions for n in columns_of(one.when))]
    known: dict[tuple[Any, ...], dict[str, frozenset[str]]] = {}
    made = []
    for row in rows:
        key = tuple(row[name] for name in read)
        if key not in known:
            answers = {one.name: holds(one.when, row) for one in exclusions}
            known[key] = {
                MET: frozenset(name for name, one in answers.items() if one),
                OPEN: frozenset(name for name, one in answers.items() if one is None),
            }
        made.append({**row, **known[key]})
    return made


def _gaps(rows: Iterable[Row], group_column: str) -> Mapping[str, int]:
    gaps: Counter[str] = Counter()
    for row in rows:
        gaps[row[group_column] if group_column else ""] += row[COUNT]
    return gaps


def _with_a_number(
    rows: Iterable[Row], group_column: str
) -> frozenset[tuple[str, str]]:
    return frozenset(
        (row["force"], row[group_column] if group_column else "")
        for row in rows
        if row[COUNT] < row["cells"]
    )


def _steps(
    parts: Mapping[str, list[Row]], gone: Mapping[str, float], numerator: Numerator
) -> tuple[Step, ...]:
    """Return the steps from all rows to the numerator, exclusion by exclusion."""
    left = added(gone.values())
    steps = [Step(f"all {numerator.unit}", "", 0, left)]
    for one in numerator.exclusions:
        if parts[one.name] or not one.if_found:
            left = added((left, -gone[one.name]))
            steps.append(Step(one.name, one.statement, -gone[one.name], left))
    return tuple(steps)


def _fallen(rows: Iterable[Row], numerator: Numerator) -> dict[str, list[Row]]:
    """Return the rows by the first exclusion they fall to; those left under `""`."""
    parts: dict[str, list[Row]] = {one.name: [] for one in numerator.exclusions}
    parts[""] = []
    for row in rows:
        met = (one.name for one in numerator.exclusions if one.name in row[MET])
        parts[next(met, "")].append(row)
    return parts


def added(parts: Iterable[float]) -> float:
    """Return a sum: exact of whole numbers, else to six decimals, in any order."""
    values = list(parts)
    if all(isinstance(value, int) for value in values):
        return sum(values)
    total = round(fsum(values), _PLACES)
    return int(total) if total.is_integer() else total


def _sum(rows: Iterable[Row], numerator: Numerator) -> float:
    return added(row[numerator.value] for row in rows)


def _by_group(
    rows: Iterable[Row], numerator: Numerator, group_column: str
) -> Mapping[str, float]:
    by_group: Counter[str] = Counter()
    for row in rows:
        group = row[group_column] if group_column else ""
        by_group[group] = added((by_group[group], row[numerator.value]))  # type: ignore[assignment]
    return by_group
