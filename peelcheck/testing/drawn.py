"""A drawn return put into words, and made to hold British Transport Police."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from peelcheck.errors import UsageError
from peelcheck.model import Kind
from peelcheck.reference.editions import edition_named
from peelcheck.reference.forces import BRITISH_TRANSPORT_POLICE
from peelcheck.tables import TABLES
from peelcheck.wording import pairs_in_words

if TYPE_CHECKING:
    from peelcheck.strategies.returned import DrawnReturn, Row

__all__ = ["drawn_in_words", "with_british_transport_police"]

_LINES = 80
_LISTED = 8


def with_british_transport_police(drawn: DrawnReturn) -> DrawnReturn:
    """Return a drawn publication with rows of British Transport Police added.

    Publications hold them, and no figure does: they are a note to the rules. Each
    table that may hold them is given rows made as those of the small valid return are,
    with their own published figures where some rule compares with these.

    Raises:
        UsageError: It is no publication; in others the rows are an error.

    """
    from peelcheck.strategies.fixed_rows import fixed_rows  # noqa: PLC0415 - an extra
    from peelcheck.strategies.making import Making  # noqa: PLC0415 - an extra

    if drawn.manifest.get("kind") != Kind.PUBLICATION:
        message = "only a publication may hold rows of British Transport Police"
        raise UsageError(message)
    edition = edition_named(str(drawn.manifest["edition"]))
    making = Making(edition, (BRITISH_TRANSPORT_POLICE,), collected=False)
    for table, rows in drawn.tables.items():
        domains = {one.name: one.domain for one in TABLES[table].columns}
        if rows and BRITISH_TRANSPORT_POLICE in domains.get("force", ()):
            drawn = drawn.with_rows(table, (*rows, *fixed_rows(table, making)))
    return drawn


def drawn_in_words(drawn: DrawnReturn) -> str:
    """Return what tells a drawn return from a small valid one, and it if short."""
    told = [(name, [*_differing(start, drawn)]) for name, start in _small(drawn)]
    if not told:
        return f"The return it was given:\n{drawn}"
    name, apart = min(told, key=lambda one: len(one[1]))
    head = f"The return it was given is {name}"
    parts = [f"{head} but for", *apart] if apart else [f"{head}."]
    text = str(drawn)
    if text.count("\n") < _LINES:
        parts += ["", text]
    return "\n".join(parts)


def _small(drawn: DrawnReturn) -> Iterator[tuple[str, DrawnReturn]]:
    """Yield small valid returns it may be drawn from, each under how to make it."""
    from peelcheck.strategies import valid_return  # noqa: PLC0415 - an extra

    said, tables = drawn.manifest, [*drawn.tables]
    if not {"edition", "kind"} <= {*said}:
        return
    arguments = [said["edition"], said["kind"], tables]
    arguments += [said["force"]] if "force" in said else []
    name = f"valid_return({', '.join(map(repr, arguments))})"
    start = valid_return(*arguments)
    yield name, start
    if said["kind"] == Kind.PUBLICATION:
        more = f"with_british_transport_police({name})"
        yield more, with_british_transport_police(start)


def _differing(start: DrawnReturn, drawn: DrawnReturn) -> Iterator[str]:
    for table, rows in drawn.tables.items():
        yield from _apart(table, start.tables[table], rows)


def _apart(table: str, before: Sequence[Row], after: Sequence[Row]) -> Iterator[str]:
    """Yield the cells in which two tables differ, and the rows that one of them has."""
    lines = [[pairs_in_words(row) for row in rows] for rows in (before, after)]
    matcher = SequenceMatcher(a=lines[0], b=lines[1], autojunk=False)
    for how, start, end, first, last in matcher.get_opcodes():
        if how == "replace" and end - start == last - first:
            for offset in range(end - start):
                old, new = before[start + offset], after[first + offset]
                yield f"  {table} row {first + offset + 1}: {_cells(old, new)}"
        elif how != "equal":
            yield from _listed("-", table, start, before[start:end])
            yield from _listed("+", table, first, after[first:last])


def _cells(old: Row, new: Row) -> str:
    changed = {name: value for name, value in new.items() if value != old.get(name)}
    return ", ".join(
        f"{name} {_shown(old.get(name))} -> {_shown(value)}"
        for name, value in changed.items()
    )


def _shown(value: Any) -> str:
    return "empty" if value is None else str(value)


def _listed(sign: str, table: str, start: int, rows: Sequence[Row]) -> Iterator[str]:
    for number, row in enumerate(rows[:_LISTED], start + 1):
        given = {name: value for name, value in row.items() if value is not None}
        yield f"  {sign} {table} row {number}: {pairs_in_words(given)}"
    if (more := len(rows) - _LISTED) > 0:
        yield f"  {sign} and {more:,} more such rows"
