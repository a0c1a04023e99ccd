"""Rules and definitions bound to an edition and a manifest: names become values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any, TypeVar

from peelcheck.against import Limits
from peelcheck.conditions import (
    Condition,
    FromEdition,
    FromManifest,
    LookUp,
    Value,
    bind,
    references_of,
)
from peelcheck.errors import PeelcheckError
from peelcheck.manifest import Manifest
from peelcheck.model import Rule
from peelcheck.reference.editions import (
    DEFAULT_EDITION,
    Edition,
    edition_named,
    editions,
)
from peelcheck.wording import day_in_words

__all__ = [
    "NotSaidError",
    "bound",
    "edition_for",
    "look_up_in",
    "of_the_period",
    "window_of",
    "worded",
]

_Record = TypeVar("_Record")
_AnyRule = TypeVar("_AnyRule", bound=Rule)
_PLACE = re.compile(r"\{([a-z0-9_.]+)\}")


class NotSaidError(PeelcheckError):
    """The manifest does not give a value that a rule needs."""


def edition_for(
    manifest: Manifest, asked: str | None, assume: Mapping[str, Value] | None = None
) -> Edition:
    """Return the edition to check against: as asked, else the return's own if known.

    Raises:
        UnknownNameError: The edition asked for, or an assumption, is not known.

    """
    own = manifest.edition if manifest.edition in editions() else DEFAULT_EDITION
    return edition_named(asked or own).assuming(**(assume or {}))


def look_up_in(
    edition: Edition, manifest: Manifest, table: str
) -> Callable[[FromEdition | FromManifest], Value]:
    """Return what gives a named value, from the edition or the manifest."""
    said = manifest.values_for(table)

    def look_up(name: FromEdition | FromManifest) -> Value:
        if isinstance(name, FromEdition):
            return edition.value(name.name)
        value: Value | None = said[name.name]
        if value is None:
            message = f"the manifest gives no {name.name}"
            raise NotSaidError(message)
        return value

    return look_up


def bound(record: _Record, look_up: LookUp) -> _Record:
    """Return a rule or a denominator with its conditions and limits bound.

    Raises:
        NotSaidError: The manifest does not give a value that is named.

    """
    values = {
        field.name: getattr(record, field.name)
        for field in fields(record)  # type: ignore[arg-type]
    }
    conditions = {
        name: bind(value, look_up) for name, value in values.items() if _is_open(value)
    }
    return replace(record, **conditions) if conditions else record  # type: ignore[type-var]


def _is_open(value: Any) -> bool:
    """Say whether a field names a value that is still to be looked up."""
    if isinstance(value, Condition):
        return bool(references_of(value))
    return isinstance(value, Limits)


def worded(rule: _AnyRule, edition: Edition) -> _AnyRule:
    """Return a rule with the edition's values in its sentences."""

    def filled(text: str) -> str:
        return _PLACE.sub(lambda place: _shown(edition.value(place[1])), text)

    if not any(map(_PLACE.search, (rule.says, rule.mend))):
        return rule
    return replace(rule, says=filled(rule.says), mend=filled(rule.mend))


def _shown(value: Value) -> str:
    return day_in_words(value) if isinstance(value, date) else str(value)


def window_of(
    edition: Edition, table: str, window: str = ""
) -> tuple[date, date] | None:
    """Return the first and last day the statement names for a table, if it does.

    `window` names another span of the edition, such as `calls_999.year`.
    """
    span = window or f"{table}.window"
    days = [
        value
        for end in ("start", "end")
        if isinstance(value := edition.values.get(f"{span}.{end}"), date)
    ]
    return (days[0], days[1]) if len(days) == 2 else None


def of_the_period(manifest: Manifest, table: str, edition: Edition) -> bool:
    """Say whether a table covers the period the statement names, as far as is said."""
    window = window_of(edition, table)
    entry = manifest.entry(table)
    return window is None or window == (entry.period_start, entry.period_end)
