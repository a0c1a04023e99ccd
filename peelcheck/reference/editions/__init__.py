"""Editions of the annex: windows, vintages, publications and named assumptions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from math import isfinite

from peelcheck.conditions import Value
from peelcheck.errors import UnknownNameError, UsageError
from peelcheck.reference.outcome_types import ASSIGNED_TYPES

__all__ = ["DEFAULT_EDITION", "Assumption", "Edition", "edition_named", "editions"]

DEFAULT_EDITION = "peel-2018-19"
_LISTS = {"outcome types": ASSIGNED_TYPES}
"""What the members of an assumption that is a list may be, by the list's name."""


@dataclass(frozen=True, slots=True)
class Assumption:
    """A value the annex does not give: ours, named, with its reason.

    `statement` is the one it fills in.
    """

    name: str
    value: Value
    statement: str
    says: str
    why: str
    choices: tuple[Value, ...] = ()
    least: float | None = None
    most: float | None = None
    among: tuple[str, ...] = ()

    @property
    def members(self) -> tuple[str, ...]:
        """The members that the value lists, each once, where it is a list."""
        parts = re.split("[,;]", str(self.value))
        return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


@dataclass(frozen=True, slots=True)
class Edition:
    """One year of the annex as data; `statements` says where each value comes from."""

    name: str
    title: str
    values: Mapping[str, Value]
    statements: Mapping[str, str]
    assumptions: Mapping[str, Assumption]
    changes: Mapping[str, Value] = field(default_factory=dict)

    def value(self, name: str) -> Value:
        """Return a value by dotted name; `assumptions.x` for a named assumption.

        Raises:
            UnknownNameError: The edition has no value of that name.

        """
        if name == "name":
            return self.name
        if name in self.values:
            return self.values[name]
        short = name.removeprefix("assumptions.")
        if name != short and short in self.assumptions:
            return self.assumptions[short].value
        known = [*self.values, *(f"assumptions.{key}" for key in self.assumptions)]
        raise UnknownNameError.of("edition-value", name, known)

    def assuming(self, **changes: Value) -> Edition:
        """Return the edition with some named assumptions changed.

        Raises:
            UnknownNameError: There is no such assumption.
            UsageError: The new value is of another type than the old.

        """
        changed = dict(self.assumptions)
        for name, value in changes.items():
            if name not in changed:
                raise UnknownNameError.of("assumption", name, changed)
            changed[name] = replace(changed[name], value=_like(changed[name], value))
        new = {name: changed[name].value for name in changes}
        return replace(self, assumptions=changed, changes={**self.changes, **new})


def _like(assumption: Assumption, value: Value) -> Value:
    """Return a value, perhaps given as text, as the type the assumption has."""
    try:
        like = type(assumption.value)(value)  # type: ignore[arg-type, call-arg]
    except (OverflowError, TypeError, ValueError):
        like = None
    # Only text may change: 30.5 is no whole number, and nan is not even itself.
    endless = isinstance(like, float) and not isfinite(like)
    if like is None or endless or like != (like if isinstance(value, str) else value):
        wanted = type(assumption.value).__name__
        message = f"assumption {assumption.name!r} takes a {wanted}, not {value!r}"
        raise UsageError(message)
    if assumption.choices and like not in assumption.choices:
        shown = ", ".join(map(str, assumption.choices))
        message = f"assumption {assumption.name!r} is one of {shown}, not {value!r}"
        raise UsageError(message)
    _refuse_other_members(assumption, like)
    _refuse_beyond(assumption, like)
    return like


def _refuse_beyond(assumption: Assumption, like: Value) -> None:
    """Refuse a number that is too small or too large.

    Raises:
        UsageError: It is such a number.

    """
    if not isinstance(like, int | float):
        return
    for end, word, away in (
        (assumption.least, "least", -1),
        (assumption.most, "most", 1),
    ):
        if end is not None and (like - end) * away > 0:
            message = f"assumption {assumption.name!r} is at {word} {end}"
            raise UsageError(message)


def _refuse_other_members(assumption: Assumption, like: Value) -> None:
    """Refuse a list that is empty, or has a member that is none of those known.

    Raises:
        UsageError: It is such a list.

    """
    known, listed = assumption.among, replace(assumption, value=like).members
    if known and not (listed and set(listed) <= set(known)):
        message = (
            f"assumption {assumption.name!r} is a list such as '1, 2' of "
            f"{', '.join(known)}, not {like!r}"
        )
        raise UsageError(message)


@cache
def editions() -> tuple[str, ...]:
    """Return the names of the editions peelcheck knows."""
    folder = files("peelcheck.reference.editions").iterdir()
    names = (entry.name for entry in folder)
    return tuple(sorted(n.removesuffix(".toml") for n in names if n.endswith(".toml")))


@cache
def edition_named(name: str) -> Edition:
    """Return an edition by name.

    Raises:
        UnknownNameError: There is no such edition.

    """
    if name not in editions():
        raise UnknownNameError.of("edition", name, editions())
    source = files("peelcheck.reference.editions").joinpath(f"{name}.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    return Edition(
        name=name,
        title=data["title"],
        values={key: entry["value"] for key, entry in data["values"].items()},
        statements={key: entry["statement"] for key, entry in data["values"].items()},
        assumptions={
            key: Assumption(
                key,
                entry["value"],
                entry["statement"],
                entry["says"],
                entry["why"],
                tuple(entry.get("choices", ())),
                entry.get("least"),
                entry.get("most"),
                _LISTS.get(entry.get("among", ""), ()),
            )
            for key, entry in data["assumptions"].items()
        },
    )
