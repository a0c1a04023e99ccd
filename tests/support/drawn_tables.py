"""Drawn returns as real data are: gaps, NaN, blanks, odd letters, extreme values.

They start from a valid return and the examples of the rules, so that each rule has rows
that keep it and rows that break it. Spoilt ones have faults in every column; astray
ones few, so that groups and sums can be told. The same seed draws the same return.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any, cast

from odd_cells import TEXTS, odd_cells

from peelcheck.model import (
    AgreementRule,
    LinkRule,
    NotableRule,
    ReferenceRule,
    RowRule,
)
from peelcheck.rules.rulebook import rulebook
from peelcheck.shape import ColumnType, TableColumn
from peelcheck.strategies.valid import valid_return
from peelcheck.tables import TABLES
from peelcheck.tables.public_survey import POSTAL_INVITATION

__all__ = ["ASTRAY", "SPOILT", "Drawn", "drawn"]

SPOILT = range(3)
"""The seeds of returns with faults in every column."""

ASTRAY = range(3, 6)
"""The seeds of returns with few faults: rows twice; figures too; keys and gaps too."""

_KINDS = ("collection", "submission", "publication")
_GONE = {
    "stop_search": "Vehicle only",
    "recorded_crime": "Robbery",
    "public_survey": "face to face",
}
_TWICE = {"public_survey": POSTAL_INVITATION}
"""What rows hold that stand twice in the first astray return, to be more than half."""

_COUNTED = ("file_review", "calls_999", "spend")
"""The tables whose rows are counted, which one row twice makes wrong."""

_NOTED = "noted_exceptions"
_EDITION = "peel-2018-19"

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A manifest, and the cells of each table before anything is read."""

    manifest: Mapping[str, Any]
    tables: Mapping[str, Sequence[Row]]


@cache
def drawn(seed: int) -> Drawn:
    """Return the return of this seed."""
    dice = Random(seed)  # noqa: S311 - nothing is kept secret
    if seed in ASTRAY:
        return _astray(dice, ASTRAY.index(seed))
    valid = valid_return(_EDITION, _KINDS[seed])
    forces = [row["force"] for row in valid.tables["population"]]
    few = dice.sample(forces, min(2, len(forces)))
    tables: dict[str, list[Row]] = {}
    for name, own in valid.tables.items():
        rows = [dict(row) for row in own if _owner(row) in few]
        rest = [dict(row) for row in own if _owner(row) not in few] or rows
        told = [{**dice.choice(rest), **row} for row in _examples(name)]
        rows += [dict(row) for row in told]
        for place, column in enumerate(TABLES[name].columns):
            _spoil(rows, column, (place + seed) % 3, dice)
        # Faults may hide what an example shows: one return has each without them too.
        tables[name] = _twinned(rows, dice) + (told if seed == SPOILT[1] else [])
    return Drawn(_without_notes(valid.manifest), tables)


def _without_notes(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """Return a manifest that excuses no rule, for each is to be told of."""
    return {name: said for name, said in manifest.items() if name != _NOTED}


def _owner(row: Mapping[str, Any]) -> str:
    return str(row.get("force", row.get("area")))


@cache
def _examples(table: str, kind: type = RowRule) -> tuple[Row, ...]:
    """Return the examples of a table's rules of a kind, marks left out."""
    rules = [r for r in rulebook() if isinstance(r, kind) and r.table == table]
    given = [one for rule in rules for one in (*rule.passes, *rule.fails)]
    rows = [row for one in given for row in (one if isinstance(one, tuple) else (one,))]
    kept = (_of_table(table, row) for row in rows)
    return tuple({repr(row): row for row in kept}.values())


def _of_table(table: str, row: Mapping[str, Any]) -> Row:
    names = {column.name for column in TABLES[table].columns}
    return {name: value for name, value in row.items() if name in names}


def _spoil(rows: Sequence[Row], column: TableColumn, how: int, dice: Random) -> None:
    """Put other values into a few cells of a column: of its type, or whatever else."""
    pool = odd_cells(column, how)
    sure = dice.randrange(len(rows))
    for place, row in enumerate(rows):
        if pool and (place == sure or dice.random() < 0.1):
            row[column.name] = dice.choice(pool)


def _twinned(rows: Sequence[Row], dice: Random, share: float = 0.02) -> list[Row]:
    """Return the rows without a share of them, some of them twice, in any order."""
    kept = [row for row in rows if dice.random() >= share]
    kept += [dict(dice.choice(kept)) for _ in range(2 + len(kept) // 20)]
    return dice.sample(kept, len(kept))


def _astray(dice: Random, faults: int) -> Drawn:
    """Return a collection with rows doubled, figures changed, keys changed and gone."""
    valid = valid_return(_EDITION, "collection")
    tables = {name: [dict(row) for row in rows] for name, rows in valid.tables.items()}
    for name, rows in tables.items():
        if faults:
            _swap(name, rows, dice)
        else:
            _set_apart(name, rows, dice)
        for column in TABLES[name].columns:
            if faults > bool(not column.unit):
                _change(rows, column, faults, dice)
        rows += [{**rows[0], **row} for row in _examples(name, ReferenceRule)]
    _point_to_examples(tables)
    unable = [
        {"table": name, "force": force, "reason": "its system was changed"}
        for name in ("stop_search", "workforce")
        for force in dice.sample([row["force"] for row in tables["population"]], 2)
    ]
    lacking = {one["force"] for one in unable[::2] if faults > 1}
    for name, rows in tables.items():
        gone = _GONE.get(name, "White")
        kept = [row for row in rows if faults < 2 or gone not in row.values()]
        there = [row for row in kept if _owner(row) not in lacking]
        if not faults and name in _TWICE:
            there += [dict(row) for row in there if _TWICE[name] in row.values()]
        if faults or name not in {*_COUNTED, *_TWICE}:
            there = _twinned(there or rows, dice, 0.02 if faults > 1 else 0)
        tables[name] = there
    if faults == 1:
        _agree(valid.tables, tables)
    said = {**_without_notes(valid.manifest), "unable_to_supply": unable}
    return Drawn(said, tables)


def _set_apart(table: str, rows: list[Row], dice: Random) -> None:
    """Let one force stand apart from the others, and add the year before the first."""
    rules = [r for r in rulebook() if isinstance(r, NotableRule) and r.table == table]
    period = TABLES[table].period_column
    first = min(row[str(period)] for row in rows) if rules and period else None
    early = [dict(row) for row in rows if first and row[str(period)] == first]
    one = _owner(dice.choice(rows))
    for row in rows:
        if rules and _owner(row) == one and row[rules[0].value]:
            row[rules[0].value] *= 99
    for row in early:
        row[str(period)] = row[str(period)].replace(year=row[str(period)].year - 1)
    rows += early


def _point_to_examples(tables: Mapping[str, list[Row]]) -> None:
    """Put the examples of all links into the tables that they link."""
    for rule in (one for one in rulebook() if isinstance(one, LinkRule)):
        for example in (*rule.passes, *rule.fails):
            _point(rule, cast("Row", example), tables)


def _point(
    rule: LinkRule, example: Mapping[str, Any], tables: Mapping[str, list[Row]]
) -> None:
    """Put an example of a link into the two tables that it links."""
    own = _of_table(rule.table, example)
    own[rule.on[-1]] = f"{rule.id} {len(tables[rule.table])}"
    tables[rule.table].append({**tables[rule.table][0], **own})
    pointed = {n.removeprefix("reference."): v for n, v in example.items() if "." in n}
    if None not in pointed.values():
        key = {name: own[name] for name in rule.on}
        tables[rule.to].append({**tables[rule.to][0], **key, **pointed})


_ALL_GROUPS = {"classification": "All"}


def _agree(
    valid: Mapping[str, Sequence[Mapping[str, Any]]], tables: dict[str, list[Row]]
) -> None:
    """Let tables agree about one force, by each rule, in as few rows as can be."""
    force = _owner(valid["population"][1])
    for rule in (one for one in rulebook() if isinstance(one, AgreementRule)):
        own = [dict(row) for row in valid[rule.table] if _owner(row) == force]
        other = next(dict(row) for row in valid[rule.to] if _owner(row) == force)
        if rule.table == "stop_search_by_group":
            own = [row | _ALL_GROUPS for row in own]
        for name in rule.other_sums:
            other[name] = sum(row[name] for row in own) if rule.sums else len(own)
        for name, rows in ((rule.table, own), (rule.to, [other])):
            rest = (row for row in tables[name] if _owner(row) != force)
            tables[name] = [*rest, *rows]


def _change(
    rows: Sequence[Row], column: TableColumn, faults: int, dice: Random
) -> None:
    """Change a few figures and texts, some into gaps where faults are many."""
    for row in rows:
        cell, name = row[column.name], column.name
        if cell is None or dice.random() > (0.04 if column.unit else 0.01):
            continue
        if isinstance(cell, int | float):
            row[name] = dice.choice((cell + 1, cell * 3, -cell, None)[: 2 + faults])
        elif column.type is ColumnType.TEXT:
            row[name] = dice.choice((None, *TEXTS[-3:], *column.domain[:4]))


def _swap(table: str, rows: Sequence[Row], dice: Random) -> None:
    """Swap the figures of pairs of rows, as where a column slips against its labels."""
    figures = [column.name for column in TABLES[table].columns if column.unit]
    key = [name for name in TABLES[table].key if name not in {"force", "area"}]
    for _ in range(4 + len(rows) // 20):
        one = dice.choice(rows)
        other = dice.choice([r for r in rows if all(r[n] == one[n] for n in key)])
        for name in figures:
            one[name], other[name] = other[name], one[name]
