"""What rules over whole tables say of plain rows, told from their records' words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import fsum
from typing import Any

from oracle import Row, Told

from peelcheck.conditions import ALWAYS, Condition, holds
from peelcheck.expected import OWN_FORCES, OWN_PERIODS
from peelcheck.model import (
    AgreementRule,
    CoverageRule,
    GroupRule,
    PlacementRule,
    ReferenceRule,
    SumRule,
    UniqueRule,
)
from peelcheck.shape import Missing

__all__ = [
    "agreement",
    "coverage",
    "grouped",
    "placement",
    "reference",
    "summed",
    "unique",
]

_LINKED = "reference."
_EXACT = 6
Key = tuple[Any, ...]


def unique(rule: UniqueRule, rows: Sequence[Row]) -> Told:
    """Find each row whose key stands in another row; a gap equals a gap."""
    groups = _groups(rows, rule.columns, rule.when)
    doubled = [place for own in groups.values() if len(own) > 1 for place in own]
    evaluated = sum(map(len, groups.values()))
    return Told(evaluated, len(doubled), 0, frozenset(doubled))


def coverage(
    rule: CoverageRule,
    rows: Sequence[Row],
    forces: Sequence[str],
    excused: Iterable[str],
    period: str | None,
) -> Told:
    """Find each expected key that no row has, and each excused force that has one."""
    days = {row[period] for row in rows} - {None} if period else set()
    own: Mapping[Any, Any] = {
        OWN_FORCES: [(name,) for name in forces],
        OWN_PERIODS: [(day,) for day in days],
    }
    lists = [own.get(keys.values, keys.values) for keys in rule.expected]
    names = [name for keys in rule.expected for name in keys.columns]
    wanted = [tuple(v for part in parts for v in part) for parts in product(*lists)]
    there = {_key(row, names) for row in rows}
    let_off = set(excused) if rule.excusable else set()
    failing = {
        tuple(zip(names, key, strict=True))
        for key in wanted
        if key not in there and not let_off & set(key)
    }
    if let_off:
        idle = {row["force"] for row in rows} & let_off & set(forces)
        failing |= {(("force", name),) for name in idle}
    return Told(len(wanted), len(failing), 0, frozenset(failing))


def summed(rule: SumRule, rows: Sequence[Row], key: Sequence[str]) -> Told:
    """Hold the one whole of each group against the sum of its parts.

    Rows alike in their key and in what is read are taken as one: they are found by the
    rule of the key.
    """
    evaluated = undecided = 0
    failing = []
    for own in _groups(rows, rule.by).values():
        once = _once(rows, own, key, rule)
        wholes = [place for place in once if holds(rule.whole, rows[place])]
        rest = [place for place in once if place not in wholes]
        held = {place: holds(rule.parts, rows[place]) for place in once}
        parts = [rows[place][rule.value] for place in rest if held[place] is not False]
        if len(wholes) != 1 or not parts or rule.expects not in (None, len(parts)):
            continue
        whole = rows[wholes[0]][rule.value]
        sides = [holds(rule.whole, rows[place]) for place in once]
        if None in (whole, *parts, *sides, *held.values()):
            undecided += 1
            continue
        evaluated += 1
        if abs(sum(parts) - whole) > rule.tolerance:
            failing.append(wholes[0])
    open_ = undecided if rule.missing is Missing.UNDECIDED else 0
    return Told(evaluated, len(failing), open_, frozenset(failing))


def _once(
    rows: Sequence[Row], places: Iterable[int], key: Sequence[str], rule: SumRule
) -> list[int]:
    """Return the first place of each row that differs from all others."""
    names = (*key, rule.value)
    first = {_key(rows[place], names): place for place in reversed([*places])}
    return sorted(first.values())


def grouped(rule: GroupRule, rows: Sequence[Row]) -> Told:
    """Hold what the rows of each group make against `then`."""
    evaluated = undecided = 0
    failing = []
    for key, own in _groups(rows, rule.by, rule.when).items():
        made = dict(zip(rule.by, key, strict=True)) | {"rows": len(own)}
        made |= {name: _sum(rows[place][name] for place in own) for name in rule.sums}
        for name in rule.blanks:
            made[f"blank.{name}"] = sum(rows[place][name] is None for place in own)
        for name in rule.distinct:
            cells = [rows[place][name] for place in own]
            values = {round(x, 6) if isinstance(x, float) else x for x in cells}
            made[f"distinct.{name}"] = len(values - {None})
        answer = holds(rule.then, made)
        undecided += answer is None
        evaluated += answer is not None
        failing += [own[0]] if answer is False else []
    open_ = undecided if rule.missing is Missing.UNDECIDED else 0
    return Told(evaluated, len(failing), open_, frozenset(failing))


def agreement(rule: AgreementRule, rows: Sequence[Row], others: Sequence[Row]) -> Told:
    """Hold what each group makes against what the same group makes in another table."""
    groups = _groups(others, [*rule.on.values()], rule.where)
    there = {
        key: _made([others[place] for place in own], rule.other_sums)
        for key, own in groups.items()
    }
    evaluated = undecided = 0
    failing = []
    for key, own in _groups(rows, [*rule.on], rule.when).items():
        made = dict(zip(rule.on, key, strict=True))
        made |= _made([rows[place] for place in own], rule.sums)
        met = None if None in key else there.get(key)
        answer = _beside(rule.then, made, met) if met else None
        undecided += answer is None
        evaluated += answer is not None
        failing += [own[0]] if answer is False else []
    open_ = undecided if rule.missing is Missing.UNDECIDED else 0
    return Told(evaluated, len(failing), open_, frozenset(failing))


def _made(rows: Sequence[Row], sums: Iterable[str]) -> dict[str, Any]:
    made = {name: _sum(row[name] for row in rows) for name in sums}
    return made | {"rows": len(rows)}


def reference(rule: ReferenceRule, rows: Sequence[Row], known: Sequence[Row]) -> Told:
    """Hold each row, or the sums of each key, against the reference of its key."""
    beside = {_key(r, rule.on.values()): r for r in known if holds(rule.where, r)}
    told: list[tuple[int, Row]] = [*enumerate(rows)]
    if rule.sums:
        groups = _groups(rows, [*rule.on], rule.when)
        told = [
            (own[0], _added(rule, key, [rows[place] for place in own]))
            for key, own in groups.items()
        ]
    evaluated = undecided = 0
    failing = []
    for place, row in told:
        applies = True if rule.sums else holds(rule.when, row)
        if applies is False:
            continue
        joined = beside.get(_key(row, rule.on))
        answer = _beside(rule.then, row, joined) if joined and applies else None
        undecided += answer is None
        evaluated += answer is not None
        failing += [place] if answer is False else []
    open_ = undecided if rule.missing is Missing.UNDECIDED else 0
    return Told(evaluated, len(failing), open_, frozenset(failing))


def _added(rule: ReferenceRule, key: Key, own: Sequence[Row]) -> Row:
    sums = {name: _sum(row[name] for row in own) for name in rule.sums}
    return {**dict(zip(rule.on, key, strict=True)), **sums}


def placement(rule: PlacementRule, rows: Sequence[Row], known: Sequence[Row]) -> Told:
    """Find each row that fits not its own reference but that of a key gone astray."""
    of = {row[rule.key]: row for row in known if holds(rule.where, row)}
    looked = [
        place
        for place, row in enumerate(rows)
        if row[rule.key] in of and holds(rule.when, row)
    ]
    own = {p: _beside(rule.own, rows[p], of[rows[p][rule.key]]) for p in looked}
    astray = {
        rows[place][rule.key]
        for place in looked
        if _beside(rule.band, rows[place], of[rows[place][rule.key]]) is False
    }
    failing = [
        place
        for place in looked
        if own[place] is False
        and any(
            _beside(rule.other, rows[place], of[key])
            for key in astray
            if key != rows[place][rule.key]
        )
    ]
    evaluated = sum(answer is not None for answer in own.values())
    return Told(evaluated, len(failing), 0, frozenset(failing))


def _groups(
    rows: Sequence[Row], by: Iterable[str], when: Condition = ALWAYS
) -> dict[Key, list[int]]:
    """Return the places of the rows of each group, in the order of the source."""
    names, groups = tuple(by), dict[Key, list[int]]()
    for place, row in enumerate(rows):
        if holds(when, row):
            groups.setdefault(_key(row, names), []).append(place)
    return groups


def _sum(values: Iterable[Any]) -> Any:
    """Return a sum, decimals to six places; nothing where a value is missing."""
    cells = [*values]
    if None in cells:
        return None
    if all(isinstance(cell, int) for cell in cells):
        return sum(cells)
    return round(fsum(cells), _EXACT)


def _beside(condition: Condition, row: Row, joined: Row) -> bool | None:
    named = {f"{_LINKED}{name}": value for name, value in joined.items()}
    return holds(condition, {**row, **named})


def _key(row: Row, names: Iterable[str]) -> Key:
    return tuple(row[name] for name in names)
