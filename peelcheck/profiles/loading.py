"""Profiles as read from the TOML files of this folder."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from peelcheck.errors import UnknownNameError
from peelcheck.profiles.records import (
    Areas,
    Form,
    FoundValue,
    Place,
    Profile,
    ProfileMark,
    ProfileTable,
    Summed,
    Unpivoted,
)
from peelcheck.shape import Mark

__all__ = ["profile_named", "profiles"]


@cache
def profiles() -> dict[str, Profile]:
    """Return the profiles by name."""
    texts = {
        one.name.removesuffix(".toml"): one.read_text(encoding="utf-8")
        for one in files("peelcheck.profiles").iterdir()
        if one.name.endswith(".toml")
    }
    return {name: _profile(name, tomllib.loads(texts[name])) for name in sorted(texts)}


def profile_named(name: str) -> Profile:
    """Return a profile by its name.

    Raises:
        UnknownNameError: There is none of that name.

    """
    if name not in profiles():
        raise UnknownNameError.of("profile", name, profiles())
    return profiles()[name]


def _profile(name: str, data: dict[str, Any]) -> Profile:
    marks = [
        ProfileMark(**{**one, "means": Mark(one["means"])})
        for one in data.pop("marks", ())
    ]
    tables = [_table(one) for one in data.pop("tables")]
    return Profile(name=name, marks=tuple(marks), tables=tuple(tables), **_frozen(data))


def _table(data: dict[str, Any]) -> ProfileTable:
    parts: dict[str, Any] = {"unpivot": Unpivoted, "summed": Summed, "areas": Areas}
    made = {
        name: record(**_frozen(data.pop(name)))
        for name, record in parts.items()
        if name in data
    }
    found = tuple(_found(one) for one in data.pop("found", ()))
    forms = {name: Form(form) for name, form in data.pop("forms", {}).items()}
    return ProfileTable(found=found, forms=forms, **made, **_frozen(data))


def _found(data: Mapping[str, Any]) -> FoundValue:
    form = Form(data.get("form", Form.AS_IT_IS))
    return FoundValue(**{**data, "where": Place(data["where"]), "form": form})


def _frozen(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return lists as tuples, so that a record cannot change."""

    def frozen(value: Any) -> Any:
        if isinstance(value, list):
            return tuple(value)
        if isinstance(value, dict):
            return {name: frozen(one) for name, one in value.items()}
        return value

    return {name: frozen(value) for name, value in data.items()}
