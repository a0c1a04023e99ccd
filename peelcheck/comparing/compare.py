"""The way of a comparison: read both deliveries, and match each table's rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from peelcheck.comparing.comparison import Comparison, TableComparison
from peelcheck.comparing.frames import alike, matched, plain
from peelcheck.comparing.manifests import said_otherwise
from peelcheck.engines.groups import row_count
from peelcheck.reading import read
from peelcheck.returns import Return, TableData
from peelcheck.tables import TABLES

__all__ = ["compare", "compare_returns", "compared"]


def compare(
    first: Any,
    second: Any,
    *,
    table: str | None = None,
    columns: Mapping[str, str] | None = None,
    constants: Mapping[str, Any] | None = None,
    profile: str | None = None,
) -> Comparison:
    """Compare a second delivery of a return with the first.

    Both are read as `check` reads them, so that what is compared are values, not
    spellings. Rows are matched by the key of their table; in a table without one, rows
    that are alike are counted.

    Args:
        first: The earlier delivery: what `read` takes, or a return already read.
        second: The later one.
        table: As for `read`, and so `columns`, `constants` and `profile`; of both.
            `table` and `profile` go with a single file or frame, and are not said of a
            folder that one is compared with.
        columns: Headers that stand for a column under another name.
        constants: Values of columns that are not there.
        profile: The profile of the published source that single files are read by.

    Returns:
        What was corrected, is new or was withdrawn, counted exactly. A cell that had no
        value and now has one is a correction.

    Raises:
        UsageError: An argument cannot mean anything.
        UnreadableError: Something cannot be read.

    """
    hints: dict[str, Any] = {"columns": columns, "constants": constants}
    return compared(first, second, table=table, profile=profile, **hints)


def compared(
    first: Any,
    second: Any,
    told: Callable[[str], None] | None = None,
    **hints: Any,
) -> Comparison:
    """Read two deliveries and compare them.

    Args:
        first: The earlier one.
        second: The later one.
        told: Is told what is being done.
        hints: What `read` takes beside. `table` and `profile` go with a single file
            or frame: where one delivery is, they are not said of the other.

    """
    both = (first, second)
    given = []
    for one in both:
        if told:
            told(f"reading {_named(one)}")
        single = any(map(_single, both)) and not _single(one)
        own = hints | dict.fromkeys(_OF_ONE, None) if single else hints
        given.append(read(one, **own))
    comparison = compare_returns(given[0], given[1], told)
    names = [_named(one) or held.source for one, held in zip(both, given, strict=True)]
    return replace(comparison, before=names[0], after=names[1])


_OF_ONE = ("table", "profile")
"""The hints that go with a single file or frame."""


def _single(source: Any) -> bool:
    """Return whether a source is a single file or frame."""
    if isinstance(source, str | Path):
        return not Path(source).is_dir()
    return not isinstance(source, Return | Mapping)


def _named(source: Any) -> str:
    """Return a path as it was typed; nothing for what is none."""
    return str(source) if isinstance(source, str | Path) else ""


def compare_returns(
    first: Return, second: Return, told: Callable[[str], None] | None = None
) -> Comparison:
    """Compare two returns that are read.

    Args:
        first: The earlier one.
        second: The later one.
        told: Is told what is being done.

    """
    tables = []
    for name in TABLES:
        if name in first.tables and name in second.tables:
            if told:
                told(f"comparing {name}")
            tables.append(_compared(first.tables[name], second.tables[name]))
    return Comparison(
        before=first.source,
        after=second.source,
        manifest_before=first.manifest,
        manifest_after=second.manifest,
        said=said_otherwise(first.manifest, second.manifest),
        tables_before=tuple(one for one in first.tables if one not in second.tables),
        tables_after=tuple(one for one in second.tables if one not in first.tables),
        tables=tuple(tables),
    )


def _compared(first: TableData, second: TableData) -> TableComparison:
    """Compare one table, as far as both deliveries have its columns."""
    table = TABLES[first.table]
    shared = tuple(name for name in first.columns if _shared(name, first, second))
    common: dict[str, Any] = {
        "table": table.name,
        "before": first,
        "after": second,
        "rows_before": row_count(first.frame),
        "rows_after": row_count(second.frame),
        "key": table.key,
        "columns": tuple(name for name in shared if name not in table.key),
        "columns_before": _lacking(first, second),
        "columns_after": _lacking(second, first),
    }
    if lost := [name for name in table.key if name not in shared]:
        why = f"a delivery lacks {', '.join(lost)}, by which rows are told apart"
        return TableComparison(**common, not_compared=why)
    if not shared:
        return TableComparison(**common, not_compared="they have no column in common")
    before, after = plain(first, shared), plain(second, shared)
    if table.key:
        parts = matched(before, after, table.key, common["columns"])
    else:
        parts = alike(before, after, shared)
    found = {one.name: getattr(parts, one.name) for one in fields(parts)}
    return TableComparison(**common, **found)


def _shared(name: str, first: TableData, second: TableData) -> bool:
    """Return whether a column is in both, and in one at least as the source has it.

    One that is filled in both says again what the manifests do; but rows are told
    apart by the key however it came to be there.
    """
    filled = name in first.filled and name in second.filled
    return name in second.columns and not (
        filled and name not in TABLES[first.table].key
    )


def _lacking(data: TableData, other: TableData) -> tuple[str, ...]:
    """Return the columns of one source that the other has not."""
    own = [name for name in data.columns if name not in data.filled]
    theirs = [name for name in other.columns if name not in other.filled]
    known = [name for name in own if name not in theirs]
    return (
        *known,
        *(one for one in data.unknown_columns if one not in other.unknown_columns),
    )
