"""A drawn table written as files that a profile reads, and joins again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import polars as pl

from peelcheck.profiles import Form, Place, Profile, profiles
from peelcheck.reference.forces import force_names
from peelcheck.strategies import DrawnReturn
from peelcheck.strategies.returned import Row

__all__ = [
    "JOINING",
    "Cut",
    "by_force",
    "by_row",
    "together",
    "told_by_name",
    "written_by",
]

JOINING = {
    one.name: one
    for one in profiles().values()
    if one.headers and not one.tables[0].areas
}
"""The profiles that read CSV files, any number of them, into one table."""

HEADER = 2
"""The first row of a table stands in the second of its file."""

Cut = Callable[[Sequence[Row], Random], list[int]]
"""A way to cut a table: the number of the file that each row goes to."""


def together(rows: Sequence[Row], _: Random) -> list[int]:
    """Put all rows into one file."""
    return [0] * len(rows)


def by_force(rows: Sequence[Row], _: Random) -> list[int]:
    """Put the rows of each force into a file of their own."""
    names = [*dict.fromkeys(str(row["force"]) for row in rows)]
    return [names.index(str(row["force"])) for row in rows]


def by_row(rows: Sequence[Row], random: Random) -> list[int]:
    """Put each row into one of four files."""
    return [random.randrange(4) for _ in rows]


def written_by(
    profile: Profile, drawn: DrawnReturn, folder: Path, cut: Cut, random: Random
) -> dict[tuple[str, int], int]:
    """Write a table as a source publishes it, cut into files.

    Returns:
        The place in the table of each row, by its file and its number there.

    """
    folder.mkdir()
    rows = drawn.tables[profile.tables[0].table]
    files: dict[str, list[int]] = defaultdict(list)
    for at, number in enumerate(cut(rows, random)):
        files[_name(profile, rows[at], number)].append(at)
    for name, places in files.items():
        _frame(profile, [rows[at] for at in places]).write_csv(folder / name)
    return {
        (name, row): at
        for name, places in files.items()
        for row, at in enumerate(places, HEADER)
    }


def told_by_name(profile: Profile, rows: Iterable[Row]) -> bool:
    """Say whether files' names can tell the forces of some rows, where they must."""
    known = force_names()
    return not _named(profile) or all(row.get("force") in known for row in rows)


def _named(profile: Profile) -> bool:
    return any(one.where is Place.FILE_NAME for one in profile.tables[0].found)


def _name(profile: Profile, row: Row, number: int) -> str:
    """Return the name of the file a row goes to."""
    if not _named(profile):
        return f"part {number + 1}.csv"
    force = str(row["force"]).lower().replace(" ", "-")
    return f"{2017 + number // 12}-{number % 12 + 1:02}-{force}-stop-and-search.csv"


def _frame(profile: Profile, rows: Sequence[Row]) -> pl.DataFrame:
    """Return rows under the headers of a source, as texts."""
    (part, *_) = profile.tables
    columns: dict[str, list[str | None]] = {
        header: ["any"] * len(rows) for header in profile.headers
    }
    for column, header in part.columns.items():
        form = part.forms.get(column, Form.AS_IT_IS)
        columns[header] = [_text(row.get(column), form) for row in rows]
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))


def _text(value: Any, form: Form) -> str | None:
    if value is None:
        return None
    year_end = isinstance(value, date) and (value.month, value.day) == (3, 31)
    if form is Form.FINANCIAL_YEAR_END and year_end:
        return f"{value.year - 1}/{value.year % 100:02}"
    return str(value)
