"""What conditions compare: what is text, and which comparisons a record holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from peelcheck.conditions import Compare, Literal, Name, Operand
from peelcheck.shape import ColumnType
from peelcheck.tables import TABLES

_FACTS_IN_WORDS = {"force", "group", "noted"}
_TEXT = _FACTS_IN_WORDS | {
    column.name
    for table in TABLES.values()
    for column in table.columns
    if column.type is ColumnType.TEXT
}


def comparisons(node: Any) -> Iterator[Compare]:
    """Yield every comparison of a record, wherever it stands."""
    if isinstance(node, Compare):
        yield node
    elif isinstance(node, Mapping):
        yield from comparisons(tuple(node.values()))
    elif isinstance(node, tuple):
        for part in node:
            yield from comparisons(part)
    elif is_dataclass(node):
        for field in fields(node):
            yield from comparisons(getattr(node, field.name))


def ordering_text(node: Any) -> list[str]:
    """Return the comparisons that ask which of two texts, or of two truths, is less."""
    return [
        str(one)
        for one in comparisons(node)
        if (_is_unordered(one.left) or _is_unordered(one.right))
        and one.sign not in {"==", "!="}
    ]


def _is_unordered(operand: Operand) -> bool:
    match operand:
        case Literal(value):
            return isinstance(value, str | bool)
        case Name(column):
            return column.removeprefix("reference.") in _TEXT
        case _:
            return False
