"""The fields of a manifest, each of its type, or refused with what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from peelcheck.errors import UnknownNameError, UnreadableError, did_you_mean
from peelcheck.reading.shown import quoted, shown
from peelcheck.reference.forces import force_named, force_names

__all__ = [
    "choice_of",
    "day_of",
    "entries_of",
    "force_of",
    "own_force_of",
    "refuse_unknown",
    "section_of",
    "text_of",
    "wrong",
]

_Choice = TypeVar("_Choice", bound=StrEnum)


def force_of(name: str, source: object) -> str:
    """Return the project's name for a force or body."""
    try:
        return force_named(name)
    except UnknownNameError as error:
        raise wrong(source, str(error)) from None


def own_force_of(name: str, source: object, cannot: str) -> str:
    """Return one of the 43 forces; it is said what other bodies `cannot` do."""
    force = force_of(name, source)
    if force in force_names():
        return force
    raise wrong(source, f"{quoted(force)} is not one of the 43 forces, and {cannot}")


def choice_of(
    choices: Iterable[_Choice], value: Any, what: str, source: object
) -> _Choice:
    """Return the one of some choices that a value names."""
    known = {one.value: one for one in choices}
    if value in list(known):
        return known[value]
    raise wrong(source, f"{what} is {quoted(value)}, not one of {', '.join(known)}")


def text_of(value: Any, name: str, source: object) -> str:
    """Return a value that is a text, and not a blank one."""
    if isinstance(value, str) and value.strip():
        return value
    raise wrong(source, f"{name} is not a text: {quoted(value)}")


def day_of(value: Any, name: str, source: object) -> date:
    """Return a value that is a date, and no time of a day."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise wrong(source, f"{name} is not a date such as 2018-03-31: {quoted(value)}")


def section_of(data: Mapping[str, Any], name: str, source: object) -> Mapping[str, Any]:
    """Return a section; an empty one where there is none."""
    found = data.get(name, {})
    if isinstance(found, Mapping):
        return found
    raise wrong(source, f"{name} is not a section")


def entries_of(data: Mapping[str, Any], name: str, source: object) -> Iterable[Any]:
    """Return the entries of a list; none where there is none."""
    found = data.get(name, ())
    if isinstance(found, list | tuple):
        return found
    raise wrong(source, f"{name} is not a list")


def refuse_unknown(
    data: Mapping[str, Any], known: tuple[str, ...], source: object
) -> None:
    """Refuse a field that is not among those known."""
    for name in data:
        if name not in known:
            hint = did_you_mean(shown(name), known)
            raise wrong(source, f"there is no field {quoted(name)}{hint}")


def wrong(source: object, fault: str) -> UnreadableError:
    """Return the error for a manifest that cannot be one."""
    return UnreadableError.of(source, fault, "Correct the manifest.")
